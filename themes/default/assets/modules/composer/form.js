/** The composer's form: its choices, its texts by their names, and what is said beside them. */

import { hintsOn } from "../requests/hints.js";
import { MODES } from "../requests/request.js";
import { readAddress } from "../requests/address.js";
import { part, rowFrom } from "../page/rows.js";
import { OWN_PURPOSE, promptsIn } from "./writing.js";

/** How many hints are given at a time. */
const MOST_HINTS = 2;
const PROMPTS = ["introduction", "hope", "question-1", "question-2", "question-3"];

export class Form {
  #form; #phrases; #isBegun = false;

  /** @param {HTMLFormElement} form @param {object} data the profile's */
  constructor(form, { purposes = [], modes = [], phrases }) {
    this.#form = form;
    this.#phrases = phrases;
    part(form, "purposes").prepend(...purposes.map((purpose) => choice("purpose", purpose, purpose)));
    const known = modes.filter((mode) => MODES.includes(mode));
    part(form, "modes").append(...known.map((mode) => choice("mode", mode, phrases[`mode_${mode}`])));
    part(form, "ways-to-meet").hidden = known.length === 0;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", ({ target }) => {
      if (PROMPTS.includes(target.name)) this.#isBegun = true;
      if (target.name === "address") this.#tellAddress();
      this.#hint();
    });
    form.addEventListener("input", ({ target }) => {
      if (target.name === "address" && target.ariaInvalid === "true") this.#tellAddress();
      this.settle();
    });
  }

  /** The texts and choices by their names; nothing of what is left empty. @returns {Record<string, string>} */
  get fields() {
    const written = [...new FormData(this.#form)].filter(([name, text]) => name !== "slot" && text !== "");
    return Object.fromEntries(written);
  }

  /** Fills the form in. @param {Record<string, string>} fields */
  fill(fields) {
    this.#form.reset();
    for (const [name, text] of Object.entries(fields)) {
      const control = this.#form.elements.namedItem(name);
      if (control) control.value = text;
    }
    this.#isBegun = PROMPTS.some((name) => fields[name]);
    this.#tellAddress();
    this.#hint();
    this.settle();
  }

  /** Shows what belongs to what is chosen. */
  settle() {
    const { purpose, mode } = this.fields;
    part(this.#form, "own-purpose").hidden = purpose !== OWN_PURPOSE;
    part(this.#form, "times").hidden = mode === "email";
  }

  /** Hints come when the reader has written something and moves on, and never keep them from sending. */
  #hint() {
    const keys = this.#isBegun ? hintsOn(promptsIn(this.fields)).slice(0, MOST_HINTS) : [];
    const list = part(this.#form, "hints");
    const words = keys.map((key) => this.#phrases[`compose_hint_${key}`]).filter(Boolean);
    if (words.join() === [...list.children].map(({ textContent }) => textContent).join()) return;
    list.replaceChildren(...words.map((text) => Object.assign(rowFrom("composer-hint"), { textContent: text })));
  }

  #tellAddress() {
    const { address } = this.#form.elements;
    const isWrong = address.value.trim() !== "" && !readAddress(address.value);
    address.ariaInvalid = String(isWrong);
    part(this.#form, "address-problem").textContent = isWrong ? this.#phrases.compose_address_problem : "";
  }
}

function choice(name, value, label) {
  const row = rowFrom("composer-choice");
  Object.assign(part(row, "input"), { name, value });
  part(row, "label").textContent = label;
  return row;
}
