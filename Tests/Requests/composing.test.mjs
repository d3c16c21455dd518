import { letterFor, meetingOf, requestOf, sequenceAfter, answerLink, OWN_PURPOSE } from "../../themes/default/assets/modules/composer/writing.js";
import { recipientOf } from "../../themes/default/assets/modules/requests/address.js";
import { openTimes } from "../../themes/default/assets/modules/composer/times.js";
import { decodeFragment } from "../../themes/default/assets/modules/requests/fragment.js";
import { equal, isTrue, test } from "../module_units/testing.mjs";

const at = (iso) => Date.parse(iso) / 1000;
const BEFORE = { start: at("2027-03-12T20:30:00Z"), minutes: 30 };
const AFTER = { start: at("2027-03-15T19:30:00Z"), minutes: 30 };
const ID = "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11";
const phrases = {
  clocks_ahead: "{difference} ahead of you", clocks_behind: "{difference} behind you", clocks_same: "at the same time as you",
  clocks_hours: { one: "{n} hour", other: "{n} hours" }, clocks_minutes: { other: "{n} minutes" }, mode_video: "Video call", "mode_in-person": "In person",
  compose_letter_greeting: "Dear {called},", compose_letter_purpose: "About: {purpose}", compose_letter_office: "For {mentor}.",
  compose_letter_questions: "I would ask:", compose_letter_video: "By video.", compose_letter_place: "At {place}", "compose_letter_in-person": "In person.",
  compose_letter_email: "By mail.", compose_letter_times: "Times:", compose_letter_times_there: "Times ({zone}):",
  compose_letter_times_apart: "Times ({zone}; I am {difference}):", compose_letter_no_times: "Any time.", compose_letter_time: "{theirs} (for me {mine})",
  compose_letter_time_there: "{theirs} ({zone})", compose_letter_time_apart: "{theirs}, {zone} (for me {mine}, {difference})",
  compose_letter_answer: "Answer: {link}", compose_letter_thanks: "Thanks,",
  compose_meeting_title: "{name} and {mentor}", compose_meeting_title_unnamed: "With {mentor}", compose_meeting_answer: "Answer: {link}", compose_meeting_profile: "Profile: {profile}",
};
const data = {
  slug: "zoe", name: "Zoë P.", called: "Zoë", zone: "America/St_Johns", subject: "A question", site: "Mentors", place: "The Duke; upstairs",
  address: { kind: "relay", to: "mentors.zoe@example.edu" }, profile: "https://example.edu/mentors/zoe/", phrases,
};
const fields = { purpose: "Advice", introduction: "I'm Mina.", "question-1": "Why?", mode: "video", name: "Mina", address: "mina@example.edu" };
const facts = { id: ID, zone: "Asia/Kolkata", former: undefined };
const lettered = (changes, slots, zone = "Asia/Kolkata", more = {}) => {
  const request = requestOf({ ...fields, ...changes }, slots, { ...data, ...more }, { ...facts, zone });
  return letterFor(request, { ...data, ...more }, "", { zone, locale: "en-US" }).whole;
};

test("an address that was kept back is put together, and others are read", () => {
  const texts = [
    { kind: "on-click", to: ["gro", "elpmaxe", "liam", "gat+eoz"] }, { kind: "relay", to: "mentors.zoe@example.edu" },
    { kind: "on-click", to: ["ude", "eoz"] }, { kind: "public", to: "nobody" }, undefined,
  ].map((address) => recipientOf(address)?.text);
  equal(texts, ["zoe+tag@mail.example.org", "mentors.zoe@example.edu", undefined, undefined, undefined]);
});

test("a request has what the form says, and an address that is none is not given", () => {
  const request = requestOf({ ...fields, address: "mina@" }, [BEFORE], data, facts);
  equal([request.message, request.mentee, request.mode, request.sequence], ["I'm Mina.\n\nI would ask:\n1. Why?", { name: "Mina", address: "" }, "video", 0]);
  equal(requestOf({ purpose: OWN_PURPOSE, "own-purpose": " A walk\n " }, [], data, facts).purpose, "A walk");
  equal(requestOf({ purpose: "Advice", "own-purpose": "left behind" }, [], data, facts).purpose, "Advice");
  equal(answerLink(request, "https://example.edu/respond/"), "");
});

test("the link has all but the message", () => {
  const request = requestOf(fields, [BEFORE, AFTER], data, facts);
  const [respond, fragment] = answerLink(request, "https://example.edu/respond/").split("#");
  equal(respond, "https://example.edu/respond/");
  equal(decodeFragment(fragment).request, { ...request, message: "" });
});

test("the same again is the same request, and another is one more", () => {
  const request = requestOf(fields, [BEFORE], data, facts);
  const again = (changes, slots, sequence) => requestOf({ ...fields, ...changes }, slots, data, { ...facts, former: { ...request, sequence } }).sequence;
  equal([again({}, [BEFORE], 0), again({}, [BEFORE], 4), again({ hope: "x" }, [BEFORE], 0), again({}, [AFTER], 4), again({ name: "M" }, [BEFORE], 9999)], [0, 4, 1, 5, 9999]);
  equal(sequenceAfter(undefined, request), 0);
});

test("zone and difference are said once, or with each time where a clock is changed in between", () => {
  isTrue(lettered({}, [AFTER]).includes("Times (Newfoundland Daylight Time; I am 8 hours ahead of you):\n- Mon, Mar 15, 5:00 – 5:30 PM (for me Tue 1:00 AM)"), lettered({}, [AFTER]));
  isTrue(lettered({}, [BEFORE, AFTER]).includes("Times:\n- Fri, Mar 12, 5:00 – 5:30 PM, Newfoundland Standard Time (for me Sat 2:00 AM, 9 hours ahead of you)\n- Mon, Mar 15"), "both");
  isTrue(lettered({}, [AFTER], "America/St_Johns").includes("Times (Newfoundland Daylight Time):\n- Mon, Mar 15, 5:00 – 5:30 PM\n"), "the same zone");
  isTrue(lettered({}, [AFTER], "Asia/Kolkata", { zone: "Mars/Olympus" }).includes("Times (Coordinated Universal Time; I am 5½ hours ahead"), "a zone that is not known here");
});

test("a letter says how to meet, and for whom it is where the office passes it on", () => {
  isTrue(lettered({ mode: "in-person" }, []).includes("At The Duke; upstairs\n\nAny time."), "the place");
  isTrue(lettered({ mode: "in-person" }, [], undefined, { place: undefined }).includes("In person.\n\nAny time."), "no place");
  isTrue(lettered({ mode: "email" }, []).includes("By mail.\n\nThanks,"), "no times by mail");
  isTrue(lettered({}, [], undefined, { address: { kind: "office", to: "office@example.edu" } }).startsWith("For Zoë P..\n\nDear Zoë,\n\nAbout: Advice\n\nI'm Mina."), "the office");
});

test("a meeting has the mentor as guest, and the link before the message", () => {
  const request = requestOf(fields, [BEFORE], data, facts);
  const meeting = meetingOf(request, BEFORE, data, "https://example.edu/respond/#1.x");
  equal([meeting.title, meeting.location, meeting.guests.map(({ ascii }) => ascii)], ["Mina and Zoë P.", "Video call", ["mentors.zoe@example.edu"]]);
  equal(meeting.details, "Advice\n\nAnswer: https://example.edu/respond/#1.x\n\nI'm Mina.\n\nI would ask:\n1. Why?\n\nProfile: https://example.edu/mentors/zoe/");
  equal(meetingOf({ ...request, mode: "in-person" }, BEFORE, data, "").location, "The Duke; upstairs");
});

test("times inside the notice are not offered, nor those that have passed", () => {
  const slots = [[1000, 30], [1060, 30], [4600, 30]];
  const starts = (now, notice) => openTimes({ slots, notice }, now).map(({ start }) => start);
  equal([starts(0, 0), starts(1000, 0), starts(1000, 1), starts(1001, 60), starts(1000, 60)], [[1000, 1060, 4600], [1060, 4600], [1060, 4600], [], [4600]]);
});
