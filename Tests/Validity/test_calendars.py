"""Open times: the page, its calendar links and its files agree to the second."""

import hashlib
import re
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import icalendar
import pytest

from built_site.site import BuiltSite, Page
from built_site.slots import Slot, mentor_zone, slots_of

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


@pytest.fixture(scope="module")
def offered(site: BuiltSite) -> list[tuple[Page, Slot]]:
    slots = [(page, slot) for page in site.profiles_with_slots for slot in slots_of(page)]
    assert len(slots) > 20
    return slots


def test_the_words_on_the_page_are_the_slots_time_in_the_mentors_zone(offered: list[tuple[Page, Slot]]) -> None:
    for page, slot in offered:
        if page.language != "en":
            pytest.skip("words are read in English only")
        start = slot.start.astimezone(mentor_zone(page))
        end = (slot.start + timedelta(minutes=slot.minutes)).astimezone(mentor_zone(page))
        assert slot.date_label == f"{WEEKDAYS[start.weekday()]}, {start.day} {MONTHS[start.month - 1]}", str(page)
        assert slot.time_label == f"{start:%H:%M}–{end:%H:%M}", str(page)


def test_the_zone_that_the_page_names_is_the_zone_of_its_times(site: BuiltSite) -> None:
    for page in site.profiles_with_slots:
        if page.language != "en":
            pytest.skip("words are read in English only")
        zone, first = mentor_zone(page), slots_of(page)[0].start
        offset = first.astimezone(zone).utcoffset() or timedelta()
        notes = " ".join("".join(note.itertext()) for note in page.with_class("note"))
        hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
        sign = "−" if offset < timedelta() else "+"
        expected = f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
        assert expected in notes or (not offset and "UTC" in notes), f"{page}: {expected} in {notes}"


def test_open_times_come_in_order_and_never_overlap(site: BuiltSite) -> None:
    for page in site.profiles_with_slots:
        slots = slots_of(page)
        for slot, following in pairwise(slots):
            assert slot.start + timedelta(minutes=slot.minutes) <= following.start, str(page)


def test_calendar_links_carry_the_instant_that_the_page_shows(offered: list[tuple[Page, Slot]]) -> None:
    for page, slot in offered:
        end = slot.start + timedelta(minutes=slot.minutes)
        assert slot.calendars
        for name, link in slot.calendars.items():
            query = dict(parse_qsl(urlsplit(link).query, strict_parsing=True, keep_blank_values=True))
            if "dates" in query:
                assert query["dates"] == f"{slot.start:%Y%m%dT%H%M%SZ}/{end:%Y%m%dT%H%M%SZ}", str(page)
                assert "ctz" not in query and "<" not in query["details"]
                assert query["text"] and query["add"]
            else:
                assert query["startdt"] == f"{slot.start:%Y-%m-%dT%H:%M:%SZ}", f"{page}: {name}"
                assert query["enddt"] == f"{end:%Y-%m-%dT%H:%M:%SZ}", f"{page}: {name}"
                assert query["subject"] and query["to"]
                assert "\n" not in query["body"]
            assert "+" not in urlsplit(link).query


def test_every_slot_has_a_file_of_its_own_and_no_file_is_left_over(
    site: BuiltSite, offered: list[tuple[Page, Slot]]
) -> None:
    linked = [str(site.file_at(target[0])) for page, slot in offered
              if slot.file and (target := site.resolve(page, slot.file))]
    files = [str(file) for file in site.files if file.suffix == ".ics" and file.name != "open-hours.ics"]
    assert sorted(linked) == sorted(files)


def test_a_calendar_file_is_a_hold_for_the_slot_on_the_page(
    site: BuiltSite, offered: list[tuple[Page, Slot]]
) -> None:
    for page, slot in offered:
        event = _event(_file(site, page, slot))
        assert event.decoded("dtstart") == slot.start
        assert event.decoded("dtend") == slot.start + timedelta(minutes=slot.minutes)
        assert event["dtstart"].to_ical().endswith(b"Z") and not event["dtstart"].params
        assert page.heading.split(" (")[0] in str(event["summary"])
        assert site.base_url + page.path in str(event["description"])


def test_a_calendar_file_invites_nobody(site: BuiltSite, offered: list[tuple[Page, Slot]]) -> None:
    for page, slot in offered:
        written = _file(site, page, slot).read_text(encoding="utf-8")
        assert not re.search(r"^(METHOD|ORGANIZER|ATTENDEE|BEGIN:VALARM|BEGIN:VTIMEZONE)", written, re.MULTILINE)


def test_a_calendar_file_has_the_line_ends_and_line_lengths_of_the_standard(site: BuiltSite) -> None:
    for file in site.files:
        if file.suffix in (".ics", ".vcf"):
            lines = file.read_bytes().split(b"\r\n")
            assert lines[-1] == b"", f"{file.name} ends in CRLF"
            for line in lines:
                assert b"\n" not in line and b"\r" not in line, f"{file.name}: a bare line break"
                assert len(line) <= 75, f"{file.name}: {len(line)} octets"
                line.decode("utf-8")


def test_every_slot_keeps_one_identity_through_all_builds(site: BuiltSite, offered: list[tuple[Page, Slot]]) -> None:
    host = urlsplit(site.base_url).hostname
    seen = set()
    for page, slot in offered:
        event = _event(_file(site, page, slot))
        facts = f"{page.path.split('/')[1]}|{slot.start:%Y%m%dT%H%M%SZ}|{slot.minutes}"
        assert str(event["uid"]) == f"{hashlib.sha256(facts.encode()).hexdigest()[:32]}@{host}"
        assert event.decoded("dtstamp") <= datetime.now(timezone.utc)
        seen.add(str(event["uid"]))
    assert len(seen) == len(offered)


def _file(site: BuiltSite, page: Page, slot: Slot) -> Path:
    target = site.resolve(page, slot.file or "")
    assert target, str(page)
    return site.file_at(target[0])


def _event(file: Path) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    assert calendar["version"] == "2.0" and calendar["prodid"]
    (event,) = calendar.walk("VEVENT")
    assert not calendar.errors and not event.errors
    assert event["uid"] and event["dtstamp"]
    return event
