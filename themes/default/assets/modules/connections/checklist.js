/** The guide's checklist, once for each meeting, with ticks that the browser keeps. */

import { part, rowFrom, write } from "../page/rows.js";
import { data, number, say } from "./words.js";

/** @typedef {import("../requests/connections_store.js").Connection} Connection */

/** Shows the checklist where there is still something to prepare. @param {HTMLElement} card @param {Connection} connection */
export function showChecklist(card, { state, ticks }) {
  const { checklist } = data;
  // Who has begun to prepare goes on while the answer or another time is awaited.
  const isAhead = state === "accepted" || (ticks.length > 0 && (state === "sent" || state === "rescheduled"));
  const isWanted = checklist !== undefined && isAhead;
  part(card, "preparing").hidden = !isWanted;
  if (!isWanted) return;
  const list = part(card, "list");
  if (!list.firstElementChild) build(card, list, checklist);
  const boxes = /** @type {HTMLInputElement[]} */ ([...list.querySelectorAll("input")]);
  for (const box of boxes) box.checked = ticks.includes(box.value);
  const done = boxes.filter(({ checked }) => checked).length;
  write(card, "ticked", say("ticked", { done: number(done), all: number(boxes.length) }));
}

/** What is ticked, with what is kept of items that the guide no longer has. @param {HTMLElement} card @param {string[]} former @returns {string[]} */
export function ticksOf(card, former) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...part(card, "list").querySelectorAll("input")]);
  const shown = new Set(boxes.map(({ value }) => value));
  return [...boxes.filter(({ checked }) => checked).map(({ value }) => value), ...former.filter((tick) => !shown.has(tick))];
}

/** @param {HTMLElement} card @param {HTMLElement} list @param {NonNullable<typeof data.checklist>} checklist */
function build(card, list, { title, link, items }) {
  write(card, "list-title", title);
  part(card, "guide").setAttribute("href", link);
  let section;
  for (const item of items) {
    if (!section || section.name !== item.section) section = startSection(list, item.section);
    const row = rowFrom("to-do");
    row.querySelector("input").value = item.id;
    write(row, "words", item.text);
    section.items.append(row);
  }
}

/** @param {HTMLElement} list @param {string | undefined} name */
function startSection(list, name) {
  if (name) list.append(Object.assign(document.createElement("h4"), { textContent: name, dir: "auto" }));
  const items = Object.assign(document.createElement("ul"), { className: "to-dos" });
  list.append(items);
  return { name, items };
}
