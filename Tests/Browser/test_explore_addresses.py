"""The address is the state: shared, kept, gone back to."""

import re

import pytest
from playwright.sync_api import expect

from Browser.exploring import asked, box, choose, explore, found, largest_terms, search, settled, tally
from Browser.visitors import Visitors
from built_site.site import BuiltSite


def test_a_question_shared_by_its_address_has_the_same_answer_in_another_browser(
    visitors: Visitors, site: BuiltSite
) -> None:
    [(_, industry)] = largest_terms(site, "industry", 1)
    [(_, mode)] = largest_terms(site, "meeting-modes", 1)
    page = explore(visitors)
    search(page, "enginer")
    choose(page, mode, "In the next 14 days")
    page.get_by_role("combobox", name="Order").select_option("Name")
    settled(page)
    other = visitors.arrive("", now=None)
    other.goto(page.url)
    settled(other)
    assert found(other) == found(page) and tally(other) == tally(page)
    expect(other.locator("#search")).to_have_value("enginer")
    expect(box(other, mode)).to_be_checked()
    expect(other.get_by_role("combobox", name="Order")).to_have_value("name")


def test_back_and_forward_go_through_the_questions(visitors: Visitors, site: BuiltSite) -> None:
    (_, one), (_, other) = largest_terms(site, "industry")
    page = explore(visitors)
    answers = [found(page)]
    for label in (one, other):
        choose(page, label)
        answers.append(found(page))
    for answer in reversed(answers[:-1]):
        page.go_back()
        settled(page)
        assert found(page) == answer
    expect(page.locator(".facet-list :checked")).to_have_count(0)
    for answer in answers[1:]:
        page.go_forward()
        settled(page)
        assert found(page) == answer


@pytest.mark.parametrize("address", ["", "?sort=name&show=48", "?meeting-modes=video"])
def test_whoever_comes_back_from_a_profile_or_reloads_is_where_they_were(visitors: Visitors, address: str) -> None:
    page = explore(visitors, address)
    page.mouse.wheel(0, 1500)
    page.wait_for_timeout(400)
    place, shown = page.evaluate("scrollY"), found(page)
    assert place > 1000
    with page.expect_navigation():
        page.mouse.click(700, 300)
    expect(page.locator("body")).to_have_class("profile-page")
    page.go_back()
    settled(page)
    assert found(page) == shown
    page.wait_for_function("place => Math.abs(scrollY - place) < 2", arg=place)
    page.reload()
    settled(page)
    page.wait_for_function("place => Math.abs(scrollY - place) < 2", arg=place)
    assert found(page) == shown


def test_the_canonical_address_is_that_of_the_page_that_lists_the_same(visitors: Visitors, site: BuiltSite) -> None:
    (one, label), (_, other) = largest_terms(site, "industry")
    canonical = "document.querySelector('link[rel=canonical]').href"
    page = explore(visitors)
    directory = page.evaluate(canonical)
    choose(page, label)
    assert page.evaluate(canonical) == f"{directory}industry/{one}/"
    assert f"explore/industry/{one}/" in site.by_path
    choose(page, other)
    assert page.evaluate(canonical) == directory
    assert page.title().startswith(f"{label} · ")


@pytest.mark.parametrize(
    "address",
    ["?industry=no-such-thing", "?nonsense=1&q=&show=-3&within=9", "?class-year=20x5", "?sort=%22%3E&hours=noon", "?q=%F0%9F%A6%89%3Cb%3E"],
)
def test_an_address_that_makes_no_sense_does_no_harm(visitors: Visitors, address: str) -> None:
    page = explore(visitors, address)
    assert found(page) or re.match("Nobody", tally(page))
    page.get_by_role("searchbox", name=re.compile("Search by")).fill("nurse")
    settled(page)
    assert asked(page)["q"] == ["nurse"]
