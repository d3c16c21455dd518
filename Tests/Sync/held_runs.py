"""Runs that are held at a system call of their own for as long as a test wants, with nothing left to chance."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30.0


def wait_for(what: Callable[[], object], why: str) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, f"waited in vain: {why}"
        time.sleep(0.01)


class HeldRun:
    """A command that strace holds before a `call` that has `path` for its first, until it is let go on."""

    def __init__(
        self, command: list[str], call: str, path: Path, log: Path, when: int = 1, **options: object
    ) -> None:
        log.unlink(missing_ok=True)
        # -D: the command is our own child, and strace is not. The delay is longer than any test.
        tracing = ["strace", "-D", "-f", "-qq", "-o", str(log), "-P", str(path), "-e", f"trace={call}",
                   "-e", f"inject={call}:delay_enter=600000000:when={when}"]
        self.process = subprocess.Popen(
            [*tracing, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, **options)
        self.log = log
        self.name = path.name
        self.when = when

    def wait(self) -> None:
        """Until it is held."""
        wait_for(lambda: self.held() or self.process.poll() is not None, f"no call that names {self.name}")
        assert self.process.poll() is None, self.process.communicate()

    def held(self) -> bool:
        """strace writes a call down before it delays it, and behind it what it came to, with the line's end."""
        if not self.log.exists():
            return False
        *ended, last = self.log.read_text().split("\n")
        return len(ended) == self.when - 1 and self.name in last

    def tracer(self) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("TracerPid:")))

    def signal(self, number: signal.Signals) -> None:
        """Sends it a signal, which one of its other threads has taken in when this returns."""
        self.process.send_signal(number)
        wait_for(self.is_quiet, "the signal")

    def is_quiet(self) -> bool:
        """Whether no signal waits, and all threads do but the one that is held."""
        threads = [path.read_text() for path in Path(f"/proc/{self.process.pid}/task").glob("*/status")]
        facts = [dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line) for text in threads]
        states = sorted(thread["State"][0] for thread in facts)
        return states.count("t") == 1 and set(states) <= {"S", "t"} and all(int(thread["ShdPnd"], 16) == 0 for thread in facts)

    def go_on(self) -> subprocess.CompletedProcess[str]:
        """Lets it go on, to its end."""
        os.kill(self.tracer(), signal.SIGKILL)
        output, errors = self.process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(self.process.args, self.process.returncode, output, errors)


@contextmanager
def held(
    command: list[str], call: str, path: Path, log: Path, when: int = 1, **options: object
) -> Iterator[HeldRun]:
    """A run that is held; it is gone when the test is over, however that ends."""
    run = HeldRun(command, call, path, log, when, **options)
    try:
        run.wait()
        yield run
    finally:
        if run.process.poll() is None:
            run.process.kill()
            tracer = run.tracer()
            if tracer:
                os.kill(tracer, signal.SIGKILL)
            run.process.communicate()
