"""Searching: what a student types, and whom they find."""

import re

import pytest
from playwright.sync_api import expect

from Browser.exploring import asked, explore, found, name_of, search, settled, tally
from Browser.visitors import Visitors, follow, path_of
from built_site.site import BuiltSite


@pytest.mark.parametrize(
    ("words", "profile"),
    [
        ("Siobhan ni dhomhnaill", "mentors/siobhan-ni-dhomhnaill/"),
        ("Fatuo Ndiaye", "mentors/fatou-ndiaye/"),
        ("wojick", "mentors/malgorzata-wojcik/"),
        ("thorun", "mentors/thorunn-sigurdardottir/"),
        ("ozturk", "mentors/cagla-ozturk/"),
        ("陈思", "mentors/chen-siyuan/"),
        ("OCONNELL", "mentors/liam-oconnell/"),
    ],
)
def test_a_student_finds_a_mentor_by_name_however_it_is_spelt(visitors: Visitors, words: str, profile: str) -> None:
    page = explore(visitors)
    search(page, words)
    assert found(page)[0] == profile


def test_results_come_with_every_letter_and_open_the_profile(visitors: Visitors, site: BuiltSite, home: str) -> None:
    page = explore(visitors)
    page.locator("#search").press_sequentially("kipro", delay=30)
    expect(page.locator("#results-title")).to_have_text("1 mentor")
    assert found(page) == ["mentors/samuel-kiprotich/"]
    follow(page.locator(".card h3 a"))
    assert path_of(page, home) == "mentors/samuel-kiprotich/"
    expect(page.get_by_role("heading", level=1)).to_have_text(name_of(site, "mentors/samuel-kiprotich/"))


def test_a_search_is_one_step_of_the_history_however_many_letters_it_has(visitors: Visitors) -> None:
    page = explore(visitors)
    entries = page.evaluate("history.length")
    page.locator("#search").press_sequentially("nurse", delay=20)
    settled(page)
    page.wait_for_url("**/explore/?q=nurse")
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    settled(page)
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator(".card")).to_have_count(24)


def test_a_search_begins_on_the_home_page(visitors: Visitors) -> None:
    page = visitors.arrive("")
    page.get_by_role("searchbox").fill("teacher")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settled(page)
    assert asked(page)["q"] == ["teacher"]
    assert "mentors/aaliyah-brooks/" in found(page)


def test_a_search_on_a_terms_page_keeps_the_term(visitors: Visitors) -> None:
    page = visitors.arrive("explore/industry/technology/")
    page.get_by_role("searchbox").fill("designer")
    with page.expect_navigation():
        page.get_by_role("button", name="Search").click()
    settled(page)
    assert asked(page) == {"q": ["designer"], "industry": ["technology"]}
    expect(page.get_by_role("button", name="Remove Technology")).to_be_visible()


def test_where_nobody_is_found_the_page_says_what_to_leave_out(visitors: Visitors) -> None:
    page = explore(visitors, "?q=nurse&industry=technology")
    assert tally(page) == "Nobody matches all of this"
    expect(page.locator(".card:visible")).to_have_count(0)
    way_out = page.get_by_role("button", name=re.compile("^Without Technology"))
    promised = re.search(r"(\d+) mentor", way_out.inner_text())
    way_out.click()
    settled(page)
    assert promised and tally(page).startswith(promised[1])
    assert asked(page) == {"q": ["nurse"]}


def test_an_opening_that_has_passed_is_not_offered_on_cards_that_were_found(visitors: Visitors, now) -> None:
    page = explore(visitors, "?sort=soonest", now=now.replace(year=now.year + 1))
    assert page.locator(".card [data-slot]").count() > 2
    assert page.locator(".card [data-slot]:visible").count() == 0


def test_the_count_is_announced_politely_and_once(visitors: Visitors) -> None:
    page = explore(visitors)
    page.evaluate("""() => {
      globalThis.heard = [];
      const status = document.querySelector(".results [role=status]");
      new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
    }""")
    # All letters within one moment of the page: a busy machine may take longer between two keys than the page waits.
    page.locator("#search").evaluate("""(search) => {
      for (const letter of "teach") {
        search.value += letter;
        search.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter, inputType: "insertText" }));
      }
    }""")
    settled(page)
    count = tally(page)
    page.wait_for_timeout(1200)
    assert page.evaluate("heard") == [count]
