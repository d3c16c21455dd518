/** What the reader has written, as a request, a letter and meetings. Nothing here touches the page. */

import { lines, oneLine } from "../requests/clean_text.js";
import { clockWords, difference, knowsZone, withoutThinSpaces, zoneName } from "../requests/clocks.js";
import { encodeFragment, packed } from "../requests/fragment.js";
import { letterOf, messageOf } from "../requests/letter.js";
import { filled } from "../requests/phrases.js";
import { cleaned } from "../requests/request.js";
import { readAddress, recipientOf } from "../requests/address.js";

/** @typedef {import("../requests/request.js").Request} Request */
/** @typedef {import("../requests/request.js").Slot} Slot */
/** @typedef {{zone: string, locale: string | undefined}} Reader */

/** The choice of purpose that means the reader's own words. */
export const OWN_PURPOSE = "*";
const LAST_SEQUENCE = 9999;

/** What stands in the three prompts. @param {Record<string, string>} fields */
export function promptsIn(fields) {
  const questions = [1, 2, 3].map((number) => fields[`question-${number}`] ?? "");
  return { introduction: fields.introduction, hope: fields.hope, questions };
}

/** The zone in which a mentor's times are told; UTC where the browser lacks theirs. @param {{zone: string}} data */
export const zoneOf = ({ zone }) => (knowsZone(zone) ? zone : "UTC");

/**
 * The request in a form's fields. An address that is none is as good as not given.
 *
 * @param {Record<string, string>} fields @param {Slot[]} slots @param {object} data the profile's
 * @param {{id: string, zone: string, former: Request | undefined}} facts `former`: as it was last sent
 * @returns {Request}
 */
export function requestOf(fields, slots, data, { id, zone, former }) {
  const purpose = fields.purpose === OWN_PURPOSE ? fields["own-purpose"] : fields.purpose;
  const request = cleaned({
    id, purpose, zone, mode: fields.mode, slots,
    mentor: data, message: messageOf(promptsIn(fields), data.phrases.compose_letter_questions),
    mentee: { name: fields.name, address: readAddress(fields.address ?? "")?.ascii },
  });
  return { ...request, sequence: sequenceAfter(former, request) };
}

/** A request that says the same is the same; another is one more. @param {Request | undefined} former @param {Request} request */
export function sequenceAfter(former, request) {
  if (!former) return 0;
  const said = (one) => JSON.stringify(packed({ ...one, sequence: 0 }));
  return said(former) === said(request) ? former.sequence : Math.min(former.sequence + 1, LAST_SEQUENCE);
}

/**
 * The link with which the mentor answers; nothing before the reader has said who they are.
 *
 * @param {Request} request @param {string} respond
 */
export function answerLink(request, respond) {
  const { fragment } = encodeFragment({ ...request, message: "" });
  return fragment ? `${respond}#${fragment}` : "";
}

/**
 * The mail that carries the request.
 *
 * @param {Request} request @param {object} data the profile's @param {string} link @param {Reader} reader
 */
export function letterFor(request, data, link, { zone, locale }) {
  const { phrases } = data;
  const word = (key) => phrases[`compose_letter_${key}`] ?? "";
  const isAnsweredByMail = request.mode === "email";
  const isForOffice = data.address?.kind === "office";
  const greeting = [isForOffice && word("office"), word("greeting"), request.purpose && word("purpose")];
  const { lead, times } = timesInLetter(isAnsweredByMail ? [] : request.slots, data, { zone, locale });
  return letterOf(request, {
    called: data.called, site: data.site, link, times,
    modeName: request.mode && (phrases[`mode_${request.mode}`] ?? request.mode),
  }, {
    subject: data.subject,
    greeting: greeting.filter(Boolean).join("\n\n"),
    mode: request.mode === "in-person" && data.place ? filled(word("place"), { place: oneLine(data.place) }) : word(request.mode),
    times: lead, no_times: isAnsweredByMail ? "" : word("no_times"), answer: word("answer"), thanks: word("thanks"),
  });
}

/**
 * The proposed times, on the mentor's clock first. Zone and difference are said once, unless a clock is changed between
 * the times.
 *
 * @param {Slot[]} slots @param {object} data the profile's @param {Reader} reader
 */
function timesInLetter(slots, { zone: theirs, phrases }, { zone: own, locale }) {
  const their = zoneOf({ zone: theirs });
  const hour = { weekday: "short", hour: "numeric", minute: "2-digit" };
  const clock = (timeZone, parts) => new Intl.DateTimeFormat(locale, { timeZone, ...hour, ...parts });
  const begins = (slot, zone) => withoutThinSpaces(clock(zone, {}).format(slot.start * 1000));
  // Short words, for the links that carry a letter hold little.
  const day = clock(their, { month: "short", day: "numeric" });
  const facts = slots.map((slot) => ({
    theirs: withoutThinSpaces(day.formatRange(slot.start * 1000, (slot.start + slot.minutes * 60) * 1000)),
    mine: begins(slot, own), isSame: begins(slot, own) === begins(slot, their),
    zone: zoneName(slot.start, their, locale), difference: difference(slot.start, their, own, clockWords(phrases), locale),
  }));
  const word = (key, values) => filled(phrases[`compose_letter_${key}`] ?? "", values);
  if (facts.some(({ zone, difference }) => zone !== facts[0].zone || difference !== facts[0].difference)) {
    return { lead: word("times", {}), times: facts.map((fact) => word(fact.isSame ? "time_there" : "time_apart", fact)) };
  }
  const isSame = facts.every((fact) => fact.isSame);
  return {
    lead: word(isSame ? "times_there" : "times_apart", facts[0] ?? {}),
    times: facts.map((fact) => (isSame ? fact.theirs : word("time", fact))),
  };
}

/**
 * The meeting that a proposed time would become.
 *
 * @param {Request} request @param {Slot} slot @param {object} data the profile's @param {string} link
 * @returns {import("../requests/calendar_links.js").Meeting}
 */
export function meetingOf(request, slot, data, link) {
  const { phrases } = data;
  const values = { name: request.mentee.name, mentor: request.mentor.name, link, profile: data.profile };
  const say = (key) => filled(phrases[`compose_meeting_${key}`] ?? "", values);
  const recipient = recipientOf(data.address);
  // The link comes before the message: what is too long for a calendar's link is cut at its end.
  const details = [request.purpose, link && say("answer"), request.message, say("profile")];
  return {
    ...slot, title: say(request.mentee.name ? "title" : "title_unnamed"),
    details: details.map((text) => lines(text).trim()).filter(Boolean).join("\n\n"),
    location: request.mode === "in-person" ? data.place ?? "" : phrases[`mode_${request.mode}`] ?? "",
    guests: recipient ? [recipient] : [],
  };
}
