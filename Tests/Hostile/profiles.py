"""Profiles with a hostile text in each of their fields, and what every field has to say on the site."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from Hostile.texts import allowed, on_one_line

# A calm text makes the page that all others are compared with.
CALM = "calm words"
# Each of these holds one text.
TEXTS = (
    "name", "sort_name", "called", "pronouns", "headline", "school", "degree", "employer", "title", "industry",
    "meeting_place", "ask_me_about",
)
# And each of these two.
LISTS = ("majors", "expertise", "help_with", "languages", "affinity")
PLACE = ("city", "region", "country")
# How YAML is written: as is fit, or all in quotation marks of one kind.
STYLES = (None, '"', "'")


@dataclass(frozen=True)
class Profile:
    """A profile of one text. What it says begins with the field's name, so that no field can pass for another."""

    number: int
    text: str

    @property
    def slug(self) -> str:
        return f"mentor-{self.number:04}"

    @property
    def email(self) -> str:
        return f"mentor.{self.number}@example.net"

    def written(self, field: str) -> str:
        """What stands in a field's place."""
        return f"{field.replace('_', ' ')} {self.number} {allowed(self.text)}"

    def kept(self, field: str) -> str:
        """What a reader finds there."""
        return on_one_line(self.written(field))

    @property
    def link_name(self) -> str:
        """What a link is called. A name may not end in a no-break space."""
        return self.written("link").rstrip("\u00a0 \t\r\n")

    @cached_property
    def biography(self) -> str:
        """One line, of which every mark stands for itself."""
        return " ".join(self.kept("bio").split())

    def source(self) -> str:
        """The file."""
        fields: dict[str, Any] = {field: self.written(field) for field in TEXTS}
        fields |= {field: [self.written(field), self.written(field + " two")] for field in LISTS}
        fields["location"] = {part: self.written(part) for part in PLACE}
        fields["links"] = {self.link_name: "https://example.org/?q=" + url_part(self.text)}
        fields |= {"email": self.email, "phone": "+1 202 555 0123", "meeting_modes": ["in-person", "video"]}
        fields |= {"timezone": "America/St_Johns", "joined": "2026-09-01", "consent": "true"}
        fields |= {"availability": {"weekly": ["mon 9:00-10:00"], "feed": "true"}}
        matter = as_yaml(fields, STYLES[self.number % len(STYLES)])
        body = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", self.biography)
        return f"---\n{matter}---\n\n{body}\n\n{self.text}\n"


def as_yaml(fields: dict[str, Any], style: str | None = None) -> str:
    """Fields as another program writes them. What Mentorbook takes as an escape only gets one."""
    written = yaml.safe_dump(fields, allow_unicode=True, default_style=style, sort_keys=False)
    if re.search("[\u2028\u2029]", written):
        return yaml.safe_dump(fields, allow_unicode=True, default_style='"', sort_keys=False)
    return written


def url_part(text: str) -> str:
    """As much of a text as an address can hold as it is written."""
    return re.sub(r"\s", "", allowed(text))[:200]
