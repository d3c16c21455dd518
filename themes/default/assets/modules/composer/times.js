/** The open times to choose from, by the reader's days, on both clocks. */

import { clockWords, difference, plainTime } from "../requests/clocks.js";
import { filled } from "../requests/phrases.js";
import { MOST_SLOTS } from "../requests/request.js";
import { part, rowFrom, write } from "../page/rows.js";
import { zoneOf } from "./writing.js";

/** @typedef {import("../requests/request.js").Slot} Slot */

/** The open times that can still be asked for. @param {{slots: [number, number][], notice?: number}} data @param {number} now */
export function openTimes({ slots = [], notice = 0 }, now) {
  return slots.map(([start, minutes]) => ({ start, minutes })).filter(({ start }) => start > now && start >= now + notice * 60);
}

export class Times {
  #place; #data; #zone; #locale; #open = [];

  /** @param {HTMLElement} place @param {object} data the profile's @param {import("./writing.js").Reader} reader */
  constructor(place, data, { zone, locale }) {
    this.#place = place;
    this.#data = data;
    this.#zone = zone;
    this.#locale = locale;
    place.addEventListener("change", () => this.#limit());
  }

  /** The times that are chosen, the earliest first. @returns {Slot[]} */
  get chosen() {
    const starts = this.#boxes.filter(({ checked }) => checked).map(({ value }) => Number(value));
    return this.#open.filter(({ start }) => starts.includes(start));
  }

  get #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.#place.querySelectorAll("[name=slot]")]);
  }

  /** Shows what is open at this moment, and what of it is chosen. @param {number[]} chosen beginnings @param {number} now */
  show(chosen, now) {
    this.#open = openTimes(this.#data, now);
    part(this.#place, "times-note").hidden = !this.#open.length;
    part(this.#place, "no-times").hidden = this.#open.length > 0;
    part(this.#place, "days").replaceChildren(...this.#days());
    const open = chosen.filter((start) => this.#open.some((slot) => slot.start === start)).slice(0, MOST_SLOTS);
    for (const box of this.#boxes) box.checked = open.includes(Number(box.value));
    this.#limit();
    if (open.length < chosen.length) this.#tell("compose_passed");
  }

  #days() {
    const dayOf = new Intl.DateTimeFormat(this.#locale, { timeZone: this.#zone, weekday: "long", month: "long", day: "numeric" });
    const days = grouped(this.#open, ({ start }) => dayOf.format(start * 1000));
    let told;
    return [...days].map(([day, slots], number) => {
      const row = rowFrom("composer-day");
      const title = part(row, "day");
      title.textContent = day;
      title.id = `composer-day-${number}`;
      row.setAttribute("aria-labelledby", title.id);
      // The difference is said again only where a clock is changed in between.
      const difference = this.#difference(slots[0]);
      write(row, "clock", difference === told ? "" : difference);
      told = difference;
      part(row, "times").append(...slots.map((slot) => this.#row(slot)));
      return row;
    });
  }

  #difference({ start }) {
    const { phrases, called } = this.#data;
    const words = difference(start, this.#zone, zoneOf(this.#data), clockWords(phrases), this.#locale);
    return filled(phrases.compose_clock, { called: `\u2068${called}\u2069`, difference: words });
  }

  #row(slot) {
    const row = rowFrom("composer-time");
    part(row, "input").value = slot.start;
    const clock = new Intl.DateTimeFormat(this.#locale, { timeZone: this.#zone, hour: "numeric", minute: "2-digit" });
    // A range across midnight would be written with its dates.
    part(row, "own").textContent = [slot.start, slot.start + slot.minutes * 60].map((at) => clock.format(at * 1000)).join(" – ");
    const there = plainTime(slot, zoneOf(this.#data), this.#locale);
    const isSame = there === plainTime(slot, this.#zone, this.#locale);
    const values = { time: there, called: `\u2068${this.#data.called}\u2069` };
    part(row, "there").textContent = isSame ? "" : filled(this.#data.phrases.compose_there, values);
    return row;
  }

  /** Where as many are chosen as can be, the others wait until one is taken away. */
  #limit() {
    const isFull = this.#boxes.filter(({ checked }) => checked).length >= MOST_SLOTS;
    for (const box of this.#boxes) box.disabled = isFull && !box.checked;
    this.#tell(isFull && this.#boxes.length > MOST_SLOTS ? "compose_most" : "");
  }

  #tell(key) {
    part(this.#place, "times-told").textContent = key && this.#data.phrases[key];
  }
}

/** @template Value @param {Value[]} values @param {(value: Value) => string} keyOf */
function grouped(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
