"""Who belongs to which term of which facet: docs/settings.md, "Facets"."""

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from Search.reference.content import Content, Profile
from Search.reference.folding import folded

_USUAL = ("industry", "expertise", "help_with", "languages", "meeting_modes")
_CHOICES = ("mentoring", "meeting_modes")


@dataclass
class Facet:
    """A field that one can filter by. `members` has the numbers of the mentors of each term, by the term's slug."""

    field: str
    slug: str
    members: dict[str, set[int]]
    labels: dict[str, str]
    # For each term all other words that the settings bring to it.
    synonyms: dict[str, list[str]] = field(default_factory=dict)


def facets_of(content: Content) -> list[Facet]:
    """The facets in the order of the settings, without those that nobody has a term of."""
    definitions = content.settings.get("facets")
    if definitions is None:
        definitions = [{"field": name} for name in _USUAL]
    listed = {definition["field"] for definition in definitions}
    own = [
        {"field": name} for name, settings in (content.settings.get("fields") or {}).items()
        if (settings or {}).get("facet") == "true" and name not in listed]
    found = [_facet(definition, content) for definition in [*definitions, *own]]
    return [facet for facet in found if facet.members]


def values(mentor: Profile, name: str, content: Content) -> list[str]:
    """What a mentor's field holds, as the profile has it."""
    declared = (content.settings.get("fields") or {}).get(name)
    if declared is not None and declared.get("kind") == "flag":
        return [declared.get("label") or name] if mentor.is_true(name) else []
    if name in ("city", "region", "country") and declared is None:
        return [mentor.location(name)] if mentor.location(name) else []
    found = mentor.many(name)
    return [value.lower().replace("_", "-").replace(" ", "-") for value in found] if name in _CHOICES else found


def _facet(definition: dict[str, Any], content: Content) -> Facet:
    slugs, labels = _settled(definition)
    members: dict[str, set[int]] = defaultdict(set)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for number, mentor in enumerate(content.mentors):
        for value in values(mentor, definition["field"], content):
            key = slug(value)
            if key:
                members[slugs.get(key, key)].add(number)
                spellings[slugs.get(key, key)][value] += 1
    for term, written in spellings.items():
        labels.setdefault(term, min(written, key=lambda spelling: (-written[spelling], spelling)))
    synonyms: dict[str, list[str]] = defaultdict(list)
    for word in definition.get("synonyms") or {}:
        synonyms[slugs[slug(word)]].append(word)
    return Facet(definition["field"], slug(definition["field"]), dict(members), labels, synonyms)


def _settled(definition: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """What the settings say of a facet: a written word's slug → its term's slug, and a term's slug → its label."""
    slugs: dict[str, str] = {}
    labels: dict[str, str] = {}
    for written, term in sorted((definition.get("terms") or {}).items()):
        term = {"label": term} if isinstance(term, str) else term
        own = term.get("slug") or slug(written)
        labels[own] = term.get("label") or written
        for key in (slug(written), own, slug(labels[own])):
            slugs.setdefault(key, own)
    for written, target in sorted((definition.get("synonyms") or {}).items()):
        own = slugs.setdefault(slug(target), slug(target))
        labels.setdefault(own, target)
        slugs[slug(written)] = own
    return slugs, labels


def slug(text: str) -> str:
    """A term's name in web addresses. Only Latin letters lose their marks; C++ is c-plus."""
    text = re.sub("['\u2019\u02bc\u02bb]", "", unicodedata.normalize("NFC", text))
    text = re.sub(r"(?<=\w)[+#]", lambda sign: {"+": "-plus-", "#": "-sharp-"}[sign[0]], text)
    return "-".join(re.findall(r"[^\s-]+", "".join(_in_slug(character) for character in text)))


def _in_slug(character: str) -> str:
    if unicodedata.category(character)[0] not in "LMN" or unicodedata.category(character) == "No":
        return "-"
    bare = folded(character)
    is_latin = bare.isascii() and unicodedata.name(character, "").startswith("LATIN")
    return bare if is_latin else character.lower()
