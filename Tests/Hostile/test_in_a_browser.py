"""Hostile texts in Chromium: nothing runs, nothing is complained of, and no element appears that a calm text lacks."""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from Browser.visitors import Visitors
from built_site.web_server import serving
from Hostile.profiles import CALM, Profile
from Hostile.sites import HostileSite
from Oracles import calendar_oracle as oracle

NOW = datetime(2027, 3, 3, 12, tzinfo=timezone.utc)
# The elements of a page and the names of their attributes.
SHAPE = """root => [...document.querySelectorAll(root + " *")].filter(element => !element.closest(".prose, .similar, .viewed"))
  .map(element => [element.tagName, ...element.getAttributeNames().sort()].join(" "))"""


@contextmanager
def visiting(browser: Browser, of: HostileSite) -> Iterator[Visitors]:
    """Visitors of one site; none of their browsers may complain or open a dialog."""
    with serving(of.site.folder) as home:
        visitors = Visitors(browser, home, NOW)
        yield visitors
        visitors.leave()
        assert not visitors.complaints, "\n".join(visitors.complaints)


def watched(page: Page, complaints: list[str]) -> Page:
    """The page, with every dialog a complaint."""

    def dismiss(dialog: Dialog) -> None:
        complaints.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    return page


def test_profiles_run_nothing_and_have_the_elements_of_a_calm_one(browser: Browser, sites: list[HostileSite]) -> None:
    count = 0
    for of in sites:
        with visiting(browser, of) as visitors:
            page = watched(visitors.arrive(f"mentors/{of.profiles[0].slug}/"), visitors.complaints)
            calm = page.evaluate(SHAPE, "body")
            for profile in of.profiles[1::8]:
                page.goto(f"{visitors.home}mentors/{profile.slug}/")
                assert page.evaluate("() => document.querySelector('h1').textContent") == profile.kept("name")
                assert page.evaluate(SHAPE, "body") == calm, profile
                count += 1
    assert count > 50


def test_the_search_writes_cards_with_the_elements_of_a_calm_one(browser: Browser, sites: list[HostileSite]) -> None:
    for of in sites[::4]:
        with visiting(browser, of) as visitors:
            page = watched(visitors.arrive("explore/?q=headline"), visitors.complaints)
            cards = page.locator(".card:visible")
            expect(cards).to_have_count(24)
            shown = [card.get_attribute("data-mentor") for card in cards.all()]
            calm = page.evaluate(SHAPE, f"[data-mentor={shown[0]}]")
            for profile in of.profiles:
                if profile.slug not in shown:
                    continue
                card = page.locator(f"[data-mentor={profile.slug}]")
                assert page.evaluate(SHAPE, f"[data-mentor={profile.slug}]") == calm, profile
                assert card.locator("h3").evaluate("heading => heading.textContent") == profile.kept("name")
                assert card.locator(".headline").evaluate("line => line.textContent") == profile.kept("headline")


def test_the_shortlist_keeps_the_names(browser: Browser, sites: list[HostileSite]) -> None:
    of = sites[1]
    with visiting(browser, of) as visitors:
        page = watched(visitors.arrive("explore/"), visitors.complaints)
        for button in page.locator(".card [data-save]").all():
            button.click()
        page.goto(f"{visitors.home}shortlist/")
        names = page.locator(".kept h3")
        expect(names).to_have_count(len(of.profiles))
        expect(page.locator(".kept svg")).to_have_count(len(of.profiles))
        # What the shortlist keeps has one space for each run of white space, as JavaScript understands it.
        found = names.evaluate_all("names => names.map(name => name.textContent)")
        assert {plain(name) for name in found} == {plain(profile.kept("name")) for profile in of.profiles}
        shapes = {tuple(page.evaluate(SHAPE, f".kept:nth-child({n})")) for n in range(1, len(of.profiles) + 1)}
        assert len(shapes) == 1


def plain(text: str) -> str:
    return " ".join(text.replace("\ufeff", " ").split())


def few(text: str) -> str:
    """As much of a text as every part of a request can hold: a request with spaces around a part is none."""
    return trimmed(oracle.one_line(text)[:120])


def trimmed(text: str) -> str:
    return text.strip().strip("\ufeff").strip()


def request(text: str) -> str:
    """The fragment of a request that says one text wherever it can, written by this test's own hand."""
    value = {
        "v": 1, "id": "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11", "m": {"s": "mentor-0001", "n": trimmed(f"Jane {few(text)}")},
        "f": {"n": trimmed(f"Mina {few(text)}"), "a": "mina@example.edu"}, "p": trimmed(f"purpose {few(text)}"), "w": "video",
        "t": trimmed(f"message {few(text)}"), "s": [[1_805_230_800, 30]], "z": "Asia/Kolkata",
    }
    packed = base64.urlsafe_b64encode(json.dumps(value, ensure_ascii=False).encode()).decode()
    return "1." + packed.rstrip("=")


def test_respond_links_run_nothing_and_have_the_elements_of_a_calm_one(
    browser: Browser, sites: list[HostileSite]
) -> None:
    texts = [profile.text for of in sites for profile in of.profiles[1::8]]
    assert len(texts) > 50
    with visiting(browser, sites[0]) as visitors:
        page = watched(visitors.arrive(f"respond/#{request(CALM)}"), visitors.complaints)
        page.wait_for_load_state("networkidle")
        calm = page.evaluate(SHAPE, "main")
        for text in texts:
            page.goto("about:blank")
            page.goto(f"{visitors.home}respond/#{request(text)}")
            # A script fills the page a moment after it has loaded.
            for _ in range(50):
                found = page.evaluate(SHAPE, "main")
                if found == calm:
                    break
                page.wait_for_timeout(50)
            assert found == calm, text
            # Where the page is filled, it says who asks and for what, to the letter.
            shown = page.locator("[data-respond]").evaluate("part => part.hidden ? '' : part.textContent")
            for part in ("Mina", "purpose", "message"):
                assert not shown or trimmed(f"{part} {few(text)}") in shown, text


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{{bio}}}", "' OR 1=1 --", "%0D%0A"])
def test_addresses_of_pages_run_nothing(browser: Browser, sites: list[HostileSite], text: str) -> None:
    with visiting(browser, sites[0]) as visitors:
        page = watched(visitors.arrive(), visitors.complaints)
        for place in ("explore/?q=", "explore/?sort=", "respond/#1.", "respond/#", "connections/#", "shortlist/#"):
            page.goto(f"{visitors.home}{place}{quote(text, safe='')}")
            if place.startswith("explore"):
                page.wait_for_load_state("networkidle")
            assert page.locator("img[src=x], script:not([src]):not([type])").count() == 0
