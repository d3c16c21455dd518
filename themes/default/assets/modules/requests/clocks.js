/** An instant on the clocks of two people. Instants are seconds since 1970 in UTC, zones IANA names. */

import { filled, plural } from "./phrases.js";

const at = (seconds) => new Date(seconds * 1000);

/** Whether this browser has the zone's clock. @param {string} zone */
export function knowsZone(zone) {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** `20270316T210000Z`. @param {number} seconds */
export const utcBasic = (seconds) => utcExtended(seconds).replace(/[-:]/g, "");

/** `2027-03-16T21:00:00Z`. @param {number} seconds */
export const utcExtended = (seconds) => at(seconds).toISOString().replace(/\.\d+/, "");

/** `20270316T170000`, what the wall clock of a zone shows. @param {number} seconds @param {string} zone */
export const wallClock = (seconds, zone) => utcBasic(seconds + minutesAhead(seconds, zone) * 60).slice(0, -1);

/** By how many minutes a zone is ahead of UTC at an instant. @param {number} seconds @param {string} zone */
export function minutesAhead(seconds, zone) {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone, hourCycle: "h23", era: "short",
    year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
  });
  const parts = Object.fromEntries(clock.formatToParts(at(seconds)).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
  return shown / 60_000 - Math.floor(seconds / 60);
}

/**
 * When a meeting is, in a zone and a language: "Tuesday, March 16, 5:00 – 5:30 PM".
 *
 * @param {{start: number, minutes: number}} slot @param {string} zone @param {string} [locale]
 */
export function meetingTime({ start, minutes }, zone, locale) {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone, weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit",
  }).formatRange(at(start), at(start + minutes * 60));
}

/** The same without the thin spaces that some mail programs show as boxes. @param {Parameters<typeof meetingTime>} when */
export const plainTime = (...when) => withoutThinSpaces(meetingTime(...when));

/** @param {string} time */
export const withoutThinSpaces = (time) => time.replace(/[\u2009\u202f]/g, " ");

/** What a zone is called at an instant: "Newfoundland Daylight Time". @param {number} seconds @param {string} zone @param {string} [locale] */
export function zoneName(seconds, zone, locale) {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "long" }).formatToParts(at(seconds));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** The words of `difference`, which the theme has as `clocks_…`. @param {Record<string, import("./phrases.js").Phrase>} phrases */
export function clockWords(phrases) {
  return Object.fromEntries(["ahead", "behind", "same", "hours", "minutes"].map((key) => [key, phrases[`clocks_${key}`] ?? ""]));
}

/**
 * How far another's clock is from the reader's at an instant, in words: "3½ hours ahead of you".
 *
 * @param {number} seconds @param {string} own the reader's zone @param {string} other
 * @param {Record<"ahead" | "behind" | "same" | "hours" | "minutes", import("./phrases.js").Phrase>} phrases `ahead` and
 *   `behind` have a `{difference}`, `hours` and `minutes` an `{n}`
 * @param {string} [locale]
 */
export function difference(seconds, own, other, phrases, locale) {
  const minutes = minutesAhead(seconds, other) - minutesAhead(seconds, own);
  if (minutes === 0) return filled(phrases.same, {});
  const size = Math.abs(minutes);
  const amount = size < 60 ? plural(phrases.minutes, size, locale) : plural(phrases.hours, size / 60, locale, hours);
  return filled(minutes > 0 ? phrases.ahead : phrases.behind, { difference: amount });
}

/** Hours with the quarters that zones differ by: 3½. */
function hours(count, locale) {
  const quarters = Math.round(count * 4);
  return new Intl.NumberFormat(locale).format(Math.floor(quarters / 4)) + ["", "¼", "½", "¾"][quarters % 4];
}
