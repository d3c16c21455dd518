"""Who comes first: queries of relevance.tsv over ten thousand generated mentors, judged by the profiles alone."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from Search.engine import Answer, engine_of
from Search.reference.content import Content, Profile
from Search.reference.search import Query
from Search.sites import AS_OF, SearchSite

FIRST = 5
# Two words for one, a name without its space, an employer called like a family: these are known not to come first.
AT_ONE = 0.97
AT_FIVE = 0.97


@dataclass(frozen=True)
class Row:
    """What somebody types, whom they mean, and whether everybody found has to be meant."""

    query: str
    wanted: str
    is_strict: bool

    def means(self, mentor: Profile) -> bool:
        return all(
            any(_holds(condition, mentor) for condition in either.split("|")) for either in self.wanted.split(";"))


@dataclass(frozen=True)
class Judged:
    """A row with what the engine found for it: the first five, and all who are meant."""

    row: Row
    answer: Answer
    meant: set[int]

    @property
    def first_is_meant(self) -> bool:
        return bool(self.answer.numbers) and self.answer.numbers[0] in self.meant

    @property
    def precision(self) -> float:
        """The share of those meant among the first five, or among as many as there are."""
        first = self.answer.numbers[:FIRST]
        return len(self.meant.intersection(first)) / min(FIRST, len(self.meant))


def _holds(condition: str, mentor: Profile) -> bool:
    sign = "=" if "=" in condition else "~"
    field, _, value = condition.partition(sign)
    place = field in ("city", "region", "country")
    values = [mentor.location(field)] if place else mentor.many(field)
    values = [unicodedata.normalize("NFC", text) for text in values]
    return value in values if sign == "=" else any(value in text for text in values)


def rows() -> list[Row]:
    """The table's rows, without its head."""
    lines = (Path(__file__).parent / "relevance.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [Row(query, wanted, every == "yes") for query, wanted, every, _ in cells]


@pytest.fixture(scope="module")
def judged(browser: Browser) -> Iterator[list[Judged]]:
    site = SearchSite.named("ten-thousand")
    mentors = Content(site.content, AS_OF).mentors
    with engine_of(site, browser) as engine:
        answers = engine.ask([Query(row.query) for row in rows()], all_counted=None)
    yield [
        Judged(row, answer, {number for number, mentor in enumerate(mentors) if row.means(mentor)})
        for row, answer in zip(rows(), answers, strict=True)]


def test_every_row_means_somebody(judged: list[Judged]) -> None:
    assert len(judged) >= 60
    assert not [one.row for one in judged if not one.meant]


def test_those_who_are_meant_come_first(judged: list[Judged], capsys: pytest.CaptureFixture[str]) -> None:
    at_one = sum(one.first_is_meant for one in judged) / len(judged)
    at_five = sum(one.precision for one in judged) / len(judged)
    with capsys.disabled():
        print(f"\nrelevance: {len(judged)} queries, precision@1 {at_one:.3f}, precision@{FIRST} {at_five:.3f}")
        for one in judged:
            if not one.first_is_meant:
                print(f"  another comes first: {one.row.query}")
    assert at_one >= AT_ONE
    assert at_five >= AT_FIVE


def test_nobody_else_is_found_where_words_can_mean_nobody_else(judged: list[Judged]) -> None:
    strays = {one.row.query: len(set(one.answer.numbers) - one.meant) for one in judged if one.row.is_strict}
    assert not {query: count for query, count in strays.items() if count}
