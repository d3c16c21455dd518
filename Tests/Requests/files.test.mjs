import { readAddress } from "../../themes/default/assets/modules/requests/address.js";
import { escaped, folded, quoted } from "../../themes/default/assets/modules/requests/content_lines.js";
import { counter, entry, invitation, reminder, reply, uidOf } from "../../themes/default/assets/modules/requests/ical.js";
import { equal, isTrue, test } from "../module_units/testing.mjs";
import { brokenTexts, hostileTexts } from "./support/hostile_texts.mjs";

const meeting = { start: 1_805_230_800, minutes: 30, title: "Ana & Mina", details: "Bring:\n- questions; notes", location: "Video call" };
const identity = { uid: "6f1c2b7e@mentors.example.edu", sequence: 1, stamp: 1_795_449_600 };
const mina = { name: "Mina", address: readAddress("mina@example.edu") };
const ana = { name: "López, Ana", address: readAddress("mentors+ana@example.edu") };
const linesOf = (file) => file.replaceAll("\r\n ", "").split("\r\n");
const octets = (text) => new TextEncoder().encode(text).length;
const head = (method) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mentorbook//Mentorbook//EN", "CALSCALE:GREGORIAN",
  ...(method ? [`METHOD:${method}`] : []), "BEGIN:VEVENT", "UID:6f1c2b7e@mentors.example.edu", "DTSTAMP:20261123T160000Z",
  "DTSTART:20270316T210000Z", "DTEND:20270316T213000Z", ...(method ? ["SEQUENCE:1"] : []), "SUMMARY:Ana & Mina",
  "DESCRIPTION:Bring:\\n- questions\\; notes", "LOCATION:Video call"];
const foot = ["TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR", ""];

test("folding is undone by unfolding, and no line has more than 75 octets or half a character", () => {
  for (const text of hostileTexts) {
    const line = text.replace(/[\r\n]/g, "");
    equal(folded(line).replaceAll("\r\n ", ""), `${line}\r\n`);
    for (const physical of folded(line).split("\r\n")) isTrue(octets(physical) <= 75 && physical.isWellFormed?.() !== false, physical);
  }
});

test("whatever the texts are, files have whole lines, no control characters, and the same properties", () => {
  const names = (file) => linesOf(file).map((line) => line.split(/[:;]/)[0]);
  const filesOf = (text) => {
    const named = { ...meeting, title: text, details: text, location: text };
    const person = { name: text, address: ana.address };
    return [entry(named, identity), reminder(named, identity), invitation(named, identity, person, person),
      reply(named, identity, person, person, "ACCEPTED", text), counter(named, identity, person, person, text)];
  };
  const plain = filesOf("x").map(names);
  for (const text of [...hostileTexts, ...brokenTexts]) {
    filesOf(`x${text}`).forEach((file, at) => {
      equal(names(file), plain[at]);
      isTrue(file.endsWith("\r\n") && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)|\p{Surrogate}/u.test(file), file);
      isTrue(!file.replaceAll("\r\n", "").includes("\n") && file.split("\r\n").every((line) => octets(line) <= 75), file);
    });
  }
});

test("a parameter that ends in a backslash has quotation marks, for some programs escape the colon by it", () => {
  equal([quoted("a\\"), quoted("a\\b"), quoted("a b")], ['"a\\"', '"a\\b"', "a b"]);
  equal(escaped("\ud800"), "\ufffd");
});

test("an entry of one's own invites nobody", () => {
  equal(linesOf(entry(meeting, identity)), [...head(), "STATUS:TENTATIVE", ...foot]);
  equal(linesOf(entry(meeting, identity, true)), [...head(), "STATUS:CONFIRMED", ...foot]);
});

test("a reminder leaves the time free and has no alarm", () => {
  equal(linesOf(reminder(meeting, identity)), [...head(), "TRANSP:TRANSPARENT", ...foot.slice(1)]);
});

test("an answer has the invitation's identity and says what the mentor does", () => {
  const people = (state) => ["ORGANIZER;CN=Mina:mailto:mina@example.edu",
    `ATTENDEE;CN="López, Ana";CUTYPE=INDIVIDUAL;PARTSTAT=${state}:mailto:mentors+ana@example.edu`];
  equal(linesOf(reply(meeting, identity, mina, ana, "ACCEPTED")), [...head("REPLY"), ...people("ACCEPTED"), "REQUEST-STATUS:2.0;Success", ...foot]);
  equal(linesOf(reply(meeting, identity, mina, ana, "DECLINED", "Sorry,\nnot in May")),
    [...head("REPLY"), ...people("DECLINED"), "COMMENT:Sorry\\,\\nnot in May", "REQUEST-STATUS:2.0;Success", ...foot]);
});

test("another time is a counter-proposal", () => {
  equal(linesOf(counter(meeting, identity, { ...mina, name: "" }, ana, "Later?")), [...head("COUNTER"), "ORGANIZER:mailto:mina@example.edu",
    'ATTENDEE;CN="López, Ana";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;RSVP=TRUE:mailto:mentors+ana@example.edu',
    "COMMENT:Later?", ...foot]);
});

test("only a web address becomes that of a conference", () => {
  const conference = (address) => linesOf(entry({ ...meeting, conference: address }, identity)).filter((line) => line.startsWith("CONF"));
  equal(conference("https://video.example.edu/a b"), ["CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.example.edu/a%20b"]);
  for (const address of [undefined, "", "Room 4", "javascript:alert(1)", "http://video.example.edu/"]) equal(conference(address), []);
});

test("slots of one request have names of their own", () => {
  equal([0, 1, 2].map((slot) => uidOf("id", "example.edu", slot)), ["id@example.edu", "id-2@example.edu", "id-3@example.edu"]);
});
