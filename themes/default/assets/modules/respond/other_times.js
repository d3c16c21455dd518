/** The times that a mentor proposes instead: from their own next ones, or any other by their own clock. */

import { isSlot, MOST_SLOTS } from "../requests/request.js";
import { part, write } from "../page/rows.js";
import { timeRow } from "./choices.js";
import { fetchOwnHours } from "./own_hours.js";
import { say } from "./words.js";

/** @typedef {import("../requests/request.js").Slot} Slot */
/** @typedef {import("./own_hours.js").OwnHours} OwnHours */

const USUAL_MINUTES = 30;
const MOST_SHOWN = 8;

export class OtherTimes {
  #form; #request; #reader; #now; #slots = [];
  /** What the mentor's profile says, once it is asked for. @type {Promise<OwnHours | undefined> | undefined} */
  #hours;

  /**
   * @param {HTMLFormElement} form @param {import("../requests/request.js").Request} request
   * @param {import("./two_clocks.js").Reader} reader @param {() => number} now in seconds since 1970
   */
  constructor(form, request, reader, now) {
    this.#form = form;
    this.#request = request;
    this.#reader = reader;
    this.#now = now;
    form.elements.minutes.value = String(request.slots[0]?.minutes ?? USUAL_MINUTES);
    part(form, "own-times").replaceChildren();
    write(form, "own-note", "");
  }

  /** Fetches the mentor's profile, once, and shows their times. @returns {Promise<OwnHours | undefined>} */
  fetch() {
    this.#hours ??= this.#show();
    return this.#hours;
  }

  async #show() {
    write(this.#form, "own-note", say("own_wait"));
    const hours = await fetchOwnHours(this.#request.mentor.slug);
    if (this.#form.dataset.request !== this.#request.id) return undefined;
    const proposed = new Set(this.#request.slots.map(({ start }) => start));
    const now = this.#now();
    this.#slots = (hours?.slots ?? []).filter(({ start }) => start > now && !proposed.has(start)).slice(0, MOST_SHOWN);
    const rows = this.#slots.map((slot, at) => timeRow("answer-own-time", slot, at, this.#request, this.#reader, now));
    part(this.#form, "own-times").replaceChildren(...rows);
    write(this.#form, "own-note", say(rows.length ? "own_times" : "own_none"));
    if (!this.#request.slots.length && hours?.minutes) this.#form.elements.minutes.value = String(hours.minutes);
    return hours;
  }

  /** What is chosen and written, three times at most, the earliest first. @returns {Slot[]} */
  get chosen() {
    const boxes = /** @type {HTMLInputElement[]} */ ([...part(this.#form, "own-times").querySelectorAll("input")]);
    const own = boxes.filter(({ checked }) => checked).map(({ value }) => this.#slots[Number(value)]);
    const written = this.#written;
    const all = [...own, ...(written && !own.some(({ start }) => start === written.start) ? [written] : [])];
    for (const box of boxes) box.disabled = all.length >= MOST_SLOTS && !box.checked;
    return all.slice(0, MOST_SLOTS).sort((one, other) => one.start - other.start);
  }

  /** The time that stands in the fields, by the reader's own clock; nothing if it is none, and then the form says so. */
  get #written() {
    const { when, minutes } = this.#form.elements;
    const slot = { start: Math.floor(new Date(when.value).getTime() / 1000), minutes: Number(minutes.value) };
    const isEmpty = when.value === "" && !when.validity.badInput;
    const isFine = isSlot(slot) && minutes.validity.valid;
    const isLate = isFine && slot.start <= this.#now();
    const problem = isEmpty ? "" : !isFine ? "when_problem" : isLate ? "when_past" : "";
    write(this.#form, "when-problem", problem && say(problem));
    when.setAttribute("aria-invalid", String(problem !== ""));
    return isEmpty || problem ? undefined : slot;
  }
}
