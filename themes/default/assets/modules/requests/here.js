/** What requests are given by the page that they run on: its data, what the browser keeps, the clock, files to save. */

import { keyOf, ourStorage, root } from "../page/place.js";
import { ConnectionsStore } from "./connections_store.js";
import { DraftStore } from "./draft_store.js";

/** The reader's own requests on this site. */
export const connections = new ConnectionsStore(ourStorage(), keyOf("connections"));
export const drafts = new DraftStore(ourStorage(), keyOf("drafts"));

/** The reader's time zone by its IANA name. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The language that the page is in. */
export const locale = document.documentElement.lang || undefined;

/** This moment in seconds since 1970. */
export const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** Whether this is iOS, which writes links to text messages in a way of its own. An iPad says that it is a Mac. */
export const isIOS = /iP(?:hone|ad|od)/.test(navigator.userAgent)
  || (navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1);

/** The JSON that the generator put into a page's `<script type="application/json">`. @param {string} id @param {Document} [page] */
export function dataOf(id, page = document) {
  const text = page.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : undefined;
}

/**
 * What a request to a profile's mentor needs to know: what the profile says, and the site's file of what is the same
 * for all. Nothing where the page takes no requests.
 *
 * @param {Document} [page]
 */
export async function requestData(page = document) {
  const own = dataOf("request-data", page);
  if (!own) return undefined;
  const answer = await fetch(new URL(own.shared, root));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return { ...(await answer.json()), ...own };
}

/** Saves a file that the browser alone knows. @param {string} name @param {string} text @param {string} type */
export function saveFile(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What calendar files are. */
export const CALENDAR_TYPE = "text/calendar;charset=utf-8";
