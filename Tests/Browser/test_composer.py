"""The composer: a request from the first word to the mail, the calendar and the file that carry it."""

import base64
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import parse_qs, unquote, urljoin, urlsplit
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from Browser.test_accessibility import OPEN_ALL, RULES
from Browser.test_layout import SIZES, assert_nothing_sticks_out
from Browser.visitors import Visitors
from built_site.site import ROOT, BuiltSite
from built_site.slots import Slot, slots_of
from built_site.web_server import serving

# Newfoundland's clocks are put forward on 14 March 2027; India's never are.
NOW = datetime(2027, 3, 10, 12, tzinfo=timezone.utc)
MENTOR, STUDENT = ZoneInfo("America/St_Johns"), ZoneInfo("Asia/Kolkata")
ZOE, ASHA, DEV = (f"mentors/{slug}/" for slug in ("zoe-puddister", "asha-rao", "dev-mehta"))
HOST = "mentors.harbour.example.edu"
WRITTEN = {
    "introduction": "I'm Mina & can't \"swim\" + sink 100 %.",
    "hope": "Why ferries float.",
    "question-1": "What do you do?",
    "name": "Mina Castellanos",
    "address": "mina+ask@harbour.example.edu",
}
HOSTILE = '</textarea><img src=x onerror="document.title=1"> {name} \u202e [[x]] &lt;b&gt;'


@pytest.fixture(scope="session")
def built() -> Callable[[str], BuiltSite]:
    """The small site under a policy for addresses, built by request_site/build.py."""
    folder = Path(os.environ.get("REQUEST_SITES") or ROOT / ".build" / "request-sites")
    return lambda policy: BuiltSite(folder / policy / "output")


@pytest.fixture
def arrive(browser: Browser, built: Callable[[str], BuiltSite]) -> Iterator[Callable[..., Page]]:
    """Opens a profile of that site as a student in India. Browsers must not complain."""
    open_sites = []

    def arrive(path: str = ZOE, policy: str = "relay", **options: object) -> Page:
        site = built(policy)
        server = serving(site.folder, site.base_path)
        visitors = Visitors(browser, server.__enter__(), NOW)
        open_sites.append((server, visitors))
        return visitors.arrive(path, **{"timezone_id": STUDENT.key, **options})

    yield arrive
    for server, visitors in open_sites:
        visitors.leave()
        server.__exit__(None, None, None)
    assert not (found := [line for _, visitors in open_sites for line in visitors.complaints]), "\n".join(found)


@pytest.fixture
def zoe_slots(built: Callable[[str], BuiltSite]) -> list[Slot]:
    return slots_of(built("relay").by_path[ZOE])


def compose(page: Page) -> Locator:
    """Opens the composer."""
    page.locator(".begin").get_by_role("button").click()
    composer = page.get_by_role("dialog")
    composer.wait_for()
    return composer


def write(composer: Locator, *, times: int = 0, mode: str = "Video call", **fields: str) -> None:
    """Fills the composer in."""
    composer.get_by_label("An informational interview").check()
    for name, text in (WRITTEN | fields).items():
        composer.locator(f"[name={name}]").fill(text)
    composer.get_by_label(mode, exact=True).check()
    for number in range(times):
        composer.get_by_role("checkbox").nth(number).check()
    composer.locator("[name=address]").press("Tab")


def stay(page: Page) -> None:
    """Links to other programs are clicked without following them."""
    page.evaluate("""addEventListener("click", (event) => {
      if (event.target.closest("a[data-mail], a[data-calendar]")) event.preventDefault();
    })""")


def letter(composer: Locator) -> tuple[str, str]:
    """Subject and text of the preview."""
    return tuple(composer.locator(f"[data-part={part}]").text_content() for part in ("subject", "whole"))


def mail_of(link: str) -> tuple[str, str, str]:
    """Recipient, subject and text of a link, by Python's own parsers."""
    parts = urlsplit(link)
    fields = parse_qs(parts.query, strict_parsing=True)
    to = unquote(parts.path) if parts.scheme == "mailto" else fields["to"][0]
    subject = (fields.get("subject") or fields["su"])[0]
    assert "\n" not in fields["body"][0].replace("\r\n", "")
    return to, subject, fields["body"][0].replace("\r\n", "\n")


def is_carried(body: str, text: str) -> bool:
    """Whether a text is in a link: whole, or without its middle where that would make the link too long."""
    beginning, _, ending = body.partition("…")
    is_cut = len(body) > 600 and text.startswith(beginning) and text.endswith(ending) and "#1." in ending
    return body == text or is_cut


def href(composer: Locator, way: str) -> str:
    return composer.locator(f"[data-mail={way}]").get_attribute("href")


def answer_in(text: str) -> dict:
    """The request in the link of a message."""
    [fragment] = re.findall(rf"https://{HOST}/respond/#1\.([\w-]+)", text)
    return json.loads(base64.urlsafe_b64decode(fragment + "=" * (-len(fragment) % 4)))


def saved(page: Page, button: Locator) -> Calendar:
    with page.expect_download() as download:
        button.click()
    written = download.value.path().read_bytes()
    assert b"\n" not in written.replace(b"\r\n", b"")
    return Calendar.from_ical(written)


def event(calendar: Calendar) -> dict:
    [found] = calendar.walk("VEVENT")
    return found


def stored(page: Page, key: str) -> dict:
    return json.loads(page.evaluate("key => localStorage.getItem(`mentorbook:${key}:/`)", key) or "{}")


def plain(text: str) -> str:
    return re.sub(r"[\u2009\u202f\u00a0\s]+", " ", re.sub("[\u2068\u2069]", "", text)).strip()


def clock(instant: datetime, zone: ZoneInfo) -> str:
    there = instant.astimezone(zone)
    return f"{there.hour % 12 or 12}:{there:%M}"


# MARK: From end to end


def test_times_are_on_both_clocks_and_the_difference_follows_the_change_of_a_clock(
    arrive: Callable[..., Page], zoe_slots: list[Slot]
) -> None:
    composer = compose(arrive())
    rows = composer.locator(".day li")
    expect(rows).to_have_count(len(zoe_slots))
    for number, slot in enumerate(zoe_slots):
        words = plain(rows.nth(number).inner_text())
        there = slot.start.astimezone(MENTOR)
        assert words.startswith(clock(slot.start, STUDENT)), words
        assert f"For Zoë: {there:%A}, {there:%B} {there.day}, {clock(slot.start, MENTOR)}" in words
    days = [plain(day) for day in composer.locator(".day > .label").all_inner_texts()]
    starts = [slot.start.astimezone(STUDENT) for slot in zoe_slots]
    assert days == list(dict.fromkeys(f"{start:%A}, {start:%B} {start.day}" for start in starts))
    told = [plain(words) for words in composer.locator("[data-part=clock]:visible").all_inner_texts()]
    assert told == ["Zoë is 9 hours behind you.", "Zoë is 8 hours behind you."]


def test_a_request_goes_by_mail_link_calendar_and_file_and_each_says_the_same(
    arrive: Callable[..., Page], zoe_slots: list[Slot]
) -> None:
    page = arrive()
    stay(page)
    composer = compose(page)
    write(composer, times=2)
    subject, text = letter(composer)
    to, *carried = mail_of(href(composer, "app"))
    assert to == "mentors.zoe-puddister@harbour.example.edu"
    assert carried == [subject, text]
    for way in ("gmail", "outlook"):
        other, title, part = mail_of(href(composer, way))
        assert (other, title) == (to, subject) and is_carried(part, text)
    for expected in (
        WRITTEN["introduction"], WRITTEN["hope"], "1. What do you do?", "Fri, Mar 12, 5:00 – 5:30 PM",
        "Newfoundland Standard Time", "Newfoundland Daylight Time", "9 hours ahead of you", "8 hours ahead of you",
    ):
        assert expected in text, expected

    request = answer_in(text)
    assert request | {"id": ""} == {
        "v": 1, "id": "", "m": {"s": "zoe-puddister", "n": 'Zoë "Zo" Puddister'},
        "f": {"n": "Mina Castellanos", "a": "mina+ask@harbour.example.edu"},
        "p": "An informational interview", "w": "video",
        "s": [[int(slot.start.timestamp()), 30] for slot in zoe_slots[:2]], "z": request["z"],
    }
    assert request["z"] in (STUDENT.key, "Asia/Calcutta"), "browsers may know a zone by its former name"
    for number, slot in enumerate(zoe_slots[:2]):
        row = composer.locator(".events > li").nth(number)
        row.locator("summary").click()
        invitation = saved(page, row.get_by_role("button", name="Invitation to attach"))
        found = event(invitation)
        organizer, attendee = found["ORGANIZER"], found["ATTENDEE"]
        assert invitation["METHOD"] == "REQUEST"
        suffix = f"-{number + 1}" if number else ""
        assert found["UID"] == f"{request['id']}{suffix}@{HOST}" and found["SEQUENCE"] == 0
        assert found["DTSTART"].dt == slot.start and found["DTEND"].dt == slot.start + timedelta(minutes=30)
        assert organizer == "mailto:mina+ask@harbour.example.edu" and organizer.params["CN"] == "Mina Castellanos"
        assert attendee == f"mailto:{to}" and attendee.params["RSVP"] == "TRUE"
        assert attendee.params["PARTSTAT"] == "NEEDS-ACTION"
        assert WRITTEN["introduction"] in found["DESCRIPTION"] and answer_in(found["DESCRIPTION"]) == request
        hold = saved(page, row.get_by_role("button", name="Only for my own calendar"))
        assert "METHOD" not in hold and not {"ORGANIZER", "ATTENDEE"} & set(event(hold))
        assert event(hold)["DTSTART"].dt == slot.start

        names = ("google", "outlook", "microsoft365", "teams", "yahoo")
        links = {name: row.locator(f"[data-calendar={name}]").get_attribute("href") for name in names}
        fields = {name: parse_qs(urlsplit(link).query, strict_parsing=True) for name, link in links.items()}
        end = slot.start + timedelta(minutes=30)
        assert fields["google"]["dates"] == [f"{slot.start:%Y%m%dT%H%M%SZ}/{end:%Y%m%dT%H%M%SZ}"]
        assert fields["yahoo"]["ST"] == [f"{slot.start.astimezone(STUDENT):%Y%m%dT%H%M%S}"]
        guests = {"google": "add", "outlook": "to", "microsoft365": "to", "teams": "attendees", "yahoo": "inv_list"}
        assert all(fields[name][guest] == [to] for name, guest in guests.items())
        assert all(len(link) <= 1600 for link in links.values())
        assert answer_in(fields["google"]["details"][0]) == request

    [kept] = stored(page, "connections")["connections"]
    assert kept["state"] == "sent" and kept["request"]["id"] == request["id"]
    assert WRITTEN["hope"] in kept["request"]["t"]
    expect(composer.get_by_role("status").get_by_role("link", name="My connections")).to_be_visible()


def test_sending_again_keeps_the_request_and_counts(arrive: Callable[..., Page]) -> None:
    page = arrive()
    stay(page)
    composer = compose(page)
    write(composer, times=1)
    composer.locator("[data-mail=app]").click()
    first = answer_in(letter(composer)[1])
    composer.locator("[data-mail=gmail]").click()
    assert answer_in(letter(composer)[1]) == first, "the same again is the same request"
    page.reload()
    composer = compose(page)
    expect(composer.get_by_text("You sent this on March 10, 2027")).to_be_visible()
    composer.get_by_label("What you hope to learn").fill("Something else.")
    composer.locator(".events summary").click()
    found = event(saved(page, composer.get_by_role("button", name="Invitation to attach")))
    assert answer_in(letter(composer)[1]) == first | {"n": 1}
    assert found["SEQUENCE"] == 1 and found["UID"] == f"{first['id']}@{HOST}"
    composer.get_by_role("button", name="Write a new one").click()
    assert composer.get_by_label("What you hope to learn").input_value() == ""
    assert composer.get_by_label("Your name").input_value() == "Mina Castellanos"
    write(composer)
    other = answer_in(letter(composer)[1])
    assert other["id"] != first["id"] and "n" not in other


def test_a_draft_survives_a_reload(arrive: Callable[..., Page]) -> None:
    page = arrive()
    button = page.locator(".begin").get_by_role("button")
    expect(button).to_have_accessible_name("Write a request")
    composer = compose(page)
    write(composer, times=2, hope="First line.\n\nثانيًا")
    composer.get_by_label("Something else").check()
    composer.get_by_label("In your own words").fill("A walk on the ship")
    before = letter(composer)
    page.keyboard.press("Escape")
    expect(button).to_have_accessible_name("Go on with your request")
    page.reload()
    expect(button).to_have_accessible_name("Go on with your request")
    composer = compose(page)
    without_id = [re.sub(r"#1\.\S+", "", text) for text in letter(composer)]
    assert without_id == [re.sub(r"#1\.\S+", "", text) for text in before] and "A walk on the ship" in before[1]
    assert composer.get_by_role("checkbox", checked=True).count() == 2
    other = page.context.new_page()
    other.goto(page.url.replace("zoe-puddister", "dev-mehta"))
    composer = compose(other)
    assert composer.get_by_label("Your name").input_value() == "Mina Castellanos"
    assert composer.get_by_label("Who you are").input_value() == ""


def test_the_mentor_opens_the_link_and_sees_the_same_times_on_their_own_clock(arrive: Callable[..., Page]) -> None:
    composer = compose(arrive())
    write(composer, times=2)
    [fragment] = re.findall(r"#1\.\S+", letter(composer)[1])
    page = arrive(f"respond/{fragment}", timezone_id=MENTOR.key)
    words = plain(page.locator("[data-respond]").inner_text())
    for expected in ("Mina Castellanos", "An informational interview", "mina+ask@harbour.example.edu",
                     "Friday, March 12, 5:00 – 5:30 PM", "Monday, March 15, 5:00 – 5:30 PM"):
        assert expected in words, words
    assert page.evaluate("localStorage.length") == 0


def test_connections_have_what_was_sent_and_what_was_only_begun(arrive: Callable[..., Page]) -> None:
    page = arrive()
    stay(page)
    composer = compose(page)
    write(composer, times=1)
    composer.locator("[data-mail=gmail]").click()
    composer.get_by_role("link", name="My connections").click()
    expect(page.locator("[data-state=sent] [data-part=cards] > li")).to_have_count(1)
    expect(page.locator("[data-state=drafted] [data-part=cards] > li")).to_have_count(0)
    expect(page.locator("[data-state=sent]")).to_contain_text('Zoë "Zo" Puddister')
    page.goto(urljoin(page.url, f"../{DEV}"))
    compose(page).get_by_label("What you hope to learn").fill("Odds.")
    page.goto(urljoin(page.url, "../../connections/"))
    draft = page.locator("[data-state=drafted] [data-part=cards] > li")
    expect(draft).to_contain_text("Dev Mehta")
    draft.get_by_role("link", name="Go on writing").click()
    expect(page.get_by_role("dialog").get_by_label("What you hope to learn")).to_have_value("Odds.")


# MARK: Whose address


@pytest.mark.parametrize(("policy", "address", "words"), [
    ("relay", "mentors.zoe-puddister@harbour.example.edu", "forwards it to Zoë"),
    ("public", "zoe.puddister@example.org", "Goes to Zoë"),
    ("on-click", "zoe.puddister@example.org", "Goes to Zoë"),
    ("office", "careers@harbour.example.edu", "the office at"),
])
def test_each_policy_leads_to_its_address_and_says_so(
    arrive: Callable[..., Page], policy: str, address: str, words: str
) -> None:
    page = arrive(policy=policy)
    composer = compose(page)
    write(composer, times=1)
    to, _, text = mail_of(href(composer, "app"))
    assert to == address
    recipient = plain(composer.locator("[data-part=recipient]").inner_text())
    assert words in recipient and address in recipient
    assert ("Would you please pass this on?" in text) == (policy == "office")
    assert policy != "on-click" or address not in page.locator("main").inner_html()
    composer.locator(".events summary").click()
    attendee = event(saved(page, composer.get_by_role("button", name="Invitation to attach")))["ATTENDEE"]
    assert attendee == f"mailto:{address}" and ("CN" in attendee.params) == (policy != "office")


def test_an_address_with_a_plus_gets_no_link_that_would_lose_it(arrive: Callable[..., Page]) -> None:
    composer = compose(arrive(ASHA, policy="public"))
    write(composer, mode="Email")
    assert mail_of(href(composer, "app"))[0] == "asha+mentoring@example.org"
    assert mail_of(href(composer, "gmail"))[0] == "asha+mentoring@example.org"
    expect(composer.locator("[data-mail=outlook]")).to_be_hidden()


@pytest.mark.parametrize(("agent", "mark"), [
    ("Mozilla/5.0 (Linux; Android 15)", "?"),
    ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)", "&"),
])
def test_a_text_message_is_written_as_the_telephone_wants_it(
    arrive: Callable[..., Page], agent: str, mark: str
) -> None:
    page = arrive(DEV, user_agent=agent)
    composer = page.locator(".request a[href^='sms:']")
    assert composer.get_attribute("href").startswith(f"sms:+912255500101{mark}body=")
    composer = compose(page)
    composer.get_by_label("What you hope to learn").fill("Odds")
    link = href(composer, "text")
    assert link.startswith(f"sms:+912255500101{mark}body=") and unquote(link.split("body=")[1]) == letter(composer)[1]
    expect(composer.locator("[data-mail=text]")).to_have_text("Text Dev")


# MARK: Being of help


def test_hints_come_gently_and_keep_nobody_from_sending(arrive: Callable[..., Page]) -> None:
    composer = compose(arrive())
    expect(composer.locator(".hints li")).to_have_count(0)
    assert composer.locator("[data-mail=app]").get_attribute("href").startswith("mailto:")
    composer.get_by_label("What you hope to learn").fill("PLEASE HELP ME NOW [thing]")
    composer.get_by_label("What you hope to learn").press("Tab")
    expect(composer.locator(".hints li")).to_have_count(2)
    write(composer, introduction="I study ships and I would like to know more. " * 5, **{"question-2": "And at night?"})
    expect(composer.locator(".hints li")).to_have_count(0)


def test_no_click_misses_because_something_came_up_beneath_it(arrive: Callable[..., Page]) -> None:
    """Hints and problems appear when a field is left: with the very press that then has to meet its target."""
    page = arrive(width=360)
    composer = compose(page)
    composer.get_by_label("What you hope to learn").fill("HELP ME PLEASE [now]")
    composer.get_by_label("Phone").click()
    expect(composer.get_by_label("Phone")).to_be_checked()
    composer.get_by_label("Your email address").fill("mina@")
    composer.get_by_role("button", name="Copy the message").scroll_into_view_if_needed()
    before = composer.locator(".mail-ways").bounding_box()
    composer.get_by_label("Your email address").evaluate("field => field.blur()")
    expect(composer.get_by_role("alert")).to_contain_text("This is not a whole mail address")
    assert composer.locator(".mail-ways").bounding_box() == before


def test_a_wrong_address_is_told_beside_it_and_no_invitation_is_made_from_it(arrive: Callable[..., Page]) -> None:
    composer = compose(arrive())
    write(composer, times=1, address="mina@harbour")
    field = composer.get_by_label("Your email address")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("This is not a whole mail address"))
    composer.locator(".events summary").click()
    expect(composer.get_by_role("button", name="Invitation to attach")).to_be_hidden()
    assert "#1." not in letter(composer)[1]
    field.fill("mina@harbour.example.edu")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(composer.get_by_role("button", name="Invitation to attach")).to_be_visible()


def test_three_times_at_most_and_none_by_email(arrive: Callable[..., Page]) -> None:
    composer = compose(arrive())
    write(composer, times=3)
    expect(composer.get_by_role("checkbox", disabled=True)).to_have_count(3)
    expect(composer.get_by_text("That’s three")).to_be_visible()
    composer.get_by_role("checkbox", checked=True).first.uncheck()
    expect(composer.get_by_role("checkbox", disabled=True)).to_have_count(0)
    composer.get_by_label("Email", exact=True).check()
    expect(composer.get_by_role("checkbox")).to_have_count(0)
    expect(composer.locator(".events > li")).to_have_count(0)
    assert "Mar 1" not in letter(composer)[1]


def test_times_that_passed_or_come_too_soon_are_not_offered(arrive: Callable[..., Page], zoe_slots: list[Slot]) -> None:
    page = arrive()
    composer = compose(page)
    write(composer, times=2)
    composer.get_by_role("button", name="Close").click()
    page.context.clock.set_fixed_time(zoe_slots[0].start - timedelta(hours=23, minutes=59))
    page.reload()
    composer = compose(page)
    expect(composer.get_by_role("checkbox")).to_have_count(len(zoe_slots) - 1)
    expect(composer.get_by_role("checkbox", checked=True)).to_have_count(1)
    expect(composer.get_by_text("no longer open")).to_be_visible()
    page.context.clock.set_fixed_time(zoe_slots[-1].start)
    page.reload()
    expect(compose(page).get_by_text("No times are open just now")).to_be_visible()


def test_a_time_on_the_profile_leads_to_the_composer_with_it_chosen(
    arrive: Callable[..., Page], zoe_slots: list[Slot]
) -> None:
    page = arrive()
    item = page.locator(".slot-list > li").nth(1)
    item.locator("summary").click()
    item.get_by_role("button", name="Ask for this time").click()
    chosen = page.get_by_role("dialog").get_by_role("checkbox", checked=True)
    expect(chosen).to_have_value(str(int(zoe_slots[1].start.timestamp())))


def test_an_address_that_asks_for_it_opens_the_composer(arrive: Callable[..., Page]) -> None:
    expect(arrive(f"{ZOE}#write").get_by_role("dialog", name=re.compile("Ask .Zoë"))).to_be_visible()


def test_what_a_link_cannot_carry_is_copied_when_the_mail_is_opened(arrive: Callable[..., Page]) -> None:
    page = arrive(permissions=["clipboard-read", "clipboard-write"])
    stay(page)
    composer = compose(page)
    write(composer, times=3, introduction="I study ships, and have a lot to say. " * 40)
    whole = letter(composer)[1]
    for way in ("app", "gmail", "outlook"):
        link = href(composer, way)
        body = mail_of(link)[2]
        assert len(link) <= 1600 and body != whole and is_carried(body, whole) and answer_in(body)
    expect(composer.get_by_text("the message cut short")).to_be_visible()
    composer.locator("[data-mail=app]").click()
    expect(composer.get_by_text("The whole message is copied:")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == whole


def test_the_message_is_copied_or_selected(arrive: Callable[..., Page]) -> None:
    page = arrive(permissions=["clipboard-read", "clipboard-write"])
    composer = compose(page)
    write(composer)
    composer.get_by_role("button", name="Copy the message").click()
    expect(composer.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == letter(composer)[1]
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    composer.get_by_role("button", name="Copy the message").click()
    expect(composer.get_by_text("The message is selected")).to_be_visible()
    assert page.evaluate("getSelection().toString().trim()").split("\n")[0] == letter(composer)[1].split("\n")[0]


# MARK: Whatever is written


def test_hostile_texts_stay_texts(arrive: Callable[..., Page]) -> None:
    page = arrive()
    composer = compose(page)
    write(composer, times=1, introduction=HOSTILE, hope=HOSTILE, name="Mina \"M\" <x>; \\n,", **{"question-1": HOSTILE})
    composer.get_by_label("Something else").check()
    composer.get_by_label("In your own words").fill(HOSTILE)
    subject, text = letter(composer)
    assert text.count(HOSTILE) == 4
    assert mail_of(href(composer, "app"))[1] == subject and is_carried(mail_of(href(composer, "app"))[2], text)
    assert answer_in(text)["p"] == HOSTILE
    composer.locator(".events summary").click()
    found = event(saved(page, composer.get_by_role("button", name="Invitation to attach")))
    assert found["ORGANIZER"].params["CN"].replace("'", '"') == "Mina \"M\" <x>; \\n,"
    assert HOSTILE in found["DESCRIPTION"]
    assert composer.locator("img").count() == 0 and "Puddister" in page.title()


# MARK: For everybody


def test_the_keyboard_is_enough(arrive: Callable[..., Page]) -> None:
    page = arrive()
    button = page.locator(".begin").get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#composer-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("An informational interview")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("I'm Mina.")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(button).to_be_focused()
    assert stored(page, "drafts")["drafts"]["zoe-puddister"]["fields"]["introduction"] == "I'm Mina."


def test_enter_in_a_field_neither_sends_nor_closes(arrive: Callable[..., Page]) -> None:
    page = arrive()
    composer = compose(page)
    composer.get_by_label("Your name").fill("Mina")
    composer.get_by_label("Your name").press("Enter")
    expect(composer).to_be_visible()
    assert urlsplit(page.url).query == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation(arrive: Callable[..., Page], width: int, scheme: str) -> None:
    page = arrive(width=width, color_scheme=scheme)
    composer = compose(page)
    for address in ("", "mina@", "mina@harbour.example.edu"):
        write(composer, times=3, address=address, hope="HELP ME PLEASE")
        page.evaluate(OPEN_ALL)
        page.wait_for_timeout(250)
        report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
        assert not report.response["violations"], report.generate_report()


@pytest.mark.parametrize("policy", ["relay", "office"])
def test_nothing_sticks_out_at_any_width(arrive: Callable[..., Page], policy: str) -> None:
    page = arrive(policy=policy)
    composer = compose(page)
    write(composer, times=3, hope="Donaudampfschifffahrtsgesellschaftskapitän" * 4)
    page.evaluate(OPEN_ALL)
    assert_nothing_sticks_out(page, "composer")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        wide = page.evaluate("""() =>
          [...document.querySelectorAll('.composer, .composer .desk, .composer .desk > *, .letter-preview')]
          .filter((pane) => pane.scrollWidth > pane.clientWidth + 1).map((pane) => pane.className)""")
        assert not wide, f"{width}: {wide}"
        composer.locator("[data-mail=app]").scroll_into_view_if_needed()
        expect(composer.locator("[data-mail=app]")).to_be_in_viewport()


def test_targets_are_large_enough_for_a_thumb(arrive: Callable[..., Page]) -> None:
    page = arrive(width=360, has_touch=True)
    composer = compose(page)
    write(composer, times=1)
    composer.locator(".events summary").click()
    choices, ways = "label:has([type=radio], [type=checkbox])", ".mail-ways :is(a, button)"
    targets = composer.locator(f"{choices}, {ways}, .close, .events :is(a, button, summary)")
    for target in targets.all():
        if target.is_visible():
            assert target.bounding_box()["height"] >= 40, target.inner_text()


def test_without_javascript_the_profile_is_as_it_was(arrive: Callable[..., Page]) -> None:
    page = arrive(java_script_enabled=False)
    expect(page.locator(".begin")).to_be_hidden()
    expect(page.locator("[data-compose]:visible")).to_have_count(0)
    expect(page.locator("#request a[href^='mailto:']").first).to_be_visible()


def test_where_nothing_can_be_kept_it_still_writes_and_says_so(arrive: Callable[..., Page]) -> None:
    page = arrive()
    page.add_init_script("""Object.defineProperty(window, "localStorage", {
      get() { throw new DOMException("no", "SecurityError"); },
    })""")
    page.reload()
    stay(page)
    composer = compose(page)
    write(composer, times=1)
    expect(composer.get_by_text("Your browser keeps nothing")).to_be_visible()
    composer.locator("[data-mail=app]").click()
    expect(composer.get_by_text("could not keep this request")).to_be_visible()
    assert mail_of(href(composer, "app"))[2] == letter(composer)[1]


def test_where_the_form_cannot_be_loaded_the_page_says_so_and_it_can_be_tried_again(
    arrive: Callable[..., Page]
) -> None:
    page = arrive()
    page.route("**/assets/requests-*.json", lambda route: route.fulfill(status=200, body="no"))
    page.locator(".begin").get_by_role("button").click()
    expect(page.locator(".begin").get_by_role("alert")).to_contain_text("could not be loaded")
    page.unroute("**/assets/requests-*.json")
    expect(compose(page)).to_be_visible()
    expect(page.locator(".begin").get_by_role("alert")).to_be_hidden()


def test_a_profile_carries_little_of_it(built: Callable[[str], BuiltSite]) -> None:
    site = built("relay")
    [joined] = site.folder.glob("assets/modules-*/joined-profile.js")
    assert joined.stat().st_size <= 45 * 1024
    assert "<dialog" not in site.by_path[ZOE].source


def test_from_right_to_left_it_is_mirrored(browser: Browser) -> None:
    folder = BuiltSite.folder_named("SITE_RTL")
    if folder is None:
        pytest.skip("SITE_RTL names no site")
    site = BuiltSite(folder)
    profile = site.profiles_with_slots[0]
    now = slots_of(profile)[0].start - timedelta(days=2)
    with serving(site.folder, site.base_path) as home:
        visitors = Visitors(browser, home, now)
        page = visitors.arrive(profile.path, width=1440)
        page.locator(".begin button").click()
        form, outcome = (page.locator(f".composer {part}").bounding_box() for part in ("form", ".outcome"))
        assert form["x"] > outcome["x"]
        for number in range(2):
            page.locator(".composer [name=slot]").nth(number).check()
        assert_nothing_sticks_out(page, "composer")
        assert not re.search(r"compose|\{\w+\}", page.locator(".composer").inner_text())
        visitors.leave()
        assert not visitors.complaints
