#!/usr/bin/env python3
"""The sites that requests are tested on: the same few mentors under each policy for addresses.

    Tests/Browser/request_site/build.py --mentorbook COMMAND --into FOLDER

builds them below a folder. `make test-site` does; the tests themselves build nothing.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
POLICIES = ("relay", "public", "office", "on-click")
# Before Newfoundland's clocks are put forward on 14 March 2027.
AS_OF = "2027-03-10T12:00:00Z"


def build(mentorbook: Path, into: Path) -> None:
    """Builds a site for each policy."""
    for policy in POLICIES:
        content = into / policy / "content"
        shutil.rmtree(content, ignore_errors=True)
        shutil.copytree(HERE / "content", content)
        settings = content / "site.yaml"
        written = settings.read_text(encoding="utf-8").replace("address: relay", f"address: {policy}")
        settings.write_text(written, encoding="utf-8")
        result = subprocess.run(
            [mentorbook.resolve(), "build", "--quiet", "--as-of", AS_OF], cwd=into / policy,
            env=os.environ | {"MENTORBOOK_SHARE": str(ROOT)}, stderr=subprocess.PIPE, text=True)
        if result.returncode:
            sys.exit(result.stderr)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--mentorbook", type=Path, required=True)
    options.add_argument("--into", type=Path, required=True)
    arguments = options.parse_args()
    build(arguments.mentorbook, arguments.into)
