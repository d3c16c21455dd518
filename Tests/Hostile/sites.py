#!/usr/bin/env python3
"""Sites of hostile texts, and who builds them.

    Tests/Hostile/sites.py --mentorbook COMMAND --into FOLDER

builds sites of thirty profiles each, because a feed has room for thirty, and has a folder of content checked that is to
be refused. `make test-site` does; the tests themselves build nothing.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from Browser.visitors import chromium
from built_site.site import ROOT, BuiltSite
from Hostile import refusals
from Hostile.profiles import CALM, Profile, as_yaml
from Hostile.texts import hostile_texts

AS_OF = "2027-03-02T12:00:00Z"
BASE = "https://mentors.example.edu/"
ADDRESSES = ("relay", "public", "on-click", "office")
ENTRIES_OF_A_FEED = 30
# Texts of the settings, one to a site.
TITLES = ("Mentors <b>&amp; \"Co\"; {name}", "</script><!--<script>'%0D%0A,\\n", "{{{bio}}} $& مرحبا + 李", "a\\;b:c ]]> x^n")
MESSAGE = "Hello {first_name},\n\nI found you, {mentor}, on {site}; { x } & 100%.\n\n{profile_url}\n"


def built() -> Path:
    """The folder of all that this file builds."""
    folder = Path(os.environ.get("HOSTILE_SITES") or ROOT / ".build" / "hostile-sites")
    assert (folder / "refused").is_dir(), f"no sites in {folder}: run Tests/Hostile/sites.py first"
    return folder


@dataclass(frozen=True)
class HostileSite:
    """One built site."""

    folder: Path

    @staticmethod
    def all() -> list["HostileSite"]:
        return [HostileSite(folder) for folder in sorted(built().glob("site-*"))]

    @cached_property
    def site(self) -> BuiltSite:
        return BuiltSite(self.folder / "output")

    @cached_property
    def settings(self) -> dict[str, Any]:
        return yaml.safe_load((self.folder / "content" / "site.yaml").read_text(encoding="utf-8"))

    @cached_property
    def profiles(self) -> list[Profile]:
        """The calm one first."""
        return [Profile(**facts) for facts in json.loads((self.folder / "profiles.json").read_text())]


def settings(number: int, texts: list[str]) -> dict[str, Any]:
    """A site's settings. All texts of its profiles are also what a request can be about."""
    title = TITLES[number % len(TITLES)]
    facets = ("industry", "expertise", "help_with", "languages", "school")
    return {
        "title": title, "tagline": title, "organization": title, "base_url": BASE, "timezone": "Europe/Berlin",
        "contact": {"name": title, "email": "office@example.edu"},
        "directory": {"page_size": 1000, "order": "name", "feed": True, "search_engines": True},
        "facets": [{"field": field, "label": f"{field} {title}", "plural": f"{field}s {title}"} for field in facets],
        "fields": {
            "affinity": {"kind": "terms", "label": f"Affinity {title}", "facet": True},
            "ask_me_about": {"kind": "text", "label": f"About {title}"},
        },
        "requests": {
            "address": ADDRESSES[number % len(ADDRESSES)], "subject": "{site}: {mentor}", "message": MESSAGE,
            "calendars": ["google", "outlook", "microsoft365", "teams"], "web_mail": ["gmail", "outlook"],
            "purposes": [Profile(0, text).written("purpose") for text in texts],
        } | ({"relay": "mentors.{slug}@example.edu"} if number % len(ADDRESSES) == 0 else {}),
        "privacy": {"vcard": True, "vcard_4": True, "phone": True},
        "scheduling": {"slots": 2, "horizon": "14d"},
    }


def write_site(number: int, texts: list[str], folder: Path) -> None:
    """The content of a site: a calm profile, and one for each text."""
    content = folder / "content"
    shutil.rmtree(folder, ignore_errors=True)
    (content / "mentors").mkdir(parents=True)
    profiles = [Profile(0, CALM)]
    profiles += [Profile(number * ENTRIES_OF_A_FEED + index, text) for index, text in enumerate(texts, 1)]
    (content / "site.yaml").write_text(as_yaml(settings(number, texts)), encoding="utf-8")
    for profile in profiles:
        (content / "mentors" / f"{profile.slug}.md").write_text(profile.source(), encoding="utf-8")
    (folder / "profiles.json").write_text(json.dumps([asdict(profile) for profile in profiles]))


def run(mentorbook: Path, command: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [mentorbook, command, "--quiet", "--as-of", AS_OF, *options], cwd=folder, capture_output=True, text=True,
        check=False, env=os.environ | {"MENTORBOOK_SHARE": str(ROOT)})


def build(mentorbook: Path, into: Path) -> None:
    """Builds all sites, and has what is to be refused refused."""
    with chromium() as browser:
        texts = hostile_texts(browser)
    size = ENTRIES_OF_A_FEED - 1
    for number, start in enumerate(range(0, len(texts), size)):
        folder = into / f"site-{number:02}"
        write_site(number, texts[start:start + size], folder)
        result = run(mentorbook, "build", folder)
        (folder / "findings.txt").write_text(result.stderr)
        if result.returncode:
            sys.exit(f"{folder.name}:\n{result.stderr[:5000]}")
    folder = into / "refused"
    shutil.rmtree(folder, ignore_errors=True)
    refusals.write(texts, folder)
    result = run(mentorbook, "build", folder, "--format", "json")
    (folder / "findings.json").write_text(result.stdout)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--mentorbook", type=Path, required=True)
    options.add_argument("--into", type=Path, required=True)
    given = options.parse_args()
    build(given.mentorbook.resolve(), given.into)
