"""The theme's own search module, run in a browser over the files of a built site."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from Search.reference.search import Query
from Search.sites import AS_OF, SearchSite
from built_site.web_server import serving

_ASK = """
async ({engine, entry, now, timeZone, queries, shown, isAllCounted}) => {
  const {openIndex} = await import(engine);
  const index = await openIndex(entry, {now: new Date(now), timeZone});
  if (isAllCounted) for (const {slug} of index.entry.facets) await index.terms(slug);
  const answers = [];
  for (const asked of queries) {
    const query = {
      text: asked.text, within: asked.within, sort: asked.sort, hours: new Set(asked.hours),
      filters: new Map(Object.entries(asked.filters).map(([facet, terms]) => [facet, new Set(terms)])),
      years: new Map(Object.entries(asked.years)),
    };
    const found = await index.search(query);
    const counts = {};
    if (isAllCounted !== null) await index.counts(query, (facet, terms) => (counts[facet] = Object.fromEntries(terms)));
    answers.push({total: found.total, numbers: await found.numbers(0, shown), counts});
  }
  return answers;
}
"""
_CARDS = """
async ({engine, entry}) => {
  const index = await (await import(engine)).openIndex(entry);
  return index.cards(Array.from({length: index.entry.mentors}, (_, number) => number));
}
"""
EVERYONE = 1_000_000


@dataclass(frozen=True)
class Answer:
    """What the engine found: how many, the numbers of the first, counts by facet and term."""

    total: int
    numbers: list[int]
    counts: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Engine:
    """A browser with a page of the site, which has the module at hand."""

    page: Page
    addresses: dict[str, str]

    def ask(
        self, queries: list[Query], visitor: str = "America/New_York", *, shown: int = EVERYONE,
        all_counted: bool | None = True
    ) -> list[Answer]:
        """Asks one after another.

        `all_counted`: whether the terms of all chunks are counted, or only those that a page shows; None for no counts.
        """
        asked = [
            {"text": query.text, "filters": query.filters, "years": query.years, "within": query.within,
             "hours": query.hours, "sort": query.sort} for query in queries]
        world: dict[str, Any] = self.addresses | {
            "now": AS_OF.isoformat(), "timeZone": visitor, "queries": asked, "shown": shown, "isAllCounted": all_counted}
        return [Answer(**answer) for answer in self.page.evaluate(_ASK, world)]

    def cards(self) -> list[str]:
        """The HTML of every mentor's card, by number."""
        return self.page.evaluate(_CARDS, self.addresses)


@contextmanager
def engine_of(site: SearchSite, browser: Browser) -> Iterator[Engine]:
    """Opens a page of the site, served as strictly as all tests do."""
    with serving(site.output) as home:
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.goto(home)
        try:
            yield Engine(page, {"engine": home + site.engine, "entry": home + site.entry})
        finally:
            page.close()
