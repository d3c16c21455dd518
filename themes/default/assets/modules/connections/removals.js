/** Taking a connection or a draft off the page, and bringing it back. */

import { connections, drafts } from "../requests/here.js";
import { part, rowFrom, write } from "../page/rows.js";
import { nameOf } from "./drafts.js";

/** What was kept, and how to keep it again. @typedef {{name: string, remove: () => boolean, undo: () => boolean}} Removal */

/** Removes what a card shows; a line with a way back takes its place. @param {HTMLElement} card @param {() => void} show */
export function removeCard(card, show) {
  const removal = removalOf(card);
  if (!removal?.remove()) return false;
  const line = rowFrom("removal");
  delete line.dataset.row;
  write(line, "name", removal.name);
  write(line, "for", ` ${removal.name}`);
  card.before(line);
  show();
  const undo = /** @type {HTMLElement} */ (line.querySelector("[data-undo]"));
  undo.addEventListener("click", () => {
    line.remove();
    removal.undo();
    show();
    part(card, "profile").focus();
  });
  undo.focus();
  return true;
}

/** @param {HTMLElement} card @returns {Removal | undefined} */
function removalOf(card) {
  const { connection: id, draft: slug } = card.dataset;
  const connection = id && connections.read(id);
  if (connection) {
    const { request, state, changed, ...parts } = connection;
    return {
      name: request.mentor.name,
      remove: () => connections.remove(id),
      undo: () => connections.keep(request, state, changed) && connections.change(id, parts, changed),
    };
  }
  const draft = slug && drafts.read(slug);
  return draft && { name: nameOf(slug), remove: () => drafts.forget(slug), undo: () => drafts.keep(slug, draft) };
}
