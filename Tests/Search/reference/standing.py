"""Where each word of a mentor stands: docs/search-format.md, "Words". The higher class counts."""

from Search.reference.content import Content
from Search.reference.folding import indexed, queried, respelled
from Search.reference.terms import Facet, values

BIO, PLACE, STUDIES, HELP, HEADLINE, WORK, NAME = 0, 1, 2, 3, 4, 5, 6
_FIELDS = {
    "city": PLACE, "region": PLACE, "country": PLACE,
    "school": STUDIES, "degree": STUDIES, "majors": STUDIES,
    "help_with": HELP, "languages": HELP, "meeting_modes": HELP, "mentoring": HELP,
    "headline": HEADLINE,
    "employer": WORK, "title": WORK, "industry": WORK, "expertise": WORK,
}
_DECLARED = {"text": STUDIES, "terms": HELP, "flag": HELP}


def name_class(words: int) -> int:
    """The class of a name of so many words."""
    return NAME - 1 + min(words, 4)


def standing_words(content: Content, facets: list[Facet]) -> list[dict[str, int]]:
    """For each mentor, the class of each word."""
    return [_words_of(number, content, facets) for number in range(len(content.mentors))]


def _words_of(number: int, content: Content, facets: list[Facet]) -> dict[str, int]:
    mentor = content.mentors[number]
    found: dict[str, int] = {}

    def stand(text: str, place: int) -> None:
        for word in indexed(text):
            found[word] = max(place, found.get(word, 0))

    stand(mentor.bio, BIO)
    declared = {name: (settings or {}).get("kind") or "text" for name, settings in _declared(content).items()}
    places = _FIELDS | {name: _DECLARED[kind] for name, kind in declared.items() if kind in _DECLARED}
    for name, place in places.items():
        for text in _texts(number, name, content, facets):
            stand(text, place)
    stand(respelled(mentor.one("employer")), WORK)
    name = mentor.one("name")
    for text in (name, respelled(name)):
        stand(text, name_class(len(queried(name))))
    # What a mentor is called never lowers the words of the name, whose class tells how long the name is.
    for word in indexed(mentor.one("called")) + indexed(respelled(mentor.one("called"))):
        if found.get(word, 0) < NAME:
            found[word] = name_class(4)
    return found


def _declared(content: Content) -> dict[str, dict[str, str]]:
    return content.settings.get("fields") or {}


def _texts(number: int, name: str, content: Content, facets: list[Facet]) -> list[str]:
    """A field's texts: as written, as the settings call them, and all other words for the same."""
    texts = list(values(content.mentors[number], name, content))
    facet = next((facet for facet in facets if facet.field == name), None)
    if facet:
        for term, members in facet.members.items():
            if number in members:
                texts += [facet.labels[term], *facet.synonyms.get(term, [])]
    return texts
