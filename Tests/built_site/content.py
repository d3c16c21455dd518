"""The content folder, read independently of the generator, for what must and must not be published."""

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from built_site.site import ROOT


@dataclass(frozen=True)
class MentorFile:
    """The front matter of one profile."""

    slug: str
    fields: dict[str, Any]

    @property
    def is_withheld(self) -> bool:
        """Hidden, or without the consent that the site requires: not one byte of it is published."""
        consent_required = settings().get("privacy", {}).get("consent") == "required"
        return self.fields.get("status") == "hidden" or (consent_required and self.fields.get("consent") is not True)


@cache
def content_folder() -> Path:
    return Path(os.environ.get("CONTENT") or ROOT / "content")


@cache
def settings() -> dict[str, Any]:
    return yaml.safe_load((content_folder() / "site.yaml").read_text(encoding="utf-8"))


@cache
def mentors() -> tuple[MentorFile, ...]:
    """All mentors of the content folder, published or not."""
    files = sorted((content_folder() / "mentors").glob("*.md"))
    return tuple(MentorFile(file.stem, _front_matter(file)) for file in files)


def _front_matter(file: Path) -> dict[str, Any]:
    written = re.match(r"\ufeff?---\r?\n(.*?)^---\s*$", file.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert written, f"{file.name} has no front matter"
    return yaml.safe_load(written[1])
