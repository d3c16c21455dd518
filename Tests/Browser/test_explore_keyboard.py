"""Explore by keyboard alone, and as a screen reader has it."""

import re

import pytest
from playwright.sync_api import Page, expect

from Browser.exploring import asked, explore, found, settled, tally
from Browser.visitors import Visitors


def tab_until(page: Page, condition: str, key: str = "Tab", limit: int = 150) -> None:
    """Presses a key until the focused element `e` is what the condition says."""
    for _ in range(limit):
        page.keyboard.press(key)
        if page.evaluate(f"(() => {{ const e = document.activeElement; return {condition}; }})()"):
            return
    raise AssertionError(f"{limit} times {key} never reach {condition}")


def test_a_student_searches_filters_and_opens_a_profile_without_a_mouse(visitors: Visitors) -> None:
    page = explore(visitors)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("engineer")
    settled(page)
    tab_until(page, "e.type === 'checkbox' && !e.disabled")
    page.keyboard.press("Space")
    settled(page)
    assert asked(page)["q"] == ["engineer"] and len(asked(page)) == 2
    expect(page.locator(".facet-list :checked")).to_be_focused()
    tab_until(page, "e.matches('.card h3 a')")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_escape_empties_the_search(visitors: Visitors) -> None:
    page = explore(visitors, "?q=nurse")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    settled(page)
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator("#search")).to_be_focused()
    assert asked(page) == {}


def test_a_slash_that_is_typed_somewhere_stays_there(visitors: Visitors) -> None:
    page = explore(visitors)
    page.locator("#search").press_sequentially("a/b")
    expect(page.locator("#search")).to_have_value("a/b")


def test_a_link_leads_past_the_filters(visitors: Visitors) -> None:
    page = explore(visitors)
    tab_until(page, "e.matches('.leap')")
    expect(page.locator(".leap")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#results-title")).to_be_focused()
    tab_until(page, "e.matches('.card h3 a')", limit=3)


def test_who_takes_back_choices_by_keyboard_is_not_thrown_out(visitors: Visitors) -> None:
    page = explore(visitors, "?meeting-modes=video&mentoring=flash")
    page.get_by_role("button", name="Remove Video call").focus()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_role("button", name="Remove Flash mentoring")).to_be_focused()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator("#results-title")).to_be_focused()


def test_a_screen_reader_hears_what_the_page_is_made_of(visitors: Visitors) -> None:
    page = explore(visitors, "?q=engineer&meeting-modes=video")
    tree = page.locator("main").aria_snapshot()
    for part in [
        r'- search:', r'- searchbox "Search by name, employer, field or place"', r'- group "Has an opening"',
        r'- group "Industries"', r'- checkbox "Video call \d+" \[checked\]', r'- combobox "Order"',
        r'- heading "\d+ mentors?" \[level=2\]', r'- list "Chosen filters"', r'- button "Remove Video call"',
        r'- heading "[^"]+" \[level=3\]', r'- status',
    ]:
        assert re.search(part, tree), f"{part} is not in\n{tree}"
    assert found(page) and tally(page) in tree


@pytest.mark.parametrize("width", [360, 1280])
def test_every_stop_has_a_ring_and_is_in_sight(visitors: Visitors, width: int) -> None:
    page = explore(visitors, "?q=engineer&meeting-modes=video", width=width, reduced_motion="reduce")
    seen = 0
    for _ in range(150):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
          const element = document.activeElement;
          if (element === document.body) return null;
          const ringed = [getComputedStyle(element), getComputedStyle(element, "::after")]
            .some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
          const box = element.getBoundingClientRect();
          const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return { ringed, inSight, name: element.outerHTML.slice(0, 100), size: [box.width, box.height] };
        }""")
        if stop is None:
            break
        seen += 1
        assert stop["ringed"] and stop["inSight"], stop
    assert seen > 15
