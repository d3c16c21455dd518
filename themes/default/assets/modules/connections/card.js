/** One connection as a card. */

import { NEXT_STATES } from "../requests/connections_store.js";
import { profileOf } from "../page/place.js";
import { part, write } from "../page/rows.js";
import { showChecklist } from "./checklist.js";
import { showMeeting, showTimes } from "./meeting_times.js";
import { showThanks } from "./thanks.js";
import { day, modeName, say } from "./words.js";

/** @typedef {import("../requests/connections_store.js").Connection} Connection */

/** Makes a card show a connection. @param {HTMLElement} card @param {Connection} connection */
export function showConnection(card, connection) {
  const { request, state, changed, notes } = connection;
  write(card, "name", request.mentor.name);
  write(card, "for", ` ${request.mentor.name}`);
  part(card, "profile").setAttribute("href", profileOf(request.mentor.slug).href);
  write(card, "purpose", request.purpose);
  write(card, "mode", modeName(request.mode));
  write(card, "changed", say("changed", { date: day(changed) }));
  write(card, "message", request.message);
  part(card, "asked").hidden = !request.message;
  showMeeting(card, connection);
  showTimes(card, connection);
  showMoves(card, state);
  showChecklist(card, connection);
  showThanks(card, connection);
  const field = /** @type {HTMLTextAreaElement} */ (part(card, "notes"));
  if (field.value !== notes && field !== document.activeElement) field.value = notes;
}

/** Puts the states that usually come next within reach, and the others behind a fold. @param {HTMLElement} card @param {string} state */
function showMoves(card, state) {
  const next = NEXT_STATES[state];
  for (const button of card.querySelectorAll("[data-move]")) {
    const isNext = next.includes(button.dataset.move);
    button.hidden = button.dataset.move === state;
    button.className = isNext ? "button quiet" : "plain";
    if (!isNext) part(card, "other-moves").append(button);
  }
  for (const name of next) part(card, "next").append(card.querySelector(`[data-move="${name}"]`) ?? "");
  part(card, "next").hidden = !next.length;
}
