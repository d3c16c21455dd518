/** The mentors whose profiles were viewed last: slug, name and headline, nothing else. */

import { KeptList, textOf } from "./kept_list.js";

/** @typedef {{slug: string, name: string, headline: string}} Viewed */

/** How many are remembered. */
export const MOST_VIEWED = 8;

/** @param {object} written @returns {Viewed} */
export function viewedEntry(written) {
  const { slug, name, headline } = written;
  return { slug, name: textOf(name, 200) || slug, headline: textOf(headline, 300) };
}

/** @param {Storage | undefined} storage @param {string} key @returns {KeptList<Viewed>} */
export function viewedIn(storage, key) {
  return new KeptList(storage, key, viewedEntry, MOST_VIEWED);
}

/** The list after a visit: the latest first, nobody twice. @param {Viewed[]} list @param {Viewed} visit @returns {Viewed[]} */
export function withVisit(list, visit) {
  return [visit, ...list.filter(({ slug }) => slug !== visit.slug)].slice(0, MOST_VIEWED);
}
