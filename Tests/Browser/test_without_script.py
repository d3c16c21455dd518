"""The whole site without JavaScript: the script only adds comfort."""

import pytest
from playwright.sync_api import expect

from Browser.visitors import Visitors, follow
from built_site.site import BuiltSite

# What stands on these pages only a browser knows; without its script they say so, and nothing leads to them in vain.
FILLED_BY_THE_BROWSER = {"shortlist", "respond", "connections"}


@pytest.mark.parametrize("width", [360, 1280])
def test_every_kind_of_page_is_reached_by_clicking(visitors: Visitors, site: BuiltSite, width: int) -> None:
    page = visitors.arrive(width=width, java_script_enabled=False)
    body, seen = page.locator("body"), {"home"}

    def click(selector: str) -> None:
        follow(page.locator(selector).first)
        seen.add((body.get_attribute("class") or "").removesuffix("-page"))

    def open_filters() -> None:
        if width < 960:
            page.locator(".facet-list summary").click()

    click("header a[href$='guide/']")
    click(".guide-contents a")
    click("footer a[href$='about/']")
    click("footer a[href$='privacy/']")
    click("footer a[href$='join/']")
    click("footer a[href$='explore/']")
    click(".pagination a[rel=next]")
    open_filters()
    click(".facet-list .more")
    click(".term-index a")
    click(".card h3 a")
    assert seen == {page.kind for page in site.pages} - {"not-found", *FILLED_BY_THE_BROWSER}


@pytest.mark.parametrize("width", [360, 1280])
def test_filtering_goes_from_facet_to_facet(visitors: Visitors, width: int) -> None:
    page = visitors.arrive("explore/", width=width, java_script_enabled=False)
    facets = page.locator(".facet:not(.scripted)")
    assert facets.count() > 3
    for facet in range(facets.count()):
        if width < 960:
            page.locator(".facet-list summary").click()
        link = facets.nth(facet).locator("li a").first
        label = link.evaluate("link => link.firstChild.textContent.trim()")
        link.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(label)
        expect(page.locator(".facet-list [aria-current=page]")).to_have_count(1)
    page.locator(".tally a").click()
    expect(page.locator("body")).to_have_class("explore-page")


def test_a_request_can_be_made(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile, java_script_enabled=False)
    expect(page.locator("#request a[href^='mailto:']").first).to_be_visible()
    slot = page.locator(".slot-list > li").first
    slot.locator("summary").click()
    expect(slot.get_by_role("link")).to_have_count(4)
    expect(page.locator(".all-past")).to_be_hidden()
    page.locator(".letter summary").click()
    expect(page.locator("#letter-text")).to_be_visible()
    expect(page.locator("[data-copy]")).to_be_hidden()


def test_a_full_page_of_the_directory_weighs_at_most_60_kilobytes_without_photos(site: BuiltSite) -> None:
    page = site.by_path["explore/"]
    assert len(page.with_class("card")) == 24
    weight = page.file.stat().st_size
    for sheet in page.root.findall(".//link[@rel='stylesheet']"):
        target = site.resolve(page, sheet.get("href", ""))
        assert target
        weight += site.file_at(target[0]).stat().st_size
    assert weight <= 60 * 1024, f"{weight:,} bytes"
