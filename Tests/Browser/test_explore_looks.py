"""Explore in every state: rules of axe, narrow and zoomed, from right to left, without motion, without a jolt."""

from datetime import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from Browser.exploring import explore, settled
from Browser.test_accessibility import RULES
from Browser.test_layout import OVERFLOW
from Browser.visitors import Visitors
from built_site.site import BuiltSite
from built_site.web_server import serving

STATES = {
    "as it comes": "",
    "results": "?q=engineer&meeting-modes=video&within=14",
    "nobody": "?q=nurse&industry=technology",
    "years": "?class-year=2000-2015&sort=soonest",
    "more": "?sort=name&show=48",
}

MOVED = """
  globalThis.moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });"""


def violations(page: Page) -> list[str]:
    report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    return [
        f"{found['id']} ({found['impact']}) at {[node['target'] for node in found['nodes']][:3]}"
        for found in report.response["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation_in_any_state(visitors: Visitors, scheme: str, width: int) -> None:
    for name, address in STATES.items():
        page = explore(visitors, address, width=width, color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_timeout(100)
        assert not (found := violations(page)), f"{name}: {found}"
        if width == 360:
            page.locator(".opener").click()
            assert not (found := violations(page)), f"{name}, sheet: {found}"
        visitors.leave()


def test_nothing_sticks_out_at_400_percent_with_the_sheet_or_without(visitors: Visitors) -> None:
    for name, address in STATES.items():
        page = explore(visitors, address, width=320, height=256)
        assert not (out := page.evaluate(OVERFLOW)), f"{name}: {out}"
        page.locator(".opener").click()
        assert not (out := page.evaluate(OVERFLOW)), f"{name}, sheet: {out}"
        done = page.locator(".sheet footer .button").last
        done.scroll_into_view_if_needed()
        expect(done).to_be_in_viewport()
        done.click()
        visitors.leave()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("state", STATES)
def test_nothing_moves_while_it_comes_to_life(visitors: Visitors, width: int, state: str) -> None:
    page = visitors.arrive("about/", width=width, height=900)
    page.add_init_script(MOVED)
    page.goto(f"{visitors.home}explore/{STATES[state]}")
    settled(page)
    page.wait_for_timeout(400)
    assert page.evaluate("globalThis.moved") < 0.02


def test_the_filters_keep_their_places_when_they_come_to_life(visitors: Visitors) -> None:
    places = """() => [...document.querySelectorAll(".facet-list h2, .facet-list li")]
      .filter((part) => part.checkVisibility()).map((part) => Math.round(part.getBoundingClientRect().top))"""
    page = visitors.arrive("about/", width=1280)
    page.route("**/search/entry-*", lambda route: None)
    page.goto(visitors.home + "explore/", wait_until="domcontentloaded")
    before = page.evaluate(places)
    page.unroute("**/search/entry-*")
    page.goto(visitors.home + "explore/")
    settled(page)
    assert len(before) > 30 and page.evaluate(places) == before


def test_what_is_quick_shows_no_sign_of_waiting_and_what_is_slow_shows_its_place(visitors: Visitors) -> None:
    page = visitors.arrive("about/", reduced_motion="reduce")
    page.route("**/search/words-*/**", lambda route: None)
    page.goto(f"{visitors.home}explore/?q=engineer", wait_until="domcontentloaded")
    page.wait_for_selector(".expecting")
    expect(page.locator(".card h3").first).to_be_hidden()
    opacity = "getComputedStyle(document.querySelector('.card'), '::before').opacity"
    page.wait_for_timeout(300)
    assert page.evaluate(opacity) == "1"


def test_with_less_motion_nothing_moves(visitors: Visitors) -> None:
    page = explore(visitors, "?q=engineer", width=360, reduced_motion="reduce")
    page.locator(".opener").click()
    moving = page.evaluate("""() => document.getAnimations().filter(
      (animation) => animation.effect.getComputedTiming().duration > 1).length""")
    assert moving == 0


def test_with_forced_colours_boxes_and_chips_keep_their_edges(visitors: Visitors) -> None:
    page = explore(visitors, "?within=14", forced_colors="active")
    assert page.locator(".facet-list :checked").evaluate("box => getComputedStyle(box).appearance") == "auto"
    for control in [".chip", "#search", "#sort"]:
        assert page.locator(control).first.evaluate("e => getComputedStyle(e).borderStyle") == "solid"


@pytest.mark.parametrize("width", [360, 1440])
def test_from_right_to_left_it_is_mirrored(browser: Browser, now: datetime, width: int) -> None:
    folder = BuiltSite.folder_named("SITE_RTL")
    if folder is None:
        pytest.skip("SITE_RTL names no site")
    site = BuiltSite(folder)
    with serving(site.folder, site.base_path) as home:
        visitors = Visitors(browser, home, now)
        for address in STATES.values():
            page = explore(visitors, address, width=width)
            assert not (out := page.evaluate(OVERFLOW)), out
            if width == 360:
                page.locator(".opener").click()
                assert not (out := page.evaluate(OVERFLOW)), out
            box, label = (page.locator(f".facet-list label {part}").first.bounding_box() for part in ("input", "span"))
            assert box and label and box["x"] > label["x"]
        visitors.leave()
        assert not visitors.complaints
