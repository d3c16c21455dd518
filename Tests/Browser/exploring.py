"""Searching and filtering the directory, and who should be found: the pages of terms know, and were made without search."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from Browser.visitors import Visitors
from built_site.html_tree import text
from built_site.site import BuiltSite


def explore(visitors: Visitors, address: str = "", **options: object) -> Page:
    """A visitor on the directory, once it can be searched. `address` is what stands behind `explore/`."""
    page = visitors.arrive(f"explore/{address}", **options)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Waits until the list is what was asked for."""
    expect(page.locator(".results .cards")).to_have_attribute("aria-busy", "false")


def search(page: Page, words: str) -> None:
    """Types words into the search field."""
    page.get_by_role("searchbox", name=re.compile("Search by")).fill(words)
    settled(page)


def choose(page: Page, *labels: str) -> None:
    """Ticks filters."""
    for label in labels:
        box(page, label).click()
        settled(page)


def box(page: Page, label: str) -> Locator:
    """The filter of that name."""
    return page.locator(".facet-list label").filter(has_text=re.compile(rf"^{re.escape(label)}\s*[\d,]*$")).get_by_role("checkbox")


def count_of(page: Page, label: str) -> int:
    """The number beside a filter."""
    return int(box(page, label).locator("xpath=../span[last()]").inner_text())


def found(page: Page) -> list[str]:
    """The profiles on the list, in order."""
    links = page.locator(".cards .card h3 a").evaluate_all("links => links.map((link) => link.href)")
    return [link[link.index("/mentors/") + 1 :] for link in links]


def tally(page: Page) -> str:
    """What the heading of the list says."""
    return page.locator("#results-title").inner_text()


def asked(page: Page) -> dict[str, list[str]]:
    """What the address says."""
    return parse_qs(urlsplit(page.url).query)


def members(site: BuiltSite, term: str) -> set[str]:
    """Who is on the pages of a term: `industry/technology`."""
    return {
        site.resolve(page, link.get("href", ""))[0]
        for page in site.of_kind("term")
        if page.path.startswith(f"explore/{term}/")
        for card in page.with_class("card")
        for link in card.findall(".//h3/a")
    }


def largest_terms(site: BuiltSite, facet: str, count: int = 2) -> list[tuple[str, str]]:
    """Slug and label of the terms of a facet that the directory lists first."""
    links = [
        link
        for part in site.by_path["explore/"].with_class("facet")
        for link in part.findall("ul/li/a")
        if f"{facet}/" in link.get("href", "") and "more" not in link.get("class", "")
    ]
    return [(link.get("href", "").split("/")[-2], " ".join((link.text or "").split())) for link in links][:count]


def name_of(site: BuiltSite, path: str) -> str:
    """Whose profile it is."""
    return text(site.by_path[path].root.find(".//h1"))
