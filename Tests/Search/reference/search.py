"""A whole query: text, filters, order, counts."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from zoneinfo import ZoneInfo

from Search.reference.content import Content, Profile
from Search.reference.openings import openings
from Search.reference.ranking import Ranking
from Search.reference.standing import standing_words
from Search.reference.terms import facets_of

_BITS = 0xFFFFFFFF
HOURS = ("morning", "afternoon", "evening", "night")


@dataclass(frozen=True)
class Query:
    """What somebody asks for, as the theme's scripts hand it on."""

    text: str = ""
    filters: dict[str, list[str]] = field(default_factory=dict)
    years: dict[str, tuple[int, int]] = field(default_factory=dict)
    within: int = 0
    hours: tuple[str, ...] = ()
    sort: str = ""


class Reference:
    """One site, for a visitor in a time zone."""

    def __init__(self, content: Content, visitor: str) -> None:
        self.content = content
        self.mentors = content.mentors
        self.facets = facets_of(content)
        self.ranking = Ranking(standing_words(content, self.facets))
        self.openings = openings(content)
        self.day = (content.today - date(1970, 1, 1)).days
        self.visitor = ZoneInfo(visitor)
        self.tiers = [self._tier(mentor) for mentor in self.mentors]
        self.joined = [mentor.day("joined") for mentor in self.mentors]

    # Who is found

    def found(self, query: Query) -> list[int]:
        """The numbers of all mentors that the query finds, in its order."""
        scores = self._scores(query)
        left = [number for number in scores if all(self._passes(number, query, own) for own in self._filters(query))]
        return sorted(left, key=lambda number: self._place(number, query, scores))

    def counts(self, query: Query) -> dict[str, dict[str, int]]:
        """For each facet, how many each term would leave, whatever else of that facet is chosen."""
        scores = self._scores(query)
        counts: dict[str, dict[str, int]] = {}
        for facet, members in self.columns.items():
            others = [own for own in self._filters(query) if own != facet]
            left = {number for number in scores if all(self._passes(number, query, own) for own in others)}
            counts[facet] = {term: len(left & having) for term, having in members.items()}
        return counts

    def _scores(self, query: Query) -> dict[int, int]:
        if not query.text.strip():
            return dict.fromkeys(range(len(self.mentors)), 0)
        return self.ranking.scores(query.text)

    def _filters(self, query: Query) -> list[str]:
        """The facets that anything is chosen of. What the site has no facet for is as if it were not asked."""
        chosen = {facet for facet, terms in query.filters.items() if terms} | set(query.years)
        chosen |= {"openings"} if query.within else set()
        chosen |= {"hours"} if query.hours else set()
        return [facet for facet in self.columns if facet in chosen]

    def _passes(self, number: int, query: Query, facet: str) -> bool:
        chosen = set(query.filters.get(facet, ()))
        if facet in query.years:
            first, last = query.years[facet]
            chosen |= {year for year in self.columns[facet] if first <= int(year) <= last}
        if facet == "openings":
            chosen = {str(query.within)}
        if facet == "hours":
            chosen = set(query.hours)
        return any(number in self.columns[facet].get(term, ()) for term in chosen)

    @cached_property
    def columns(self) -> dict[str, dict[str, set[int]]]:
        """Facet → term → the mentors who have it."""
        columns = {facet.slug: facet.members for facet in self.facets}
        if any(self.openings):
            columns["openings"] = {str(days): self._open_within(days) for days in (7, 14)}
            columns["hours"] = {hours: self._open_in(hours) for hours in HOURS}
        return columns

    # Openings

    def _open_within(self, days: int) -> set[int]:
        """Today is none of the days: on a Tuesday, within 7 days is until the next Tuesday ends."""
        end = datetime.combine(
            self.content.today + timedelta(days=days + 1), datetime.min.time(), self.content.zone).astimezone(timezone.utc)
        return {number for number, starts in enumerate(self.openings) if any(start < end for start in starts)}

    def _open_in(self, hours: str) -> set[int]:
        return {
            number for number, starts in enumerate(self.openings)
            if any(self._part_of_day(start) == hours for start in starts)}

    def _part_of_day(self, start: datetime) -> str:
        """By the half hour that an opening begins in, on the visitor's clock of the day that the site was made."""
        half = start.replace(minute=start.minute // 30 * 30, second=0)
        offset = self.content.as_of.astimezone(self.visitor).utcoffset()
        assert offset is not None
        hour = (half + offset).hour
        return "night" if hour < 5 or hour >= 22 else "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"

    # Orders

    def _place(self, number: int, query: Query, scores: dict[int, int]) -> tuple[object, ...]:
        settled = (self.content.settings.get("directory") or {}).get("order") or "fair"
        order = query.sort or ("relevance" if query.text.strip() else settled)
        if order == "name":
            return (number,)
        if order == "newest":
            joined = self.joined[number]
            return (-joined.toordinal() if joined else 0, number)
        if order == "soonest":
            starts = self.openings[number]
            return (not starts, starts[0] if starts else self.content.as_of, number)
        fair = (self.tiers[number], shuffled(self.day, number))
        return (-scores[number], *fair) if order == "relevance" else fair

    def _tier(self, mentor: Profile) -> int:
        if self.content.is_paused(mentor):
            return 2
        return 1 if mentor.one("capacity") == "0" or not self.content.is_confirmed_of_late(mentor) else 0


def shuffled(day: int, number: int) -> int:
    """A mentor's place among equals on one day, in 32-bit arithmetic that wraps."""
    x = (number * 0x9E3779B1 & _BITS) ^ (day * 0x85EBCA6B & _BITS)
    x ^= x >> 16
    x = x * 0x85EBCA6B & _BITS
    x ^= x >> 13
    x = x * 0xC2B2AE35 & _BITS
    return x ^ x >> 16
