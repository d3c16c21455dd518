"""Layout at every width, in print, while loading, and from right to left."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Window

from Browser.kinds import page_of_each_kind
from Browser.visitors import Visitors
from built_site.site import BuiltSite, Page
from built_site.web_server import serving

# What sticks out on either side: the document's own overflow, and the elements that cause it.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = (box) => box.right > width + 1 || box.left < -1;
  return [...document.querySelectorAll("body *")]
    .filter((element) => out(element.getBoundingClientRect()))
    .map((element) => element.outerHTML.slice(0, 90)).slice(-3);
}"""

OPEN_ALL = "document.querySelectorAll('details').forEach((fold) => { fold.name = ''; fold.open = true; })"

# 1280 × 1024 at 400 % is 320 × 256.
SIZES = [(320, 640), (360, 740), (768, 1024), (1440, 900), (320, 256)]


def assert_nothing_sticks_out(page: Window, name: str) -> None:
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert not (found := page.evaluate(OVERFLOW)), f"{name} at {width}: {found}"


def test_no_kind_of_page_scrolls_sideways_at_any_width(visitors: Visitors, kinds: dict[str, str]) -> None:
    page = visitors.arrive()
    for name, path in kinds.items():
        page.goto(visitors.home + path)
        page.evaluate(OPEN_ALL)
        assert_nothing_sticks_out(page, name)


def test_no_page_scrolls_sideways_at_400_percent_however_long_its_words(visitors: Visitors, site: BuiltSite) -> None:
    """Every page but the terms, which are alike: of those, the one with the longest word in each facet."""
    terms = {page.path.split("/")[1]: page for page in sorted(site.of_kind("term"), key=_longest_word)}
    page = visitors.arrive(width=320, height=256)
    for found in [other for other in site.pages if other.kind != "term"] + list(terms.values()):
        page.goto(visitors.home + found.path)
        page.evaluate(OPEN_ALL)
        assert not (out := page.evaluate(OVERFLOW)), f"{found}: {out}"


def _longest_word(page: Page) -> int:
    return max(len(word) for word in page.heading.split())


def test_text_with_wide_spacing_loses_nothing(visitors: Visitors, kinds: dict[str, str]) -> None:
    """WCAG 2.2, 1.4.12."""
    page = visitors.arrive(width=360)
    for name, path in kinds.items():
        page.goto(visitors.home + path)
        page.evaluate("""() => document.styleSheets[0].insertRule(
          '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }')""")
        assert not (out := page.evaluate(OVERFLOW)), f"{name}: {out}"


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_a_page_loads(visitors: Visitors, kinds: dict[str, str], width: int) -> None:
    page = visitors.arrive(width=width, timezone_id="Asia/Kathmandu")
    page.add_init_script("""
      globalThis.moved = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; })
        .observe({ type: "layout-shift", buffered: true });""")
    for name, path in kinds.items():
        page.goto(visitors.home + path)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("globalThis.moved") < 0.01, name


def test_every_profile_prints_on_one_page(visitors: Visitors, site: BuiltSite) -> None:
    page = visitors.arrive()
    for profile in site.profiles:
        page.goto(visitors.home + profile.path)
        for paper in ("A4", "Letter"):
            sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
            assert sheets == 1, f"{profile} takes {sheets} sheets of {paper}"


def test_a_printed_profile_tells_its_address_and_leaves_out_what_paper_cannot_do(
    visitors: Visitors, open_profile: str
) -> None:
    page = visitors.arrive(open_profile)
    page.emulate_media(media="print")
    assert page.locator(".address").is_visible()
    for selector in (".header nav", ".breadcrumbs", "#request a.button", ".letter", ".jump", ".return"):
        assert not page.locator(selector).first.is_visible(), selector


def test_a_site_in_a_language_from_right_to_left_is_mirrored(browser: Browser, now: datetime) -> None:
    folder = BuiltSite.folder_named("SITE_RTL")
    if folder is None:
        pytest.skip("SITE_RTL names no site")
    site = BuiltSite(folder)
    with serving(site.folder, site.base_path) as home:
        visitors = Visitors(browser, home, now)
        page = visitors.arrive("explore/", width=1440)
        assert page.locator("html").get_attribute("dir") == "rtl"
        middle = 720
        for selector, on_the_right in {".wordmark": True, ".header nav": False, ".rail": True}.items():
            box = page.locator(selector).first.bounding_box()
            assert box and (box["x"] + box["width"] / 2 > middle) == on_the_right, selector
        avatar, words = (page.locator(f".card {part}").first.bounding_box() for part in (".avatar", "h3"))
        assert avatar and words and avatar["x"] > words["x"]
        for name, path in page_of_each_kind(site).items():
            page.goto(home + path)
            page.evaluate(OPEN_ALL)
            assert_nothing_sticks_out(page, name)
        visitors.leave()
        assert not visitors.complaints
