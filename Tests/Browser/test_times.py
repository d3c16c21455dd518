"""Open times on the visitor's clock: the visitor's zone, and times that have passed."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from Browser.visitors import Visitors
from built_site.site import BuiltSite
from built_site.slots import Slot, mentor_zone

ELSEWHERE = ["Asia/Kathmandu", "Australia/Lord_Howe", "America/Los_Angeles", "Pacific/Kiritimati"]


@pytest.mark.parametrize("zone", ELSEWHERE)
def test_a_visitor_elsewhere_sees_the_times_on_their_own_clock_too(
    visitors: Visitors, open_profile: str, slots: list[Slot], zone: str
) -> None:
    page = visitors.arrive(open_profile, timezone_id=zone)
    for number, slot in enumerate(slots):
        summary = page.locator(".slot-list > li").nth(number).locator("summary")
        expect(summary).to_contain_text(slot.time_label)
        own = slot.start.astimezone(ZoneInfo(zone))
        clock = re.sub(r"\s", " ", summary.locator(".own").inner_text())
        assert f"{own:%a}" in clock and f"{own.hour % 12 or 12}:{own:%M} {own:%p}" in clock, clock
        assert "where you are" in clock


def test_a_visitor_in_the_mentors_zone_sees_each_time_once(
    visitors: Visitors, site: BuiltSite, open_profile: str
) -> None:
    page = visitors.arrive(open_profile, timezone_id=mentor_zone(site.by_path[open_profile]).key)
    expect(page.locator(".slot-list > li").first).to_be_visible()
    expect(page.locator(".own")).to_have_count(0)


def test_own_times_are_written_in_the_pages_language(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile, timezone_id="Asia/Kathmandu", locale="de-DE")
    expect(page.locator(".own").first).to_have_text(re.compile(r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"))


def test_times_that_have_passed_are_hidden(visitors: Visitors, open_profile: str, slots: list[Slot]) -> None:
    page = visitors.arrive(open_profile, now=slots[1].start + timedelta(minutes=1))
    items = page.locator(".slot-list > li")
    expect(items.nth(0)).to_be_hidden()
    expect(items.nth(1)).to_be_hidden()
    expect(items.nth(2)).to_be_visible()
    expect(page.locator(".all-past")).to_be_hidden()


def test_when_all_times_have_passed_the_page_says_so(
    visitors: Visitors, open_profile: str, slots: list[Slot]
) -> None:
    page = visitors.arrive(open_profile, now=slots[-1].start + timedelta(days=1))
    assert page.locator(".slot-list > li:visible").count() == 0
    expect(page.locator(".all-past")).to_be_visible()
    expect(page.locator("#request a.button").first).to_be_visible()


@pytest.mark.parametrize("path", ["", "explore/"])
def test_lists_offer_no_time_that_has_passed(visitors: Visitors, path: str, now: datetime) -> None:
    page = visitors.arrive(path)
    assert page.locator("[data-slot]:visible").count() > 2
    later = visitors.arrive(path, now=now + timedelta(days=365))
    assert later.locator("[data-slot]").count() > 2
    assert later.locator("[data-slot]:visible").count() == 0
