/** What a mentor answers: the mail and the files, from a request and a choice. */
import { entryFile, meetingAt, meetingTimeOf, replyFile } from "../../themes/default/assets/modules/respond/answer_files.js";
import { answerLetter } from "../../themes/default/assets/modules/respond/answer_letter.js";
import { timeInMail, timeThere } from "../../themes/default/assets/modules/respond/two_clocks.js";
import { readAddress } from "../../themes/default/assets/modules/requests/address.js";
import { newRequest } from "../../themes/default/assets/modules/requests/request.js";
import { equal, isTrue, test } from "../module_units/testing.mjs";
import { hostileTexts } from "./support/hostile_texts.mjs";

const ID = "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11";
/** 14 March 2027, when New York's clocks go forward: an hour before, and an hour after. */
const BEFORE = Date.UTC(2027, 2, 14, 6) / 1000;
const AFTER = Date.UTC(2027, 2, 14, 8) / 1000;
const NOW = Date.UTC(2027, 2, 1) / 1000;

const phrases = {
  clocks_ahead: "{difference} ahead of you", clocks_behind: "{difference} behind you", clocks_same: "same",
  clocks_hours: { one: "{n} hour", other: "{n} hours" }, clocks_minutes: { one: "{n} minute", other: "{n} minutes" },
  respond_subject_accept: "Yes ({site})", respond_subject_another: "Another time? ({site})", respond_subject_decline: "No ({site})",
  respond_letter_greeting: "Dear {name},", respond_letter_closing: "Regards,\n{mentor}", respond_letter_time: "{theirs}\n  For me: {mine}, {difference}",
  respond_letter_accept: "ACCEPT:", respond_letter_agree: "AGREE", respond_letter_by_email: "BY EMAIL", respond_letter_gladly: "GLADLY.",
  respond_letter_another: "NOT THEN.", respond_letter_these: "THESE?", respond_letter_which: "WHICH?", respond_letter_how_video: "VIDEO?",
  respond_letter_busy: "BUSY", respond_letter_fit: "FIT", respond_letter_pause: "PAUSE", respond_letter_someone: "ASK {someone}",
  respond_letter_later: "LATER", respond_letter_wishes: "WISHES", respond_meeting_title: "{name} and {mentor}", mode_video: "Video call",
};
const reader = { zone: "America/New_York", locale: "en-US", phrases };
const facts = { host: "mentors.example.edu", now: NOW, phrases };
const request = newRequest({
  mentor: { slug: "ana", name: "Ana López" }, mentee: { name: "Mina", address: "mina@example.edu" }, purpose: "Advice", mode: "video",
  message: "Hello", slots: [{ start: BEFORE, minutes: 30 }, { start: AFTER, minutes: 30 }], zone: "Asia/Kolkata", sequence: 2,
}, () => ID);
const answer = (kind, parts = {}) => ({ kind, times: [], reason: "busy", isLater: false, someone: "", ...parts });
const bodyOf = (choice, asked = request) => answerLetter(choice, asked, reader, "Mentors").body.replaceAll("\u2009", " ");
const unfolded = (file) => file.replaceAll("\r\n ", "");

test("a time is told on both clocks, with what lies between them on that day", () => {
  equal(timeThere(request.slots[0], "Asia/Kolkata", reader), { time: "Sunday, March 14, 11:30 AM – 12:00 PM", difference: "10½ hours ahead of you" });
  equal(timeThere(request.slots[1], "Asia/Kolkata", reader), { time: "Sunday, March 14, 1:30 – 2:00 PM", difference: "9½ hours ahead of you" });
  for (const zone of ["America/New_York", "America/Toronto", "", "Moon/Tranquility"]) equal(timeThere(request.slots[0], zone, reader), undefined, zone);
});

test("a mail tells a time by the clock of who gets it", () => {
  equal(timeInMail(request.slots[0], "Asia/Kolkata", reader),
    "Sunday, March 14, 11:30 AM – 12:00 PM (India Standard Time)\n  For me: Sunday, March 14, 1:00 – 1:30 AM, 10½ hours behind you");
  equal(timeInMail(request.slots[1], "Moon/Tranquility", reader), "Sunday, March 14, 4:00 – 4:30 AM (Eastern Daylight Time)");
});

test("each answer has its mail", () => {
  const time = "- Sunday, March 14, 1:30 – 2:00 PM (India Standard Time)\n  For me: Sunday, March 14, 4:00 – 4:30 AM, 9½ hours behind you";
  const around = (...texts) => ["Dear Mina,", ...texts, "Regards,\nAna López"].join("\n\n");
  equal(bodyOf(answer("accept", { proposal: 1 })), around(`ACCEPT:\n${time}`, "VIDEO?"));
  equal(bodyOf(answer("agree")), around("AGREE"));
  equal(bodyOf(answer("agree"), { ...request, mode: "email" }), around("BY EMAIL"));
  equal(bodyOf(answer("another")), around("NOT THEN. WHICH?"));
  equal(bodyOf(answer("another", { times: [request.slots[1]] })), around(`NOT THEN. THESE?\n${time}`, "VIDEO?"));
  equal(bodyOf(answer("another", { times: [request.slots[1]] }), { ...request, slots: [], mode: "" }), around(`GLADLY. THESE?\n${time}`));
  equal(bodyOf(answer("decline")), around("BUSY", "WISHES"));
  equal(bodyOf(answer("decline", { reason: "fit", isLater: true, someone: " Bo\nLi " })), around("FIT", "ASK Bo Li", "LATER", "WISHES"));
});

test("no text of a link or of a field is taken for a place to fill, or adds a line to the subject", () => {
  for (const text of [...hostileTexts, "{mentor}", "{site}"]) {
    const asked = newRequest({ ...request, mentee: { name: `x${text}`, address: "a@example.edu" } }, () => ID);
    const { subject, body } = answerLetter(answer("decline", { someone: `x${text}` }), asked, reader, `x${text}`);
    isTrue(!/[\r\n]/.test(subject), JSON.stringify(text));
    isTrue(body.startsWith(`Dear ${asked.mentee.name},`), JSON.stringify(text));
  }
});

test("an answer to an invitation is about the same event", () => {
  const invited = readAddress("ana@example.edu");
  const accepted = unfolded(replyFile(answer("accept", { proposal: 1 }), request, invited, 1, facts));
  for (const line of [`UID:${ID}-2@mentors.example.edu`, "METHOD:REPLY", "SEQUENCE:2", "DTSTART:20270314T080000Z"]) isTrue(accepted.includes(`\r\n${line}\r\n`), line);
  isTrue(/ATTENDEE;[^\r]*PARTSTAT=ACCEPTED:mailto:ana@example.edu\r\n/.test(accepted), accepted);
  const declined = unfolded(replyFile(answer("decline"), request, invited, 0, facts));
  isTrue(declined.includes(`UID:${ID}@mentors.example.edu\r\n`) && declined.includes("PARTSTAT=DECLINED"), declined);
  const proposed = unfolded(replyFile(answer("another", { times: [{ start: AFTER + 86_400, minutes: 45 }] }), request, invited, 1, facts));
  for (const line of [`UID:${ID}-2@mentors.example.edu`, "METHOD:COUNTER", "DTSTART:20270315T080000Z", "DTEND:20270315T084500Z"]) isTrue(proposed.includes(`\r\n${line}\r\n`), line);
});

test("an entry for one's own calendar is agreed and invites nobody", () => {
  const file = unfolded(entryFile(answer("accept", { proposal: 0 }), request, facts));
  isTrue(file.includes("STATUS:CONFIRMED") && !/METHOD|ORGANIZER|ATTENDEE/.test(file), file);
});

test("an answer is about a time only where it sets one", () => {
  equal(meetingTimeOf(answer("accept", { proposal: 1 }), request), request.slots[1]);
  equal(meetingTimeOf(answer("another", { times: [request.slots[0]] }), request), request.slots[0]);
  for (const kind of ["agree", "another", "decline"]) equal(meetingTimeOf(answer(kind), request), undefined);
  equal(meetingAt(request.slots[0], request, facts).guests.map(({ ascii }) => ascii), ["mina@example.edu"]);
});
