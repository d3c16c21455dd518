#!/usr/bin/env python3
"""Searches the same generated mentors in Explore and with Pagefind, and prints sizes, bytes and times.

    .venv-tests/bin/python Benchmarks/compare_pagefind.py --n 1000 10000 --kit KIT --pagefind PYTHON

KIT holds gen_mentors.py. PYTHON is that of an environment with PyPI's `pagefind[extended]`. nginx serves both sites, with
compression for text, and its log says what went over the wire. Pagefind indexes the main part of the profile pages that
Mentorbook wrote, and nothing else; beyond ten thousand it is left out, because it takes more memory than there is.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from compare_hugo import REPOSITORY, move_aside, prepared_site

sys.path.append(str(REPOSITORY / "Tests"))
from built_site.nginx import serving
from search_visits import EXPLORE, PEER, QUERIES, THROTTLE, Visits, chromium, visits

PEER_MOST = 10_000
PEER_PAGE = Path(__file__).parent / "pagefind_peer"
# Kilobytes, and milliseconds: what issue 4 allows.
BUDGETS = {1_000: (40, 30, 10, 50), 10_000: (60, 60, 60, 50), 100_000: (100, 120, 600, 100)}
INDEX_SHARE = 25


@dataclass
class Figures:
    """What was found out of one searcher at one size."""

    visits: Visits
    size: int
    seconds: float
    share: float = 0.0


def folder_size(folder: Path, patterns: list[str]) -> int:
    """Bytes of the files that match."""
    return sum(path.stat().st_size for pattern in patterns for path in folder.glob(pattern) if path.is_file())


def built(site: Path, mentorbook: Path, repetitions: int, trash: Path) -> tuple[float, float]:
    """Builds anew some times: medians of the index's seconds and of its share in percent of the build."""
    seconds, shares = [], []
    for _ in range(repetitions):
        move_aside(site / "output", trash)
        os.sync()
        command = [mentorbook, "build", "--as-of", "2026-01-05", "--timings"]
        printed = subprocess.run(command, cwd=site, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
        steps = {name: float(time) for time, name in re.findall(r"^\s*([\d.]+) s  (.+)$", printed, re.MULTILINE)}
        seconds.append(steps["search index"])
        shares.append(100 * steps["search index"] / sum(steps.values()))
    return statistics.median(seconds), statistics.median(shares)


def ours(site: Path, given: argparse.Namespace, browser: Browser, trash: Path) -> Figures:
    """Explore the Community, as built."""
    seconds, share = built(site, given.mentorbook, given.repetitions, trash)
    with serving(site / "output", given.nginx) as server:
        return Figures(
            visits(browser, server, EXPLORE), folder_size(site / "output" / "search", ["**/*"]), seconds, share)


def theirs(site: Path, given: argparse.Namespace, browser: Browser) -> Figures:
    """Pagefind over the same profiles, and a page that does no more than show what it finds."""
    root = site / "pagefind-peer"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(PEER_PAGE, root)
    began = time.perf_counter()
    subprocess.run(
        [given.pagefind, "-m", "pagefind", "--site", site / "output", "--glob", "mentors/*/index.html", "--root-selector", "main",
         "--output-path", root / "pagefind"], check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - began
    index = ["fragment/*", "index/*", "filter/*", "*.pf_meta", "pagefind-entry.json"]
    with serving(root, given.nginx, is_script_compiled=True) as server:
        return Figures(visits(browser, server, PEER), folder_size(root / "pagefind", index), seconds)


# The table


def kilobytes(size: float) -> str:
    return f"{size / 1000:.1f} KB" if size < 100_000 else f"{size / 1000:,.0f} KB"


def spread(sizes: list[int]) -> str:
    """The median, and the most."""
    return f"{kilobytes(statistics.median(sizes))} (most {kilobytes(max(sizes))})"


def milliseconds(measured: Visits) -> str:
    return f"{measured.median:.0f} ms, p95 {measured.p95:.0f} ms ({len(measured.keystrokes)} keystrokes)"


def rows(count: int, own: Figures, peer: Figures | None) -> list[list[str]]:
    """What is measured, the budget, ours, Pagefind's."""
    page, results, counts, delay = BUDGETS.get(count, BUDGETS[100_000])
    mine, other = own.visits, peer.visits if peer else None
    # Whatever searches, the page and its style sheet are there; the peer's own page has neither.
    beside = kilobytes(mine.page + other.scripts + other.index) if other else "–"
    return [
        ["before Explore is interactive", f"≤ {page} KB", kilobytes(mine.interactive), beside],
        ["– page and style sheet", "", kilobytes(mine.page), "the same" if other else "–"],
        ["– scripts", "", kilobytes(mine.scripts), kilobytes(other.scripts) if other else "–"],
        ["– index", "", kilobytes(mine.index), kilobytes(other.index) if other else "–"],
        ["a query's first 24 results", f"≤ {results} KB", spread(mine.results), spread(other.results) if other else "–"],
        ["– requests", "", f"{statistics.median(mine.requests):.0f}", f"{statistics.median(other.requests):.0f}" if other else "–"],
        ["– typed letter by letter", "", spread(mine.typed), spread(other.typed) if other else "–"],
        ["until every count is live", f"≤ {counts} KB", spread(mine.counts), "no counts" if other else "–"],
        [f"keystroke to painted results, {THROTTLE}× throttled", f"≤ {delay} ms", milliseconds(mine), milliseconds(other) if other else "–"],
        ["index, share of the build", f"≤ {INDEX_SHARE} %", f"{own.share:.0f} % ({own.seconds:.2f} s)", f"{peer.seconds:.2f} s" if peer else "–"],
        ["index, total size", "≤ ½ of Pagefind's", f"{own.size / 1e6:.2f} MB" + (f" ({own.size / peer.size:.2f})" if peer else ""),
         f"{peer.size / 1e6:.2f} MB" if peer else "–"],
    ]


def main() -> None:
    """Prints a Markdown table for each size."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--n", type=int, nargs="+", default=[1_000, 10_000])
    options.add_argument("--repetitions", type=int, default=3, help="builds, for the index's share of the time")
    options.add_argument("--kit", type=Path, required=True)
    options.add_argument("--pagefind", help="a Python with pagefind[extended]; without it the peer is left out")
    options.add_argument("--nginx", default=shutil.which("nginx") or "/usr/sbin/nginx")
    options.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "mentorbook-benchmark")
    options.add_argument("--mentorbook", type=Path, default=REPOSITORY / ".build/release/mentorbook")
    given = options.parse_args()
    os.environ["MENTORBOOK_SHARE"] = str(REPOSITORY)
    trash = given.work / "trash"
    trash.mkdir(parents=True, exist_ok=True)
    print(f"Bytes as sent, heads included; medians of {len(QUERIES)} queries, each by a visitor with an empty cache.")
    with chromium() as browser:
        for count in given.n:
            site, _ = prepared_site(given.work, given.kit.resolve(), count)
            print(f"measuring {count}", file=sys.stderr)
            own = ours(site, given, browser, trash)
            peer = theirs(site, given, browser) if given.pagefind and count <= PEER_MOST else None
            print(f"\n### {count:,} mentors\n\n| what | budget | Mentorbook | Pagefind |\n|---|---|---|---|")
            for row in rows(count, own, peer):
                print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
