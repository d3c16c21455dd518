/** What the reader can do to the shortlist on its own page. */

import { savedEntry, without } from "./saved.js";

/** @typedef {import("./saved.js").Saved} Saved */

/** The list with other facts about a mentor, if they are on it. @param {Saved[]} list @param {string} slug @param {Partial<Saved>} facts */
export function withFacts(list, slug, facts) {
  return list.map((entry) => (entry.slug === slug ? savedEntry({ ...entry, ...facts, slug }) : entry));
}

/**
 * The list with a mentor where they were: before the one that followed them, or at the end.
 *
 * @param {Saved[]} list @param {Saved} entry @param {string} [next]
 */
export function withReturned(list, entry, next) {
  const others = without(list, entry.slug);
  const at = others.findIndex(({ slug }) => slug === next);
  others.splice(at < 0 ? others.length : at, 0, entry);
  return others;
}

/** The day of an instant on the reader's own calendar. @param {Date} now */
export function dayOf(now) {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
