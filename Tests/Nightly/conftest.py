"""A copy of the sample site for nights to run on, and what can be asked of it."""

import csv
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from built_site.site import ROOT

COMMAND = Path(os.environ.get("MENTORBOOK") or ROOT / ".build/release/mentorbook").resolve()
# What must be in no log, report or file.
SECRET = "correct-horse-battery-9431"


@dataclass
class Night:
    """One run: how it ended, what it said, and its report."""

    code: int
    said: str
    report: dict[str, Any]

    @property
    def outcomes(self) -> dict[str, str]:
        return {step["name"]: step["outcome"] for step in self.report["steps"]}

    @property
    def counts(self) -> dict[str, int]:
        return self.report["sync"]["counts"]


@dataclass
class NightlySite:
    """The sample site with a roster, a state of the sync, and a folder that it is published to."""

    folder: Path
    said: list[str] = field(default_factory=list)

    def command(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        run = subprocess.run(
            [COMMAND, *arguments], cwd=self.folder, capture_output=True, text=True, timeout=120, check=False,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "MENTORBOOK_SHARE": str(ROOT), "CRM_TOKEN": SECRET}
            | environment)
        self.said.append(run.stdout + run.stderr)
        return run

    def night(self, day: str, *arguments: str, **environment: str) -> Night:
        reports = ["--report", "nightly/report.json", "--summary", "nightly/report.md", "--digest", "nightly/digest.eml"]
        run = self.command("nightly", "--as-of", f"{day}T09:17:00Z", *reports, *arguments, **environment)
        report = self.folder / "nightly/report.json"
        assert report.exists(), run.stderr
        return Night(run.returncode, run.stdout + run.stderr, json.loads(report.read_text(encoding="utf-8")))

    # The roster

    @property
    def roster(self) -> Path:
        return self.folder / "content/roster.csv"

    def rows(self) -> list[dict[str, str]]:
        with self.roster.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def write_rows(self, rows: list[dict[str, str]]) -> None:
        with self.roster.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)

    def change(self, id_: str, **cells: str) -> None:
        """Changes one person's cells; a header's spaces are written as underscores."""
        rows = self.rows()
        [row] = [row for row in rows if row["Constituent ID"] == id_]
        for name, value in cells.items():
            [header] = [header for header in row if header.replace(" ", "_") == name]
            row[header] = value
        self.write_rows(rows)

    # What there is

    @property
    def live(self) -> Path:
        """What readers see."""
        return self.folder / "www/current"

    @property
    def release(self) -> str:
        return os.readlink(self.live) if self.live.is_symlink() else ""

    def profile(self, slug: str) -> Path:
        return self.folder / f"content/mentors/{slug}.md"

    def slug_of(self, id_: str) -> str:
        """The name of somebody's profile, by the mail address that roster and profile have."""
        [row] = [row for row in self.rows() if row["Constituent ID"] == id_]
        for path in (self.folder / "content/mentors").glob("*.md"):
            if f"email: {row['Email']}" in path.read_text(encoding="utf-8"):
                return path.stem
        raise AssertionError(f"nobody has the address of {id_}")

    def digest(self, *names: str) -> str:
        """A digest of all files in some folders, with their paths."""
        total = hashlib.sha256()
        for name in names:
            root = self.folder / name
            for path in sorted(root.rglob("*")):
                if path.is_file() and path.name != "lock":
                    total.update(f"{path.relative_to(self.folder)}\n".encode() + path.read_bytes())
        return total.hexdigest()

    def tells_of(self, slug: str, address: str) -> list[str]:
        """Files that readers see and that name somebody."""
        found = []
        for path in self.live.rglob("*"):
            if slug in path.relative_to(self.live).as_posix():
                found.append(path.name)
            elif path.is_file() and any(word.encode() in path.read_bytes() for word in (f"mentors/{slug}/", address)):
                found.append(path.name)
        return found


@pytest.fixture
def nightly_site(tmp_path: Path) -> Iterator[NightlySite]:
    """The site after its first import, with every conflict of the sample decided. It has said no secret in the end."""
    assert COMMAND.exists(), "build first: make build"
    folder = tmp_path / "site"
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns(".sync"))
    (folder / "content/publish.yaml").write_text("targets:\n  - {name: web, folder: www, keep: 3}\n", encoding="utf-8")
    site = NightlySite(folder)
    _decide(site)
    assert site.command("sync", "--bootstrap", "--as-of", "2027-02-08").returncode == 0, site.said
    yield site
    for said in site.said:
        assert SECRET not in said
    for path in folder.rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path


def _decide(site: NightlySite) -> None:
    """Makes the roster one that leaves no question, so that each night's own change shows."""
    site.write_rows([
        row | {
            "Office hours (Tue 4-5:30pm; Thu 9-10am)": "", "OK to list?": "No" if row["OK to list?"] == "No" else "Yes"}
        for row in site.rows()])
    plan = site.command("sync", "--plan", "--bootstrap", "--json", "--values", "--as-of", "2027-02-08")
    columns = {"title": "Job_Title", "employer": "Employer", "location.city": "City"}
    for person in json.loads(plan.stdout)["people"]:
        for finding in person["findings"]:
            site.change(person["id"], **{columns[finding["field"]]: finding["file"]})
