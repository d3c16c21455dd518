"""Explore where the index can't be had, or scripts don't run: the pages themselves are enough."""

import re

import pytest
from playwright.sync_api import expect

from Browser.exploring import explore, found, settled, tally
from Browser.visitors import Visitors, follow
from built_site.site import BuiltSite


@pytest.mark.parametrize("path", ["", "explore/", "explore/page/2/", "explore/industry/technology/"])
def test_without_scripts_nothing_is_offered_that_needs_them(visitors: Visitors, path: str) -> None:
    page = visitors.arrive(path, java_script_enabled=False)
    assert page.locator(".scripted").count() > 0
    assert page.locator(".scripted:visible").count() == 0
    expect(page.locator("#search-failed:visible")).to_have_count(0)
    if path:
        expect(page.locator(".card")).not_to_have_count(0)
        expect(page.get_by_role("group", name="Class years")).to_have_count(0)
        assert page.locator(".years li a:visible").count() > 0


@pytest.mark.parametrize("what", ["**/search/entry-*", "**/search/**"])
def test_without_the_index_the_page_says_so_calmly_and_stays_of_use(visitors: Visitors, what: str) -> None:
    page = visitors.arrive("about/")
    page.route(what, lambda route: route.abort())
    page.goto(visitors.home + "explore/?industry=technology")
    expect(page.get_by_text("Searching is not possible right now")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.locator(".card:visible")).to_have_count(24)
    assert page.locator(".years li a:visible").count() > 0
    follow(page.locator(".facet-list li a").nth(8))
    expect(page.locator("body")).to_have_class("term-page")
    leave_with_less(visitors)


def test_a_file_that_fails_on_the_way_can_be_asked_for_again(visitors: Visitors) -> None:
    page = explore(visitors)
    page.route("**/search/words-*/**", lambda route: route.abort())
    page.locator("#search").fill("nurse")
    expect(page.get_by_text("Searching is not possible right now")).to_be_visible()
    settled(page)
    expect(page.locator(".card:visible")).to_have_count(24)
    page.unroute("**/search/words-*/**")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#results-title")).to_have_text(re.compile(r"^\d mentors?$"))
    expect(page.get_by_text("Searching is not possible right now")).to_be_hidden()
    assert "mentors/hong-nhung-nguyen/" in found(page) and tally(page) != "38 mentors"
    leave_with_less(visitors)


def leave_with_less(visitors: Visitors) -> None:
    """What a browser says of files that it did not get is no complaint here."""
    visitors.leave()
    visitors.complaints[:] = [
        heard for heard in visitors.complaints
        if not re.search("ERR_FAILED|preload|Failed to fetch|Search index", heard)
    ]


def test_without_an_index_a_page_asks_for_none(site: BuiltSite) -> None:
    """Only the directory's first page names the index; others lead to it."""
    for page in site.of_kind("explore") + site.of_kind("term"):
        names = [link for link in page.root.findall(".//link") if link.get("as") == "fetch"]
        assert len(names) == (page.path == "explore/"), page
