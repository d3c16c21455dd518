#!/usr/bin/env python3
"""Runs the sync of a large, invented roster through a first import and some nights, and prints time and peak memory.

    Benchmarks/sync_nights.py --rows 100000 --repetitions 5

The roster has 20 columns and the settings of the sample site. Each line is the median of its runs, with the range. The
first lines are what no sync can do without: reading the bytes of the roster, the state and the profiles, as `cat` does.
"""

import argparse
import csv
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FIRST = ["Ada", "Björn", "Chidi", "Divya", "Elena", "Farid", "Grace", "Hiro", "Inés", "Jomo", "Kenji", "Lucía", "Mina"]
LAST = ["Achterberg", "Baptiste", "Castellanos", "Dubois", "Eze", "Fakhoury", "Gunnarsson", "Haddad", "Ito", "Kovač"]
SCHOOLS = ["School of Business", "School of Law and Public Affairs", "College of Engineering", "College of Arts"]
DEGREES = ["BA", "BS", "BBA", "MS", "PhD"]
MAJORS = ["Finance", "Public affairs", "Mechanical engineering", "History", "Biology", "Computer science"]
EMPLOYERS = ["Prairie Rose Credit Union", "Northside Kickoff", "Harbour Robotics", "Lindqvist & Co", "Blue Door Clinic"]
TITLES = ["Director", "Analyst", "Owner", "Engineer", "Head of Operations", "Counsel", "Research Lead"]
INDUSTRIES = ["Finance", "Nonprofit", "Engineering and construction", "Media", "Energy"]
CITIES = [("Minneapolis", "MN", "USA"), ("Santa Fe", "NM", "USA"), ("Boston", "MA", "USA"), ("Toronto", "ON", "Canada")]
HOURS = ["", "", "Tue 4-5:30pm", "Thu 9-10am", "Mon & Wed 12-1pm", "Fri 8:30-9:30 am"]
HEADERS = [
    "Constituent ID", "Prefix", "Preferred Name", "Email", "Grad Yr", "School", "Degree", "Major(s)", "Employer",
    "Job Title", "Industry", "City", "State", "Country", "Office hours (Tue 4-5:30pm; Thu 9-10am)", "OK to list?",
    "Remove from directory", "Giving officer", "Last contact", "Region code",
]


def rows(count: int) -> list[list[str]]:
    """The roster's rows, the same for the same count."""
    chance = random.Random(20261124)
    made = []
    for number in range(count):
        city, state, country = chance.choice(CITIES)
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}-{chance.choice(LAST)}"
        made.append([
            str(200_000 + number), chance.choice(["", "Dr."]), name, f"mentor{number}@example.org",
            str(chance.randint(1970, 2026)), chance.choice(SCHOOLS), chance.choice(DEGREES),
            "; ".join(chance.sample(MAJORS, chance.choice([1, 1, 2]))), chance.choice(EMPLOYERS),
            chance.choice(TITLES), chance.choice(INDUSTRIES), city, state, country, chance.choice(HOURS), "Yes", "",
            chance.choice(LAST), f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}", str(chance.randint(1, 90)),
        ])
    return made


def write(path: Path, made: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows(made)


@dataclass(frozen=True)
class Run:
    """Wall time and processor time in seconds, peak memory in megabytes."""

    wall: float
    processor: float
    memory: float


def timed(command: list[str], expected: set[int], folder: Path) -> Run:
    """Runs a command to its end, which has to be one of those expected."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    if code not in expected:
        message = process.stderr.read().decode(errors="replace") if process.stderr else ""
        sys.exit(f"{' '.join(command)} ended with {code}:\n{message[:2000]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def report(name: str, runs: list[Run]) -> None:
    walls = [run.wall for run in runs]
    print(
        f"{name:38} {statistics.median(walls):6.2f} s  ({min(walls):.2f} to {max(walls):.2f})"
        f"  {statistics.median(run.processor for run in runs):6.2f} s of processor"
        f"  {max(run.memory for run in runs):6.0f} MB", flush=True)


def repeated(name: str, count: int, once: Callable[[], Run]) -> None:
    report(name, [once() for _ in range(count)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000, help="people in the roster")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--mentorbook", type=Path, default=REPOSITORY / ".build/release/mentorbook")
    parser.add_argument("--work", type=Path, help="keep the site in this folder, and begin from what is there")
    options = parser.parse_args()
    mentorbook = str(options.mentorbook.resolve())
    work = options.work or Path(tempfile.mkdtemp(prefix="sync-nights-"))
    content = work / "content"
    roster = content / "roster.csv"
    made = rows(options.rows)

    def run(*arguments: str, expected: set[int]) -> Run:
        return timed([mentorbook, "sync", *arguments], expected, work)

    if not content.exists():
        content.mkdir(parents=True)
        for name in ("site.yaml", "sync.yaml"):
            shutil.copy(REPOSITORY / "content" / name, content / name)
        write(roster, made)
        repeated("first plan", options.repetitions, lambda: run("--plan", expected={2}))
        report("first import", [run("--bootstrap", expected={0, 10})])
    write(roster, made)
    run("--apply", expected={0, 10})
    state = content / ".sync/state.json"
    print(f"{len(made):,} rows, {roster.stat().st_size / 1e6:.1f} MB; state {state.stat().st_size / 1e6:.1f} MB; "
          f"{sum(1 for _ in (content / 'mentors').iterdir()):,} profiles")
    reading = ["cat", str(roster), str(state)]
    repeated("reading roster and state", options.repetitions, lambda: timed(reading, {0}, work))
    profiles = ["sh", "-c", "find mentors -type f -print0 | xargs -0 cat"]
    repeated("reading the profiles", options.repetitions, lambda: timed(profiles, {0}, content))
    repeated("unchanged night, plan", options.repetitions, lambda: run("--plan", expected={0, 10}))
    repeated("unchanged night, applied", options.repetitions, lambda: run("--apply", expected={0, 10}))
    changed = [row[:9] + ["Chair"] + row[10:] if number % 100 == 0 else row for number, row in enumerate(made)]
    write(roster, changed)
    repeated("a title changed in 1 %, plan", options.repetitions, lambda: run("--plan", expected={2}))
    report("a title changed in 1 %, applied", [run("--apply", expected={0, 10})])
    if not options.work:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
