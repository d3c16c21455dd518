/** The shortlist: who is saved, with what note, and whether they were written to. */

import { KeptList, textOf } from "./kept_list.js";

/**
 * `sent` is the day (2026-11-24) on which the reader ticked them as written to.
 *
 * @typedef {{slug: string, name: string, headline: string, position: string, location: string, note: string,
 *   sent: string}} Saved
 */

export const LONGEST_NOTE = 2000;

/** @param {object} written @returns {Saved} */
export function savedEntry(written) {
  return {
    slug: written.slug,
    name: textOf(written.name, 200) || written.slug,
    headline: textOf(written.headline, 300),
    position: textOf(written.position, 300),
    location: textOf(written.location, 200),
    note: textOf(written.note, LONGEST_NOTE),
    sent: /^\d{4}-\d{2}-\d{2}$/.test(textOf(written.sent, 11)) ? written.sent : "",
  };
}

/** @param {Storage | undefined} storage @param {string} key @returns {KeptList<Saved>} */
export function shortlistIn(storage, key) {
  return new KeptList(storage, key, savedEntry, 500);
}

/** The list with a mentor at its end; whoever is on it stays as they are. @param {Saved[]} list @param {Saved} entry */
export function withSaved(list, entry) {
  return list.some(({ slug }) => slug === entry.slug) ? list : [...list, entry];
}

/** The list without a mentor. @param {Saved[]} list @param {string} slug */
export function without(list, slug) {
  return list.filter((entry) => entry.slug !== slug);
}
