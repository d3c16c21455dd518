/**
 * Calendar files: RFC 5545, and RFC 5546 for what two people's calendars say to each other.
 *
 * Every file holds one event at a fixed moment, so times are in UTC. None has an alarm: they are ignored or overridden.
 */

import { escaped, line } from "./content_lines.js";
import { utcBasic } from "./clocks.js";
import { encoded } from "./percent.js";

/** @typedef {import("./calendar_links.js").Meeting} Meeting */
/** @typedef {{name?: string, address: import("./address.js").MailAddress}} Person */
/**
 * @typedef {object} Identity what tells an event from others, and its versions apart
 * @property {string} uid @property {number} [sequence] 0, and one more each time it is sent anew
 * @property {number} stamp now, in seconds since 1970
 */

const PRODUCT = "-//Mentorbook//Mentorbook//EN";

/**
 * An entry for one's own calendar that invites nobody: tentative until it is agreed.
 *
 * @param {Meeting} meeting @param {Identity} identity @param {boolean} [isAgreed]
 */
export function entry(meeting, { uid, stamp }, isAgreed = false) {
  return file(meeting, { uid, stamp }, undefined, line("STATUS", isAgreed ? "CONFIRMED" : "TENTATIVE"));
}

/** A reminder: an entry that leaves the time free. @param {Meeting} reminder @param {Identity} identity */
export function reminder(reminder, { uid, stamp }) {
  return file(reminder, { uid, stamp }, undefined, "", "TRANSPARENT");
}

/**
 * An invitation, to be attached to a mail: the mentee organizes, the mentor is asked.
 *
 * @param {Meeting} meeting @param {Identity} identity @param {Person} organizer @param {Person} attendee
 */
export function invitation(meeting, identity, organizer, attendee) {
  const asked = { ROLE: "REQ-PARTICIPANT", PARTSTAT: "NEEDS-ACTION", RSVP: "TRUE" };
  return file(meeting, identity, "REQUEST", between(organizer, attendee, asked) + line("STATUS", "CONFIRMED"));
}

/**
 * The mentor's answer to an invitation.
 *
 * @param {Meeting} meeting as it was asked for @param {Identity} identity the invitation's
 * @param {Person} organizer the mentee @param {Person} attendee the mentor, by the address that was invited
 * @param {"ACCEPTED" | "DECLINED"} answer @param {string} [comment]
 */
export function reply(meeting, identity, organizer, attendee, answer, comment = "") {
  const people = between(organizer, attendee, { PARTSTAT: answer });
  return file(meeting, identity, "REPLY", people + line("COMMENT", escaped(comment)) + line("REQUEST-STATUS", "2.0;Success"));
}

/**
 * The mentor's proposal of another time.
 *
 * @param {Meeting} meeting as it is proposed @param {Identity} identity the invitation's
 * @param {Person} organizer the mentee @param {Person} attendee the mentor @param {string} [comment]
 */
export function counter(meeting, identity, organizer, attendee, comment = "") {
  const asked = { ROLE: "REQ-PARTICIPANT", PARTSTAT: "TENTATIVE", RSVP: "TRUE" };
  return file(meeting, identity, "COUNTER", between(organizer, attendee, asked) + line("COMMENT", escaped(comment)));
}

/** The UID of a slot of a request; the first is the request's own. @param {string} id @param {string} host @param {number} [slot] */
export const uidOf = (id, host, slot = 0) => `${id}${slot ? `-${slot + 1}` : ""}@${host}`;

function between(organizer, attendee, parameters) {
  return line("ORGANIZER", uri(organizer), { CN: organizer.name })
    + line("ATTENDEE", uri(attendee), { CN: attendee.name, CUTYPE: "INDIVIDUAL", ...parameters });
}

/** Calendars compare addresses letter by letter: what a URI may hold stays as it is, the plus above all. */
function uri({ address: { local, domain } }) {
  return `mailto:${local.replace(/[^!$&'*+=]+/g, encoded)}@${domain}`;
}

function file(meeting, { uid, stamp, sequence }, method, properties, transparency = "OPAQUE") {
  const { start, minutes, title, details = "", location = "", conference } = meeting;
  return [
    line("BEGIN", "VCALENDAR"),
    line("VERSION", "2.0"),
    line("PRODID", PRODUCT),
    line("CALSCALE", "GREGORIAN"),
    line("METHOD", method),
    line("BEGIN", "VEVENT"),
    line("UID", escaped(uid)),
    line("DTSTAMP", utcBasic(stamp)),
    line("DTSTART", utcBasic(start)),
    line("DTEND", utcBasic(start + minutes * 60)),
    line("SEQUENCE", method && String(sequence ?? 0)),
    line("SUMMARY", escaped(title)),
    line("DESCRIPTION", escaped(details)),
    line("LOCATION", escaped(location)),
    line("CONFERENCE", webAddress(conference), { VALUE: "URI", FEATURE: "VIDEO" }),
    properties,
    line("TRANSP", transparency),
    line("END", "VEVENT"),
    line("END", "VCALENDAR"),
  ].join("");
}

function webAddress(text = "") {
  try {
    const { protocol, href } = new URL(text);
    return protocol === "https:" ? href : undefined;
  } catch {
    return undefined;
  }
}
