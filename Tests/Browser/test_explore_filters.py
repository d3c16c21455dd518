"""Filters: what may be combined, what the counts promise, and how to take it back."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from Browser.exploring import asked, box, choose, count_of, explore, found, largest_terms, members, search, settled, tally
from Browser.visitors import Visitors, path_of
from built_site.site import BuiltSite
from built_site.slots import slots_of


def test_terms_of_one_facet_add_up_and_facets_narrow_each_other(visitors: Visitors, site: BuiltSite) -> None:
    (one, one_label), (other, other_label) = largest_terms(site, "industry")
    [(mode, mode_label)] = largest_terms(site, "meeting-modes", 1)
    [(kind, kind_label)] = largest_terms(site, "mentoring", 1)
    page = explore(visitors)
    choose(page, one_label)
    assert set(found(page)) == members(site, f"industry/{one}")
    choose(page, other_label)
    either = members(site, f"industry/{one}") | members(site, f"industry/{other}")
    assert set(found(page)) == either
    choose(page, mode_label, kind_label)
    all_three = either & members(site, f"meeting-modes/{mode}") & members(site, f"mentoring/{kind}")
    assert set(found(page)) == all_three
    assert tally(page) == f"{len(all_three)} mentors"
    assert asked(page) == {"industry": [one, other], "meeting-modes": [mode], "mentoring": [kind]}


def test_each_count_is_what_a_click_leaves(visitors: Visitors, site: BuiltSite) -> None:
    [(term, label)] = largest_terms(site, "industry", 1)
    page = explore(visitors)
    choose(page, label)
    chosen = members(site, f"industry/{term}")
    for facet in ("expertise", "meeting-modes", "languages"):
        for slug, other in largest_terms(site, facet, 8):
            left = len(chosen & members(site, f"{facet}/{slug}"))
            expect(box(page, other).locator("xpath=../span[last()]")).to_have_text(str(left))
            assert box(page, other).is_disabled() == (left == 0), other
    # Of the same facet: what the term has by itself, for terms of a facet add up.
    for slug, other in largest_terms(site, "industry", 4):
        assert count_of(page, other) == len(members(site, f"industry/{slug}"))


def test_a_dead_end_is_dimmed_and_says_why(visitors: Visitors) -> None:
    page = explore(visitors, "?q=kiprotich")
    expect(page.locator(".facet-list input:disabled").first).to_be_visible()
    dead = page.locator(".facet-list li:has(:disabled)").first
    assert dead.get_attribute("title") == "Nobody, together with your other choices"
    expect(page.locator(".facet-list :checked:disabled")).to_have_count(0)


def test_years_are_a_range(visitors: Visitors, site: BuiltSite) -> None:
    page = explore(visitors)
    years = {page.path.split("/")[2] for page in site.of_kind("term") if page.path.startswith("explore/class-year/")}
    page.get_by_label("From").fill("2005")
    page.keyboard.press("Enter")
    settled(page)
    assert asked(page) == {"class-year": ["2005-"]}
    page.get_by_label("to", exact=True).fill("2010")
    page.keyboard.press("Tab")
    settled(page)
    expected = set().union(*(members(site, f"class-year/{year}") for year in years if 2005 <= int(year) <= 2010))
    assert set(found(page)) == expected
    page.get_by_role("button", name="Remove 2005–2010").click()
    settled(page)
    expect(page.get_by_label("From")).to_have_value("")
    expect(page.locator(".card")).to_have_count(24)


@pytest.mark.parametrize("days", [7, 14])
def test_openings_within_days_are_those_that_profiles_offer(visitors: Visitors, site: BuiltSite, days: int) -> None:
    page = explore(visitors)
    choose(page, f"In the next {days} days")
    shown = found(page)
    assert shown and all(site.by_path[path] in site.profiles_with_slots for path in shown)
    starts = {page.path: slots_of(page)[0].start for page in site.profiles_with_slots}
    latest = max(starts[path] for path in shown)
    left_out = [start for path, start in starts.items() if path not in shown]
    assert len(shown) == 24 or all(start >= latest - timedelta(days=1) for start in left_out)


def test_the_time_of_day_is_that_of_the_visitors_clock(visitors: Visitors, site: BuiltSite) -> None:
    here = explore(visitors, "?hours=morning", timezone_id="America/New_York")
    there = explore(visitors, "?hours=morning", timezone_id="Asia/Tokyo")
    assert tally(here) != tally(there) or found(here) != found(there)
    # What is afternoon and evening in New York is, in good part, night in Tokyo.
    for page in (here, there):
        expect(box(page, "Morning")).to_be_checked()


def test_each_choice_can_be_taken_back_by_itself_and_all_at_once(visitors: Visitors, site: BuiltSite, home: str) -> None:
    (one, one_label), (other, other_label) = largest_terms(site, "expertise")
    page = explore(visitors, f"?expertise={one}&expertise={other}&within=14")
    chips = page.get_by_role("list", name="Chosen filters").get_by_role("button")
    expect(chips).to_have_count(4)
    page.get_by_role("button", name=f"Remove {one_label}").click()
    settled(page)
    expect(box(page, one_label)).not_to_be_checked()
    assert asked(page) == {"within": ["14"], "expertise": [other]}
    page.get_by_role("button", name="Clear all").first.click()
    settled(page)
    assert page.url == f"{home}explore/"
    expect(chips).to_have_count(0)
    expect(box(page, other_label)).not_to_be_checked()
    expect(page.locator(".pagination")).to_be_visible()


def test_rarer_terms_open_in_place_and_can_be_chosen(visitors: Visitors, site: BuiltSite) -> None:
    page = explore(visitors)
    group = page.get_by_role("group", name="Areas of expertise")
    before = group.get_by_role("checkbox").count()
    group.get_by_role("button", name=re.compile("^All")).click()
    expect(group.get_by_role("checkbox")).not_to_have_count(before)
    rare = group.get_by_role("checkbox").last
    expect(rare).to_be_enabled()
    rare.click()
    settled(page)
    [term] = asked(page)["expertise"]
    assert set(found(page)) == members(site, f"expertise/{term}")
    reader = explore(visitors, f"?expertise={term}")
    expect(reader.get_by_role("group", name="Areas of expertise").get_by_role("checkbox", checked=True)).to_have_count(1)


def test_the_order_can_be_chosen(visitors: Visitors, site: BuiltSite) -> None:
    page = explore(visitors)
    order = page.get_by_role("combobox", name="Order")

    def sort(by: str) -> list[str]:
        order.select_option(by)
        settled(page)
        return found(page)

    usual = found(page)
    by_name, soonest = sort("Name"), sort("Soonest opening")
    assert by_name[0] == "mentors/aaliyah-brooks/" and by_name != usual
    starts = [slots_of(site.by_path[path])[0].start for path in soonest if site.by_path[path] in site.profiles_with_slots]
    assert len(starts) > 5 and starts == sorted(starts)
    assert asked(page) == {"sort": ["soonest"]}
    assert sort("New each day") == usual and asked(page) == {}


def test_more_results_come_on_demand_and_the_focus_goes_to_the_first_of_them(visitors: Visitors) -> None:
    page = explore(visitors, "?sort=name")
    shown = found(page)
    assert len(shown) == 24
    page.get_by_role("button", name=re.compile(r"^Show \d+ more$")).click()
    expect(page.locator(".card").nth(24)).to_be_visible()
    assert found(page)[:24] == shown
    expect(page.locator(".card h3 a").nth(24)).to_be_focused()
    page.reload()
    settled(page)
    assert len(found(page)) > 24


def test_choosing_on_a_terms_page_leads_to_both(visitors: Visitors, site: BuiltSite, home: str) -> None:
    [(mode, _)] = largest_terms(site, "meeting-modes", 1)
    page = visitors.arrive("explore/industry/technology/")
    with page.expect_navigation():
        page.locator(f".facet-list a[href*='meeting-modes={mode}']").click()
    settled(page)
    assert set(found(page)) == members(site, "industry/technology") & members(site, f"meeting-modes/{mode}")
    page.go_back()
    assert path_of(page, home) == "explore/industry/technology/"
    with page.expect_navigation():
        page.locator(".facet-list a[aria-current=page]").click()
    assert page.url == f"{home}explore/"
