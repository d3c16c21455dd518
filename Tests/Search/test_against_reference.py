"""The index and the module that reads it find what the slow, obvious reference finds: who, in which order, how many."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from Search.engine import Answer, Engine, engine_of
from Search.queries import randomly, table
from Search.reference.content import Content
from Search.reference.search import Query, Reference
from Search.sites import AS_OF, SearchSite

SHOWN = 24


@dataclass(frozen=True)
class Bench:
    """One site, searched in both ways."""

    reference: Reference
    engine: Engine


@pytest.fixture(scope="module", params=["sample", "thousand"])
def bench(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Bench]:
    site = SearchSite.named(request.param)
    with engine_of(site, browser) as engine:
        yield Bench(Reference(Content(site.content, AS_OF), "America/New_York"), engine)


def expected(reference: Reference, query: Query) -> Answer:
    """What the reference answers."""
    return Answer(
        total=len(found := reference.found(query)), numbers=found[:SHOWN], counts=reference.counts(query))


def difference(query: Query, ours: Answer, reference: Answer) -> str | None:
    """How the engine's answer differs, in a line or two; None if it does not."""
    if (ours.total, ours.numbers) != (reference.total, reference.numbers):
        return (f"{query}\n  engine    {ours.total} {ours.numbers}\n"
                f"  reference {reference.total} {reference.numbers}")
    for facet in reference.counts.keys() | ours.counts.keys():
        one, other = ours.counts.get(facet, {}), reference.counts.get(facet, {})
        terms = sorted(term for term in one.keys() | other.keys() if one.get(term) != other.get(term))
        if terms:
            return f"{query}\n  {facet}: " + ", ".join(f"{t} {one.get(t)} ≠ {other.get(t)}" for t in terms[:5])
    return None


def check(bench: Bench, queries: list[Query]) -> None:
    """Fails with every query that the two answer differently."""
    answers = bench.engine.ask(queries, shown=SHOWN)
    differences = [
        found for query, answer in zip(queries, answers, strict=True)
        if (found := difference(query, answer, expected(bench.reference, query)))]
    assert not differences, f"{len(differences)} of {len(queries)} queries:\n" + "\n".join(differences[:20])


def test_numbers_are_those_of_the_mentors_in_the_order_of_their_names(bench: Bench) -> None:
    cards = bench.engine.cards()
    assert len(cards) == len(bench.reference.mentors)
    for mentor, card in zip(bench.reference.mentors, cards, strict=True):
        assert f"mentors/{mentor.slug}/" in card


def test_queries_with_something_to_them_find_what_the_reference_finds(bench: Bench) -> None:
    check(bench, table())


def test_random_queries_find_what_the_reference_finds(bench: Bench) -> None:
    check(bench, randomly(300, bench.reference))


def test_terms_that_a_page_shows_are_counted_without_the_others(bench: Bench) -> None:
    queries = randomly(20, bench.reference)
    for query, answer in zip(queries, bench.engine.ask(queries, all_counted=False), strict=True):
        counts = bench.reference.counts(query)
        assert answer.counts.keys() == counts.keys()
        for facet, terms in answer.counts.items():
            assert terms.items() <= counts[facet].items(), (query, facet)


@pytest.mark.parametrize("visitor", ["Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns", "UTC"])
def test_times_of_day_are_those_of_the_visitor(bench: Bench, visitor: str) -> None:
    elsewhere = Reference(bench.reference.content, visitor)
    queries = [Query(hours=(part,)) for part in ("morning", "afternoon", "evening", "night")]
    for query, answer in zip(queries, bench.engine.ask(queries, visitor), strict=True):
        assert answer.numbers == elsewhere.found(query)
        assert answer.counts["hours"] == elsewhere.counts(query)["hours"]
