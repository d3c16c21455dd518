/** The choice of an answer: each proposed time, another time, or no. */

import { plainTime, zoneName } from "../requests/clocks.js";
import { part, rowFrom, write } from "../page/rows.js";
import { isPast, timeThere } from "./two_clocks.js";
import { isolated, say } from "./words.js";

/** @typedef {import("../requests/request.js").Request} Request */
/** @typedef {import("./two_clocks.js").Reader} Reader */

/** Shows what a request can be answered with. @param {HTMLElement} form @param {Request} request @param {Reader} reader @param {number} now */
export function showChoices(form, request, reader, now) {
  const { slots, mode } = request;
  const open = slots.filter((slot) => !isPast(slot, now));
  const list = part(form, "choices");
  for (const row of list.querySelectorAll("[data-row]")) row.remove();
  list.prepend(...slots.map((slot, at) => timeRow("answer-time", slot, at, request, reader, now)));
  write(form, "question", say(open.length ? "question_times" : "question"));
  write(form, "clock", open.length || slots.length ? clockNote(slots, open, reader) : "");
  form.querySelector("[value=agree]").closest("li").hidden = open.length > 0;
  write(form, "agree", say(mode === "email" ? "agree_email" : "agree"));
}

/**
 * A time to choose, on both clocks. One that has passed can't be chosen.
 *
 * @param {string} template @param {import("../requests/request.js").Slot} slot @param {number} value @param {Request} request
 * @param {Reader} reader @param {number} now
 */
export function timeRow(template, slot, value, { mentee, zone }, reader, now) {
  const row = rowFrom(template);
  const input = row.querySelector("input");
  input.value = String(value);
  input.disabled = isPast(slot, now);
  write(row, "own", plainTime(slot, reader.zone, reader.locale));
  const there = timeThere(slot, zone, reader);
  write(row, "there", there ? say("there", { ...there, name: isolated(mentee.name) }) : "");
  part(row, "past")?.toggleAttribute("hidden", !input.disabled);
  return row;
}

/** @param {import("../requests/request.js").Slot[]} slots @param {import("../requests/request.js").Slot[]} open @param {Reader} reader */
function clockNote(slots, open, reader) {
  if (!open.length) return say("all_past");
  return say("clock", { zone: zoneName(open[0].start, reader.zone, reader.locale) });
}
