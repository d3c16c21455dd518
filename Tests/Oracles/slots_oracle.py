#!/usr/bin/env python3
"""An independent reckoning of time zones and slots, by Python's zoneinfo, to check Sources/Scheduling against.

    slots_oracle.py fixture > Tests/Fixtures/slot-vectors.txt   the committed vectors, from Tests/Fixtures/zoneinfo
    slots_oracle.py full DIRECTORY > FILE                       every zone of a folder such as /usr/share/zoneinfo

The second is read by the same Swift test when the environment says so:

    SLOT_VECTORS=FILE SLOT_ZONES=DIRECTORY swift test --filter SlotOracle

Each line is one question with its answer, fields separated by tabs:

    clock  ZONE  DATE  MINUTES  SECONDS         the moment that a wall clock means
    offset ZONE  SECONDS  OFFSET  ABBREVIATION  what a zone's clocks show at a moment
    slots  JSON                                 availability, and where its slots begin

The rules, in words of their own: a time in a gap is moved forward by the gap, a time that comes twice is the first;
a window stays within its day; windows that overlap are one; slots are cut from a window's beginning in elapsed time;
then notice, horizon, busy times and the week's limit take slots out, and the first so many are left.
"""

import datetime as dt
import json
import os
import random
import sys
import zoneinfo

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
DAY = dt.timedelta(days=1)


def moment(zone, date, minutes):
    """Seconds since the epoch. zoneinfo reckons a gap's times by the offset before it, as the rule wants."""
    if minutes == 1440:
        date, minutes = date + DAY, 0
    local = dt.datetime(date.year, date.month, date.day, minutes // 60, minutes % 60, tzinfo=zone, fold=0)
    return int((local.astimezone(dt.timezone.utc) - EPOCH).total_seconds())


def local_date(zone, seconds):
    return (EPOCH + dt.timedelta(seconds=seconds)).astimezone(zone).date()


def minutes_of(text):
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def slots(case):
    zone = zoneinfo.ZoneInfo(case["zone"])
    earliest = case["from"] + case["notice"] * 60
    latest = case["from"] + case["horizon"] * 86400
    buffer = case["buffer"] * 60
    closed = [tuple(map(dt.date.fromisoformat, span)) for span in case["except"] + case["away"]]
    found, weeks = [], {}
    date, last = local_date(zone, case["from"]) - 2 * DAY, local_date(zone, latest) + 2 * DAY
    while date <= last:
        for start, end in cut(zone, date, case, closed):
            if not earliest <= start < latest:
                continue
            if any(low - buffer < end and start < high + buffer for low, high in case["busy"]):
                continue
            week = date - date.weekday() * DAY
            if weeks.get(week, 0) < case["max"]:
                weeks[week] = weeks.get(week, 0) + 1
                found.append(start)
        date += DAY
    return sorted(found)[: case["slots"]]


def cut(zone, date, case, closed):
    if any(first <= date <= last for first, last in closed):
        return []
    windows = [(s, e) for day, s, e in case["dates"] if day == date.isoformat()]
    if date.isoformat() not in case["holidays"]:
        windows += [(s, e) for day, s, e in case["weekly"] if day == WEEKDAYS[date.weekday()]]
    midnight = moment(zone, date + DAY, 0)
    spans = sorted((moment(zone, date, minutes_of(s)), moment(zone, date, minutes_of(e))) for s, e in windows)
    spans = [(start, min(end, midnight)) for start, end in spans if start < min(end, midnight)]
    merged = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    length = case["length"] * 60
    return [(at, at + length) for start, end in merged for at in range(start, end - length + 1, length)]


# Questions


def zone_names(directory):
    names = []
    for folder, _, files in os.walk(directory):
        for file in files:
            path = os.path.join(folder, file)
            name = os.path.relpath(path, directory)
            if name.split("/")[0] in ("posix", "right", "posixrules", "localtime", "Factory"):
                continue
            with open(path, "rb") as stream:
                if stream.read(4) == b"TZif":
                    names.append(name)
    return sorted(names)


def changes(zone, first, last):
    """The moments at which a zone's offset changes, found day by day and then by halving."""
    found = []
    offset = lambda s: (EPOCH + dt.timedelta(seconds=s)).astimezone(zone).utcoffset()
    before, at = offset(first), first
    while at < last:
        after = offset(at + 86400)
        if after != before:
            low, high = at, at + 86400
            while high - low > 1:
                middle = (low + high) // 2
                if offset(middle) == before:
                    low = middle
                else:
                    high = middle
            found.append(high)
        before, at = after, at + 86400
    return found


def clock_lines(name, seconds):
    """Questions about the wall clock around a moment."""
    zone = zoneinfo.ZoneInfo(name)
    lines = []
    for at in (seconds - 1, seconds):
        local = (EPOCH + dt.timedelta(seconds=at)).astimezone(zone)
        offset = int(local.utcoffset().total_seconds())
        lines.append(f"offset\t{name}\t{at}\t{offset}\t{local.tzname()}")
    for shift in (-180, -90, -61, -60, -30, -1, 0, 1, 29, 30, 59, 60, 61, 90, 180):
        local = (EPOCH + dt.timedelta(seconds=seconds, minutes=shift)).astimezone(zone)
        minutes = local.hour * 60 + local.minute
        for m in {minutes, (minutes + 30) % 1440}:
            lines.append(f"clock\t{name}\t{local.date()}\t{m}\t{moment(zone, local.date(), m)}")
    return lines


def text_of(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def window(dice):
    start = dice.choice([0, 30, 60, 90, 105, 120, 150, 180, 540, 840, 960, 1380]) + dice.choice([0, 0, 0, 15])
    return text_of(start), text_of(min(1440, start + dice.choice([20, 30, 45, 60, 90, 120, 240, 600])))


def case_near(dice, name, seconds):
    """A random availability whose first days hold the moment."""
    start = seconds - dice.randrange(0, 20 * 86400)
    day = lambda: (EPOCH + dt.timedelta(seconds=start)).date() + dice.randrange(0, 40) * DAY
    span = lambda: (lambda first: [str(first), str(first + dice.randrange(0, 4) * DAY)])(day())
    busy = []
    for _ in range(dice.choice([0, 0, 0, 4])):
        low = start + dice.randrange(0, 28 * 86400)
        busy.append([low, low + dice.choice([900, 3600, 86400])])
    case = {
        "zone": name, "from": start,
        "weekly": [[dice.choice(WEEKDAYS), *window(dice)] for _ in range(dice.randrange(0, 5))],
        "dates": [[str(day()), *window(dice)] for _ in range(dice.choice([0, 0, 1, 2]))],
        "except": [span() for _ in range(dice.choice([0, 0, 1, 2]))],
        "away": [span() for _ in range(dice.choice([0, 0, 1]))],
        "holidays": [str(day()) for _ in range(dice.choice([0, 1, 3]))],
        "busy": busy, "length": dice.choice([15, 20, 30, 30, 45, 60]), "buffer": dice.choice([0, 0, 10, 60]),
        "notice": dice.choice([0, 60, 1440, 2880]), "horizon": dice.choice([7, 28, 28, 60]),
        "max": dice.choice([1, 2, 99, 99, 99]), "slots": dice.choice([3, 6, 6, 40]),
    }
    case["starts"] = slots(case)
    return case


def slot_line(case):
    return "slots\t" + json.dumps(case, separators=(",", ":"))


def seconds_of(year):
    return int((dt.datetime(year, 1, 1, tzinfo=dt.timezone.utc) - EPOCH).total_seconds())


def fixture(dice, names):
    for name in names:
        found = changes(zoneinfo.ZoneInfo(name), seconds_of(2007), seconds_of(2060))
        for at in dice.sample(found, min(4, len(found))):
            yield from clock_lines(name, at)
        for at in dice.sample(found, min(12, len(found))) or [seconds_of(2027)]:
            yield slot_line(case_near(dice, name, at))


def full(dice, names):
    for name in names:
        found = changes(zoneinfo.ZoneInfo(name), seconds_of(1970), seconds_of(2060))
        for at in found:
            yield from clock_lines(name, at)
        for at in [dice.randrange(seconds_of(1970), seconds_of(2060)) for _ in range(4)]:
            yield from clock_lines(name, at)
            yield slot_line(case_near(dice, name, at))
        for at in dice.sample(found, min(4, len(found))):
            yield slot_line(case_near(dice, name, at))
    for _ in range(1000):
        yield slot_line(case_near(dice, dice.choice(names), dice.randrange(seconds_of(2020), seconds_of(2045))))


def main():
    dice = random.Random(20270328)
    here = os.path.dirname(os.path.abspath(__file__))
    is_full = sys.argv[1:2] == ["full"] and len(sys.argv) == 3
    if not is_full and sys.argv[1:] != ["fixture"]:
        sys.exit(__doc__)
    directory = os.path.abspath(sys.argv[2]) if is_full else os.path.join(here, "../Fixtures/zoneinfo")
    zoneinfo.reset_tzpath(to=[os.path.abspath(directory)])
    names = zone_names(directory)
    for line in (full if is_full else fixture)(dice, names):
        print(line)


if __name__ == "__main__":
    main()
