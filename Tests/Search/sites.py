#!/usr/bin/env python3
"""The sites that searches are tested on, and who builds them.

    Tests/Search/sites.py --mentorbook COMMAND --into FOLDER

builds the sample site and two generated ones below a folder. `make test-site` does; the tests themselves build nothing.
"""

import argparse
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AS_OF = datetime(2027, 3, 2, 12, tzinfo=timezone.utc)
GENERATED = {"thousand": 1000, "ten-thousand": 10_000}


@dataclass(frozen=True)
class SearchSite:
    """A built site: what went in, and what came out."""

    folder: Path

    @staticmethod
    def named(name: str) -> "SearchSite":
        folder = Path(os.environ.get("SEARCH_SITES") or ROOT / ".build" / "search-sites") / name
        assert (folder / "output").is_dir(), f"no site in {folder}: run Tests/Search/sites.py first"
        return SearchSite(folder)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def entry(self) -> str:
        """The path of the index's entry file in the site."""
        return self._only("search/entry-*.bin")

    @property
    def engine(self) -> str:
        """The path of the module that reads the index."""
        return self._only("assets/modules-*/search/engine.js")

    def _only(self, pattern: str) -> str:
        found = [path.relative_to(self.output).as_posix() for path in self.output.glob(pattern)]
        assert len(found) == 1, f"{pattern}: {found}"
        return found[0]


def build(mentorbook: Path, into: Path) -> None:
    """Builds all sites of the tests."""
    into.mkdir(parents=True, exist_ok=True)
    sample = into / "sample" / "content"
    shutil.rmtree(sample, ignore_errors=True)
    shutil.copytree(ROOT / "content", sample)
    for name, count in GENERATED.items():
        shutil.rmtree(into / name / "content", ignore_errors=True)
        generator = [ROOT / ".venv-tests/bin/python", ROOT / "Tests/Search/generate.py"]
        subprocess.run([*generator, "--n", str(count), "--out", into / name / "content"], check=True)
    for name in ("sample", *GENERATED):
        command = [mentorbook, "build", "--quiet", "--as-of", AS_OF.strftime("%Y-%m-%dT%H:%M:%SZ")]
        # Of invented mentors some are always out of date, so that a build has hundreds of warnings.
        result = subprocess.run(
            command, cwd=into / name, env=os.environ | {"MENTORBOOK_SHARE": str(ROOT)}, stderr=subprocess.PIPE, text=True)
        if result.returncode:
            sys.exit(result.stderr)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--mentorbook", type=Path, required=True)
    options.add_argument("--into", type=Path, required=True)
    given = options.parse_args()
    build(given.mentorbook.resolve(), given.into)
