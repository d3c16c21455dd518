"""Message links, by RFC 6068 and by the limits of mail programs."""

import re
from email.message import EmailMessage
from urllib.parse import parse_qsl, unquote, urlsplit

from built_site import content
from built_site.html_tree import text
from built_site.site import BuiltSite, Page

# What mail programs take: Gmail's handler about 1,620 characters, others more.
LONGEST = 1_600

# RFC 6068: addresses and field values of unreserved characters and %XX only.
MAILTO = re.compile(
    r"mailto:(?P<to>(?:[\w.~-]|%[0-9A-F]{2})+@[A-Za-z0-9.-]+)"
    r"(?:\?(?P<fields>[a-z]+=(?:[\w.~-]|%[0-9A-F]{2})*(?:&[a-z]+=(?:[\w.~-]|%[0-9A-F]{2})*)*))?",
    re.ASCII,
)


def links(page: Page, start: str) -> list[str]:
    return [link.get("href", "") for link in page.root.iter("a") if link.get("href", "").startswith(start)]


def read_mailto(link: str) -> tuple[str, dict[str, str]]:
    """The address and the decoded fields, read strictly."""
    match = MAILTO.fullmatch(link)
    assert match, f"not a mailto link of RFC 6068: {link}"
    pairs = [pair.split("=", 1) for pair in (match["fields"] or "").split("&") if pair]
    fields = {name: unquote(value, errors="strict") for name, value in pairs}
    assert len(fields) == len(pairs), "a field is given twice"
    return unquote(match["to"]), fields


def request_mailto(page: Page) -> str:
    (link,) = [link for link in links(page, "mailto:") if "body=" in link]
    return link


def open_profiles(site: BuiltSite) -> list[Page]:
    return [page for page in site.profiles if page not in site.closed_profiles]


def test_every_mailto_link_is_well_formed_and_short_enough(site: BuiltSite) -> None:
    for page in site.pages:
        for link in links(page, "mailto:"):
            assert len(link) <= LONGEST, f"{page}: {len(link)} characters"
            read_mailto(link)


def test_other_ways_to_write_are_short_enough_too(site: BuiltSite) -> None:
    for page in site.profiles:
        for start in ("sms:", "https://mail.google.com/", "https://outlook.office.com/mail/"):
            for link in links(page, start):
                assert len(link) <= LONGEST, f"{page}: {len(link)} characters in {start}"


def test_a_message_goes_to_the_mentor_with_a_subject_and_a_structured_body(site: BuiltSite) -> None:
    requests = content.settings()["requests"]
    for page in open_profiles(site):
        address, fields = read_mailto(request_mailto(page))
        slug = page.path.split("/")[1]
        if requests["address"] == "relay":
            assert address == requests["relay"].replace("{slug}", slug)
        assert set(fields) == {"subject", "body"}
        assert not re.search(r"[\x00-\x1f]", fields["subject"])
        assert re.fullmatch(r"(?:[^\x00-\x1f]|\r\n|\t)*", fields["body"]), "line breaks are CRLF, and nothing else"
        for part in ("Who I am", "What I hope to learn", "questions I would ask", "How we could meet"):
            assert part in fields["body"], str(page)
        assert site.base_url + page.path in fields["body"]


def test_a_message_has_only_the_headers_it_shows(site: BuiltSite) -> None:
    for page in open_profiles(site):
        address, fields = read_mailto(request_mailto(page))
        message = EmailMessage()
        message["To"], message["Subject"] = address, fields["subject"]
        message.set_content(fields["body"])
        assert message["To"].addresses[0].addr_spec == address
        assert len(message["To"].addresses) == 1
        assert {name.lower() for name in message.keys()} >= {"to", "subject"}
        assert "bcc" not in message and "cc" not in message


def test_the_text_to_copy_is_the_text_the_message_starts_with(site: BuiltSite) -> None:
    for page in open_profiles(site):
        _, fields = read_mailto(request_mailto(page))
        preview = "".join(page.root.find(".//blockquote[@id='letter-text']").itertext())
        start = fields["body"].replace("\r\n", "\n").rstrip("…\n ")
        assert preview.startswith(start), str(page)


def test_every_way_to_write_carries_the_same_words(site: BuiltSite) -> None:
    for page in open_profiles(site):
        address, fields = read_mailto(request_mailto(page))
        for link in links(page, "https://mail.google.com/") + links(page, "https://outlook.office.com/mail/"):
            query = dict(parse_qsl(urlsplit(link).query, strict_parsing=True))
            assert query["to"] == address
            assert query.get("subject", query.get("su")) == fields["subject"]
            assert query["body"] == fields["body"]
            assert "+" not in urlsplit(link).query, "a space is %20"


def test_numbers_are_international(site: BuiltSite) -> None:
    for page in site.profiles:
        for link in links(page, "tel:") + links(page, "sms:"):
            assert re.match(r"(tel|sms):\+[1-9]\d{6,14}(?:;ext=\d+)?(?:\?body=|$)", link), link


def test_a_mentor_who_is_paused_or_full_offers_no_way_to_ask(site: BuiltSite) -> None:
    assert site.closed_profiles, "the sample has none, so this proves nothing"
    for page in site.closed_profiles:
        main = page.root.find(".//main")
        asked = [a.get("href", "") for a in main.iter("a")]
        assert not [a for a in asked if re.match(r"(mailto|tel|sms):|https://(mail|calendar|outlook)", a)], str(page)
        assert not [a for a in asked if a.endswith((".ics", ".vcf"))], str(page)
        assert not page.with_class("slot-list") and not page.with_class("letter")
        assert text(page.with_class("state")[0])
