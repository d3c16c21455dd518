"""Wherever the site is put: at a root, below a path, on a stick, behind a strict policy."""

from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from Browser.visitors import Visitors, follow
from built_site.site import BuiltSite
from built_site.web_server import serving


def is_styled(page: Page) -> bool:
    """Whether the site's own style sheet applies."""
    return page.evaluate("getComputedStyle(document.querySelector('main').parentElement).display") == "grid"


def test_all_kinds_of_pages_keep_a_strict_content_policy(visitors: Visitors, kinds: dict[str, str]) -> None:
    """The server of all tests sends the policy; `visitors` fails on any violation and any foreign request."""
    page = visitors.arrive()
    sent = page.request.get(page.url).headers
    policy = sent["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert "camera=()" in sent["permissions-policy"] and sent["referrer-policy"] and sent["x-content-type-options"]
    for path in kinds.values():
        page.goto(visitors.home + path)
        assert is_styled(page), path
        assert page.evaluate("document.styleSheets.length") <= 2


@pytest.mark.parametrize("path", ["nowhere/", "mentors/nobody/at/any/depth/", "explore/industry/nothing.html"])
def test_a_wrong_address_at_any_depth_gets_a_styled_page_that_leads_on(visitors: Visitors, path: str) -> None:
    page = visitors.arrive()
    answer = page.goto(visitors.home + path)
    assert answer and answer.status == 404
    # The browser reports the missing page itself, and nothing else.
    heard = [complaint for complaint in visitors.complaints if "status of 404" in complaint]
    visitors.complaints[:] = [complaint for complaint in visitors.complaints if complaint not in heard]
    assert len(heard) <= 1
    assert is_styled(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    follow(page.locator("main a.button").first)
    expect(page.locator("body")).to_have_class("explore-page")


def test_the_site_works_below_a_path_that_it_was_not_built_for(
    browser: Browser, site: BuiltSite, now: datetime, kinds: dict[str, str]
) -> None:
    with serving(site.folder, "/some/folder/") as home:
        visitors = Visitors(browser, home, now)
        page = visitors.arrive()
        for path in kinds.values():
            if path != "404.html":
                page.goto(home + path)
                assert is_styled(page), path
                follow(page.locator(".header nav a").first)
                expect(page.locator("body")).to_have_class("explore-page")
        visitors.leave()
        assert not visitors.complaints


@pytest.mark.parametrize("path", ["index.html", "explore/index.html", "guide/index.html"])
def test_a_page_opened_from_the_disk_is_readable(browser: Browser, site: BuiltSite, path: str) -> None:
    page = browser.new_page()
    page.goto((site.folder / path).as_uri())
    assert is_styled(page)
    link = page.locator(".header nav a").first.evaluate("link => link.href")
    assert link == (site.folder / "explore").as_uri() + "/"
    page.close()


def test_a_built_in_path_is_kept_by_the_error_page(site: BuiltSite) -> None:
    page = site.by_path["404.html"]
    sheet = page.root.find(".//link[@rel='stylesheet']").get("href", "")
    assert sheet.startswith(f"{site.base_path}assets/")
