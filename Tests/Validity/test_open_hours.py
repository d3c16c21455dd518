"""The calendar of a mentor's open hours: what a program that subscribes makes of it is what the page offers."""

from datetime import datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events

from built_site import content
from built_site.site import BuiltSite, Page
from built_site.slots import mentor_zone, slots_of


@pytest.fixture(scope="module")
def calendars(site: BuiltSite) -> list[tuple[Page, icalendar.Calendar]]:
    found = []
    for page in site.profiles:
        file = site.folder / page.path / "open-hours.ics"
        if file.is_file():
            found.append((page, icalendar.Calendar.from_ical(file.read_bytes())))
    assert len(found) >= 4, "the sample has too few, so this proves little"
    return found


def test_every_calendar_is_linked_from_its_own_profile_so_that_programs_subscribe(site: BuiltSite) -> None:
    files = {file.relative_to(site.folder) for file in site.files if file.name == "open-hours.ics"}
    linked = set()
    for page in site.profiles:
        for link in page.root.iter("a"):
            target = link.get("href", "")
            if target.startswith("webcal:"):
                assert target == "webcal" + site.base_url.removeprefix("https") + page.path + "open-hours.ics"
                linked.add(Path(page.path) / "open-hours.ics")
    assert linked == files


def test_the_hours_of_the_coming_weeks_cut_into_meetings_are_the_pages_open_times(
    calendars: list[tuple[Page, icalendar.Calendar]],
) -> None:
    for page, calendar in calendars:
        slots = slots_of(page)
        zone, minutes = mentor_zone(page), slots[0].minutes
        length = timedelta(minutes=minutes)
        day = slots[0].start.astimezone(zone).date()
        begin = datetime.combine(day, time(0), zone)
        end = slots[-1].start + timedelta(days=1)
        windows = [
            (event["DTSTART"].dt, event["DTEND"].dt)
            for event in recurring_ical_events.of(calendar).between(begin, end)
        ]
        starts = []
        for opening, closing in sorted(windows):
            opening, closing = opening.astimezone(slots[0].start.tzinfo), closing.astimezone(slots[0].start.tzinfo)
            starts += [opening + n * length for n in range((closing - opening) // length)]
        # Times that come before the notice are no longer offered, and the page ends with the last that it has room for.
        expected = [start for start in starts if start >= slots[0].start][: len(slots)]
        assert [slot.start for slot in slots] == expected, str(page)


def test_nothing_in_a_calendar_tells_of_the_day_on_which_it_was_made(
    calendars: list[tuple[Page, icalendar.Calendar]],
) -> None:
    changed = {mentor.slug: mentor.fields.get("verified") or mentor.fields.get("joined") for mentor in content.mentors()}
    for page, calendar in calendars:
        slug = page.path.split("/")[1]
        for event in calendar.walk("VEVENT"):
            assert event["DTSTAMP"].dt.date() == changed[slug]
            assert event["DTSTART"].dt.date() >= changed[slug]


def test_holidays_and_exceptions_are_left_out(calendars: list[tuple[Page, icalendar.Calendar]]) -> None:
    holidays = {day for day in content.settings()["scheduling"]["holidays"]}
    for page, calendar in calendars:
        dated = {event["DTSTART"].dt.date() for event in calendar.walk("VEVENT") if "RRULE" not in event}
        series = recurring_ical_events.of(calendar).between(datetime(2026, 11, 24), datetime(2027, 12, 31))
        dates = {event["DTSTART"].dt.date() for event in series}
        assert dates and not (dates - dated) & holidays, str(page)
