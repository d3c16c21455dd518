#!/usr/bin/env python3
"""Reads calendars of open hours with other people's programs, to check their time zones against Python's.

    ORACLE_SAMPLES=FOLDER swift test --filter OracleSamples
    hours_oracle.py FOLDER/hours     one calendar for every zone: clocks must show what zoneinfo says they show

The rules in each file are taken at their word, not by the zone's name: a program that knows no such zone has nothing else.
Needs the package icalendar. Ends with status 1 when anything is wrong.
"""

import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar

FIRST, LAST = datetime(2027, 1, 12), datetime(2032, 6, 1)


def offset(zone, moment):
    return moment.replace(tzinfo=timezone.utc).astimezone(zone).utcoffset()


def changes(zone):
    """The moments, in UTC, at which a zone's clocks change."""
    day = FIRST
    while day < LAST:
        following = day + timedelta(days=1)
        if offset(zone, day) != offset(zone, following):
            low, high = day, following
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                low, high = (middle, high) if offset(zone, middle) == offset(zone, low) else (low, middle)
            yield high
        day = following


def moments(zone):
    yield from (FIRST + timedelta(days=17 * n, hours=n % 24) for n in range((LAST - FIRST).days // 17))
    for change in changes(zone):
        yield from (change + timedelta(minutes=minutes) for minutes in (-181, -61, 61, 181))


def problems(file):
    """Where a file's rules show another time than the zone itself."""
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    (component,) = calendar.walk("VTIMEZONE")
    assert not calendar.errors and not component.errors
    for part in component.subcomponents:
        rule = part.get("RRULE")
        assert "RDATE" not in part and (rule is None or "BYDAY" in rule), part
    own, known = component.to_tz(lookup_tzid=False), ZoneInfo(str(component["TZID"]))
    for moment in moments(known):
        # Wall clocks are compared: what a program does with DTSTART;TZID. An hour that clocks show twice is left out.
        wall = moment.replace(tzinfo=timezone.utc).astimezone(known).replace(tzinfo=None, fold=0)
        expected = wall.replace(tzinfo=known).utcoffset()
        found = wall.replace(tzinfo=own).utcoffset()
        if found != expected:
            yield f"{known.key} {wall}: {found}, not {expected}"


def main():
    files = sorted(Path(sys.argv[1]).glob("*.ics"))
    found = [problem for file in files for problem in problems(file)]
    print("\n".join(found))
    print(f"{len(files)} zones checked, {len(found)} problems")
    sys.exit(1 if found or not files else 0)


if __name__ == "__main__":
    main()
