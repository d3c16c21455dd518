"""The filters of a phone: a sheet over the page."""

import re

from playwright.sync_api import expect

from Browser.exploring import asked, explore, found, largest_terms, members, settled, tally
from Browser.visitors import Visitors
from built_site.site import BuiltSite


def test_filters_are_set_in_a_sheet_that_counts_along(visitors: Visitors, site: BuiltSite) -> None:
    (one, label), (other, other_label) = largest_terms(site, "industry")
    page = explore(visitors, width=360, height=740, has_touch=True)
    sheet = page.get_by_role("dialog", name="Filter mentors")
    expect(sheet).to_be_hidden()
    page.get_by_role("button", name="Filter mentors").tap()
    expect(sheet).to_be_visible()
    for name in (label, other_label):
        sheet.get_by_label(name).tap()
        settled(page)
    expected = members(site, f"industry/{one}") | members(site, f"industry/{other}")
    done = sheet.get_by_role("button", name=re.compile("^Show"))
    expect(done).to_have_text(f"Show {len(expected)} mentors")
    done.tap()
    expect(sheet).to_be_hidden()
    assert set(found(page)) == expected
    expect(page.get_by_role("button", name="Filter mentors (2)")).to_be_focused()
    page.go_back()
    settled(page)
    assert asked(page) == {"industry": [one]}


def test_escape_closes_the_sheet_and_keeps_what_was_chosen(visitors: Visitors) -> None:
    page = explore(visitors, width=360, height=740)
    page.get_by_role("button", name="Filter mentors").press("Enter")
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("In the next 14 days").press("Space")
    settled(page)
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert asked(page) == {"within": ["14"]}


def test_clear_in_the_sheet_takes_all_back(visitors: Visitors) -> None:
    page = explore(visitors, "?within=14&mentoring=flash", width=360, height=740)
    page.get_by_role("button", name="Filter mentors (2)").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name="Clear all").click()
    settled(page)
    expect(sheet.get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(sheet.get_by_role("button", name="Show 38 mentors")).to_be_visible()


def test_a_tap_beside_the_sheet_closes_it(visitors: Visitors) -> None:
    page = explore(visitors, width=360, height=740)
    page.get_by_role("button", name="Filter mentors").click()
    page.mouse.click(180, 20)
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_window_that_grows_gets_its_filters_beside_the_results(visitors: Visitors) -> None:
    page = explore(visitors, width=360, height=740)
    page.get_by_role("button", name="Filter mentors").click()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("group", name="Industries")).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_role("group", name="Industries")).to_be_hidden()
    assert tally(page) == "38 mentors"
