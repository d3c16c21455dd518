"""The profiles that a site publishes, read from its content folder."""

import html
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from Search.reference.collation import sort_key

# All values as they are written: a language NO is not false, a year is not a number until a field says so.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FRONT_MATTER = re.compile(r"\ufeff?---\r?\n(.*?)^---[ \t]*$(.*)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Profile:
    """One published mentor."""

    slug: str
    fields: dict[str, Any]
    bio: str

    def one(self, name: str) -> str:
        """A field that holds one text; empty where there is none."""
        value = self.fields.get(name) or ""
        return " ".join(value.split()) if isinstance(value, str) and value != "~" else ""

    def many(self, name: str) -> list[str]:
        """A field that holds texts."""
        value = self.fields.get(name) or []
        texts = value if isinstance(value, list) else [value]
        return [" ".join(text.split()) for text in texts if isinstance(text, str) and text.strip() not in ("", "~")]

    def location(self, part: str) -> str:
        """City, region or country. A lone text is the city."""
        place = self.fields.get("location") or {}
        if isinstance(place, str):
            return place if part == "city" else ""
        return (place.get(part) or "").strip()

    def day(self, name: str) -> date | None:
        """A field that holds a date."""
        return date.fromisoformat(self.one(name)) if self.one(name) else None

    def is_true(self, name: str) -> bool:
        """A field that holds true or false."""
        return self.one(name).lower() in ("true", "yes", "on", "y")


@dataclass(frozen=True)
class Content:
    """A content folder as of an instant."""

    folder: Path
    as_of: datetime

    @cached_property
    def settings(self) -> dict[str, Any]:
        return yaml.load((self.folder / "site.yaml").read_text(encoding="utf-8"), _LOADER)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.settings.get("timezone") or "UTC")

    @property
    def today(self) -> date:
        """The site's own date."""
        return self.as_of.astimezone(self.zone).date()

    @cached_property
    def mentors(self) -> list[Profile]:
        """Published mentors in the order of their names: a mentor's index is the mentor's number."""
        found = [self._profile(path) for path in sorted((self.folder / "mentors").rglob("*.md"))]
        locale = self.settings.get("locale") or "en"
        return sorted(
            (profile for profile in found if self._is_published(profile)),
            key=lambda mentor: (sort_key(mentor.one("sort_name") or mentor.one("name"), locale), mentor.slug))

    def is_paused(self, mentor: Profile) -> bool:
        """Whether a mentor takes no requests today, for a while or until somebody confirms the profile."""
        until = mentor.day("paused_until")
        if mentor.one("status") == "paused" and (until is None or until > self.today):
            return True
        verified = mentor.day("verified")
        return bool(self._verified_within and verified and (self.today - verified).days > self._verified_within)

    def is_confirmed_of_late(self, mentor: Profile) -> bool:
        """Whether a profile was confirmed in the first three quarters of the time that it is given, if it is given any."""
        confirmed = mentor.day("verified") or mentor.day("joined")
        if not self._verified_within:
            return True
        return confirmed is not None and (self.today - confirmed).days <= self._verified_within * 3 / 4

    @property
    def _verified_within(self) -> int:
        """Days after which a profile is paused unless somebody confirms it; 0 for never."""
        return int(((self.settings.get("privacy") or {}).get("verified_within") or "0").rstrip("d"))

    def _is_published(self, mentor: Profile) -> bool:
        needs_consent = (self.settings.get("privacy") or {}).get("consent") == "required"
        consent = mentor.one("consent")
        withheld = mentor.one("status") == "hidden" or mentor.is_true("draft")
        refused = consent != "" and not mentor.is_true("consent")
        return not withheld and not refused and not (needs_consent and consent == "")

    @staticmethod
    def _profile(path: Path) -> Profile:
        written = _FRONT_MATTER.match(path.read_text(encoding="utf-8"))
        assert written, f"{path} has no front matter"
        return Profile(path.stem, yaml.load(written[1], _LOADER), _plain(written[2]))


def _plain(markdown: str) -> str:
    """A biography's text. Other marks than those of links, comments and numbered lists are no words anyway."""
    text = re.sub(r"<!--.*?-->", " ", markdown, flags=re.DOTALL)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^\s*\d+[.)]\s", "", text, flags=re.MULTILINE)
    return html.unescape(text)
