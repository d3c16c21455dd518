"""What a visitor's system asks for: dark or light, forced colours, less motion."""

import pytest
from playwright.sync_api import Page

from Browser.visitors import Visitors

PAINT = "getComputedStyle(document.body)"


def lightness(page: Page, property_: str) -> float:
    """How light a colour of the body is, from 0 to 255."""
    red, green, blue = page.evaluate(
        f"{PAINT}['{property_}'].match(/[\\d.]+/g).slice(0, 3).map(Number)"
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_dark_system_gets_light_text_on_dark_paper_and_a_light_one_the_reverse(visitors: Visitors) -> None:
    dark = visitors.arrive("explore/", color_scheme="dark")
    assert lightness(dark, "backgroundColor") < 60 and lightness(dark, "color") > 180
    light = visitors.arrive("explore/", color_scheme="light")
    assert lightness(light, "backgroundColor") > 240 and lightness(light, "color") < 60


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colours_every_control_keeps_an_edge(
    visitors: Visitors, open_profile: str, scheme: str
) -> None:
    page = visitors.arrive(open_profile, color_scheme=scheme, forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    for button in page.locator(".button:visible").all():
        assert button.evaluate("e => getComputedStyle(e).borderStyle !== 'none'"), button.inner_text()
    portrait = page.locator(".avatar").first
    assert "solid" in portrait.evaluate("e => getComputedStyle(e).borderStyle + getComputedStyle(e).outlineStyle")


def test_less_motion_means_none(visitors: Visitors) -> None:
    page = visitors.arrive("explore/", reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
    }).length""")
    assert moving == 0
