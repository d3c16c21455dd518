/** What a saved mentor's profile says today, fetched from this site and read from its markup. */

import { factsOf, wordsOf } from "./facts.js";

/**
 * A way to reach a mentor, as the profile offers it: a mail, mail on the web, a text, a call.
 *
 * @typedef {{label: string, href: string}} Way
 *
 * `state` says why a mentor takes no requests, `office` who passes messages on.
 *
 * @typedef {ReturnType<typeof factsOf> & {portrait: Element | null, marks: Element | null, state: string,
 *   office: string, ways: Way[]}} Profile
 */

const SCHEMES = ["https:", "mailto:", "sms:", "tel:"];

/**
 * The profile that a document is of a mentor; nothing if it is another page, such as a sign-in.
 *
 * @param {Document} document @param {string} slug @returns {Profile | undefined}
 */
export function profileIn(document, slug) {
  const holder = document.querySelector(".profile[data-mentor]");
  if (!(holder instanceof HTMLElement) || holder.dataset.mentor !== slug) return undefined;
  return {
    ...factsOf(holder),
    portrait: holder.querySelector(".avatar"),
    marks: holder.querySelector(".marks"),
    state: wordsOf(holder, ".request .state"),
    office: wordsOf(holder, ".request .office"),
    ways: [...holder.querySelectorAll("a[data-way]")].flatMap((link) => {
      const href = link.getAttribute("href") ?? "";
      const isSafe = SCHEMES.some((scheme) => href.startsWith(scheme));
      return isSafe ? [{ label: (link.textContent ?? "").trim(), href }] : [];
    }),
  };
}

/**
 * The addresses and numbers behind ways to reach a mentor, as one reads them on paper.
 *
 * @param {Way[]} ways @returns {string[]}
 */
export function contactsIn(ways) {
  const contacts = ways.flatMap(({ href }) => {
    const [, scheme, rest] = href.match(/^(mailto|sms|tel):([^?]*)/) ?? [];
    return scheme && rest ? [decoded(rest)] : [];
  });
  return [...new Set(contacts)];
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Fetches profiles, a few at a time.
 *
 * @param {string[]} slugs
 * @param {(slug: string) => URL} addressOf
 * @param {(slug: string, profile: Profile | "gone" | "unread") => void} tell called for each as it arrives
 */
export async function fetchProfiles(slugs, addressOf, tell) {
  const waiting = [...slugs];
  const workers = Array.from({ length: 4 }, async () => {
    for (let slug = waiting.shift(); slug; slug = waiting.shift()) tell(slug, await fetched(slug, addressOf(slug)));
  });
  await Promise.all(workers);
}

/** @param {string} slug @param {URL} address @returns {Promise<Profile | "gone" | "unread">} */
async function fetched(slug, address) {
  try {
    const response = await fetch(address);
    if (response.status === 404 || response.status === 410) return "gone";
    if (!response.ok) return "unread";
    const document = new DOMParser().parseFromString(await response.text(), "text/html");
    const profile = profileIn(document, slug);
    if (profile) resolveSource(profile.portrait, address);
    return profile ?? "unread";
  } catch {
    return "unread";
  }
}

/** A photo's address is relative to the profile. @param {Element | null} portrait @param {URL} address */
function resolveSource(portrait, address) {
  const source = portrait?.getAttribute("src");
  if (source) portrait?.setAttribute("src", new URL(source, address).href);
}
