"""Answering a request: the mentor opens the link in a mail, in a browser that has never seen the site, and decides."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar, Event
from playwright.sync_api import Browser, Download, Page, expect

from Browser.test_accessibility import OPEN_ALL, RULES
from Browser.test_layout import OVERFLOW, SIZES
from Browser.visitors import Visitors
from built_site.site import ROOT, BuiltSite
from built_site.slots import Slot
from built_site.web_server import serving
from module_units.units import UnitPage, unit_page

ID = "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11"
NEW_YORK, KOLKATA = ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")
FROZEN = json.loads((ROOT / "Tests/Frozen/request-links-1.json").read_text(encoding="utf-8"))
MISSING = "the server responded with a status of 404"
# Markup, quotation marks, a place to fill, both directions, and a line of a calendar file.
HOSTILE = "<img src=x onerror=alert(1)> <script>alert(2)</script> \"'&amp; {mentor} שלום \u202eabc\\n;ATTENDEE:x"

WRITE = """async ([request, id]) => {
  const {newRequest} = await import("/themes/default/assets/modules/requests/request.js");
  const {encodeFragment} = await import("/themes/default/assets/modules/requests/fragment.js");
  const {invitation, uidOf} = await import("/themes/default/assets/modules/requests/ical.js");
  const {readAddress} = await import("/themes/default/assets/modules/requests/address.js");
  const whole = newRequest(request, () => id);
  const people = [[whole.mentee.name, whole.mentee.address], [whole.mentor.name, "ana@example.edu"]]
    .map(([name, address]) => ({name, address: readAddress(address)}));
  const files = whole.slots.map((slot, at) => invitation({...slot, title: "Conversation"},
    {uid: uidOf(id, "HOST", at), sequence: whole.sequence, stamp: 1_800_000_000}, ...people));
  return {...encodeFragment(whole), files};
}"""


@dataclass
class Asked:
    """A request, and what a mentee's browser made of it."""

    request: dict[str, Any]
    fragment: str
    invitations: list[str]

    @property
    def address(self) -> str:
        return f"respond/#{self.fragment}"

    def start(self, slot: int) -> datetime:
        return datetime.fromtimestamp(self.request["slots"][slot]["start"], timezone.utc)


@pytest.fixture(scope="module")
def units(browser: Browser) -> Iterator[UnitPage]:
    """A mentee's browser, which has the theme's own modules."""
    with unit_page(browser, ROOT / "Tests/Requests") as units:
        yield units


@pytest.fixture
def ask(units: UnitPage, now: datetime, site: BuiltSite, open_profile: str) -> Any:
    """Writes a request to the mentor of the open profile: for yesterday, and for noon in New York in three and in four days."""

    def ask(**parts: Any) -> Asked:
        noon = now.astimezone(NEW_YORK).replace(hour=12, minute=0, second=0, microsecond=0)
        slots = [{"start": int((noon + timedelta(days=days)).timestamp()), "minutes": 30} for days in (-1, 3, 4)]
        request = {
            "mentor": {"slug": open_profile.split("/")[1], "name": site.by_path[open_profile].heading},
            "mentee": {"name": "Mina Castellanos", "address": "mina+mentors@example.edu"}, "purpose": "Advice on a decision",
            "mode": "video", "message": "I study rivers.\n\n1. What made you stay?", "slots": slots, "zone": "Asia/Kolkata", "sequence": 1,
        } | parts
        made = units.page.evaluate(WRITE, [request, ID])
        return Asked(request, made["fragment"], made["files"])

    return ask


def opened(visitors: Visitors, asked: Asked, **options: Any) -> Page:
    page = visitors.arrive(asked.address, **options)
    page.locator("[data-respond]").wait_for()
    return page


def choose(page: Page, label: str) -> None:
    page.get_by_role("radio", name=re.compile(label)).check()


def letter(page: Page) -> str:
    return page.get_by_label("Text of the mail").input_value()


def mail(page: Page, name: str = "Open in my mail app") -> tuple[str, dict[str, str]]:
    """Where a link leads, and what it carries, as urllib reads it."""
    link = urlsplit(page.get_by_role("link", name=name).get_attribute("href"))
    fields = {key: value[0] for key, value in parse_qs(link.query, strict_parsing=True).items()}
    return unquote(link.path), fields


def saved(page: Page, name: str) -> tuple[Calendar, Event]:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return calendar_of(download.value)


def calendar_of(download: Download) -> tuple[Calendar, Event]:
    data = Path(download.path()).read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"") and all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = Calendar.from_ical(data)
    [event] = calendar.walk("VEVENT")
    return calendar, event


def told(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%A, %B} {moment.astimezone(zone).day}"


# MARK: What was asked


def test_a_link_opens_in_a_browser_that_has_never_seen_the_site(visitors: Visitors, ask: Any, open_profile: str, site: BuiltSite) -> None:
    asked = ask()
    page = opened(visitors, asked)
    part = page.locator(".request-asked")
    mentor = re.escape(site.by_path[open_profile].heading)
    expect(part.get_by_role("heading")).to_have_text(re.compile(f"Mina Castellanos.* asks .*{mentor}.* for a conversation"))
    expect(part.locator("dd")).to_have_text(["Advice on a decision", "Video call", "mina+mentors@example.edu"])
    expect(part.locator("blockquote")).to_have_text("I study rivers.\n\n1. What made you stay?")
    expect(part.get_by_text("what the link says")).to_be_visible()
    expect(page.locator("[data-respond-about]")).to_be_hidden()
    rows = page.locator("[data-part=choices] > [data-row]")
    expect(rows).to_have_count(3)
    for at, row in enumerate(rows.all()):
        expect(row.locator("b")).to_contain_text(told(asked.start(at), NEW_YORK))
        expect(row.locator("b")).to_contain_text("12:00 – 12:30")
        expect(row).to_contain_text(told(asked.start(at), KOLKATA))
        expect(row).to_contain_text(re.compile("(10½|9½) hours ahead of you"))
    expect(page.get_by_text("Times are on your clock: Eastern")).to_be_visible()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_time_that_has_passed_says_so_and_cannot_be_chosen(visitors: Visitors, ask: Any) -> None:
    page = opened(visitors, ask())
    rows = page.locator("[data-part=choices] > [data-row]")
    expect(rows.nth(0).get_by_role("radio")).to_be_disabled()
    expect(rows.nth(0)).to_contain_text("has passed")
    expect(rows.nth(1).get_by_role("radio")).to_be_enabled()
    expect(rows.nth(1).get_by_text("has passed")).to_be_hidden()


def test_where_all_times_have_passed_the_answer_can_still_be_yes(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = opened(visitors, asked, now=asked.start(2) + timedelta(days=400))
    expect(page.get_by_text("All proposed times have passed.")).to_be_visible()
    choose(page, "Gladly, and we settle the time by email")
    assert "Which times would suit you?" in letter(page)
    expect(page.locator(".answer-calendar")).to_be_hidden()
    expect(page.locator(".answer-reply")).to_be_hidden()


def test_without_times_or_message_the_page_says_what_there_is(visitors: Visitors, ask: Any) -> None:
    page = opened(visitors, ask(slots=[], message="", purpose="", mode="email", zone=""))
    expect(page.get_by_text("What they wrote to you is in their message.")).to_be_visible()
    expect(page.locator(".request-asked dt:visible")).to_have_text(["Way to meet", "Your answer goes to"])
    expect(page.locator("[data-part=choices] label:visible")).to_have_text(["Gladly, by email", "Gladly, but at another time", "Not this time"])
    choose(page, "Gladly, by email")
    assert "answer your questions by email" in letter(page)


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen["request"]["mentee"]["name"])
def test_links_of_every_released_version_open(visitors: Visitors, frozen: dict[str, Any]) -> None:
    page = visitors.arrive(f"respond/#{frozen['fragment']}")
    expect(page.locator("#asked-title")).to_contain_text(frozen["request"]["mentee"]["name"])
    expect(page.locator("[data-part=choices] > [data-row]")).to_have_count(len(frozen["request"]["slots"]))


def test_there_are_links_of_released_versions() -> None:
    assert FROZEN


# MARK: Yes


def test_accepting_writes_the_mail_with_the_time_on_both_clocks(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = opened(visitors, asked)
    expect(page.locator(".answer-mail")).to_be_hidden()
    choose(page, told(asked.start(1), NEW_YORK))
    expect(page.locator("[data-part=changed]")).to_have_text("Your mail, below, follows what you choose.")
    text = letter(page)
    assert told(asked.start(1), KOLKATA) in text and "India Standard Time" in text
    assert "12:00 – 12:30\u202fPM" not in text and f"For me: {told(asked.start(1), NEW_YORK)}" in text and "hours behind you" in text
    for name in ("Open in my mail app", "Write in Gmail"):
        to, fields = mail(page, name)
        assert fields.get("to", to) == "mina+mentors@example.edu"
        assert fields["body"].replace("\r\n", "\n") == text
        assert fields.get("subject", fields.get("su")) == page.get_by_label("Subject").input_value()
    expect(page.get_by_role("link", name="Write in Outlook on the web")).to_be_hidden()


def test_the_mail_is_sent_as_the_mentor_changed_it(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = opened(visitors, asked, permissions=["clipboard-read", "clipboard-write"])
    choose(page, told(asked.start(1), NEW_YORK))
    page.get_by_label("Text of the mail").fill("Yes & gladly + soon: 100%\n\n“Ana”")
    page.get_by_label("Subject").fill("Re: rivers\tand more")
    assert mail(page) == ("mina+mentors@example.edu", {"subject": "Re: rivers and more", "body": "Yes & gladly + soon: 100%\r\n\r\n“Ana”"})
    page.get_by_role("button", name="Copy text").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Yes & gladly + soon: 100%\n\n“Ana”"


def test_what_the_mentor_wrote_stays_when_they_choose_otherwise_and_the_page_says_so(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = opened(visitors, asked)
    choose(page, told(asked.start(1), NEW_YORK))
    page.get_by_label("Text of the mail").fill("In my own words")
    choose(page, "Not this time")
    assert "full" in letter(page)
    choose(page, told(asked.start(1), NEW_YORK))
    assert letter(page) == "In my own words"
    expect(page.locator("[data-part=stale]")).to_be_hidden()
    choose(page, told(asked.start(2), NEW_YORK))
    assert letter(page) == "In my own words"
    expect(page.get_by_text("You have changed the text")).to_be_visible()
    page.get_by_role("button", name="Write it anew for what I chose").click()
    assert told(asked.start(2), NEW_YORK) in letter(page)
    expect(page.get_by_text("You have changed the text")).to_be_hidden()
    expect(page.get_by_label("Text of the mail")).to_be_focused()


def test_a_long_mail_is_offered_whole_to_copy(visitors: Visitors, ask: Any) -> None:
    page = opened(visitors, ask())
    choose(page, "Not this time")
    expect(page.get_by_text("Links carry only so much")).to_be_hidden()
    page.get_by_label("Text of the mail").fill("A long answer. " * 300)
    expect(page.get_by_text("Links carry only so much")).to_be_visible()
    assert len(page.get_by_role("link", name="Open in my mail app").get_attribute("href")) <= 1600


def test_the_acceptance_answers_the_invitation_of_that_time(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = opened(visitors, asked)
    choose(page, told(asked.start(2), NEW_YORK))
    page.locator(".answer-reply summary").click()
    page.get_by_label("The address that was invited").fill("not an address")
    page.get_by_role("button", name="Save the acceptance").click()
    expect(page.get_by_role("alert").filter(has_text="This is not a whole mail address")).to_be_visible()
    expect(page.get_by_label("The address that was invited")).to_be_focused()
    page.get_by_label("The address that was invited").fill("ana@example.edu")
    calendar, event = saved(page, "Save the acceptance")
    [invited] = Calendar.from_ical(asked.invitations[2]).walk("VEVENT")
    assert calendar["METHOD"] == "REPLY" and event["SEQUENCE"] == invited["SEQUENCE"] == 1
    assert event["UID"].split("@")[0] == invited["UID"].split("@")[0] and event["UID"].split("@")[1] == urlsplit(canonical(page)).netloc
    assert event["ORGANIZER"] == invited["ORGANIZER"] == "mailto:mina+mentors@example.edu"
    assert event["ATTENDEE"] == invited["ATTENDEE"] == "mailto:ana@example.edu"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert event["DTSTART"].dt == invited["DTSTART"].dt == asked.start(2)
    expect(page.get_by_role("alert").filter(has_text="This is not a whole mail address")).to_be_hidden()


def canonical(page: Page) -> str:
    return page.locator("link[rel=canonical]").get_attribute("href")


def test_the_address_to_which_requests_go_is_offered_as_the_one_that_was_invited(visitors: Visitors, ask: Any, open_profile: str) -> None:
    asked = ask()
    page = opened(visitors, asked)
    choose(page, told(asked.start(1), NEW_YORK))
    page.locator(".answer-reply summary").click()
    expect(page.get_by_label("The address that was invited")).to_have_value(re.compile(open_profile.split("/")[1]))


def test_calendars_get_the_meeting_with_the_mentee_as_guest(visitors: Visitors, ask: Any) -> None:
    asked = ask(mentee={"name": "Mina", "address": "mina@example.edu"})
    page = opened(visitors, asked)
    choose(page, told(asked.start(1), NEW_YORK))
    start = asked.start(1)
    part = page.locator(".answer-calendar")
    _, google = mail(part, "Google Calendar")
    assert google["dates"].startswith(f"{start:%Y%m%dT%H%M%SZ}/") and google["add"] == "mina@example.edu"
    _, outlook = mail(part, "Outlook.com")
    assert datetime.fromisoformat(outlook["startdt"]) == start and outlook["to"] == "mina@example.edu"
    _, yahoo = mail(part, "Yahoo")
    assert yahoo["ST"] == f"{start.astimezone(NEW_YORK):%Y%m%dT%H%M%S}" and yahoo["inv_list"] == "mina@example.edu"
    calendar, event = saved(page, "Calendar file, only for me")
    assert "METHOD" not in calendar and "ATTENDEE" not in event and "ORGANIZER" not in event
    assert event["DTSTART"].dt == start and event["STATUS"] == "CONFIRMED" and "Mina" in event["SUMMARY"]


# MARK: No, and another time


def test_declining_is_kind_and_names_somebody_else_or_a_month(visitors: Visitors, ask: Any) -> None:
    page = opened(visitors, ask())
    choose(page, "Not this time")
    letters = []
    for reason in ("My weeks are full", "I am not the right person for this", "I am taking a break from mentoring"):
        choose(page, reason)
        letters.append(letter(page))
    assert len(set(letters)) == 3 and all("Thank you" in text and "all the best" in text for text in letters)
    page.get_by_label("They may ask again in a month").check()
    page.get_by_label("Somebody to ask instead").fill("Bo Li, who built the same bridge")
    assert "in a month" in letter(page) and "Bo Li, who built the same bridge" in letter(page)
    assert "Bo Li" in mail(page)[1]["body"]


def test_a_refusal_answers_the_invitation_that_was_sent(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = opened(visitors, asked)
    choose(page, "Not this time")
    page.locator(".answer-reply summary").click()
    page.get_by_label("The address that was invited").fill("ana@example.edu")
    page.get_by_label("The time in the invitation").select_option(index=1)
    calendar, event = saved(page, "Save the refusal")
    [invited] = Calendar.from_ical(asked.invitations[1]).walk("VEVENT")
    assert calendar["METHOD"] == "REPLY" and event["ATTENDEE"].params["PARTSTAT"] == "DECLINED"
    assert event["UID"].split("@")[0] == invited["UID"].split("@")[0] and event["DTSTART"].dt == asked.start(1)


def test_another_time_is_chosen_from_the_profile_or_written(visitors: Visitors, ask: Any, slots: list[Slot]) -> None:
    asked = ask()
    page = opened(visitors, asked)
    choose(page, "Gladly, but at another time")
    expect(page.get_by_text("Your next open times, from your profile.")).to_be_visible()
    boxes = page.locator("[data-part=own-times] li")
    expect(boxes).to_have_count(len([slot for slot in slots if slot.start not in [asked.start(at) for at in range(3)]]))
    assert "Which other times would suit you?" in letter(page)
    expect(page.locator(".answer-reply")).to_be_hidden()
    boxes.first.get_by_role("checkbox").check()
    assert told(slots[0].start, KOLKATA) in letter(page) and "Would one of these suit you?" in letter(page)
    day = asked.start(2).astimezone(NEW_YORK).replace(hour=16) + timedelta(days=2)
    page.get_by_label("Another day and time").fill(f"{day:%Y-%m-%dT%H:%M}")
    page.get_by_label("Minutes").fill("45")
    assert told(day, KOLKATA) in letter(page) or told(day, NEW_YORK) in letter(page)
    page.locator(".answer-reply summary").click()
    page.get_by_label("The address that was invited").fill("ana@example.edu")
    page.get_by_label("The time in the invitation").select_option(index=2)
    calendar, event = saved(page, "Save the proposal")
    [invited] = Calendar.from_ical(asked.invitations[2]).walk("VEVENT")
    assert calendar["METHOD"] == "COUNTER" and event["UID"].split("@")[0] == invited["UID"].split("@")[0]
    assert event["DTSTART"].dt == min(slots[0].start, day) and event["ATTENDEE"] == "mailto:ana@example.edu"


def test_a_written_time_that_is_none_or_has_passed_is_told_beside_its_field(visitors: Visitors, ask: Any, now: datetime) -> None:
    page = opened(visitors, ask())
    choose(page, "Gladly, but at another time")
    field = page.get_by_label("Another day and time")
    field.fill(f"{now - timedelta(days=3):%Y-%m-%dT%H:%M}")
    expect(page.get_by_text("This time has passed.")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill(f"{now + timedelta(days=3):%Y-%m-%dT%H:%M}")
    expect(page.get_by_text("This time has passed.")).to_be_hidden()
    page.get_by_label("Minutes").fill("0")
    expect(page.get_by_text("Give a day and a time, and a length")).to_be_visible()
    assert "Which other times would suit you?" in letter(page)


def test_no_more_than_three_times_are_proposed(visitors: Visitors, ask: Any, slots: list[Slot]) -> None:
    page = opened(visitors, ask())
    choose(page, "Gladly, but at another time")
    boxes = page.locator("[data-part=own-times] input")
    expect(boxes.first).to_be_visible()
    if boxes.count() < 4:
        pytest.skip("the profile has too few open times")
    for at in range(3):
        boxes.nth(at).check()
    expect(boxes.nth(3)).to_be_disabled()
    boxes.nth(0).uncheck()
    expect(boxes.nth(3)).to_be_enabled()


def test_who_has_no_profile_here_writes_a_time(visitors: Visitors, ask: Any) -> None:
    page = opened(visitors, ask(mentor={"slug": "nobody-here", "name": "Nobody"}))
    choose(page, "Gladly, but at another time")
    expect(page.get_by_text("Your profile has no other open times just now.")).to_be_visible()
    visitors.complaints[:] = [found for found in visitors.complaints if MISSING not in found]


def test_what_another_site_or_another_mentor_answers_counts_for_nothing(visitors: Visitors, ask: Any, site: BuiltSite, open_profile: str) -> None:
    other = next(page for page in site.profiles_with_slots if page.path != open_profile)
    page = opened(visitors, ask())
    page.route(f"**/{open_profile}", lambda route: route.fulfill(body=other.source, content_type="text/html"))
    choose(page, "Gladly, but at another time")
    expect(page.get_by_text("Your profile has no other open times just now.")).to_be_visible()
    expect(page.locator("[data-part=own-times] li")).to_have_count(0)


def test_a_profile_that_leads_to_another_site_is_not_read(visitors: Visitors, ask: Any, site: BuiltSite, open_profile: str) -> None:
    page = opened(visitors, ask())
    with serving(site.folder, site.base_path) as elsewhere:
        page.route(f"**/{open_profile}", lambda route: route.fulfill(status=302, headers={"Location": elsewhere + open_profile}))
        choose(page, "Gladly, but at another time")
        expect(page.get_by_text("Your profile has no other open times just now.")).to_be_visible()
    assert visitors.complaints
    visitors.complaints.clear()


# MARK: Links that hold no request


def fragment_of(value: Any) -> str:
    return "1." + base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


REFUSED = {
    "size": ("1." + "A" * 5000, "This link is too long"),
    "damaged": ("1.eyJ2IjoxLCJpZC", "This link is not whole"),
    "version": ("2.eyJ2IjoyfQ", "This link is newer than this page"),
    "unknown": (fragment_of({"v": 1, "id": ID, "x": "<img src=x onerror=alert(1)>"}), "This link holds no request"),
    "markup": ("<img src=x onerror=alert(1)>", "This link is not whole"),
}


@pytest.mark.parametrize("problem", REFUSED)
def test_what_is_no_request_is_refused_politely(visitors: Visitors, problem: str) -> None:
    fragment, title = REFUSED[problem]
    page = visitors.arrive(f"respond/#{fragment}")
    expect(page.get_by_role("heading", level=2, name=title)).to_be_visible()
    expect(page.get_by_text("You don’t need this page.")).to_be_visible()
    expect(page.locator("[data-respond]")).to_be_hidden()
    expect(page.locator("main img, main script:not([type='application/json'])")).to_have_count(0)


def test_without_a_link_the_page_explains_itself(visitors: Visitors) -> None:
    page = visitors.arrive("respond/")
    expect(page.locator("[data-respond-about]")).to_be_visible()
    expect(page.get_by_label("Has the link been broken?")).to_be_visible()
    expect(page.locator("[data-respond-refused]")).to_be_hidden()


def test_a_link_that_was_broken_is_mended_by_pasting_it(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = visitors.arrive(f"respond/#{asked.fragment[:70]}")
    expect(page.get_by_role("heading", name="This link is not whole")).to_be_visible()
    broken = f"https://mentors.example.edu/respond/#{asked.fragment[:70]}\r\n {asked.fragment[70:]}"
    page.get_by_label("Has the link been broken?").fill(broken)
    page.keyboard.press("Enter")
    expect(page.locator("#asked-title")).to_be_focused()
    assert page.url.endswith(f"#{asked.fragment}")
    page.reload()
    expect(page.locator("#asked-title")).to_contain_text("Mina Castellanos")


def test_another_link_in_the_same_window_shows_the_other_request(visitors: Visitors, ask: Any) -> None:
    one, other = ask(), ask(mentee={"name": "Jo Bright", "address": "jo@example.edu"})
    page = opened(visitors, one)
    choose(page, "Not this time")
    page.get_by_label("Text of the mail").fill("For Mina only")
    page.evaluate("fragment => { location.hash = fragment; }", other.fragment)
    expect(page.locator("#asked-title")).to_contain_text("Jo Bright")
    expect(page.locator("#asked-title")).to_be_focused()
    expect(page.locator(".answer-mail")).to_be_hidden()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    choose(page, "Not this time")
    assert letter(page).startswith("Dear Jo Bright,") and mail(page)[0] == "jo@example.edu"
    page.go_back()
    expect(page.locator("#asked-title")).to_contain_text("Mina Castellanos")


def test_skipping_to_the_content_does_not_lose_the_request(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = opened(visitors, asked)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    expect(page.locator("#asked-title")).to_contain_text("Mina Castellanos")
    page.wait_for_url(f"**/respond/#{asked.fragment}")


@pytest.mark.parametrize("text", [HOSTILE, "\u202e\u2066", "x" * 190, "a\u0301" * 60, "{name}{site}", "']); alert(1); ('"])
def test_texts_of_a_link_are_texts_whatever_they_say(visitors: Visitors, ask: Any, text: str) -> None:
    asked = ask(
        mentor={"slug": "ana", "name": text}, mentee={"name": text, "address": "mina@example.edu"}, purpose=text, message=text * 3)
    page = visitors.arrive()
    page.on("dialog", lambda dialog: visitors.complaints.append(f"a dialog: {dialog.message}"))
    page.goto(f"{visitors.home}respond/#{asked.fragment}")
    expect(page.locator(".request-asked blockquote")).to_have_text((text * 3).strip())
    expect(page.locator("[data-part=purpose]")).to_have_text(text)
    choose(page, told(asked.start(1), NEW_YORK))
    assert letter(page).startswith(f"Dear {text},") and letter(page).endswith(f"\n{text}")
    assert mail(page)[1]["body"].replace("\r\n", "\n") == letter(page)
    expect(page.locator("main :is(img, iframe, object, script:not([type]))")).to_have_count(0)
    page.locator(".answer-reply summary").click()
    page.get_by_label("The address that was invited").fill("ana@example.edu")
    calendar, event = saved(page, "Save the acceptance")
    assert text.strip() in event["SUMMARY"] and set(event) == {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE", "REQUEST-STATUS", "TRANSP"}
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert not page.evaluate(OVERFLOW), width
    visitors.complaints[:] = [found for found in visitors.complaints if MISSING not in found]


# MARK: Everybody


def test_nothing_of_the_request_leaves_the_browser(visitors: Visitors, ask: Any) -> None:
    asked = ask()
    page = visitors.arrive()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.method} {request.url} {request.post_data}"))
    page.goto(f"{visitors.home}{asked.address}")
    choose(page, "Gladly, but at another time")
    expect(page.get_by_text("Your next open times")).to_be_visible()
    choose(page, "Not this time")
    assert requests and all(request.startswith("GET") for request in requests)
    assert not [request for request in requests if "mina" in request.lower() or asked.fragment[10:30] in request.split("#")[0]]
    assert page.context.cookies() == [] and page.evaluate("localStorage.length") == 0


def test_without_script_the_page_says_that_it_is_not_needed(visitors: Visitors, ask: Any) -> None:
    page = visitors.arrive(ask().address, java_script_enabled=False)
    expect(page.locator("noscript p")).to_contain_text("You don’t need the page")
    for part in ("[data-respond]", "[data-respond-refused]", "[data-respond-link]"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("[data-respond-about]")).to_be_visible()


ANSWERS = ["Gladly, but at another time", "Not this time", "12:00 – 12:30"]


def answered(page: Page, answer: str) -> None:
    page.get_by_role("radio", name=re.compile(answer)).locator("visible=true").last.check()
    page.evaluate(OPEN_ALL)
    page.locator("[data-part=own-note]").filter(has_text=re.compile("Your (next|profile)")).wait_for(state="attached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation_in_any_answer(visitors: Visitors, ask: Any, scheme: str, width: int) -> None:
    page = opened(visitors, ask(), width=width, color_scheme=scheme)
    for answer in ["", *ANSWERS, "refused"]:
        if answer == "refused":
            page.goto(f"{visitors.home}respond/#1.abc")
        elif answer:
            answered(page, answer)
        report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
        found = [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in report.response["violations"]]
        assert not found, f"{answer}: {found}"


def test_every_answer_fits_every_width_and_its_targets_are_large_enough(visitors: Visitors, ask: Any) -> None:
    page = opened(visitors, ask(), width=360, has_touch=True)
    for answer in ANSWERS:
        answered(page, answer)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert not (out := page.evaluate(OVERFLOW)), f"{answer} at {width}: {out}"
        small = page.evaluate("""() => [...document.querySelectorAll(
            ".answer :is(button, .choices label, .mail-ways a, .alternatives a, summary, select, textarea), .answer input:not([type=radio], [type=checkbox])")]
          .filter((element) => element.checkVisibility())
          .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect().height])
          .filter(([, size]) => size < 43.5)""")
        assert not small, answer


def test_the_keyboard_answers_alone(visitors: Visitors, ask: Any) -> None:
    page = opened(visitors, ask())
    field = page.locator("[name=answer]:enabled:visible").first
    field.focus()
    page.keyboard.press("Space")
    expect(page.locator(".answer-mail")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Gladly, but at another time")).to_be_checked()
    expect(page.locator("[data-part=own-times] input").first).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.mail") == "app":
            break
    expect(page.locator("[data-mail=app]")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_when_the_request_comes(visitors: Visitors, ask: Any, width: int) -> None:
    page = visitors.arrive(width=width)
    page.add_init_script("""
      globalThis.moved = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; })
        .observe({ type: "layout-shift", buffered: true });""")
    for where in (ask().address, "respond/", "respond/#1.abc"):
        page.goto(visitors.home + "about/")
        page.goto(visitors.home + where)
        page.wait_for_load_state("networkidle")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("globalThis.moved") < 0.01, where


def test_in_a_language_from_right_to_left_names_keep_their_own_direction(browser: Browser, ask: Any, now: datetime) -> None:
    folder = BuiltSite.folder_named("SITE_RTL")
    if folder is None:
        pytest.skip("SITE_RTL names no site")
    site = BuiltSite(folder)
    with serving(site.folder, site.base_path) as home:
        visitors = Visitors(browser, home, now)
        page = visitors.arrive(ask().address, locale="ar", width=1440)
        expect(page.locator("#asked-title")).to_contain_text("\u2068Mina Castellanos\u2069")
        for value in ("another", "decline", "2"):
            page.locator(f"[name=answer][value='{value}']").check()
            page.evaluate(OPEN_ALL)
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                assert not (out := page.evaluate(OVERFLOW)), f"{value} at {width}: {out}"
        radio, words = (page.locator(f"[data-part=choices] {part}").nth(1).bounding_box() for part in ("input", "label > span"))
        assert radio["x"] > words["x"]
        visitors.leave()
        assert not visitors.complaints
