/** Where the site is, and what this browser keeps for it. */

/** The site's root, told by where the page has its modules from: `assets/modules-DIGEST/` lies there. */
const module = document.querySelector("script[src*='assets/modules-']");
export const root = new URL(module.src.slice(0, module.src.lastIndexOf("assets/modules-")));

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
