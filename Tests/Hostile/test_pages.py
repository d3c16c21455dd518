"""Pages of hostile texts: two parsers of HTML find each text as it was written, and no element or attribute beside it."""

import html
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import pytest

from built_site import html_tree
from built_site.html_tree import with_class
from Hostile.profiles import LISTS, PLACE, TEXTS, Profile, url_part
from Hostile.texts import on_one_line
from Hostile.sites import BASE, MESSAGE, HostileSite
from Oracles import calendar_oracle as oracle


@cache
def strictly(source: str) -> Element:
    """By the standard library; an element that isn't closed is an error."""
    return html_tree.read(source)


@cache
def as_browsers_do(source: str) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = Element("document")
    root.append(parser.parse(source))
    # A text may hold what isn't a character and never will be; browsers keep it.
    found = {code for _, code, _ in parser.errors} - {"invalid-codepoint"}
    assert not found, found
    return root


PARSERS = pytest.mark.parametrize("read", [strictly, as_browsers_do])
Reader = Callable[[str], Element]


def source(of: HostileSite, profile: Profile) -> str:
    return of.site.by_path[f"mentors/{profile.slug}/"].source


def text(element: Element | None) -> str:
    """What stands in an element, to the letter."""
    return "".join(element.itertext()) if element is not None else ""


def one(root: Element, name: str) -> Element:
    (found,) = with_class(root, name)
    return found


def shape(root: Element, *without: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Elements and the names of their attributes, in order, but for what is in elements of some classes."""
    for element in root:
        names = tuple(sorted(map(str, element.attrib)))
        yield str(element.tag), names
        if not {*without} & {*element.get("class", "").split()}:
            yield from shape(element, *without)


def pairs(sites: list[HostileSite]) -> Iterator[tuple[HostileSite, Profile]]:
    for of in sites:
        for profile in of.profiles:
            yield of, profile


def test_there_are_more_than_five_hundred_texts(sites: list[HostileSite]) -> None:
    assert len({profile.text for _, profile in pairs(sites)}) > 500
    assert len(TEXTS) + len(LISTS) + len(PLACE) >= 20


@PARSERS
def test_a_hostile_profile_has_the_elements_of_a_calm_one(sites: list[HostileSite], read: Reader) -> None:
    for of in sites:
        calm, *others = [list(shape(read(source(of, profile)), "prose", "similar")) for profile in of.profiles]
        for profile, found in zip(of.profiles[1:], others, strict=True):
            assert found == calm, profile


@PARSERS
def test_a_biography_makes_no_element_but_those_of_markdown(sites: list[HostileSite], read: Reader) -> None:
    allowed = {"p", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "br", "hr", "h2", "h3", "img"}
    for of, profile in pairs(sites):
        prose = one(read(source(of, profile)), "prose")
        for element in list(prose.iter())[1:]:
            assert element.tag in allowed, f"<{element.tag}> of {profile}"
            names = set(element.attrib) - {"id"}
            assert names <= {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}.get(str(element.tag), set()), profile
            assert re.match(r"https?:|mailto:|[./#]|$", element.get("href", "")), f"{element.get('href')} of {profile}"


def test_no_page_holds_a_control_character_not_even_as_a_reference(sites: list[HostileSite]) -> None:
    for of in sites:
        for page in of.site.pages:
            found = re.search("[\0-\x08\x0b-\x1f\x7f-\x9f]", html.unescape(page.source))
            assert not found, f"{page}: {found}"


@PARSERS
def test_a_profile_says_every_text_in_its_place(sites: list[HostileSite], read: Reader) -> None:
    for of, profile in pairs(sites):
        root, kept = read(source(of, profile)), profile.kept
        head = {meta.get("property") or meta.get("name"): meta.get("content") for meta in root.iter("meta")}
        assert text(root.find(".//title")) == f"{kept('name')} · {of.settings['title']}"
        assert head["og:title"] == text(root.find(".//h1")) == kept("name")
        assert head["og:site_name"] == of.settings["title"]
        assert head["description"] == head["og:description"] == text(one(root, "lead")) == kept("headline")
        assert text(one(root, "pronouns")) == kept("pronouns")
        position, place = root.find(".//header/div/p[@class='position']"), one(root, "location")
        assert text(position) == f"{kept('title')}, {kept('employer')}"
        assert text(place) == f"{kept('city')}, {kept('country')}"
        assert text(one(root, "prose").find("p")) == profile.biography
        assert texts(one(root, "help-with"), "li") == both(profile, "help_with")
        (link,) = one(root, "links").iter("a")
        assert text(link) == "L" + on_one_line(profile.link_name)[1:].replace("_", " ")
        assert facts(root) >= {
            (f"{field} {of.settings['title']}", value)
            for field in ("expertise", "languages") for value in both(profile, field)
        } | {
            (f"industry {of.settings['title']}", kept("industry")), (f"school {of.settings['title']}", kept("school")),
            ("Degree", kept("degree")), ("Majors", ", ".join(both(profile, "majors"))),
            ("Place", ", ".join(map(kept, PLACE))), ("In person at", kept("meeting_place")),
            (f"About {of.settings['title']}", kept("ask_me_about")),
        } | {(f"Affinity {of.settings['title']}", value) for value in both(profile, "affinity")}


def both(profile: Profile, field: str) -> list[str]:
    return [profile.kept(field), profile.kept(field + " two")]


def texts(root: Element, tag: str) -> list[str]:
    return [text(element) for element in root.iter(tag)]


def facts(root: Element) -> set[tuple[str, str]]:
    groups = [group for shelf in with_class(root, "fact-list") for group in shelf]
    return {(text(group.find("dt")), value) for group in groups for value in texts(group, "dd")}


def test_the_address_of_a_link_is_the_one_that_was_written(sites: list[HostileSite]) -> None:
    for of, profile in pairs(sites):
        (link,) = one(strictly(source(of, profile)), "links").iter("a")
        href = link.get("href", "")
        whole = URL.fullmatch(href)
        assert whole, href
        # What was an escape stays one; every other percent sign is written as one.
        written = re.sub("%(?![0-9A-Fa-f]{2})", "%25", "https://example.org/?q=" + url_part(profile.text))
        assert unquote(href) == unquote(written)
        assert bool(whole["fragment"]) == ("#" in written)


# RFC 3986, appendix A, of an address with a name for its host.
CHARACTER = r"(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
URL = re.compile(
    rf"https://[\w.-]+(?:/{CHARACTER}*)*(?:\?(?:{CHARACTER}|[/?])*)?(?P<fragment>#(?:{CHARACTER}|[/?])*)?", re.ASCII)


def test_every_term_has_a_page_that_says_it(sites: list[HostileSite]) -> None:
    count = 0
    for of, profile in pairs(sites):
        page = of.site.by_path[f"mentors/{profile.slug}/"]
        for link in strictly(page.source).iter("a"):
            href = link.get("href", "")
            if not href.startswith("../../explore/") or href == "../../explore/" or text(link).startswith("Back to"):
                continue
            path = unquote(of.site.resolve(page, href)[0])
            assert of.site.file_at(path).is_file(), path
            (heading,) = re.findall("<h1>(.*?)</h1>", of.site.by_path[path].source, re.DOTALL)
            assert text(link) in html.unescape(heading), path
            count += 1
    assert count > 5000


@PARSERS
def test_cards_of_the_directory_say_the_same(sites: list[HostileSite], read: Reader) -> None:
    for of in sites:
        root = read(of.site.by_path["explore/"].source)
        cards = {card.get("data-mentor"): card for card in with_class(root, "card")}
        assert len(cards) == len(of.profiles)
        calm = list(shape(cards[of.profiles[0].slug]))
        for profile in of.profiles:
            card = cards[profile.slug]
            assert list(shape(card)) == calm, profile
            assert text(card.find(".//h3")) == profile.kept("name")
            assert text(one(card, "position")) == f"{profile.kept('title')}, {profile.kept('employer')}"
            assert text(one(card, "location")) == f"{profile.kept('city')}, {profile.kept('country')}"
            assert text(one(card, "headline")) == profile.kept("headline")
            assert texts(one(card, "terms"), "li") == both(profile, "expertise")


@PARSERS
def test_what_machines_are_told_is_what_was_written(sites: list[HostileSite], read: Reader) -> None:
    for of, profile in pairs(sites):
        data: dict[str, Any] = {
            script.get("type", ""): json.loads(text(script))
            for script in read(source(of, profile)).iter("script") if "json" in script.get("type", "")}
        person, kept = data["application/ld+json"]["mainEntity"], profile.kept
        assert person["name"] == kept("name") and person["description"] == kept("headline")
        assert person["jobTitle"] == kept("title") and person["worksFor"]["name"] == kept("employer")
        assert person["alumniOf"]["name"] == kept("school")
        assert [person["address"][f"address{part}"] for part in ("Locality", "Region", "Country")] == [*map(kept, PLACE)]
        assert person["knowsAbout"] == both(profile, "expertise")
        assert person["knowsLanguage"] == both(profile, "languages")
        request = data["application/json"]
        assert (request["name"], request["called"], request["place"]) == (
            kept("name"), kept("called"), kept("meeting_place"))
        assert request["subject"] == f"{of.settings['title']}: {kept('name')}"
        assert address(request["address"]) == recipient(of, profile)


def address(told: dict[str, Any]) -> str:
    """An address as the page's script puts it together."""
    if told["kind"] != "on-click":
        return told["to"]
    *domain, local = (part[::-1] for part in told["to"])
    return f"{local}@{'.'.join(reversed(domain))}"


def recipient(of: HostileSite, profile: Profile) -> str:
    return {
        "relay": f"mentors.{profile.slug}@example.edu", "public": profile.email, "on-click": profile.email,
        "office": "office@example.edu",
    }[of.settings["requests"]["address"]]


def test_what_a_request_can_be_about_is_told_as_it_was_written(sites: list[HostileSite]) -> None:
    for of in sites:
        (file,) = (of.site.folder / "assets").glob("requests-*.json")
        told = json.loads(file.read_text(encoding="utf-8"))["purposes"]
        assert told == [Profile(0, profile.text).kept("purpose") for profile in of.profiles[1:]]


def test_messages_and_calendar_links_hold_the_texts_and_no_other_field(sites: list[HostileSite]) -> None:
    oracle.problems.clear()
    for of, profile in pairs(sites):
        root, kept = strictly(source(of, profile)), profile.kept
        title, page = of.settings["title"], f"{BASE}mentors/{profile.slug}/"
        values = {"first_name": kept("called"), "mentor": kept("name"), "site": title, "profile_url": page}
        body = re.sub(r"\{(\w+)\}", lambda mark: values[mark[1]], MESSAGE).strip()
        assert text(root.find(".//blockquote[@id='letter-text']")).strip() == body
        lines, subject = oracle.lines(body), oracle.one_line(f"{title}: {kept('name')}")
        details = oracle.lines(f"A conversation with {kept('name')}, asked for through {title}.\nProfile: {page}")
        meeting = oracle.one_line(f"Mentoring conversation with {kept('name')}")
        seen: set[str] = set()
        for link in one(root, "request").iter("a"):
            url = link.get("href", "")
            for start, (known, one_line, several) in LINKS.items():
                # The office's own address stands in the footer, and begins no message.
                if not url.startswith(start) or "?" not in url:
                    continue
                seen.add(start)
                _, found = oracle.fields(f"{start} of {profile.slug}", url)
                assert set(found) <= known, found
                for name in one_line:
                    expected = {"location": oracle.one_line(kept("meeting_place"))}.get(
                        name, subject if "mail" in start else meeting)
                    assert oracle.same_or_cut(found[name], expected), f"{name} in {url}"
                for name in several:
                    expected = lines if "mail" in start or start == "sms:" else details
                    value = found[name].replace("\r\n", "\n")
                    if "calendar/deeplink" in start:
                        assert "<" not in value.replace("<br>", "")
                        value = html.unescape(value.replace("<br>", "\n"))
                    assert oracle.same_or_cut(value.strip(), expected.strip()), f"{name} in {url}"
        assert len(seen) >= 5, seen
    assert not oracle.problems, "\n".join(oracle.problems[:20])


# Where a link leads: the fields that it may have, those of one line, those of several.
LINKS = {
    "mailto:": ({"subject", "body"}, ("subject",), ("body",)),
    "https://mail.google.com/": ({"view", "fs", "to", "su", "body"}, ("su",), ("body",)),
    "https://outlook.office.com/mail/": ({"to", "subject", "body"}, ("subject",), ("body",)),
    "https://calendar.google.com/": (
        {"action", "dates", "text", "details", "location", "add"}, ("text", "location"), ("details",)),
    "https://outlook.live.com/calendar/deeplink/": (
        {"path", "rru", "startdt", "enddt", "subject", "body", "location", "to"}, ("subject", "location"), ("body",)),
    "https://outlook.cloud.microsoft/calendar/deeplink/": (
        {"path", "rru", "startdt", "enddt", "subject", "body", "location", "to"}, ("subject", "location"), ("body",)),
    "https://teams.microsoft.com/": (
        {"subject", "startTime", "endTime", "content", "attendees"}, ("subject",), ("content",)),
}
