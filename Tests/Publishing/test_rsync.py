"""A folder on another machine: sshd, ssh and rsync as they are."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from published_site.places import Host, host, step_killer
from published_site.reader import folder_fetch, read
from published_site.workshop import KILLED, MOMENTS, STEPS, STRIDE, Workshop, moment, pages


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with host(tmp_path_factory.mktemp("sshd") / "keys") as server:
        yield server


@pytest.fixture
def workshop(tmp_path: Path, server: Host) -> Workshop:
    workshop = Workshop(tmp_path / "site folder")
    server.force(None)
    workshop.settings(server.settings(tmp_path / "www"))
    return workshop


def place(workshop: Workshop) -> Path:
    return workshop.folder.parent / "www"


def shown(workshop: Workshop) -> set[str]:
    return read(folder_fetch(str(place(workshop))))


def files(workshop: Workshop) -> set[str]:
    return {str(path.relative_to(place(workshop))) for path in place(workshop).rglob("*") if path.is_file()}


def test_the_site_arrives_and_what_left_it_goes(workshop: Workshop) -> None:
    workshop.build(pages("v1"))
    assert "+ index.html" in workshop.publish("--plan", code=2).stdout and not place(workshop).exists()
    workshop.publish()
    assert shown(workshop) == {"v1"} and files(workshop) == set(pages("v1")) | {".mentorbook-published"}
    assert "nothing to do" in workshop.publish().stdout
    (place(workshop) / "mentors/mentor-3/mine.txt").write_text("mine")
    workshop.build(pages("v2", mentors=2), as_of="2027-03-02T06:00:00Z")
    workshop.publish()
    kept = {path for path in pages("v1") if "site-" in path}
    assert files(workshop) == set(pages("v2", mentors=2)) | kept | {".mentorbook-published", "mentors/mentor-3/mine.txt"}
    assert shown(workshop) == {"v2"} and not (place(workshop) / "mentors/mentor-2").exists()
    workshop.build(pages("v2", mentors=2), as_of="2027-03-20T06:00:00Z")
    workshop.publish("--as-of", "2037-03-20T06:00:00Z")
    assert not files(workshop) & kept


def test_a_stranger_is_not_trusted_and_the_reason_is_shown(workshop: Workshop, server: Host) -> None:
    workshop.build(pages("v1"))
    (server.keys / "nobody").write_text("")
    workshop.settings(server.settings(place(workshop)).replace("/known_hosts", "/nobody"))
    assert "Host key verification failed" in workshop.publish(code=23).stderr
    workshop.settings(server.settings(place(workshop)).replace(f"{server.port}", "1"))
    assert "Connection refused" in workshop.publish(code=23).stderr and not place(workshop).exists()


def test_other_peoples_files_are_not_touched(workshop: Workshop) -> None:
    place(workshop).mkdir()
    (place(workshop) / "report.pdf").write_text("mine")
    workshop.build(pages("v1"))
    assert "report.pdf" in workshop.publish(code=20).stderr
    workshop.publish("--take-over")
    assert (place(workshop) / "report.pdf").read_text() == "mine" and shown(workshop) == {"v1"}


def test_a_record_that_was_cut_off_is_not_taken_for_a_small_site(workshop: Workshop) -> None:
    workshop.build(pages("v1"))
    workshop.publish()
    record = place(workshop) / ".mentorbook-published"
    record.write_bytes(record.read_bytes()[:400])
    assert "can't be read" in workshop.publish(code=20).stderr
    workshop.publish("--take-over")
    assert "nothing to do" in workshop.publish().stdout


@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount")
def test_a_full_or_read_only_disk_over_there(workshop: Workshop) -> None:
    www = place(workshop)
    www.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", www], check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        workshop.build(pages("v1", mentors=1))
        workshop.publish()
        workshop.build(pages("v2", mentors=30, padding=8000))
        assert re.search("No space left|full disk", workshop.publish(code=None).stderr)
        assert shown(workshop) == {"v1"}
        subprocess.run(["mount", "-o", "remount,ro", www], check=True)
        assert "Read-only" in workshop.publish(code=23).stderr
        subprocess.run(["mount", "-o", "remount,rw,size=4m", www], check=True)
        workshop.publish()
        assert shown(workshop) == {"v2"}
    finally:
        subprocess.run(["umount", "-l", www], check=True)


# Before a step is after the one before it.
@pytest.mark.parametrize("when", MOMENTS)
def test_killed_at_every_step_readers_meet_whole_pages_and_the_next_run_ends_it(workshop: Workshop, when: str) -> None:
    shim = step_killer(workshop.folder.parent / "shim", "rsync")
    padding = 3000 if when == "middle" else 0
    workshop.build(pages("v1", padding=padding))
    workshop.publish()
    before = "v1"
    for step in range(1, 40, STEPS):
        (shim / "calls").unlink(missing_ok=True)
        version = f"v{step + 1}"
        # Somebody leaves at each second step.
        workshop.build(pages(version, mentors=4 - step % 2, padding=padding), as_of=moment(step))
        run = workshop.publish("--as-of", moment(step), code=None, path=shim, KILL_AT=str(step), KILL_WHEN=when)
        assert shown(workshop) <= {before, version}, step
        workshop.publish("--as-of", moment(step))
        assert shown(workshop) == {version}
        before = version
        no_litter(workshop, set(pages(version, mentors=4 - step % 2)))
        if run.returncode not in KILLED:
            assert run.returncode == 0 and step > 6, (step, run.stderr)
            return
    raise AssertionError("no run came to its end")


def no_litter(workshop: Workshop, wanted: set[str]) -> None:
    extra = {path for path in files(workshop) - wanted if "site-" not in path and "search/" not in path}
    assert extra == {".mentorbook-published"}, extra
    assert not list(place(workshop).rglob(".~tmp~"))


@pytest.mark.parametrize("call, last", [("rename,renameat,renameat2", 6), ("unlink,unlinkat", 3)])
def test_the_other_half_killed_over_there(workshop: Workshop, server: Host, call: str, last: int) -> None:
    workshop.build(pages("v1"))
    workshop.publish()
    strace, codes = shutil.which("strace"), set()
    for number in range(1, last + 1, STRIDE):
        version = f"v{number + 1}"
        before = shown(workshop)
        workshop.build(pages(version, mentors=4 - number % 2), as_of=moment(number))
        server.force(f"{strace} -f -o /dev/null -e trace={call} -e inject={call}:signal=SIGKILL:when={number} "
                     f"sh -c \\\"$SSH_ORIGINAL_COMMAND\\\"")
        code = workshop.publish("--as-of", moment(number), code=None).returncode
        codes.add(code)
        assert code in (0, 23, 24), code
        assert shown(workshop) <= before | {version}
        if code == 23:
            assert shown(workshop) == before
        server.force(None)
        workshop.publish("--as-of", moment(number))
        assert shown(workshop) == {version}
        no_litter(workshop, set(pages(version, mentors=4 - number % 2)))
    assert codes - {0}, codes


@pytest.mark.parametrize("call, number", [("openat", 16), ("write", 5)][: 2 if STRIDE == 1 else 1])
def test_an_other_half_that_stands_still_is_given_up(workshop: Workshop, server: Host, call: str, number: int) -> None:
    """One of its two processes is stopped: the other keeps the connection alive, and rsync would wait for ever."""
    workshop.build(pages("v1", mentors=1))
    workshop.settings("patience: 5\n" + (workshop.folder / "content/publish.yaml").read_text())
    server.force(f"{shutil.which('strace')} -f -o /dev/null -e trace={call} -e inject={call}:signal=SIGSTOP:when={number} "
                 f"sh -c \\\"$SSH_ORIGINAL_COMMAND\\\"")
    before = children_of(server)
    try:
        run = workshop.publish(code=None)
        assert run.returncode in (23, 24) and re.search("said nothing for 5 seconds|nothing came for too long", run.stderr)
        assert not place(workshop).exists() or shown_if_any(workshop) in (set(), {"v1"})
    finally:
        for process in children_of(server) - before:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
    server.force(None)
    workshop.publish()
    assert shown(workshop) == {"v1"}


def shown_if_any(workshop: Workshop) -> set[str]:
    return shown(workshop) if (place(workshop) / "index.html").exists() else set()


def children_of(server: Host) -> set[int]:
    """Processes that the host runs for those who are connected, or were."""
    found = set()
    for status in Path("/proc").glob("[0-9]*"):
        try:
            if "SSH_CONNECTION=127.0.0.1" in (text := (status / "environ").read_text(errors="replace")) and (
                    f" {server.port}\0" in text):
                found.add(int(status.name))
        except OSError:
            continue
    return found
