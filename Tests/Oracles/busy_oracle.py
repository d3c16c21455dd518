#!/usr/bin/env python3
"""What other people's calendar programs make of calendars, to check Sources/Calendars against.

    busy_oracle.py fixture > Tests/Fixtures/busy-vectors.jsonl   the committed calendars, with when their owners are busy
    busy_oracle.py verify Tests/Fixtures/busy-vectors.jsonl      reckons each of them anew; ends with status 1 on a difference
    busy_oracle.py many SEED COUNT > FILE                        as many other ones as one likes

The last is read by the same Swift test when the environment says so:

    BUSY_VECTORS=FILE swift test --filter BusyOracle

Each line is a calendar in JSON: the calendar's text, its owner's zone and address, the time that is asked for, and the
busy times in it, in seconds since the epoch. Repetitions are reckoned by recurring-ical-events, which rests on
icalendar and dateutil. Zones are those of Tests/Fixtures/zoneinfo. What is free, and that whole days and times without
a zone are the owner's, is told here in words of its own.
"""

import datetime as dt
import json
import os
import random
import sys
import warnings
import zoneinfo

HERE = os.path.dirname(os.path.abspath(__file__))
zoneinfo.reset_tzpath(to=[os.path.join(HERE, "../Fixtures/zoneinfo")])
warnings.simplefilter("ignore")

import icalendar  # noqa: E402
import recurring_ical_events  # noqa: E402

sys.path.insert(0, HERE)
from busy_calendars import BY_HAND, OWNER, generated  # noqa: E402

UTC = dt.timezone.utc
EPOCH = dt.datetime(1970, 1, 1, tzinfo=UTC)
MARGIN = dt.timedelta(days=3)


def moment(seconds):
    return EPOCH + dt.timedelta(seconds=seconds)


def seconds(value, zone):
    """Seconds since the epoch; what has no zone is the owner's."""
    if not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day)
    if value.tzinfo is None:
        value = value.replace(tzinfo=zone)
    return int((value.astimezone(UTC) - EPOCH).total_seconds())


def is_free(event, owner):
    if str(event.get("TRANSP", "")).upper() == "TRANSPARENT" or str(event.get("STATUS", "")).upper() == "CANCELLED":
        return True
    if str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() == "FREE":
        return True
    attendees = event.get("ATTENDEE", [])
    for attendee in attendees if isinstance(attendees, list) else [attendees]:
        mine = str(attendee).lower() == "mailto:" + owner.lower()
        if mine and str(attendee.params.get("PARTSTAT", "")).upper() == "DECLINED":
            return True
    return False


def free_busy(text, zone):
    """The busy periods of free/busy components, from the text itself."""
    unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    component = None
    for line in unfolded.split("\n"):
        if line.startswith("BEGIN:"):
            component = line[6:].strip()
        head, _, value = line.partition(":")
        if component != "VFREEBUSY" or head.split(";")[0] != "FREEBUSY" or "FBTYPE=FREE" in head.split(";"):
            continue
        for period in value.strip().split(","):
            start, end = icalendar.prop.vPeriod.from_ical(period)
            yield seconds(start, zone), seconds(start + end if isinstance(end, dt.timedelta) else end, zone)


def busy(case):
    zone = zoneinfo.ZoneInfo(case["zone"])
    found = list(free_busy(case["calendar"], zone))
    for calendar in icalendar.Calendar.from_ical(case["calendar"], multiple=True):
        wrong = [error for part in calendar.walk() for error in part.errors]
        assert not wrong, f"{case['name']}: {wrong}"
        query = recurring_ical_events.CalendarQuery(calendar)
        for event in query.between(moment(case["from"]) - MARGIN, moment(case["to"]) + MARGIN):
            if not is_free(event, case["owner"]):
                found.append((seconds(event["DTSTART"].dt, zone), seconds(event["DTEND"].dt, zone)))
    clipped = sorted((max(a, case["from"]), min(b, case["to"])) for a, b in found)
    merged = []
    for start, end in clipped:
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return merged


def answered(cases):
    for case in cases:
        case["busy"] = busy(case)
        yield json.dumps(case, ensure_ascii=False, separators=(",", ":"))


def verify(path):
    with open(path, encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    wrong = [case["name"] for case in cases if busy(case) != case["busy"]]
    print(f"{len(cases)} calendars, {sum(len(case['busy']) for case in cases)} busy times, {len(wrong)} differences")
    if wrong or len(cases) < 200:
        sys.exit(f"differences: {wrong}")


def main():
    arguments = sys.argv[1:]
    if arguments == ["fixture"]:
        cases = BY_HAND + list(generated(random.Random(20261124), 240, busy))
    elif len(arguments) == 3 and arguments[0] == "many":
        cases = generated(random.Random(int(arguments[1])), int(arguments[2]), busy)
    elif len(arguments) == 2 and arguments[0] == "verify":
        return verify(arguments[1])
    else:
        sys.exit(__doc__)
    for line in answered(cases):
        print(line)


if __name__ == "__main__":
    main()
