"""The open times that profiles show, by the reckoning that Sources/Scheduling is checked against."""

import re
from datetime import datetime, timezone
from typing import Any

from Oracles.slots_oracle import slots as slots_of_case
from Search.reference.content import Content, Profile

_UNITS = {"m": 1, "h": 60, "d": 1440, "w": 10080}


def openings(content: Content) -> list[list[datetime]]:
    """For each mentor the beginnings of the open times that the profile shows, the first one first."""
    return [_openings(mentor, content) for mentor in content.mentors]


def _openings(mentor: Profile, content: Content) -> list[datetime]:
    if content.is_paused(mentor) or mentor.one("capacity") == "0":
        return []
    written: Any = mentor.fields.get("availability") or []
    rules = written if isinstance(written, dict) and "day" not in written else {"weekly": written}
    site = content.settings.get("scheduling") or {}
    terms = {
        key: _minutes(rules.get(key) or site.get(key) or usual)
        for key, usual in (("meeting_length", "30m"), ("notice", "24h"), ("horizon", "28d"))}
    case = {
        "zone": mentor.one("timezone") or content.settings.get("timezone") or "UTC",
        "from": int(content.as_of.timestamp()),
        "weekly": [_weekly(rule) for rule in _list(rules.get("weekly"))],
        "dates": [(rule["date"], rule["start"], rule["end"]) for rule in _list(rules.get("dates"))],
        "except": [_span(span) for span in _list(rules.get("except"))],
        "away": [],
        "holidays": [day for span in _list(site.get("holidays")) for day in _days(span)],
        "busy": [], "buffer": 0, "length": terms["meeting_length"], "notice": terms["notice"],
        "horizon": terms["horizon"] // 1440, "max": int(rules.get("max_per_week") or 1000),
        "slots": int(site.get("slots") or 6),
    }
    return [datetime.fromtimestamp(start, timezone.utc) for start in slots_of_case(case)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def _weekly(rule: Any) -> tuple[str, str, str]:
    """`tue 16:00-17:30`, or the same as a group."""
    if isinstance(rule, str):
        day, hours = rule.split(" ", 1)
        start, end = hours.split("-")
    else:
        day, start, end = rule["day"], rule["start"], rule["end"]
    return day[:3].lower(), start, end


def _span(written: str) -> list[str]:
    first, _, last = written.partition("..")
    return [first, last or first]


def _days(written: str) -> list[str]:
    first, last = (datetime.fromisoformat(day).toordinal() for day in _span(written))
    return [datetime.fromordinal(day).date().isoformat() for day in range(first, last + 1)]


def _minutes(length: str) -> int:
    """`30m`, `24h`, `28d`."""
    return sum(int(number) * _UNITS[unit] for number, unit in re.findall(r"(\d+)([mhdw])", length))
