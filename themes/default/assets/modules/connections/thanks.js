/** A thank-you for a meeting: a text to begin with, to be copied into an answer or to begin a mail with. */

import { mailLink } from "../requests/mail_link.js";
import { part, write } from "../page/rows.js";
import { data, say } from "./words.js";

/** @typedef {import("../requests/connections_store.js").Connection} Connection */

/** Shows the letter after a meeting. What the reader has changed of it stays while the page is open. @param {HTMLElement} card @param {Connection} connection */
export function showThanks(card, { request, state }) {
  part(card, "thanks").hidden = state !== "met";
  const letter = letterIn(card);
  if (state !== "met" || letter.value) return;
  letter.value = say("thanks_letter", { mentor: request.mentor.name, name: request.mentee.name, site: data.site }).trimEnd();
  part(card, "copy").hidden = !navigator.clipboard;
  leadToMail(card);
}

/**
 * Leads the link to a mail with the letter as it stands. To whom it goes the reader knows: their mentor's address may
 * be an alias, or never have been told, and an answer in the same conversation is best anyway.
 *
 * @param {HTMLElement} card
 */
export function leadToMail(card) {
  const message = { to: [], subject: say("thanks_subject"), body: letterIn(card).value };
  part(card, "mail").setAttribute("href", mailLink(message).url);
}

/** @param {HTMLElement} card */
export async function copyLetter(card) {
  const isCopied = await navigator.clipboard.writeText(letterIn(card).value).then(() => true, () => false);
  if (!isCopied) letterIn(card).select();
  write(card, "copied", isCopied ? say("copied") : say("not_copied"));
}

/** @param {HTMLElement} card */
const letterIn = (card) => /** @type {HTMLTextAreaElement} */ (part(card, "letter"));
