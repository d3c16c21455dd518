"""Files of hostile texts: calendars, contact cards, feed and site map, read by icalendar, vobject, feedparser and ElementTree."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest
import vobject

from Hostile.profiles import PLACE, Profile
from Hostile.sites import BASE, HostileSite
from Oracles import calendar_oracle as oracle

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(autouse=True)
def no_problems() -> Any:
    """The oracle gathers what it finds."""
    oracle.problems.clear()
    yield
    assert not oracle.problems, "\n".join(oracle.problems[:20])


def every(sites: list[HostileSite], pattern: str) -> Iterator[tuple[HostileSite, Profile, Path]]:
    """The files of each profile whose names match."""
    for of in sites:
        for profile in of.profiles:
            found = sorted((of.site.folder / "mentors" / profile.slug).glob(pattern.format(profile.slug)))
            assert found, f"{pattern} of {profile.slug}"
            for file in found:
                yield of, profile, file


def page(profile: Profile) -> str:
    return f"{BASE}mentors/{profile.slug}/"


def test_a_hold_says_the_texts_and_invites_nobody(sites: list[HostileSite]) -> None:
    for of, profile, file in every(sites, "2*.ics"):
        event, name = oracle.check_hold(file.parent.name, file.read_bytes()), profile.kept("name")
        assert str(event["SUMMARY"]) == oracle.stored(f"Mentoring conversation with {name}")
        assert str(event["LOCATION"]) == oracle.stored(profile.kept("meeting_place"))
        details = f"A conversation with {name}, asked for through {of.settings['title']}.\nProfile: {page(profile)}"
        assert str(event["DESCRIPTION"]) == oracle.stored(details)


def test_open_hours_say_the_texts(sites: list[HostileSite]) -> None:
    for _, profile, file in every(sites, "open-hours.ics"):
        oracle.check_hours(file.parent.name, file.read_bytes())
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        title = oracle.stored(f"Open hours of {profile.kept('name')}")
        assert set(calendar) == {
            "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"}
        # icalendar leaves the escapes in the calendar's own properties.
        read = vobject.readOne(file.read_text(encoding="utf-8"))
        assert read.contents["name"][0].value == read.x_wr_calname.value == title
        (event,) = calendar.walk("VEVENT")
        assert set(event) == {
            "UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE", "SUMMARY", "DESCRIPTION", "URL", "TRANSP"}
        assert str(event["SUMMARY"]) == title
        assert str(event["DESCRIPTION"]) == oracle.stored(
            f"{profile.kept('name')} is usually free for a conversation at this time. To ask for one:\n{page(profile)}")


def test_a_contact_card_says_the_texts(sites: list[HostileSite]) -> None:
    for of, profile, file in every(sites, "{}.vcf"):
        card = oracle.read_card(profile.slug, file.read_bytes())
        check_card(of, profile, card, card.x_pronouns)
        assert set(card.contents) - {"email"} == CARD | {"x-pronouns"}


def test_a_contact_card_of_version_4_says_the_texts(sites: list[HostileSite]) -> None:
    for of, profile, file in every(sites, "{}.4.vcf"):
        oracle.check_lines(profile.slug, file.read_bytes())
        (card,) = vobject.readComponents(file.read_text(encoding="utf-8"))
        check_card(of, profile, card, card.pronouns)
        assert set(card.contents) - {"email"} == CARD | {"kind", "pronouns"}


CARD = {"version", "fn", "n", "org", "title", "tel", "adr", "url", "note", "uid", "rev"}


def check_card(of: HostileSite, profile: Profile, card: Any, pronouns: Any) -> None:
    for line, field in ((card.fn, "name"), (card.title, "title"), (pronouns, "pronouns"), (card.note, "headline")):
        assert line.value == oracle.stored(profile.kept(field)), f"{field} of {profile.slug}: {line.value!r}"
    assert card.org.value == [oracle.stored(profile.kept("employer"))]
    assert (card.n.value.family, card.n.value.given) == ("", oracle.stored(profile.kept("name")))
    place = [card.adr.value.city, card.adr.value.region, card.adr.value.country]
    assert place == [oracle.stored(profile.kept(part)) for part in PLACE]
    assert all(len(lines) == 1 for name, lines in card.contents.items() if name != "url")
    assert len(card.contents["url"]) == 2
    assert ("email" in card.contents) == (of.settings["requests"]["address"] in ("relay", "public"))


def test_the_feed_says_the_texts_and_has_nothing_beside_them(sites: list[HostileSite]) -> None:
    for of in sites:
        source = (of.site.folder / "feed.xml").read_bytes()
        feed = ElementTree.fromstring(source)
        assert feed.findtext(f"{ATOM}title") == f"{of.settings['title']}: New mentors"
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == of.settings["title"]
        entries = {entry.findtext(f"{ATOM}id"): entry for entry in feed.iter(f"{ATOM}entry")}
        assert len(entries) == len(of.profiles)
        for profile in of.profiles:
            entry = entries[page(profile)]
            assert [child.tag.removeprefix(ATOM) for child in entry] == ["id", "title", "updated", "link", "summary"]
            assert not any(len(child) for child in entry)
            assert entry.findtext(f"{ATOM}title") == in_xml(profile.kept("name"))
            assert entry.findtext(f"{ATOM}summary") == in_xml(profile.kept("headline"))
        parsed = feedparser.parse(source)
        assert not parsed.bozo and len(parsed.entries) == len(of.profiles)


def in_xml(text: str) -> str:
    """The text without what XML can't hold (XML 1.0 §2.2)."""
    return text.replace("\ufffe", "").replace("\uffff", "")


def test_the_site_map_leads_to_every_page_of_a_text(sites: list[HostileSite]) -> None:
    for of in sites:
        tree = ElementTree.fromstring((of.site.folder / "sitemap.xml").read_bytes())
        places = [node.text or "" for node in tree.iter(f"{SITEMAP}loc")]
        assert {node.tag for node in tree.iter()} == {f"{SITEMAP}urlset", f"{SITEMAP}url", f"{SITEMAP}loc"}
        assert {page(profile) for profile in of.profiles} <= set(places)
        for place in places:
            assert re.fullmatch("[!-~]+", place) and place.startswith(BASE)
            assert of.site.file_at(unquote(place.removeprefix(BASE))).is_file(), place
