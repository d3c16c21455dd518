"""Hostile texts through all that a request writes, read by other people's parsers: icalendar, vobject, email, urllib.

Every text must come back as it went in, and nothing beside it.
"""

import base64
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from module_units.units import unit_page
from Oracles import calendar_oracle as oracle

FOLDER = Path(__file__).parent
ADDRESS = "mailto:" + oracle.ADDRESS
NAMES = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "TRANSP"}
ASKING = NAMES | {"ORGANIZER", "ATTENDEE", "SEQUENCE"}
# The method of each file, what it may have beside what every file has, and the mentor's state.
FILES = {
    "entry": (None, NAMES | {"STATUS"}, None),
    "reminder": (None, NAMES, None),
    "invitation": ("REQUEST", ASKING | {"STATUS"}, "NEEDS-ACTION"),
    "accepted": ("REPLY", ASKING | {"COMMENT", "REQUEST-STATUS"}, "ACCEPTED"),
    "declined": ("REPLY", ASKING | {"COMMENT", "REQUEST-STATUS"}, "DECLINED"),
    "counter": ("COUNTER", ASKING | {"COMMENT"}, "TENTATIVE"),
}


@pytest.fixture(scope="module")
def samples(browser: Browser) -> list[dict[str, Any]]:
    with unit_page(browser, FOLDER) as units:
        return units.page.evaluate("async () => (await import('/Tests/Requests/support/samples.mjs')).samples()")


@pytest.fixture(autouse=True)
def no_problems() -> Any:
    """The oracle gathers what it finds."""
    oracle.problems.clear()
    yield
    assert not oracle.problems, "\n".join(oracle.problems[:20])


def common_name(file: str, property_name: str) -> str:
    """A CN as RFC 5545 §3.2 and RFC 6868 write it; icalendar takes a backslash there for an escape."""
    unfolded = file.replace("\r\n ", "")
    quoted, plain = re.search(rf'^{property_name};CN=(?:"([^"\r]*)"|([^",;:\r]*))[;:]', unfolded, re.MULTILINE).groups()
    marks = {"^^": "^", "^n": "\n", "^'": '"'}
    return re.sub(r"\^[\^n']", lambda mark: marks[mark[0]], plain if quoted is None else quoted)


def test_there_are_more_than_five_hundred(samples: list[dict[str, Any]]) -> None:
    assert len({sample["text"] for sample in samples}) >= 500


@pytest.mark.parametrize("kind", FILES)
def test_files_hold_the_text_and_nothing_beside_it(samples: list[dict[str, Any]], kind: str) -> None:
    method, names, state = FILES[kind]
    for sample in samples:
        text, where = sample["text"], f"{kind} of {sample['text'][:40]!r}"
        calendar, event = oracle.read_calendar(where, sample[kind].encode())
        assert calendar.get("METHOD") == method, where
        assert set(event.keys()) <= names, f"{where}: {set(event.keys()) - names}"
        for name in {"SUMMARY", "DESCRIPTION", "LOCATION", *(names & {"COMMENT"})}:
            assert str(event[name]) == oracle.stored(text), f"{name}, {where}: {str(event[name])!r}"
        if not method:
            continue
        assert event["SEQUENCE"] == 2
        for name in ("ORGANIZER", "ATTENDEE"):
            assert str(event[name]).replace("%27", "'") == ADDRESS, where
            assert common_name(sample[kind], name) == oracle.stored(text), f"{name}, {where}"
        assert event["ATTENDEE"].params["PARTSTAT"] == state


def test_links_hold_the_text_and_no_other_header_or_field(samples: list[dict[str, Any]]) -> None:
    for sample in samples:
        where = repr(sample["text"][:40])
        oracle.check_mail(where, sample["mailto"], sample["text"])
        oracle.check_links(where, sample, sample["text"])
        oracle.check_links(where, sample | {"outlook": sample["microsoft365"]}, sample["text"])


def test_other_links_hold_the_text_and_no_other_field(samples: list[dict[str, Any]]) -> None:
    for sample in samples:
        text, where = sample["text"], repr(sample["text"][:40])
        _, mail = oracle.fields(where, sample["outlookMail"])
        assert set(mail) <= {"to", "subject", "body"} and mail["to"] == oracle.ADDRESS
        assert oracle.same_or_cut(mail["body"], oracle.lines(text).replace("\n", "\r\n")), where
        _, yahoo = oracle.fields(where, sample["yahoo"])
        assert set(yahoo) <= {"v", "ST", "ET", "TITLE", "DESC", "in_loc", "inv_list"}
        assert (yahoo["ST"], yahoo["ET"]) == ("20270316T170000", "20270316T173000")
        assert oracle.same_or_cut(yahoo["TITLE"], oracle.one_line(text)), where
        assert oracle.same_or_cut(yahoo["DESC"], oracle.lines(text)), where


def test_fragments_hold_the_text(samples: list[dict[str, Any]]) -> None:
    for sample in samples:
        few, where = sample["few"], repr(sample["text"][:40])
        assert not sample.get("problem"), f"{where}: {sample['problem']}"
        version, _, packed = sample["fragment"].partition(".")
        value = json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-8", "strict"))
        message = oracle.stored(few).strip()
        line = oracle.one_line(few)
        assert version == "1" and value == {
            "v": 1, "id": "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11", "m": {"s": "jane", "n": line},
            "f": {"n": line, "a": "mina@example.edu"}, "p": line, "t": message,
        }, where
        request = sample["request"]
        assert request["message"] == message and request["purpose"] == line, where
        assert request["mentor"]["name"] == request["mentee"]["name"] == line
        assert not any(unicodedata.category(mark) == "Cc" and mark not in "\n\t" for mark in json.dumps(request))
