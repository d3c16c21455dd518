"""The reader's connections: what became of their requests, kept by their browser alone."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar, Event
from playwright.sync_api import Browser, Download, Locator, Page, expect

from Browser.test_accessibility import OPEN_ALL, RULES
from Browser.test_layout import OVERFLOW, SIZES
from Browser.visitors import Visitors, follow
from built_site.site import BuiltSite
from built_site.web_server import serving

NEW_YORK = ZoneInfo("America/New_York")
# Markup, quotation marks, both directions, and half a smile.
HOSTILE = "<img src=x onerror=alert(1)> \"'&amp; {name} שלום \u202e \ud83d"


def identity(number: int) -> str:
    return f"6f1c2b7e-0d5a-4c1e-9a51-{number:012d}"


def connection(now: datetime, number: int, slug: str, name: str, state: str, **parts: Any) -> dict[str, Any]:
    """A connection as the browser keeps it, with two proposed times: in three and in four days, at noon in New York."""
    noon = now.astimezone(NEW_YORK).replace(hour=12, minute=0, second=0, microsecond=0)
    slots = [[int((noon + timedelta(days=days)).timestamp()), 30] for days in (3, 4)]
    request = {
        "v": 1, "id": identity(number), "m": {"s": slug, "n": name}, "f": {"n": "Jordan Ellery", "a": "jordan@example.edu"},
        "p": "An informational interview", "w": "video", "t": "I study rivers.\n1. What surprised you?", "s": slots,
        "z": "America/New_York",
    } | parts.pop("request", {})
    return {"request": request, "state": state, "changed": int(now.timestamp()) - number, "notes": "", "ticks": []} | parts


class Shelf:
    """What a visitor's browser keeps of requests, and the page that shows it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._root = page.locator(".wordmark").evaluate("link => new URL(link.href).pathname")

    def key(self, name: str) -> str:
        return f"mentorbook:{name}:{self._root}"

    def put(self, name: str, value: Any) -> None:
        text = value if isinstance(value, str) else json.dumps(value)
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [self.key(name), text])

    def raw(self, name: str) -> str | None:
        return self.page.evaluate("key => localStorage.getItem(key)", self.key(name))

    def kept(self) -> list[dict[str, Any]]:
        return json.loads(self.raw("connections") or '{"connections":[]}')["connections"]

    def one(self, number: int = 1) -> dict[str, Any]:
        return next(found for found in self.kept() if found["request"]["id"] == identity(number))

    def fill(self, *connections: dict[str, Any], drafts: dict[str, Any] | None = None) -> None:
        self.put("connections", {"version": 1, "connections": connections})
        if drafts is not None:
            self.put("drafts", {"version": 1, "drafts": drafts})
        self.open()

    def open(self) -> None:
        self.page.reload()
        self.page.locator("[data-connections]").wait_for()

    def card(self, name: str) -> Locator:
        return self.page.locator(".connection", has=self.page.get_by_role("heading", name=name, exact=True))

    def section(self, heading: str) -> Locator:
        return self.page.get_by_role("region", name=re.compile(f"^{heading} "))

    def names(self, heading: str) -> list[str]:
        return self.section(heading).locator("h3").all_inner_texts()


@pytest.fixture
def shelf(visitors: Visitors) -> Shelf:
    page = visitors.arrive("connections/")
    page.locator("[data-connections]").wait_for()
    return Shelf(page)


@pytest.fixture
def people(site: BuiltSite) -> list[tuple[str, str]]:
    """Slugs and names of mentors who are there."""
    return [(page.path.split("/")[1], page.heading) for page in site.profiles[:6]]


def event_of(download: Download) -> Event:
    """The one event of a calendar file, which invites nobody."""
    data = Path(download.path()).read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(data)
    [event] = calendar.walk("VEVENT")
    assert "METHOD" not in calendar and "ORGANIZER" not in event and "ATTENDEE" not in event
    assert not event.subcomponents
    return event


# MARK: States


def test_an_empty_page_says_how_it_fills(shelf: Shelf) -> None:
    page = shelf.page
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
    expect(page.get_by_role("navigation", name="Connections by state")).to_be_hidden()
    expect(page.locator("main .hang:visible h2")).to_have_text(["Your own copy"])
    follow(page.locator("main .empty a.button"))
    expect(page.locator("body")).to_have_class("explore-page")


def test_connections_stand_by_their_states_with_counts(
    shelf: Shelf, now: datetime, people: list[tuple[str, str]]
) -> None:
    states = ["sent", "accepted", "rescheduled", "declined", "met", "sent"]
    shelf.fill(*[connection(now, at, *person, state) for at, (person, state) in enumerate(zip(people, states))])
    names = [name for _, name in people]
    assert shelf.names("Waiting for an answer") == [names[0], names[5]]
    for heading, name in {"Agreed": names[1], "Another time proposed": names[2], "Declined": names[3], "Met": names[4]}.items():
        assert shelf.names(heading) == [name]
    expect(shelf.page.get_by_role("navigation", name="Connections by state").get_by_role("link")).to_have_text(
        ["Agreed 1", "Another time proposed 1", "Waiting for an answer 2", "Met 1", "Declined 1"])
    card = shelf.card(names[0])
    expect(card.locator(".about")).to_contain_text("An informational interview Video call Last change")
    follow(card.get_by_role("link", name=names[0]))
    expect(shelf.page.get_by_role("heading", level=1)).to_have_text(names[0])


def test_a_time_that_is_agreed_on_makes_it_an_agreed_meeting_and_the_focus_goes_along(
    shelf: Shelf, now: datetime, people: list[tuple[str, str]]
) -> None:
    [_, name] = people[0]
    shelf.fill(connection(now, 1, *people[0], "sent"))
    card = shelf.card(name)
    expect(card.locator(".proposals li")).to_have_count(2)
    card.get_by_role("button", name="We agreed on this").nth(1).press("Enter")
    assert shelf.names("Agreed") == [name]
    expect(shelf.section("Waiting for an answer")).to_be_hidden()
    expect(card.get_by_role("link", name=name, exact=True)).to_be_focused()
    expect(shelf.page.locator("[data-part=told]")).to_have_text(f"{name}: now under “Agreed”.")
    expect(card.locator(".when")).to_contain_text("12:00 – 12:30 PM")
    expect(card.locator(".when small")).to_contain_text("Eastern")
    one = shelf.one()
    assert (one["state"], one["meeting"]) == ("accepted", one["request"]["s"][1])
    shelf.open()
    expect(card.locator(".when")).to_be_visible()


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "America/St_Johns"])
def test_another_time_is_taken_by_the_readers_own_clock(
    visitors: Visitors, now: datetime, people: list[tuple[str, str]], zone: str
) -> None:
    shelf = Shelf(visitors.arrive("connections/", timezone_id=zone))
    shelf.fill(connection(now, 1, *people[0], "rescheduled"))
    card = shelf.card(people[0][1])
    card.get_by_text("Another time", exact=False).locator("visible=true").first.click()
    form = card.locator("form")
    form.get_by_role("button").click()
    expect(form.get_by_role("alert")).to_be_visible()
    expect(form.get_by_label("Day and time, on your clock")).to_be_focused()
    form.get_by_label("Day and time, on your clock").fill("2027-03-16T17:30")
    form.get_by_label("Minutes").fill("45")
    form.get_by_role("button").click()
    wanted = datetime(2027, 3, 16, 17, 30, tzinfo=ZoneInfo(zone))
    assert shelf.one()["meeting"] == [int(wanted.timestamp()), 45]
    expect(card.locator(".when")).to_contain_text("Tuesday, March 16")


def test_every_state_leads_to_every_other(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    [_, name] = people[0]
    shelf.fill(connection(now, 1, *people[0], "sent"))
    card = shelf.card(name)
    path = {
        "They said yes": "accepted", "We have met": "met", "They declined": "declined", "Not sent yet": "drafted",
        "I have sent it": "sent", "They propose another time": "rescheduled",
    }
    for words, state in path.items():
        card.locator("details.others").evaluate("fold => { fold.open = true; }")
        card.get_by_role("button", name=f"{words} {name}").click()
        assert shelf.one()["state"] == state
        expect(card.locator("[data-move]:visible")).to_have_count(5)
    assert "meeting" not in shelf.one()


def test_a_meeting_that_is_over_asks_whether_it_took_place(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    yesterday = [int(now.timestamp()) - 86_400, 30]
    shelf.fill(connection(now, 1, *people[0], "accepted", meeting=yesterday))
    card = shelf.card(people[0][1])
    expect(card.get_by_text("This time has passed. Did you meet?")).to_be_visible()
    expect(card.locator("[data-part=takeaways]")).to_be_hidden()
    card.get_by_role("button", name="We have met").click()
    assert shelf.one()["meeting"] == yesterday
    expect(card.get_by_text("Did you meet?")).to_be_hidden()


# MARK: Notes, checklist, thanks


def test_notes_and_ticks_survive_a_reload(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    first, second = (name for _, name in people[:2])
    ticks = ["of-an-older-guide"]
    shelf.fill(connection(now, 1, *people[0], "accepted", ticks=ticks), connection(now, 2, *people[1], "accepted"))
    shelf.page.get_by_label(f"Your notes {second}").press_sequentially("Ask about <b>Oslo</b>\nand the lab")
    expect(shelf.page.get_by_label(f"Your notes {second}")).to_be_focused()
    card = shelf.card(first)
    card.locator(".preparing summary").click()
    boxes = card.locator(".preparing input")
    boxes.nth(1).check()
    boxes.nth(3).check()
    expect(card.locator("[data-part=ticked]")).to_have_text(f"2 of {boxes.count()} done")
    shelf.open()
    expect(shelf.page.get_by_label(f"Your notes {second}")).to_have_value("Ask about <b>Oslo</b>\nand the lab")
    expect(boxes.nth(1)).to_be_checked()
    expect(card.locator("[data-part=ticked]")).to_have_text(f"2 of {boxes.count()} done")
    expect(shelf.card(second).locator("[data-part=ticked]")).to_have_text(f"0 of {boxes.count()} done")
    assert "of-an-older-guide" in shelf.one(1)["ticks"] and len(shelf.one(1)["ticks"]) == 3


def test_the_checklist_is_the_guides(shelf: Shelf, site: BuiltSite, now: datetime, people: list[tuple[str, str]]) -> None:
    shelf.fill(connection(now, 1, *people[0], "accepted"))
    card = shelf.card(people[0][1])
    card.locator(".preparing summary").click()
    words = card.locator(".to-dos span").all_inner_texts()
    sections = card.locator(".preparing h4").all_inner_texts()
    follow(card.get_by_role("link", name="The whole page in the guide"))
    labels = shelf.page.locator(".checklist label").all_inner_texts()
    assert words == [label.strip() for label in labels] and len(words) > 3
    assert set(sections) <= set(shelf.page.locator(".prose h2, .prose h3").all_inner_texts())


def test_what_another_tab_changes_is_shown_and_does_not_disturb_a_note(
    shelf: Shelf, now: datetime, people: list[tuple[str, str]]
) -> None:
    shelf.fill(connection(now, 1, *people[0], "accepted"), connection(now, 2, *people[1], "sent"))
    name = people[0][1]
    note = shelf.page.get_by_label(f"Your notes {name}")
    note.press_sequentially("Half a th")
    other = shelf.page.context.new_page()
    other.goto(shelf.page.url)
    Shelf(other).card(people[1][1]).get_by_role("button", name="They said yes").click()
    expect(shelf.section("Agreed").locator("h3")).to_have_count(2)
    expect(note).to_be_focused()
    shelf.page.keyboard.type("ought")
    expect(note).to_have_value("Half a thought")
    assert shelf.one()["notes"] == "Half a thought"


def test_a_thank_you_is_copied_or_begins_a_mail(visitors: Visitors, now: datetime, people: list[tuple[str, str]]) -> None:
    page = visitors.arrive("connections/", permissions=["clipboard-read", "clipboard-write"])
    shelf = Shelf(page)
    shelf.fill(connection(now, 1, *people[0], "met"))
    card = shelf.card(people[0][1])
    card.get_by_text("Write a thank-you").click()
    letter = card.get_by_label("Your thank-you", exact=True)
    assert letter.input_value().startswith(f"Dear {people[0][1]},\n\nThank you")
    assert letter.input_value().endswith("Jordan Ellery")
    letter.fill("Thank you & 100% more?\nJ.")
    link = urlsplit(card.get_by_role("link", name="Begin a mail with it").get_attribute("href") or "")
    assert (link.scheme, link.path) == ("mailto", "")
    assert parse_qs(link.query)["body"] == ["Thank you & 100% more?\r\nJ."]
    assert "+" not in link.query and unquote(link.query).count("subject=") == 1
    card.get_by_role("button", name="Copy text").click()
    expect(card.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == "Thank you & 100% more?\nJ."


# MARK: Calendars


def test_an_agreed_meeting_is_taken_along_as_a_file_and_in_calendars_on_the_web(
    shelf: Shelf, now: datetime, people: list[tuple[str, str]]
) -> None:
    one = connection(now, 1, *people[0], "accepted")
    one["meeting"] = one["request"]["s"][1]
    shelf.fill(one)
    card = shelf.card(people[0][1])
    with shelf.page.expect_download() as saved:
        card.get_by_role("button", name="Calendar file").click()
    event = event_of(saved.value)
    assert saved.value.suggested_filename == f"{people[0][0]}-meeting.ics"
    start = datetime.fromtimestamp(one["meeting"][0], timezone.utc)
    assert (event.start, event.end) == (start, start + timedelta(minutes=30))
    # The second of the proposed times has this UID in the invitation, too.
    assert re.fullmatch(re.escape(identity(1)) + r"-2@[\w.-]+", event["UID"])
    assert (event["SUMMARY"], event["STATUS"], event["TRANSP"]) == (f"Conversation with {people[0][1]}", "CONFIRMED", "OPAQUE")
    assert f"mentors/{people[0][0]}/" in event["DESCRIPTION"]
    google = parse_qs(urlsplit(card.get_by_role("link", name="Google Calendar").get_attribute("href") or "").query)
    assert google["dates"] == [f"{start:%Y%m%dT%H%M%SZ}/{start + timedelta(minutes=30):%Y%m%dT%H%M%SZ}"]
    assert "add" not in google


@pytest.mark.parametrize(("zone", "hour", "reminded"), [
    ("America/New_York", 17, 17), ("America/New_York", 7, 18), ("Asia/Kolkata", 20, 18), ("Australia/Lord_Howe", 9, 9),
])
def test_the_reminder_is_the_day_before_at_a_decent_hour_of_the_readers_clock(
    visitors: Visitors, people: list[tuple[str, str]], zone: str, hour: int, reminded: int
) -> None:
    """The days before are those on which clocks change: 14 March and 4 April 2027."""
    clock = ZoneInfo(zone)
    meeting = datetime(2027, 4, 4, hour, 30, tzinfo=clock) if "Lord" in zone else datetime(2027, 3, 14, hour, 30, tzinfo=clock)
    now = datetime(2027, 3, 1, 12, tzinfo=timezone.utc)
    shelf = Shelf(visitors.arrive("connections/", timezone_id=zone, now=now))
    shelf.fill(connection(now, 1, *people[0], "accepted", meeting=[int(meeting.timestamp()), 30]))
    with shelf.page.expect_download() as saved:
        shelf.card(people[0][1]).get_by_role("button", name="Reminder for the day before").click()
    event = event_of(saved.value)
    start = event.start.astimezone(clock)
    assert (start.date(), start.hour, start.minute) == (
        meeting.date() - timedelta(days=1), reminded, 30 if reminded == hour else 0)
    assert event["SUMMARY"] == f"Tomorrow: conversation with {people[0][1]}"
    assert event["TRANSP"] == "TRANSPARENT" and re.fullmatch(re.escape(identity(1)) + r"-reminder@[\w.-]+", event["UID"])
    assert shelf.page.url in event["DESCRIPTION"]


def test_no_reminder_is_offered_when_its_day_has_come(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    shelf.fill(connection(now, 1, *people[0], "accepted", meeting=[int(now.timestamp()) + 3600, 30]))
    card = shelf.card(people[0][1])
    expect(card.get_by_role("button", name="Calendar file")).to_be_visible()
    expect(card.locator("[data-file=reminder]")).to_be_hidden()


# MARK: Drafts and removals


def test_drafts_lead_back_to_where_they_are_written(
    shelf: Shelf, visitors: Visitors, site: BuiltSite, open_profile: str
) -> None:
    page = shelf.page
    page.goto(visitors.home + open_profile)
    page.goto(visitors.home + "connections/")
    slug, name = open_profile.split("/")[1], site.by_path[open_profile].heading
    shelf.fill(drafts={slug: {"fields": {"hope": HOSTILE.removesuffix("\ud83d"), "name": "J"}, "slots": [], "changed": 5}})
    card = shelf.card(name)
    expect(card.locator(".beginning")).to_contain_text("<img src=x onerror=alert(1)>")
    assert shelf.names("Drafts") == [name]
    before = json.loads(shelf.raw("drafts") or "")
    card.get_by_role("button", name=f"Remove {name}").click()
    assert json.loads(shelf.raw("drafts") or "")["drafts"] == {}
    page.get_by_role("button", name=f"Undo {name}").click()
    assert json.loads(shelf.raw("drafts") or "") == before
    follow(card.get_by_role("link", name="Go on writing"))
    assert page.url == visitors.home + open_profile + "#write"


def test_what_was_sent_is_no_draft_any_more(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    text = {"hope": "x", "mentor": "Dr. Known"}
    shelf.fill(connection(now, 1, *people[0], "sent"), drafts={
        people[0][0]: {"fields": text | {"id": identity(1)}, "slots": [], "changed": 9},
        "someone": {"fields": text | {"id": identity(7)}, "slots": [], "changed": 8},
    })
    assert shelf.names("Drafts") == ["Dr. Known"] and shelf.names("Waiting for an answer") == [people[0][1]]


def test_a_removal_is_undone_with_everything_it_had(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    one = connection(now, 1, *people[0], "accepted", notes="Keep me", ticks=["a1"], meeting=[int(now.timestamp()) + 9000, 25])
    shelf.fill(one, connection(now, 2, *people[1], "accepted"))
    name = people[0][1]
    shelf.page.get_by_label(f"Your notes {name}").fill("Keep me, too")
    before = shelf.kept()
    shelf.card(name).get_by_role("button", name=f"Remove {name}").click()
    assert shelf.names("Agreed") == [people[1][1]]
    undo = shelf.page.get_by_role("button", name=f"Undo {name}")
    expect(undo).to_be_focused()
    shelf.page.keyboard.press("Enter")
    expect(shelf.card(name).get_by_role("link", name=name, exact=True)).to_be_focused()
    assert shelf.kept() == before


def test_the_last_one_can_be_brought_back_too(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    shelf.fill(connection(now, 1, *people[0], "sent"))
    shelf.page.get_by_role("button", name="Remove").click()
    shelf.page.get_by_role("button", name="Undo").click()
    assert shelf.names("Waiting for an answer") == [people[0][1]]


# MARK: A file of one's own


def exported(shelf: Shelf) -> Path:
    with shelf.page.expect_download() as saved:
        shelf.page.get_by_role("button", name="Save as a file").click()
    assert re.fullmatch(r"connections-\d{4}-\d\d-\d\d\.json", saved.value.suggested_filename)
    return Path(saved.value.path())


def take_in(shelf: Shelf, data: bytes | Path) -> Locator:
    file = data if isinstance(data, Path) else {"name": "connections.json", "mimeType": "application/json", "buffer": data}
    shelf.page.get_by_label("Open a file").set_input_files(file)
    return shelf.page.locator("[data-part=file-told]")


def test_what_is_exported_and_opened_in_a_fresh_browser_is_the_same(
    shelf: Shelf, visitors: Visitors, now: datetime, people: list[tuple[str, str]]
) -> None:
    meeting = [int(now.timestamp()) + 9000, 25]
    shelf.fill(
        connection(now, 1, *people[0], "accepted", notes="N\n„“ 漢字 🙂", ticks=["a1", "b2"], meeting=meeting),
        connection(now, 2, *people[1], "declined", request={"n": 3, "s": []}))
    file = exported(shelf)
    expect(shelf.page.locator("[data-part=file-told]")).to_have_text("2 connections are in the file.")
    shelf.page.get_by_label(f"Your notes {people[1][1]}").fill("And I")
    file = exported(shelf)
    fresh = Shelf(visitors.arrive("connections/"))
    expect(take_in(fresh, file)).to_have_text("2 connections taken in.")
    assert fresh.kept() == shelf.kept()
    assert fresh.names("Agreed") == [people[0][1]]
    assert exported(fresh).read_bytes() == file.read_bytes()


def test_of_two_versions_the_one_changed_last_stays(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    shelf.fill(connection(now, 1, *people[0], "sent", notes="old"), connection(now, 2, *people[1], "sent", notes="mine"))
    newer = connection(now, 1, *people[0], "met", notes="new") | {"changed": int(now.timestamp()) + 5}
    older = connection(now, 2, *people[1], "met", notes="theirs") | {"changed": 5}
    file = {"kind": "mentorbook-connections", "version": 1, "connections": [newer, older]}
    take_in(shelf, json.dumps(file).encode())
    assert (shelf.one(1)["notes"], shelf.one(2)["notes"]) == ("new", "mine")


@pytest.mark.parametrize(("data", "words"), [
    (b"", "damaged"), (b'{"kind":', "damaged"), (b"\xff\xfe\x00PK", "damaged"), (b"null", "not a file of connections"),
    (b"[]", "not a file of connections"), (b'{"kind":"other"}', "not a file of connections"),
    (b'{"kind":"mentorbook-connections","version":1,"connections":{}}', "not a file of connections"),
    (b'{"kind":"mentorbook-connections","version":2,"connections":[]}', "newer version"),
    (b'"' + b"x" * 5_000_001 + b'"', "too large"),
    (json.dumps({"kind": "mentorbook-connections", "version": 1, "connections": [
        None, 3, "x", {"state": "met"}, {"request": {"__proto__": {"v": 1}}, "state": "met"}, {"state": "constructor"},
    ]}).encode(), "0 connections taken in. 6 could not be read"),
])
def test_a_file_that_is_none_is_told_and_changes_nothing(
    shelf: Shelf, now: datetime, people: list[tuple[str, str]], data: bytes, words: str
) -> None:
    shelf.fill(connection(now, 1, *people[0], "sent", notes="mine"))
    before = shelf.kept()
    expect(take_in(shelf, data)).to_contain_text(words)
    assert shelf.kept() == before


def test_hostile_texts_are_shown_as_text(shelf: Shelf, now: datetime) -> None:
    one = connection(now, 1, "ana", "x", "met", notes=HOSTILE, request={
        "m": {"s": "ana", "n": "<script>alert(1)</script> & Ana"}, "p": "<b onclick=alert(1)>p</b>", "t": "</template><img src=x>"})
    file = {"kind": "mentorbook-connections", "version": 1, "connections": [one]}
    shelf.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    expect(take_in(shelf, json.dumps(file).encode())).to_have_text("1 connection taken in.")
    card = shelf.page.locator(".connection")
    expect(card.locator("h3")).to_have_text("<script>alert(1)</script> & Ana")
    expect(card.locator(".about")).to_contain_text("<b onclick=alert(1)>p</b>")
    expect(card.locator("[data-part=message]")).to_have_text("</template><img src=x>")
    assert card.locator("script, img, b").count() == 0
    assert card.get_by_label("Your notes").input_value().startswith("<img src=x onerror=alert(1)> \"'&amp; {name}")
    for link in card.locator("a").all():
        assert (link.get_attribute("href") or "").startswith(("http", "mailto:?", "#", "../"))


def test_everything_is_deleted_once_that_is_confirmed(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    shelf.fill(connection(now, 1, *people[0], "sent"), drafts={"ana": {"fields": {"hope": "x"}, "slots": [], "changed": 1}})
    page = shelf.page
    question = page.get_by_role("dialog", name="Delete everything?")
    opener = page.locator("[data-part=delete-all]")
    for leave in (lambda: page.keyboard.press("Escape"), lambda: question.get_by_role("button", name="Keep them").click()):
        opener.click()
        expect(question.get_by_role("button", name="Keep them")).to_be_focused()
        leave()
        expect(question).to_be_hidden()
        expect(opener).to_be_focused()
        assert len(shelf.kept()) == 1 and shelf.raw("drafts")
    opener.click()
    question.get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-part=file-told]")).to_have_text("Everything is deleted from this browser.")
    assert shelf.raw("connections") is None and shelf.raw("drafts") is None
    expect(page.locator(".connection")).to_have_count(0)
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()


# MARK: Browsers


@pytest.mark.parametrize("kept", ["{", "[]", "null", '{"version":1,"connections":[null,{"request":{}}]}'])
def test_broken_storage_is_an_empty_page_that_works(shelf: Shelf, kept: str) -> None:
    shelf.put("connections", kept)
    shelf.put("drafts", kept)
    shelf.open()
    expect(shelf.page.get_by_text("Nothing here yet.")).to_be_visible()


def test_what_a_newer_version_keeps_is_left_alone(shelf: Shelf) -> None:
    newer = '{"version":2,"threads":[]}'
    shelf.put("connections", newer)
    shelf.page.reload()
    expect(shelf.page.locator("[data-connections-blocked]")).to_be_visible()
    assert shelf.raw("connections") == newer


def test_where_nothing_may_be_kept_the_page_says_so(visitors: Visitors) -> None:
    page = visitors.arrive()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });")
    page.goto(visitors.home + "connections/")
    expect(page.locator("[data-connections-blocked]")).to_be_visible()
    expect(page.locator("[data-connections]")).to_be_hidden()


def test_a_full_browser_is_said_to_be_full(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    shelf.fill(connection(now, 1, *people[0], "sent"))
    shelf.page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    shelf.card(people[0][1]).get_by_role("button", name="They said yes").click()
    expect(shelf.page.locator("[data-save-trouble]")).to_be_visible()
    assert shelf.names("Waiting for an answer") == [people[0][1]]


def test_without_javascript_the_page_says_what_it_is_for(visitors: Visitors) -> None:
    page = visitors.arrive("connections/", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("This page needs JavaScript")
    expect(page.get_by_role("heading", name="What you find here")).to_be_visible()
    expect(page.locator("[data-connections]")).to_be_hidden()
    expect(page.get_by_text("Your connections stay in this browser.")).to_be_visible()


def full(now: datetime, people: list[tuple[str, str]]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """One connection of each state, and a draft."""
    states = ["accepted", "accepted", "rescheduled", "sent", "met", "declined"]
    all_states = [connection(now, at, *person, state) for at, (person, state) in enumerate(zip(people, states))]
    all_states[0]["meeting"] = all_states[0]["request"]["s"][0]
    all_states[2]["request"] |= {"m": {"s": "a", "n": "Wolfeschlegelsteinhausenbergerdorff " * 3 + "ليلى"}, "p": "x" * 200}
    return all_states, {people[5][0]: {"fields": {"hope": "y" * 300}, "slots": [], "changed": 9}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation(
    visitors: Visitors, now: datetime, people: list[tuple[str, str]], scheme: str, width: int
) -> None:
    shelf = Shelf(visitors.arrive("connections/", width=width, color_scheme=scheme))
    connections, drafts = full(now, people)
    shelf.fill(*connections, drafts=drafts)
    page = shelf.page
    page.evaluate(OPEN_ALL)
    page.locator("form.own-time button").locator("visible=true").first.click()
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    assert not (found := Axe().run(page, options=options).response["violations"]), found
    page.locator("[data-part=delete-all]").click()
    assert not (found := Axe().run(page, options=options).response["violations"]), found


def test_nothing_sticks_out_at_any_width(shelf: Shelf, now: datetime, people: list[tuple[str, str]]) -> None:
    connections, drafts = full(now, people)
    shelf.fill(*connections, drafts=drafts)
    shelf.page.evaluate(OPEN_ALL)
    for width, height in SIZES:
        shelf.page.set_viewport_size({"width": width, "height": height})
        assert not (found := shelf.page.evaluate(OVERFLOW)), f"at {width}: {found}"


def test_fingers_find_targets_of_44_pixels(visitors: Visitors, now: datetime, people: list[tuple[str, str]]) -> None:
    shelf = Shelf(visitors.arrive("connections/", width=360, has_touch=True, is_mobile=True))
    connections, drafts = full(now, people)
    shelf.fill(*connections, drafts=drafts)
    shelf.page.evaluate(OPEN_ALL)
    small = shelf.page.evaluate("""() => [...document.querySelectorAll(
        ".connections :is(button, summary, textarea, input:not(.unseen, [type=checkbox]), .to-dos label, label.button, .states a, .alternatives a)")]
      .filter((element) => element.checkVisibility())
      .map((element) => [element.textContent.trim().slice(0, 30), element.getBoundingClientRect().height])
      .filter(([, height]) => height < 43.5)""")
    assert not small


@pytest.fixture
def right_to_left(browser: Browser, now: datetime) -> Iterator[Visitors]:
    folder = BuiltSite.folder_named("SITE_RTL")
    if folder is None:
        pytest.skip("SITE_RTL names no site")
    site = BuiltSite(folder)
    with serving(site.folder, site.base_path) as home:
        visitors = Visitors(browser, home, now)
        yield visitors
        visitors.leave()
        assert not visitors.complaints


def test_from_right_to_left_it_is_mirrored(right_to_left: Visitors, now: datetime, people: list[tuple[str, str]]) -> None:
    shelf = Shelf(right_to_left.arrive("connections/", width=1440, locale="ar"))
    connections, drafts = full(now, people)
    shelf.fill(*connections, drafts=drafts)
    heading, card = shelf.page.locator("#agreed h2").bounding_box(), shelf.page.locator("#agreed .connection").first.bounding_box()
    assert heading and card and heading["x"] > card["x"]
    expect(shelf.page.locator("#agreed .about").first).to_contain_text("مكالمة فيديو")
    for width, height in SIZES:
        shelf.page.set_viewport_size({"width": width, "height": height})
        assert not (found := shelf.page.evaluate(OVERFLOW)), f"at {width}: {found}"


def test_its_modules_come_as_one_file(site: BuiltSite) -> None:
    page = site.by_path["connections/"]
    [module] = [link for link in (script.get("src", "") for script in page.root.iter("script")) if "/modules-" in link]
    assert module.endswith("/joined-connections.js")
    target = site.resolve(page, module)
    assert target and len(gzip.compress(site.file_at(target[0]).read_bytes(), mtime=0)) <= 20_000
