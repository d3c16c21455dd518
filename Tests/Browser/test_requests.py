"""Asking for a conversation, as the browser offers it."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from Browser.visitors import Visitors
from built_site import content
from built_site.site import BuiltSite
from built_site.slots import Slot


def test_the_message_button_opens_a_mail_to_the_mentor(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile)
    expect(page.get_by_role("button", name="Write a request")).to_be_in_viewport()
    button = page.locator("#request a.button").first
    link = urlsplit(button.evaluate("link => link.href"))
    fields = parse_qs(link.query, strict_parsing=True)
    slug = open_profile.split("/")[1]
    assert link.scheme == "mailto"
    assert link.path == content.settings()["requests"]["relay"].replace("{slug}", slug)
    assert set(fields) == {"subject", "body"}
    assert page.get_by_role("heading", level=1).inner_text().split()[0] in fields["body"][0]


def test_calendar_links_of_an_open_slot_hold_its_instant(
    visitors: Visitors, open_profile: str, slots: list[Slot]
) -> None:
    page = visitors.arrive(open_profile)
    for number, slot in enumerate(slots):
        item = page.locator(".slot-list > li").nth(number)
        item.locator("summary").click()
        google = parse_qs(urlsplit(item.get_by_role("link", name="Google").get_attribute("href")).query)
        start, end = (datetime.strptime(at, "%Y%m%dT%H%M%S%z") for at in google["dates"][0].split("/"))
        assert start == slot.start and end - start == timedelta(minutes=slot.minutes)
        for name in ("Outlook.com", "Microsoft 365"):
            query = parse_qs(urlsplit(item.get_by_role("link", name=name).get_attribute("href")).query)
            assert datetime.fromisoformat(query["startdt"][0]) == start
            assert datetime.fromisoformat(query["enddt"][0]) == end


def test_a_link_is_told_from_its_neighbours_by_its_name_alone(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.name = ''; fold.open = true; })")
    names = [link.inner_text().replace("\n", " ") for link in page.locator(".slot-list").get_by_role("link").all()]
    assert len(set(names)) == len(names) > 4


def test_the_calendar_file_downloads(visitors: Visitors, open_profile: str, slots: list[Slot]) -> None:
    page = visitors.arrive(open_profile)
    item = page.locator(".slot-list > li").first
    item.locator("summary").click()
    with page.expect_download() as download:
        item.get_by_role("link", name="Calendar file").click()
    assert download.value.suggested_filename == f"{slots[0].start:%Y%m%dT%H%M%SZ}.ics"
    assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_contact_card_downloads(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile)
    with page.expect_download() as download:
        page.get_by_role("link", name="Save contact card").click()
    assert download.value.path().read_bytes().startswith(b"BEGIN:VCARD\r\n")


def test_the_copy_button_copies_the_letter_and_says_so(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".letter summary").click()
    button = page.locator("[data-copy]")
    expect(button).to_be_visible()
    button.click()
    expect(button).to_have_text("Copied")
    letter = page.locator("#letter-text").text_content()
    assert page.evaluate("navigator.clipboard.readText()") == letter
    assert letter and "Three questions" in letter


def test_where_nothing_may_be_copied_the_copy_button_goes_away(visitors: Visitors, open_profile: str) -> None:
    page = visitors.arrive(open_profile, permissions=[])
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    page.locator(".letter summary").click()
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copy]")).to_be_hidden()


def test_closed_profiles_say_so_and_lead_back_to_the_community(visitors: Visitors, site: BuiltSite) -> None:
    for profile in site.closed_profiles:
        page = visitors.arrive(profile.path)
        request = page.locator("#request")
        expect(request.locator(".state")).to_be_visible()
        expect(request.get_by_role("link")).to_have_count(1)
        expect(page.locator("main a[href^='mailto:'], main a[href^='tel:'], main a[href^='sms:']")).to_have_count(0)
        expect(page.locator(".jump")).to_have_count(0)
        visitors.leave()
