/** What an answer is for calendars: the meeting, the answer to an invitation, an entry for the mentor's own. */

import { readAddress } from "../requests/address.js";
import { lines, oneLine } from "../requests/clean_text.js";
import { counter, entry, reply, uidOf } from "../requests/ical.js";
import { filled } from "../requests/phrases.js";

/** @typedef {import("../requests/request.js").Request} Request */
/** @typedef {import("../requests/request.js").Slot} Slot */
/** @typedef {import("../requests/calendar_links.js").Meeting} Meeting */
/** @typedef {import("./answer_letter.js").Answer} Answer */
/** @typedef {{host: string, now: number, phrases: Record<string, import("../requests/phrases.js").Phrase>}} Facts */

/** Which time the answer is about; nothing where it sets none. @param {Answer} answer @param {Request} request @returns {Slot | undefined} */
export function meetingTimeOf({ kind, proposal, times }, { slots }) {
  return kind === "accept" ? slots[proposal] : kind === "another" ? times[0] : undefined;
}

/** The meeting at a time, with the mentee as guest. @param {Slot} slot @param {Request} request @param {Facts} facts @returns {Meeting} */
export function meetingAt({ start, minutes }, request, { phrases }) {
  const { mentor, mentee, purpose, message, mode } = request;
  const guest = readAddress(mentee.address);
  return {
    start, minutes,
    title: oneLine(filled(phrases.respond_meeting_title ?? "", { name: mentee.name, mentor: mentor.name })),
    details: [purpose, message].map((text) => lines(text).trim()).filter(Boolean).join("\n\n"),
    location: mode ? filled(phrases[`mode_${mode}`] ?? "", {}) : "",
    guests: guest ? [guest] : [],
  };
}

/** An agreed meeting for the mentor's own calendar. @param {Answer} answer @param {Request} request @param {Facts} facts */
export function entryFile(answer, request, facts) {
  const uid = uidOf(request.id, facts.host, answer.proposal);
  return entry(meetingAt(request.slots[answer.proposal], request, facts), { uid, stamp: facts.now }, true);
}

/**
 * The answer to an invitation, which has to be about the same event, by the address that was invited.
 *
 * @param {Answer} answer @param {Request} request @param {import("../requests/address.js").MailAddress} invited
 * @param {number} invitation for which of the proposed times it came @param {Facts} facts
 */
export function replyFile(answer, request, invited, invitation, facts) {
  const identity = { uid: uidOf(request.id, facts.host, invitation), sequence: request.sequence, stamp: facts.now };
  const organizer = { name: request.mentee.name, address: readAddress(request.mentee.address) };
  const attendee = { name: request.mentor.name, address: invited };
  const at = (slot) => meetingAt(slot, request, facts);
  if (answer.kind === "another") return counter(at(answer.times[0]), identity, organizer, attendee);
  return reply(at(request.slots[invitation]), identity, organizer, attendee, answer.kind === "decline" ? "DECLINED" : "ACCEPTED");
}
