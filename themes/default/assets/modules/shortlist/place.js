/** Where the site is, and what this browser keeps for it. */

/** The site's root: this module lies in `assets/modules-DIGEST/shortlist/`. */
export const root = new URL("../../../", import.meta.url);

/** The key of a kept list. Two sites on one host have a list each. @param {string} list */
export function keyOf(list) {
  return `mentorbook:${list}:${root.pathname}`;
}

/** The profile of a mentor. @param {string} slug @returns {URL} */
export function profileOf(slug) {
  return new URL(`mentors/${encodeURIComponent(slug)}/`, root);
}

/** What keeps things in this browser, or nothing where it may not. @returns {Storage | undefined} */
export function ourStorage() {
  try {
    return window.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}
