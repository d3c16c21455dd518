/** The mentor's own next times, from their profile on this site. */

import { recipientOf } from "../requests/address.js";
import { dataOf } from "../requests/here.js";
import { isSlot } from "../requests/request.js";
import { profileOf } from "../page/place.js";

/**
 * @typedef {object} OwnHours
 * @property {import("../requests/request.js").Slot[]} slots
 * @property {number | undefined} minutes how long a meeting takes
 * @property {string} address to which requests go
 */

/** What the profile says; nothing where it can't be read or takes no requests. @param {string} slug @returns {Promise<OwnHours | undefined>} */
export async function fetchOwnHours(slug) {
  try {
    // The name comes from a link that anybody can write: no answer counts that another site gives.
    const answer = await fetch(profileOf(slug), { mode: "same-origin", credentials: "same-origin" });
    if (!answer.ok || new URL(answer.url).origin !== location.origin) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const data = dataOf("request-data", page);
    return data?.slug === slug ? ownHours(data) : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {OwnHours} */
function ownHours({ slots = [], minutes, address }) {
  return {
    slots: slots.map(([start, minutes]) => ({ start, minutes })).filter(isSlot),
    minutes: Number.isInteger(minutes) ? minutes : undefined,
    address: recipientOf(address)?.text ?? "",
  };
}
