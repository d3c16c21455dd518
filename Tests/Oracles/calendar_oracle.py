#!/usr/bin/env python3
"""Reads links, calendar files and contact cards with other people's parsers, to check Sources/Requests against.

    ORACLE_SAMPLES=FOLDER swift test --filter OracleSamples
    calendar_oracle.py samples FOLDER    every text must come back as it went in, and nothing beside it
    calendar_oracle.py site OUTPUT       every .ics and .vcf of a built site must be strict and hold what it needs

Needs the packages icalendar and vobject. Ends with status 1 when anything is wrong.
"""

import email
import email.policy
import html
import json
import os
import re
import sys
import unicodedata
import urllib.parse

import icalendar
import vobject

LONGEST_LINK = 1600
ADDRESS = "jane.o'hara@xn--bcher-kva.example"
BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

problems = []


def check(condition, where, what):
    if not condition:
        problems.append(f"{where}: {what}")


# What each place can hold of a text


def without_controls(text, keep):
    return "".join(c for c in text if c in keep or unicodedata.category(c) != "Cc")


def stored(text):
    """In a file: line breaks of one kind, no control characters but the tab."""
    return without_controls(BREAKS.sub("\n", text), "\n\t")


def as_parameter(text):
    """In a parameter: icalendar takes backslashes there for escapes, which RFC 5545 doesn't know, and strips spaces."""
    return re.sub(r"\\([;,\\])", r"\1", stored(text)).strip()


def one_line(text):
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()


def lines(text):
    return without_controls(BREAKS.sub("\n", text).replace("\t", " "), "\n")


def same_or_cut(found, expected):
    """Whether a text arrived whole, or as its beginning and an ellipsis."""
    return found == expected or (found.endswith("…") and expected.startswith(found[:-1]))


# Files


def check_lines(where, data):
    """RFC 5545 §3.1 and RFC 2425 §5.8.1, which parsers forgive: ends, lengths, whole characters."""
    check(data.endswith(b"\r\n"), where, "the last line does not end")
    check(data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n"), where, "a line does not end in CR LF")
    for line in data.split(b"\r\n"):
        check(len(line) <= 75, where, f"a line has {len(line)} octets")
        try:
            text = line.decode()
        except UnicodeDecodeError:
            check(False, where, "a character is broken by folding")
            continue
        check(text == without_controls(text, "\t"), where, "a control character")


def read_calendar(where, data):
    check_lines(where, data)
    calendar = icalendar.Calendar.from_ical(data)
    check(not calendar.errors, where, f"errors {calendar.errors}")
    events = list(calendar.walk("VEVENT"))
    check(len(events) == 1, where, f"{len(events)} events")
    event = events[0]
    check(not event.errors, where, f"errors {event.errors}")
    check(len(list(calendar.walk())) == 2, where, "components beside the event")
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
        check(name in event and not isinstance(event[name], list), where, f"not one {name}")
    check(calendar["VERSION"] == "2.0" and "PRODID" in calendar, where, "no VERSION or PRODID")
    check(event.decoded("DTSTART") < event.decoded("DTEND"), where, "it ends before it begins")
    check(str(event.decoded("DTSTART").tzinfo) == "UTC", where, "not in UTC")
    vobject.readOne(data.decode()).validate(raiseException=True)
    return calendar, event


def check_hold(where, data):
    calendar, event = read_calendar(where, data)
    check("METHOD" not in calendar, where, "a hold with a METHOD")
    check("ORGANIZER" not in event and "ATTENDEE" not in event, where, "a hold that invites")
    names = set(event.keys())
    known = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP"}
    check(names <= known, where, f"properties {names - known}")
    return event


def check_hours(where, data):
    """A calendar of open hours: one zone, times in it alone, nobody invited."""
    check_lines(where, data)
    calendar = icalendar.Calendar.from_ical(data)
    check("METHOD" not in calendar and not calendar.errors, where, f"a METHOD, or errors {calendar.errors}")
    (zone,) = calendar.walk("VTIMEZONE")
    check(len(zone.subcomponents) >= 1, where, "a zone without rules")
    for event in calendar.walk("VEVENT"):
        check(not event.errors, where, f"errors {event.errors}")
        check("ORGANIZER" not in event and "ATTENDEE" not in event, where, "hours that invite")
        for name in ("DTSTART", "DTEND"):
            check(event[name].params["TZID"] == zone["TZID"], where, f"{name} in another zone")
    vobject.readOne(data.decode()).validate(raiseException=True)


def read_card(where, data):
    check_lines(where, data)
    cards = list(vobject.readComponents(data.decode()))
    check(len(cards) == 1, where, f"{len(cards)} cards")
    cards[0].validate(raiseException=True)
    check(cards[0].version.value == "3.0", where, "not version 3.0")
    return cards[0]


# Links


def fields(where, url):
    """A link's own place and its fields, decoded; a plus is a plus."""
    check(len(url) <= LONGEST_LINK, where, f"{len(url)} characters")
    check(re.fullmatch("[!-~]+", url) is not None and not re.search('[<>"]', url), where, "not fit for an attribute")
    base, _, query = url.partition("?")
    found = {}
    for part in filter(None, query.split("&")):
        name, _, value = part.partition("=")
        check(name not in found, where, f"{name} twice")
        found[name] = urllib.parse.unquote(value, errors="strict")
        check(urllib.parse.quote(found[name], safe="") == value or name in OPEN, where, f"{name} encoded")
    return base, found


# Fields whose values hold marks that stand for themselves.
OPEN = {"dates", "startdt", "enddt", "path", "to", "add", "attendees"}


def check_mail(where, url, text):
    base, found = fields(where, url)
    check(set(found) <= {"subject", "body"}, where, f"fields {set(found)}")
    check(urllib.parse.unquote(base) == "mailto:" + ADDRESS, where, base)
    check(same_or_cut(found.get("subject", ""), one_line(text)), where, "subject")
    check(same_or_cut(found.get("body", ""), lines(text).replace("\n", "\r\n")), where, "body")
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["To"], message["Subject"] = ADDRESS, found.get("subject", "")
    message.set_content(found.get("body", ""))
    again = email.message_from_bytes(message.as_bytes(), policy=email.policy.SMTP)
    own = {"to", "subject", "content-type", "content-transfer-encoding", "mime-version"}
    check({name.lower() for name in again.keys()} <= own, where, f"headers {again.keys()}")


def check_links(where, sample, text):
    check_mail(where + " mailto", sample["mailto"], text)
    _, found = fields(where + " gmail", sample["gmail"])
    check(found["to"] == ADDRESS and set(found) <= {"view", "fs", "to", "su", "body"}, where, "gmail")
    check(same_or_cut(found.get("su", ""), one_line(text)), where, "gmail su")
    base, found = fields(where + " sms", sample["sms"])
    check(base == "sms:+15105550101" and set(found) <= {"body"}, where, "sms")
    check(same_or_cut(found.get("body", ""), lines(text)), where, "sms body")
    names = {
        "google": ("text", "details", "location", "add", {"action", "dates"}),
        "outlook": ("subject", "body", "location", "to", {"path", "rru", "startdt", "enddt"}),
        "teams": ("subject", "content", "", "attendees", {"startTime", "endTime"}),
    }
    for provider, (title, details, place, guest, others) in names.items():
        at = f"{where} {provider}"
        _, found = fields(at, sample[provider])
        check(set(found) <= {title, details, place, guest} | others, at, f"fields {set(found)}")
        check(same_or_cut(found[title], one_line(text)), at, "title")
        body = found.get(details, "")
        if provider == "outlook":
            check("<" not in body.replace("<br>", ""), at, "markup")
            body = html.unescape(body.replace("<br>", "\n"))
        check(same_or_cut(body, lines(text)), at, "details")
        check(not place or same_or_cut(found.get(place, ""), one_line(text)), at, "place")
        check(found[guest] == ADDRESS, at, "guest")


# The two commands


def samples(folder):
    with open(os.path.join(folder, "samples.json"), encoding="utf-8") as stream:
        entries = json.load(stream)
    for sample in entries:
        text, where = sample["text"], repr(sample["text"][:30])
        data = lambda name: open(os.path.join(folder, sample[name]), "rb").read()
        event = check_hold(where + " hold", data("hold"))
        calendar, request = read_calendar(where + " request", data("invitation"))
        check(calendar["METHOD"] == "REQUEST", where, "METHOD")
        for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
            check(str(event[name]) == stored(text), where, f"{name} of the hold: {str(event[name])!r}")
            check(str(request[name]) == stored(text), where, f"{name} of the request")
        for name in ("ORGANIZER", "ATTENDEE"):
            check(urllib.parse.unquote(str(request[name])) == "mailto:" + ADDRESS, where, f"{name} {request[name]}")
            check(as_parameter(request[name].params["CN"]) == as_parameter(text), where, f"CN of {name}")
        check(request["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION", where, "PARTSTAT")
        card = read_card(where + " card", data("card"))
        for name in ("fn", "title", "note", "uid", "x_pronouns"):
            check(getattr(card, name).value == stored(text), where, f"{name} of the card: {getattr(card, name).value!r}")
        check(card.org.value == [stored(text)], where, "org of the card")
        check(card.n.value.family == stored(text) and card.n.value.given == stored(text), where, "n of the card")
        check(card.adr.value.city == stored(text) and card.adr.value.country == stored(text), where, "adr of the card")
        check(card.email.value == ADDRESS and card.tel.value == "+15105550101", where, "email or tel of the card")
        check_links(where, sample, text)
    return len(entries)


def site(output):
    count, uids = 0, {}
    for folder, _, names in os.walk(output):
        for name in names:
            path = os.path.join(folder, name)
            if name == "open-hours.ics":
                check_hours(path, open(path, "rb").read())
            elif name.endswith(".ics"):
                uid = str(check_hold(path, open(path, "rb").read())["UID"])
                check(uid not in uids, path, f"the UID of {uids.get(uid)}")
                uids[uid] = path
            elif name.endswith(".vcf"):
                read_card(path, open(path, "rb").read())
            else:
                continue
            count += 1
    return count


def main():
    commands = {"samples": samples, "site": site}
    if len(sys.argv) != 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    count = commands[sys.argv[1]](sys.argv[2])
    check(count > 0, sys.argv[2], "nothing to check")
    for problem in problems:
        print(problem)
    print(f"{count} checked, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
