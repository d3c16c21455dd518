"""Content that has to be refused: hostile texts where a field takes no text, and characters that no field takes."""

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path

# Fields that take one form only, each with how a value stands in its line.
STRICT = {
    "email": "email: {}", "phone": "phone: {}", "contact": "contact: {{prefer: {}}}", "class_year": "class_year: {}",
    "photo": "photo: {}", "timezone": "timezone: {}", "mentoring": "mentoring: [{}]",
    "meeting_modes": "meeting_modes: [{}]", "status": "status: {}", "capacity": "capacity: {}",
    "verified": "verified: {}", "joined": "joined: {}", "consent": "consent: {}", "draft": "draft: {}",
    "availability": "availability: {}", "links": "links: {{website: {}}}",
    "own_link": "own_link: {}", "own_email": "own_email: {}", "own_number": "own_number: {}", "own_date": "own_date: {}",
    "own_flag": "own_flag: {}",
}
# Fields of text, which take all but control characters.
TEXTS = {
    field: field + ": {}"
    for field in ("name", "sort_name", "called", "pronouns", "headline", "school", "degree", "employer", "title",
                  "industry", "meeting_place", "location", "own_text", "majors", "expertise", "own_terms")
} | {"link": "links: {{{}: https://example.org/}}", "city": "location: {{city: {}}}", "help_with": "help_with: [a, {}]"}
SETTINGS = """title: Refused
fields:
  own_text: {kind: text}
  own_terms: {kind: terms}
  own_link: {kind: link}
  own_email: {kind: email}
  own_number: {kind: number}
  own_date: {kind: date}
  own_flag: {kind: flag}
contact: {email: office@example.edu}
"""
# A field with a character in it that YAML can't hold as it is.
RAW = "raw"
NOT_IN_YAML = [chr(code) for code in (*range(1, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)]
# The line on which the hostile text stands.
LINE = 3


@dataclass(frozen=True)
class Refusal:
    """A profile that is in order but for one value."""

    slug: str
    field: str
    text: str

    @property
    def file(self) -> str:
        return f"mentors/{self.slug}.md"

    def source(self) -> str:
        if self.field == RAW:
            return f"---\nname: Calm\nheadline: 'a{self.text}'\n---\n"
        form = (STRICT | TEXTS)[self.field]
        first = "pronouns: they" if self.field == "name" else "name: Calm"
        return f"---\n{first}\n{form.format(quoted(self.text))}\n---\n"


def quoted(text: str) -> str:
    """A text as YAML, with escapes for all that YAML can't hold as it is."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else "\\U%08x" % ord(c) for c in written)


def refusals(texts: list[str]) -> list[Refusal]:
    controls = [text for text in texts if any(unicodedata.category(c) == "Cc" and c not in "\t\n\r" for c in text)]
    strict = [(field, text) for field in STRICT for text in texts]
    loose = [(field, text) for field in TEXTS for text in controls]
    raw = [(RAW, character) for character in NOT_IN_YAML if character not in "\t\n\r"]
    cases = enumerate(strict + loose + raw)
    return [Refusal(f"refused-{number:05}", field, text) for number, (field, text) in cases]


def write(texts: list[str], folder: Path) -> None:
    (folder / "content" / "mentors").mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text(SETTINGS)
    for refusal in refusals(texts):
        (folder / "content" / refusal.file).write_text(refusal.source(), encoding="utf-8")
    (folder / "texts.json").write_text(json.dumps(texts))
