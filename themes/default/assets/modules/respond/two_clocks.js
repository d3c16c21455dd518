/** A proposed time on the clocks of the mentor, who reads, and of the mentee, who asked. */

import { clockWords, difference, knowsZone, plainTime, zoneName } from "../requests/clocks.js";
import { filled } from "../requests/phrases.js";

/** @typedef {import("../requests/request.js").Slot} Slot */
/** @typedef {import("../requests/phrases.js").Phrase} Phrase */
/**
 * @typedef {object} Reader
 * @property {string} zone the mentor's, as this browser has it
 * @property {string | undefined} locale
 * @property {Record<string, Phrase>} phrases
 */

/** Whether a meeting has begun. @param {Slot} slot @param {number} now in seconds since 1970 */
export const isPast = ({ start }, now) => start <= now;

/**
 * The time for the mentee, and how far their clock is from the reader's; nothing where it is the same clock.
 *
 * @param {Slot} slot @param {string} zone theirs @param {Reader} reader
 */
export function timeThere(slot, zone, reader) {
  const { locale } = reader;
  if (!knowsZone(zone) || plainTime(slot, zone, locale) === plainTime(slot, reader.zone, locale)) return undefined;
  return { time: plainTime(slot, zone, locale), difference: differenceWords(slot.start, reader.zone, zone, reader) };
}

/**
 * The time as a mail says it: on the clock of who gets the mail first, then on the mentor's.
 *
 * @param {Slot} slot @param {string} zone the mentee's, which the browser may not know @param {Reader} reader
 */
export function timeInMail(slot, zone, reader) {
  const { locale, phrases } = reader;
  const own = plainTime(slot, reader.zone, locale);
  const there = timeThere(slot, zone, reader);
  if (!there) return `${own} (${zoneName(slot.start, reader.zone, locale)})`;
  return filled(phrases.respond_letter_time, {
    theirs: `${there.time} (${zoneName(slot.start, zone, locale)})`, mine: own,
    difference: differenceWords(slot.start, zone, reader.zone, reader),
  });
}

/** @param {number} start @param {string} from @param {string} to @param {Reader} reader */
function differenceWords(start, from, to, { locale, phrases }) {
  return difference(start, from, to, clockWords(phrases), locale);
}
