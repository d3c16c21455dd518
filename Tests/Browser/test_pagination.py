"""The pages of the directory."""

from playwright.sync_api import expect

from Browser.visitors import Visitors, follow, path_of
from built_site.site import BuiltSite


def test_next_and_previous_walk_through_the_directory_and_back(
    visitors: Visitors, site: BuiltSite, home: str
) -> None:
    numbered = len(site.of_kind("explore"))
    assert numbered > 1
    page = visitors.arrive("explore/")
    current = page.locator(".pagination [aria-current=page]")
    expect(page.locator(".pagination [rel=prev]")).to_have_count(0)
    for number in range(2, numbered + 1):
        follow(page.locator(".pagination [rel=next]"))
        assert path_of(page, home) == f"explore/page/{number}/"
        expect(current).to_have_text(str(number))
    expect(page.locator(".pagination [rel=next]")).to_have_count(0)
    for _ in range(2, numbered + 1):
        follow(page.locator(".pagination [rel=prev]"))
    assert path_of(page, home) == "explore/"
    expect(current).to_have_text("1")


def test_the_current_page_is_marked_once_and_is_no_link(visitors: Visitors) -> None:
    page = visitors.arrive("explore/page/2/")
    current = page.locator(".pagination [aria-current]")
    expect(current).to_have_count(1)
    assert current.evaluate("element => element.tagName") == "B"
    expect(page.locator(".pagination p")).to_have_text("Page 2 of 2")


def test_a_term_with_many_mentors_has_pages_of_its_own(visitors: Visitors, site: BuiltSite, home: str) -> None:
    second = next(page.path for page in site.of_kind("term") if page.path.endswith("/page/2/"))
    page = visitors.arrive(second)
    expect(page.locator(".card")).not_to_have_count(0)
    follow(page.locator(".pagination [rel=prev]"))
    assert path_of(page, home) == second.removesuffix("page/2/")


def test_a_list_that_fits_on_one_page_shows_no_page_numbers(site: BuiltSite) -> None:
    short = [page for page in site.of_kind("term") if len(page.with_class("card")) < 24 and "/page/" not in page.path]
    assert short and not [str(page) for page in short if page.with_class("pagination")]
