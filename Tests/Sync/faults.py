"""Faults of a sync: it is killed, or refused by the system, at every N-th call that changes something.

    python3 Tests/Sync/faults.py --mentorbook .build/release/mentorbook [--every 1]

A night with every kind of change (new, changed, opted out, missing, purged) is run once undisturbed. Then, for each kind
of system call and each N, it is run again from the same start and killed at the N-th call, or that call fails. After
that:

- each profile is exactly the old or exactly the new one, and so is the state;
- where the call failed, the exit code isn't 0, unless the run could do without it;
- the next undisturbed run makes the very bytes that an undisturbed night makes, and leaves no litter.

So it is with an erasure: one that was disturbed is gone on with by the same command, and nothing of the person is left.
"""

import argparse
import itertools
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CALLS = ["write", "fsync", "rename", "renameat2", "link", "unlink", "rmdir", "mkdir", "fchmod", "openat"]
FAILING = {"write": "ENOSPC", "fsync": "EIO", "rename": "EIO", "renameat2": "EIO", "link": "EIO", "unlink": "EIO", "mkdir": "ENOSPC"}
APPLYING = ["--apply"]
ERASING = ["erase", "U3", "--yes"]
COLUMNS = ["Id", "Name", "Email", "Employer", "Listed", "Out"]
SETTINGS = """key: Id
sources:
  - {name: office, file: roster.csv}
fields:
  name: Name
  email: {column: Email, owner: upstream}
  employer: Employer
consent: {column: Listed}
opt_out: {column: Out}
"""


def person(number):
    name = "Person " + "".join(chr(ord("a") + int(digit)) for digit in str(number))
    return [f"U{number}", name, f"p{number}@example.edu", f"Employer {number}", "yes", ""]


def write_roster(content, people):
    lines = [",".join(cells) + "\n" for cells in [COLUMNS] + people]
    (content / "roster.csv").write_text("".join(lines))


def tree(content):
    """What has to converge: profiles, state and litter, but for the roster and what is kept for each machine."""
    files = {}
    for path in sorted(content.rglob("*")):
        name = str(path.relative_to(content))
        if path.is_file() and name != "roster.csv":
            files[name] = path.read_bytes()
    return files


class Night:
    def __init__(self, command, folder):
        self.command = command
        self.start = folder / "start"
        self.work = folder / "work"
        content = self.start
        (content / "mentors").mkdir(parents=True)
        (content / "site.yaml").write_text("title: Mentors\n")
        (content / "sync.yaml").write_text(SETTINGS)
        people = [person(number) for number in range(1, 31)]
        write_roster(content, people)
        assert self.run(content, "--bootstrap", day="2027-01-01").returncode == 0
        people.pop(28)
        write_roster(content, people)
        assert self.run(content, "--apply", day="2027-01-02").returncode == 0
        # The editors' day.
        profile = content / "mentors" / "person-e.md"
        profile.write_text(profile.read_text() + "\nHello.\n")
        # The night that is disturbed: thirty days later the missing one is purged.
        people[1][3] = "Elsewhere"
        people[2][3] = "Elsewhere too"
        people[4][5] = "yes"
        people.pop(7)
        people += [person(41), person(42)]
        write_roster(content, people)
        self.before = tree(content)
        self.reset()
        done = self.run(self.work, "--apply")
        assert done.returncode == 0, done
        self.after = tree(self.work)
        assert self.after != self.before
        assert not (self.work / "mentors" / "person-cj.md").exists()
        self.reset()
        assert self.run(self.work, *ERASING).returncode == 0
        self.erased = tree(self.work)
        assert "mentors/person-d.md" in self.before and "mentors/person-d.md" not in self.erased
        assert b"person-d\"" not in self.erased[".sync/state.json"]

    def reset(self):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.start, self.work)

    def run(self, content, *options, day="2027-02-10", inject=None):
        command = [self.command, "sync", *options, "--content", str(content), "--as-of", f"{day}T12:00:00Z", "--jobs", "1"]
        if inject:
            command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + inject.split(":")[0], "-e", "inject=" + inject, *command]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    def count(self, call, options=APPLYING):
        self.reset()
        with tempfile.NamedTemporaryFile() as log:
            subprocess.run(
                ["strace", "-f", "-qq", "-o", log.name, "-e", "trace=" + call, self.command, "sync", *options,
                 "--content", str(self.work), "--as-of", "2027-02-10T12:00:00Z", "--jobs", "1"],
                capture_output=True, timeout=120, check=True)
            return sum(1 for line in open(log.name) if re.search(rf"\b{call}\(", line))

    def disturb(self, call, number, action, options=APPLYING):
        """What is wrong after a run that was disturbed; None if nothing is."""
        after = self.after if options == APPLYING else self.erased
        self.reset()
        result = self.run(self.work, *options, inject=f"{call}:{action}:when={number}")
        files = tree(self.work)
        for name in set(self.before) | set(after):
            # An erasure has a state in between: the person is kept out, and not yet forgotten.
            if not (name.startswith("mentors/") or name == ".sync/state.json" and options == APPLYING):
                continue
            if files.get(name) not in (self.before.get(name), after.get(name)):
                return f"'{name}' is neither the old nor the new one"
        for name in files:
            if name.startswith("mentors/") and name not in self.before and name not in after:
                return f"litter: '{name}'"
        if result.returncode == 0 and files != after:
            return "exit code 0, but not all was done"
        clean = self.run(self.work, *options)
        if clean.returncode != 0:
            return f"the next run ended with {clean.returncode}: {clean.stderr.strip()}"
        files = tree(self.work)
        if files != after:
            names = [name for name in set(files) | set(after) if files.get(name) != after.get(name)]
            return f"the next run made something else: {sorted(names)}"
        return None


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--mentorbook", required=True)
    options.add_argument("--every", type=int, default=1, help="disturb every n-th call only")
    options.add_argument("--calls", default=",".join(CALLS), help="the kinds of call to disturb")
    options = options.parse_args()
    faults, failures = 0, []
    with tempfile.TemporaryDirectory() as folder:
        night = Night(str(pathlib.Path(options.mentorbook).resolve()), pathlib.Path(folder))
        for call, words in itertools.product(options.calls.split(","), [APPLYING, ERASING]):
            total = night.count(call, words)
            actions = ["signal=SIGKILL"] + ([f"error={FAILING[call]}"] if call in FAILING else [])
            for action in actions:
                for number in range(1, total + 1, options.every):
                    faults += 1
                    wrong = night.disturb(call, number, action, words)
                    if wrong:
                        failures.append(f"{words[0]}: {call} {number} of {total}, {action}: {wrong}")
            print(f"{words[0]}: {call}: {total} calls", flush=True)
    for failure in failures:
        print(failure)
    print(f"{faults} faults injected, invariants held in {faults - len(failures)} of {faults}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
