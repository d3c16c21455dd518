"""What a person comes for, from the home page to a request."""

import re

from playwright.sync_api import Page, expect

from Browser.exploring import choose, settled
from Browser.visitors import Visitors, follow, path_of
from built_site.site import BuiltSite


def test_a_student_finds_a_mentor_with_the_mouse(visitors: Visitors, home: str) -> None:
    page = visitors.arrive()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="guide").click()
    expect(page.locator("body")).to_have_class("guide-page")
    page.locator(".guide-contents a").first.click()
    expect(page.locator("body")).to_have_class("guide-page")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Explore").click()
    expect(page.locator(".card")).not_to_have_count(0)
    choose(page, "Video call")
    name = page.locator(".card h3 a").first.inner_text()
    page.locator(".card").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    follow(page.get_by_role("link", name="Back to all mentors"))
    assert path_of(page, home) == "explore/"


def test_a_student_finds_a_mentor_with_the_keyboard_alone(visitors: Visitors, home: str) -> None:
    page = visitors.arrive()
    tab_to(page, "header a[href$='guide/']")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_class("guide-page")
    tab_to(page, "header a[href$='explore/']")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_class("explore-page")
    settled(page)
    tab_to(page, ".facet-list li input")
    page.keyboard.press("Space")
    settled(page)
    tab_to(page, ".card h3 a")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_class("profile-page")


def test_a_slot_opens_with_the_keyboard_and_shows_its_calendars(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile)
    first, second = page.locator(".slot-list > li").nth(0), page.locator(".slot-list > li").nth(1)
    tab_to(page, ".slot-list summary")
    page.keyboard.press("Enter")
    expect(first.get_by_role("link", name="Google Calendar")).to_be_visible()
    tab_to(page, ".slot-list > li:nth-child(2) summary")
    page.keyboard.press("Space")
    expect(second.get_by_role("link", name="Google Calendar")).to_be_visible()
    expect(first.get_by_role("link", name="Google Calendar")).to_be_hidden()


def test_the_filters_of_a_narrow_screen_fold_and_open(visitors: Visitors) -> None:
    """On pages that don't search themselves; the others have a sheet."""
    page = visitors.arrive("explore/page/2/", width=360)
    first = page.locator(".facet:not(.scripted) li a").first
    expect(first).to_be_hidden()
    page.locator(".facet-list summary").click()
    expect(first).to_be_visible()
    first.click()
    expect(page.locator("body")).to_have_class("term-page")


def test_a_card_is_one_large_target(visitors: Visitors) -> None:
    page = visitors.arrive("explore/", width=360)
    card = page.locator(".card").nth(3)
    name = card.locator("h3").inner_text()
    card.scroll_into_view_if_needed()
    words = card.locator(".headline").bounding_box()
    assert words
    page.mouse.click(words["x"] + words["width"] / 2, words["y"] + words["height"] / 2)
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_the_jump_on_a_narrow_profile_leads_to_the_request(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile, width=360)
    page.locator(".jump a").click()
    expect(page.locator("#request")).to_be_in_viewport()


def test_the_guide_reads_from_page_to_page(visitors: Visitors, site: BuiltSite, home: str) -> None:
    page = visitors.arrive("guide/")
    seen = {"guide/"}
    while page.locator(".sequence a[rel=next]").count():
        follow(page.locator(".sequence a[rel=next]"))
        assert path_of(page, home) not in seen
        seen.add(path_of(page, home))
    assert seen == {found.path for found in site.of_kind("guide")}
    last = path_of(page, home)
    follow(page.locator(".sequence a[rel=prev]"))
    follow(page.locator(".sequence a[rel=next]"))
    assert path_of(page, home) == last


def test_contents_of_a_guide_page_lead_to_its_headings(visitors: Visitors, kinds: dict[str, str]) -> None:
    page = visitors.arrive(kinds["guide page"], width=1440)
    link = page.locator(".contents a").last
    link.click()
    heading = page.locator(f"[id='{link.get_attribute('href').split('#')[1]}']")
    expect(heading).to_be_in_viewport()
    expect(heading).to_have_text(re.compile(re.escape(link.inner_text())))


def tab_to(page: Page, selector: str, limit: int = 120) -> None:
    """Presses Tab until the first element that fits has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement === document.querySelector(s)", selector):
            return
    raise AssertionError(f"{selector} is not reached with {limit} tabs")
