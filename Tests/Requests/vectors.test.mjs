/** Tests/Fixtures/request-vectors.json: exact inputs and outputs, which the Swift side is tested against too. */
import { readAddress } from "../../themes/default/assets/modules/requests/address.js";
import { calendarLink } from "../../themes/default/assets/modules/requests/calendar_links.js";
import { escaped, folded, quoted } from "../../themes/default/assets/modules/requests/content_lines.js";
import { invitation } from "../../themes/default/assets/modules/requests/ical.js";
import { mailLink } from "../../themes/default/assets/modules/requests/mail_link.js";
import { encoded } from "../../themes/default/assets/modules/requests/percent.js";
import { equal, fixture, test } from "../module_units/testing.mjs";

const vectors = await fixture("request-vectors.json");
const START = Date.UTC(2027, 2, 16, 21) / 1000;
const meeting = (guests) => ({
  start: START, minutes: 30, title: "Mentoring: Ana & José?", details: "Line 1 <b>\nTopic: C++ & 50%", location: "Video call",
  guests: guests.map(readAddress),
});
const link = (provider, ...guests) => calendarLink(provider, meeting(guests), { zone: "America/New_York" });

test("every kind of row is known", () => {
  // `uid` is of the holds that are published as files; scripts name requests by chance.
  equal(Object.keys(vectors).sort(), [
    "enc", "fold", "google", "mailto", "outlook_365", "outlook_live", "param", "request_ics", "teams", "text", "uid", "yahoo_mentorwall",
  ]);
});

test("percent-encoding is exact", () => {
  for (const [text, expected] of Object.entries(vectors.enc)) equal(encoded(text), expected);
});

test("mail links are exact", () => {
  for (const [to, subject, body, url] of vectors.mailto) {
    equal(mailLink({ to: to.map(readAddress), subject: subject ?? undefined, body: body ?? undefined }), { url, isShortened: false });
  }
});

test("calendar links are exact", () => {
  equal(link("google", "jane+m@example.edu").url, vectors.google);
  equal(link("outlook", "jane@example.edu").url, vectors.outlook_live);
  equal(link("microsoft365", "jane@example.edu").url, vectors.outlook_365);
  equal(link("teams", "jane@example.edu").url, vectors.teams);
  equal(link("yahoo", "jane@example.edu", "x@example.edu").url, vectors.yahoo_mentorwall);
});

test("text, parameters and folding are exact", () => {
  for (const [text, expected] of vectors.text) equal(escaped(text), expected);
  for (const [text, expected] of vectors.param) equal(quoted(text), expected);
  for (const [text, expected] of vectors.fold) equal(folded(text), expected);
});

test("an invitation is exact, but for what names its maker", () => {
  const file = invitation(
    { ...meeting([]), title: "Mentoring: Ana & José", details: "Hi Jane; can we meet?\nTopics: C++, PhD" },
    { uid: "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11@mentors.example.edu", stamp: Date.UTC(2026, 10, 23, 16) / 1000 },
    { name: "José Ruiz", address: readAddress("jose@student.example.edu") },
    { name: "Doe, Jane", address: readAddress("jane+m@example.edu") });
  equal(file.replace("-//Mentorbook//Mentorbook//EN", "-//mentor-ssg//EN"), vectors.request_ics);
});
