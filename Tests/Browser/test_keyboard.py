"""The keyboard: where focus goes, in what order, and whether it can be seen."""

import pytest
from playwright.sync_api import Page, expect

from Browser.visitors import Visitors

# What has the focus: its place in the document, whether a ring is drawn, and whether another element covers it.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const drawn = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = element.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + Math.min(box.width / 2, 8), 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    place: [...document.querySelectorAll("*")].indexOf(element),
    name: element.outerHTML.slice(0, 120),
    ring: drawn(getComputedStyle(element)) || drawn(getComputedStyle(element, "::after")),
    inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    clear: !!top && (element.contains(top) || top.contains(element)),
  };
}"""

KINDS = ["home", "directory", "index of a facet", "profile with open times", "closed profile", "guide page", "join"]


def test_the_first_stop_is_a_skip_link_that_shows_itself_and_leads_to_the_text(visitors: Visitors) -> None:
    page = visitors.arrive("explore/")
    skip = page.locator(".skip")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    assert box and box["width"] > 80 and box["height"] > 24
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    expect(skip).not_to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [360, 1280])
def test_every_stop_is_visible_uncovered_ringed_and_in_reading_order(
    visitors: Visitors, kinds: dict[str, str], kind: str, width: int
) -> None:
    page = visitors.arrive(kinds[kind], width=width, height=720, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.name = ''; fold.open = true; })")
    stops = list(_stops(page))
    assert len(stops) > 10
    for stop in stops:
        assert stop["ring"], f"no focus ring on {stop['name']}"
        assert stop["inSight"] and stop["clear"], f"focus is hidden on {stop['name']}"
    places = [stop["place"] for stop in stops]
    assert places == sorted(places)


def test_nothing_to_click_is_out_of_reach_of_the_keyboard(visitors: Visitors, kinds: dict[str, str]) -> None:
    page = visitors.arrive(kinds["profile with open times"])
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.name = ''; fold.open = true; })")
    stops = {stop["place"] for stop in _stops(page)}
    clickable = page.evaluate("""() => {
      const all = [...document.querySelectorAll("*")];
      return [...document.querySelectorAll("a[href], button, summary, input")]
        .filter((element) => element.checkVisibility()).map((element) => all.indexOf(element));
    }""")
    assert set(clickable) <= stops


def _stops(page: Page) -> list[dict[str, object]]:
    """All stops of the Tab key, once around the page."""
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            return stops
        stops.append(stop)
    raise AssertionError("the Tab key never comes around")
