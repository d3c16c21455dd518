"""Calendars to try readers on: some written by hand, each with one thing that calendars do, and as many invented ones as
one likes."""

import datetime as dt

OWNER = "ana@example.edu"
EPOCH = dt.datetime(1970, 1, 1)
ZONES = [
    "America/New_York", "Europe/Berlin", "Asia/Kolkata", "America/Santiago", "Australia/Lord_Howe",
    "America/St_Johns", "Europe/Dublin", "Africa/Cairo", "Pacific/Chatham", "UTC",
]
WINDOWS = {
    "Eastern Standard Time": "America/New_York", "W. Europe Standard Time": "Europe/Berlin",
    "Pacific SA Standard Time": "America/Santiago", "Lord Howe Standard Time": "Australia/Lord_Howe",
    "Newfoundland Standard Time": "America/St_Johns", "Egypt Standard Time": "Africa/Cairo",
}
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def seconds(year, month, day):
    return int((dt.datetime(year, month, day) - EPOCH).total_seconds())


def case(name, body, zone="America/New_York", begin=(2027, 2, 1), end=(2027, 5, 1), ends="\n"):
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n" + body.strip("\n") + "\nEND:VCALENDAR\n"
    return {
        "name": name, "zone": zone, "owner": OWNER, "from": seconds(*begin), "to": seconds(*end),
        "calendar": text.replace("\n", ends),
    }


def event(lines, uid="1"):
    return f"BEGIN:VEVENT\nUID:{uid}@example.org\nDTSTAMP:20260101T000000Z\n{lines.strip()}\nEND:VEVENT\n"


NEW_YORK_BY_HAND = """BEGIN:VTIMEZONE
TZID:Our Own Eastern
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
"""
FIXED_ZONE = """BEGIN:VTIMEZONE
TZID:Half Past
BEGIN:STANDARD
DTSTART:20000101T000000
TZOFFSETFROM:+0330
TZOFFSETTO:+0330
END:STANDARD
END:VTIMEZONE
"""

# Each: name, lines of one event.
SINGLE = [
    ("UTC", "DTSTART:20270310T150000Z\nDTEND:20270310T160000Z"),
    ("a zone", "DTSTART;TZID=America/New_York:20270310T150000\nDTEND;TZID=America/New_York:20270310T160000"),
    ("a zone in quotation marks", 'DTSTART;TZID="America/New_York":20270310T150000\nDURATION:PT1H'),
    ("two zones", "DTSTART;TZID=America/New_York:20270320T150000\nDTEND;TZID=Europe/Berlin:20270320T220000"),
    ("floating", "DTSTART:20270310T150000\nDTEND:20270310T160000"),
    ("a whole day", "DTSTART;VALUE=DATE:20270310"),
    ("whole days", "DTSTART;VALUE=DATE:20270310\nDTEND;VALUE=DATE:20270313"),
    ("whole days over a change of clocks", "DTSTART;VALUE=DATE:20270313\nDTEND;VALUE=DATE:20270316"),
    ("a whole day and its duration", "DTSTART;VALUE=DATE:20270310\nDURATION:P2D"),
    ("weeks", "DTSTART;VALUE=DATE:20270310\nDURATION:P2W"),
    ("a duration of all units", "DTSTART:20270310T150000Z\nDURATION:P1DT2H3M4S"),
    ("no duration", "DTSTART:20270310T150000Z"),
    ("an end before the beginning", "DTSTART:20270310T150000Z\nDTEND:20270310T140000Z"),
    ("transparent", "DTSTART:20270310T150000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT"),
    ("opaque", "DTSTART:20270310T150000Z\nDURATION:PT1H\nTRANSP:OPAQUE"),
    ("cancelled", "DTSTART:20270310T150000Z\nDURATION:PT1H\nSTATUS:CANCELLED"),
    ("tentative", "DTSTART:20270310T150000Z\nDURATION:PT1H\nSTATUS:TENTATIVE"),
    ("free at Microsoft", "DTSTART:20270310T150000Z\nDURATION:PT1H\nX-MICROSOFT-CDO-BUSYSTATUS:FREE"),
    ("out of office", "DTSTART:20270310T150000Z\nDURATION:PT1H\nX-MICROSOFT-CDO-BUSYSTATUS:OOF"),
    ("declined", f"DTSTART:20270310T150000Z\nDURATION:PT1H\nATTENDEE;CN=Ana;PARTSTAT=DECLINED:mailto:{OWNER}"),
    ("declined in capitals", "DTSTART:20270310T150000Z\nDURATION:PT1H\nATTENDEE;PARTSTAT=DECLINED:MAILTO:ANA@Example.EDU"),
    ("accepted", f"DTSTART:20270310T150000Z\nDURATION:PT1H\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{OWNER}"),
    ("declined by another",
     f"DTSTART:20270310T150000Z\nDURATION:PT1H\nATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.edu\n"
     f"ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:{OWNER}"),
    ("in the hour that is left out", "DTSTART;TZID=America/New_York:20270314T023000\nDURATION:PT15M"),
    ("before it is asked for", "DTSTART:20270110T150000Z\nDURATION:PT1H"),
    ("into the time asked for", "DTSTART:20270131T230000Z\nDURATION:PT4H"),
    ("out of the time asked for", "DTSTART:20270430T230000Z\nDURATION:PT4H"),
    ("all of it", "DTSTART:20260101T000000Z\nDTEND:20280101T000000Z"),
    ("a Windows zone", "DTSTART;TZID=W. Europe Standard Time:20270310T150000\nDURATION:PT1H"),
    ("a zone with a prefix", "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270310T150000\nDURATION:PT1H"),
    ("an alarm with a duration",
     "DTSTART:20270310T150000Z\nDTEND:20270310T160000Z\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDURATION:PT5M\n"
     "REPEAT:2\nDESCRIPTION:x\nEND:VALARM"),
    ("words that look like properties",
     "DTSTART:20270310T150000Z\nDURATION:PT1H\nSUMMARY:END:VEVENT\\nTRANSP:TRANSPARENT\nDESCRIPTION:a\\;b\\,c: d"),
]
# Each: name, what follows an event on a Tuesday from 16:00 to 17:00 in New York.
RULES = [
    ("every week", "RRULE:FREQ=WEEKLY"),
    ("every other week on two days", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU"),
    ("every other week, weeks from Monday", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO"),
    ("every other week, weeks from Sunday", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"),
    ("until a moment", "RRULE:FREQ=WEEKLY;UNTIL=20270330T200000Z"),
    ("until a second before", "RRULE:FREQ=WEEKLY;UNTIL=20270330T195959Z"),
    ("ten times", "RRULE:FREQ=DAILY;COUNT=60"),
    ("every third day", "RRULE:FREQ=DAILY;INTERVAL=3"),
    ("every day of some months", "RRULE:FREQ=DAILY;BYMONTH=3,4"),
    ("the second Tuesday", "RRULE:FREQ=MONTHLY;BYDAY=2TU"),
    ("the last Friday", "RRULE:FREQ=MONTHLY;BYDAY=-1FR"),
    ("the last day of the month", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("the 31st", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31"),
    ("the last workday", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("Friday the 13th", "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
    ("a day of the year", "RRULE:FREQ=YEARLY;BYYEARDAY=60,-300"),
    ("a week of the year", "RRULE:FREQ=YEARLY;BYWEEKNO=9,10,-40;BYDAY=MO"),
    ("the tenth Monday of the year", "RRULE:FREQ=YEARLY;BYDAY=10MO"),
    ("Thanksgiving's spring sister", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=4TH"),
    ("Election day", "RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=3;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"),
    ("some hours of a day", "RRULE:FREQ=DAILY;BYHOUR=9,13;BYMINUTE=0,45"),
    ("every four hours", "RRULE:FREQ=HOURLY;INTERVAL=4;COUNT=1000"),
    ("every 90 minutes on Mondays", "RRULE:FREQ=MINUTELY;INTERVAL=90;BYDAY=MO"),
    ("every hour of one morning", "RRULE:FREQ=HOURLY;BYHOUR=8,9,10;BYDAY=WE"),
    ("30 February", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    ("29 February", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
    ("two rules", "RRULE:FREQ=MONTHLY;BYMONTHDAY=5\nRRULE:FREQ=WEEKLY;BYDAY=SA"),
    ("an exception", "RRULE:FREQ=WEEKLY\nEXDATE;TZID=America/New_York:20270216T160000,20270323T160000"),
    ("an exception in UTC", "RRULE:FREQ=WEEKLY\nEXDATE:20270216T210000Z,20270323T200000Z"),
    ("an exception at another time", "RRULE:FREQ=WEEKLY\nEXDATE;TZID=America/New_York:20270216T170000"),
    ("an exception that is a date", "RRULE:FREQ=WEEKLY\nEXDATE;VALUE=DATE:20270216"),
    ("extra dates", "RDATE;TZID=America/New_York:20270218T090000,20270219T090000"),
    ("extra dates in UTC", "RRULE:FREQ=WEEKLY\nRDATE:20270218T150000Z"),
    ("extra periods", "RDATE;VALUE=PERIOD:20270218T150000Z/20270218T180000Z,20270219T150000Z/PT30M"),
    ("rules in small letters", "RRULE:freq=weekly;byday=tu"),
]
TUESDAY = "DTSTART;TZID=America/New_York:20260106T160000\nDTEND;TZID=America/New_York:20260106T170000\n"


def change(recurrence, lines, uid="1"):
    return event(f"RECURRENCE-ID{recurrence}\n{lines}", uid)


WEEKLY = event(TUESDAY + "RRULE:FREQ=WEEKLY\nSEQUENCE:1")
EIGHTH = ";TZID=America/New_York:20270309T160000"
MOVED = "DTSTART;TZID=America/New_York:20270311T090000\nDTEND;TZID=America/New_York:20270311T100000"

BY_HAND = (
    [case(name, event(lines)) for name, lines in SINGLE]
    + [case("weekly: " + name, event(TUESDAY + lines)) for name, lines in RULES]
    + [
        case("nothing", ""),
        case("CR LF and folded lines", event("DTSTART;TZID=America/New\n _York:20270310T1500\n 00\nDURATION:P\n T1H"), ends="\r\n"),
        case("one time moved", WEEKLY + change(EIGHTH, MOVED)),
        case("one time moved, told in UTC", WEEKLY + change(":20270309T210000Z", MOVED)),
        case("one time cancelled", WEEKLY + change(EIGHTH, TUESDAY.replace("20260106", "20270309") + "STATUS:CANCELLED")),
        case("one time free", WEEKLY + change(EIGHTH, TUESDAY.replace("20260106", "20270309") + "TRANSP:TRANSPARENT")),
        case("one time declined", WEEKLY + change(EIGHTH, MOVED + f"\nATTENDEE;PARTSTAT=DECLINED:mailto:{OWNER}")),
        case("one time moved twice", WEEKLY + change(EIGHTH, MOVED + "\nSEQUENCE:1") + change(EIGHTH, MOVED.replace("T09", "T07") + "\nSEQUENCE:2")),
        case("one time moved into the time asked for", WEEKLY + change(";TZID=America/New_York:20270119T160000", MOVED)),
        case("one time moved out of the time asked for", WEEKLY + change(EIGHTH, MOVED.replace("202703", "202706"))),
        case("one time busy of a free series", WEEKLY.replace("RRULE", "TRANSP:TRANSPARENT\nRRULE") + change(EIGHTH, MOVED)),
        case("a change without its series", change(EIGHTH, MOVED)),
        case("all that follow moved", WEEKLY + change(";RANGE=THISANDFUTURE" + EIGHTH, MOVED)),
        case("all that follow longer", WEEKLY + change(";RANGE=THISANDFUTURE" + EIGHTH, MOVED.replace("T10", "T14"))),
        case("all that follow cancelled", WEEKLY + change(";RANGE=THISANDFUTURE" + EIGHTH, MOVED + "\nSTATUS:CANCELLED")),
        case("a newer version", WEEKLY + event(TUESDAY.replace("T16", "T09").replace("T17", "T10") + "RRULE:FREQ=WEEKLY\nSEQUENCE:2")),
        case("an older version behind", WEEKLY + event(TUESDAY.replace("T16", "T09").replace("T17", "T10") + "RRULE:FREQ=WEEKLY\nSEQUENCE:0")),
        case("a whole day every week", event("DTSTART;VALUE=DATE:20260106\nRRULE:FREQ=WEEKLY;UNTIL=20270330\nEXDATE;VALUE=DATE:20270216")),
        case("a whole day moved", event("DTSTART;VALUE=DATE:20260106\nRRULE:FREQ=WEEKLY") + change(";VALUE=DATE:20270309", "DTSTART;VALUE=DATE:20270311")),
        case("floating every week", event("DTSTART:20260106T160000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270330T160000"), zone="Europe/Berlin"),
        case("UTC every week", event("DTSTART:20260106T160000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"), zone="Europe/Berlin"),
        case("over midnight and the change of clocks", event("DTSTART;TZID=America/New_York:20270301T220000\nDTEND;TZID=America/New_York:20270302T060000\nRRULE:FREQ=DAILY")),
        case("every night in the hour that is left out", event("DTSTART;TZID=America/New_York:20270301T023000\nDURATION:PT20M\nRRULE:FREQ=DAILY")),
        case("every night in the hour that comes twice", event("DTSTART;TZID=America/New_York:20261001T013000\nDURATION:PT20M\nRRULE:FREQ=DAILY"), begin=(2026, 10, 20), end=(2026, 11, 20)),
        case("a zone described by hand", NEW_YORK_BY_HAND + event(TUESDAY.replace("America/New_York", "Our Own Eastern") + "RRULE:FREQ=WEEKLY")),
        case("a zone without summer time, described", FIXED_ZONE + event(TUESDAY.replace("America/New_York", "Half Past") + "RRULE:FREQ=WEEKLY")),
        case("a zone described behind its use", event(TUESDAY.replace("America/New_York", "Half Past") + "RRULE:FREQ=WEEKLY") + FIXED_ZONE),
        case("free/busy", "BEGIN:VFREEBUSY\nUID:f\nDTSTAMP:20270101T000000Z\nFREEBUSY:20270310T150000Z/20270310T160000Z,20270311T150000Z/PT45M\n"
             "FREEBUSY;FBTYPE=FREE:20270312T150000Z/PT1H\nFREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270313T150000Z/PT1H\n"
             "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270314T150000Z/PT1H\nEND:VFREEBUSY"),
        case("two calendars in one file", event("DTSTART:20270310T150000Z\nDURATION:PT1H") + "END:VCALENDAR\nBEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + event("DTSTART:20270311T150000Z\nDURATION:PT1H", "2")),
        case("tasks and notes", "BEGIN:VTODO\nUID:t\nDTSTAMP:20270101T000000Z\nDTSTART:20270310T150000Z\nDUE:20270310T170000Z\nEND:VTODO\nBEGIN:VJOURNAL\nUID:j\nDTSTAMP:20270101T000000Z\nDTSTART:20270310T150000Z\nEND:VJOURNAL"),
    ]
)


# Invented ones


def stamp(local, form):
    """A local time in one of the forms a property may have, with its parameters."""
    kind, name = form
    if kind == "day":
        return f";VALUE=DATE:{local:%Y%m%d}"
    if kind == "zone":
        return f";TZID={name}:{local:%Y%m%dT%H%M%S}"
    return f":{local:%Y%m%dT%H%M%S}" + ("Z" if kind == "utc" else "")


def rule(dice, start, form):
    """A rule that RFC 5545 allows and on which programs agree."""
    frequency = dice.choice(["DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "HOURLY"])
    if form[0] == "day" and frequency == "HOURLY":
        frequency = "DAILY"
    parts = ["FREQ=" + frequency]
    interval = dice.choice([1, 1, 1, 2, 3, 5])
    if frequency == "HOURLY":
        interval = dice.choice([1, 5, 7, 24, 36])
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    some = lambda options, most: sorted(dice.sample(options, dice.randint(1, most)))
    numbers = lambda options, most: ",".join(map(str, some(options, most)))
    if frequency == "DAILY" and dice.random() < 0.4:
        parts.append("BYDAY=" + ",".join(some(DAYS, 4)))
    if frequency == "WEEKLY" and dice.random() < 0.7:
        parts.append("BYDAY=" + ",".join(some(DAYS, 4)))
    if frequency == "HOURLY":
        parts.append("BYDAY=" + ",".join(some(DAYS, 2)))
        if interval < 24 and dice.random() < 0.6:
            parts.append("BYHOUR=" + numbers(list(range(24)), 6))
    if frequency == "MONTHLY":
        parts.append(dice.choice([
            "BYDAY=" + ",".join(f"{dice.choice([1, 2, 3, 4, 5, -1, -2])}{day}" for day in some(DAYS, 2)),
            "BYMONTHDAY=" + numbers([1, 2, 10, 15, 28, 29, 30, 31, -1, -2, -30], 3),
            f"BYDAY={','.join(some(DAYS, 5))};BYSETPOS={dice.choice(['1', '-1', '2,-2', '3'])}",
            f"BYDAY={','.join(some(DAYS, 3))};BYMONTHDAY=" + numbers(list(range(1, 29)), 9),
        ]))
    if frequency == "YEARLY":
        parts.append(dice.choice([
            "BYMONTH=" + numbers(list(range(1, 13)), 6),
            f"BYMONTH={numbers(list(range(1, 7)), 4)};BYDAY={dice.choice([1, 2, -1])}{dice.choice(DAYS)}",
            "BYYEARDAY=" + numbers([1, 32, 50, 77, 100, 366, -1, -200, -280, -365], 4),
            f"BYWEEKNO={numbers([1, 5, 9, 12, 17, 52, 53, -1, -45], 4)};BYDAY={','.join(some(DAYS, 3))}",
            f"BYDAY={dice.choice([7, 12, -40, 1])}{dice.choice(DAYS)}",
            f"BYMONTH={numbers(list(range(1, 13)), 6)};BYMONTHDAY={numbers([1, 13, 29, 30, 31, -1], 3)}",
        ]))
    if frequency in ("DAILY", "WEEKLY", "MONTHLY") and form[0] != "day" and dice.random() < 0.15:
        parts.append(f"BYHOUR={numbers(list(range(6, 22)), 3)};BYMINUTE={numbers([0, 15, 30, 45], 2)}")
    if dice.random() < 0.5:
        parts.append("WKST=" + dice.choice(["MO", "SU", "WE"]))
    end = dice.random()
    if end < 0.25:
        parts.append(f"COUNT={dice.choice([3, 10, 40, 200])}")
    elif end < 0.5:
        last = dt.datetime(2027, 1, 1) + dt.timedelta(days=dice.randrange(150), hours=dice.randrange(24))
        parts.append("UNTIL=" + {"day": f"{last:%Y%m%d}", "floating": f"{last:%Y%m%dT%H%M%S}"}.get(form[0], f"{last:%Y%m%dT%H%M%SZ}"))
    return "RRULE:" + ";".join(parts)


def custom_zone(dice, name):
    """A zone that only its calendar knows: another offset, other Sundays."""
    hours, weeks = dice.choice([-9, -6, -3, 1, 2, 5]), [dice.choice([1, 2, -1]), dice.choice([1, 2, -1])]
    written = lambda hour: f"{'-' if hour < 0 else '+'}{abs(hour):02}00"
    return (
        f"BEGIN:VTIMEZONE\nTZID:{name}\n"
        f"BEGIN:STANDARD\nDTSTART:20001029T020000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY={weeks[0]}SU\n"
        f"TZOFFSETFROM:{written(hours + 1)}\nTZOFFSETTO:{written(hours)}\nEND:STANDARD\n"
        f"BEGIN:DAYLIGHT\nDTSTART:20000402T020000\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY={weeks[1]}SU\n"
        f"TZOFFSETFROM:{written(hours)}\nTZOFFSETTO:{written(hours + 1)}\nEND:DAYLIGHT\nEND:VTIMEZONE\n")


def series(dice, number, form, solve):
    """An event that may come back, with exceptions, extra dates and times that were moved."""
    hour = dice.choice([0, 6, 8, 9, 13, 16, 19, 23])
    start = dt.datetime(2024, 1, 1, hour, dice.choice([0, 15, 30])) + dt.timedelta(days=dice.randrange(1200))
    is_day = form[0] == "day"
    length = dt.timedelta(days=dice.choice([1, 1, 2, 9])) if is_day else dt.timedelta(minutes=dice.choice([15, 30, 60, 90, 600, 2000]))
    uid = f"{number}"
    free = dice.choice(["", "", "", "", "\nTRANSP:TRANSPARENT", "\nSTATUS:CANCELLED", "\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
                        f"\nATTENDEE;PARTSTAT=DECLINED:mailto:{OWNER}", "\nSTATUS:CONFIRMED\nTRANSP:OPAQUE"])
    span = f"DTSTART{stamp(start, form)}\n" + (
        f"DTEND{stamp(start + length, form)}" if dice.random() < 0.7
        else f"DURATION:P{length.days}D" if is_day else f"DURATION:PT{int(length.total_seconds()) // 60}M")
    repeats = dice.random() < 0.85
    lines = span + free
    if not repeats:
        return event(lines, uid)
    written = rule(dice, start, form)
    lines += "\n" + written
    # The library takes 10:00 in a zone for 10:00 UTC as well, so that leaving out one hour leaves out another, too.
    is_hourly = "HOUR" in written
    times = [] if is_hourly else occurrences(event(span + "\n" + written, uid), solve)
    dice.shuffle(times)
    text = ""
    if times and dice.random() < 0.4:
        lines += "\nEXDATE" + ",".join(
            stamp(time, form) if index == 0 else stamp(time, form).rsplit(":", 1)[1]
            for index, time in enumerate(times[:3]))
        times = times[3:]
    if dice.random() < 0.2:
        lines += "\nRDATE" + stamp(dt.datetime(2027, 3, 3, hour) + dt.timedelta(days=dice.randrange(60)), form)
    if times and dice.random() < 0.5:
        for time in times[: dice.randint(1, 3)]:
            moved = time + dt.timedelta(days=dice.choice([0, 0, 1, -2])) + (dt.timedelta() if is_day else dt.timedelta(hours=dice.choice([0, 1, -3])))
            state = dice.choice(["", "", "", "\nSTATUS:CANCELLED", "\nTRANSP:TRANSPARENT"])
            text += change(stamp(time, form), f"DTSTART{stamp(moved, form)}\nDTEND{stamp(moved + length, form)}\nSEQUENCE:{dice.randrange(3)}{state}", uid)
    elif times and dice.random() < 0.3:
        time = times[0]
        moved = time + (dt.timedelta(days=1) if is_day else dt.timedelta(hours=2))
        text += change(";RANGE=THISANDFUTURE" + stamp(time, form), f"DTSTART{stamp(moved, form)}\nDTEND{stamp(moved + length, form)}", uid)
    return event(lines, uid) + text


def occurrences(text, solve):
    """Where a series has times, on its own clocks; told by the library that is the measure anyway."""
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + solve["zones"] + text + "END:VCALENDAR\n")
    found = []
    for occurrence in recurring_ical_events.of(calendar).between(solve["from"], solve["to"]):
        start = occurrence["DTSTART"].dt
        found.append(dt.datetime(start.year, start.month, start.day, getattr(start, "hour", 0), getattr(start, "minute", 0)))
    return sorted(set(found))


def generated(dice, count, busy):
    for number in range(count):
        owner = dice.choice(ZONES)
        begin = dt.datetime(2027, 1, 10) + dt.timedelta(days=dice.randrange(60))
        end = begin + dt.timedelta(days=dice.choice([14, 30, 60, 90]))
        zones, forms = "", [("utc", ""), ("floating", ""), ("day", "")] + [("zone", name) for name in ZONES[:9]]
        forms += [("zone", name) for name in WINDOWS]
        if dice.random() < 0.25:
            name = f"Zone {number} of {dice.randrange(10**9)}"
            zones = custom_zone(dice, name)
            forms += [("zone", name)] * 6
        solve = {"zones": zones, "from": begin - dt.timedelta(days=10), "to": end + dt.timedelta(days=10)}
        body = zones
        for index in range(dice.randint(1, 6)):
            body += series(dice, index, dice.choice(forms), solve)
        yield case(
            f"invented {number}", body, zone=owner, begin=(begin.year, begin.month, begin.day),
            end=(end.year, end.month, end.day), ends=dice.choice(["\n", "\r\n"]))
