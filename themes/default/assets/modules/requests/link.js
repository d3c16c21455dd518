/**
 * A link as it is put together: every part encoded, the whole never longer than mail and calendar programs take.
 *
 * What is too long is cut between characters as a reader counts them, and between words where one ends near by.
 */

import { lines, oneLine } from "./clean_text.js";
import { encoded } from "./percent.js";

/** Gmail's handler takes about 1,620 characters; others more. */
export const LONGEST_LINK = 1600;
/** The most that one line, such as a subject, may take. */
const LONGEST_LINE = 400;
const ELLIPSIS = "…";

/** How a link carries text of several lines. @type {Record<string, (text: string) => string>} */
const FORMS = {
  mail: (text) => encoded(text.replaceAll("\n", "\r\n")),
  plain: encoded,
  html: (text) => encoded(text.replace(/[&<>"']/g, (mark) => HTML[mark]).replaceAll("\n", "<br>")),
};
const HTML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export class Link {
  /** @param {string} base a URL as it will stand, with or without a query */
  constructor(base) {
    this.url = base;
    this.isShortened = false;
  }

  get room() {
    return LONGEST_LINK - this.url.length;
  }

  #opening(name) {
    const mark = !this.url.includes("?") ? "?" : this.url.endsWith("?") ? "" : "&";
    return `${mark}${name}=`;
  }

  /** Appends a field whose value is encoded. @param {string} name @param {string} value */
  add(name, value) {
    this.url += this.#opening(name) + value;
    return this;
  }

  /** Appends addresses, already encoded: the first for sure, others while there is room for them and a line. @param {string[]} addresses */
  addAddresses(addresses) {
    addresses.forEach((address, at) => {
      if (at && this.room <= address.length + LONGEST_LINE) this.isShortened = true;
      else this.url += (at ? "," : "") + address;
    });
    return this;
  }

  /** Appends a field of one line, unless there is nothing in it. @param {string} name @param {string} [text] */
  addLine(name, text) {
    return this.#addFitted(name, oneLine(text ?? ""), encoded, Math.min(this.room, LONGEST_LINE));
  }

  /**
   * Appends a field of several lines, unless there is nothing in it. Where it is too long, the ending stays whole.
   *
   * @param {string} name @param {string} [text] @param {"mail" | "plain" | "html"} form
   * @param {{ending?: string, before?: string}} [rest] `before`: what must still fit behind the field
   */
  addText(name, text, form, { ending = "", before = "" } = {}) {
    const clean = (value) => lines(value ?? "").replaceAll("\t", " ");
    return this.#addFitted(name, clean(text), FORMS[form], this.room - before.length, clean(ending));
  }

  #addFitted(name, text, form, room, ending = "") {
    if (!text && !ending) return this;
    const opening = this.#opening(name);
    const whole = opening + form(text + ending);
    if (whole.length <= room) {
      this.url += whole;
      return this;
    }
    this.isShortened = true;
    const left = room - opening.length;
    const kept = ending && form(ELLIPSIS + ending).length <= left ? ending : "";
    const beginning = fitted(text, left - form(kept).length, form);
    if (beginning) this.url += opening + form(beginning + kept);
    return this;
  }
}

/** As much of the text's beginning as fits, with an ellipsis. */
function fitted(text, room, form) {
  let left = room - form(ELLIPSIS).length;
  if (left < 0) return "";
  let beginning = "";
  for (const character of characters(text)) {
    left -= form(character).length;
    if (left < 0) break;
    beginning += character;
  }
  const near = beginning.length - 40;
  const space = beginning.search(/\s\S*$/u);
  return (space > 0 && space >= near ? beginning.slice(0, space) : beginning).trimEnd() + ELLIPSIS;
}

/** Characters as a reader counts them; where the browser can't tell, code points. @returns {Iterable<string>} */
function* characters(text) {
  if (!Intl.Segmenter) return yield* text;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) yield segment;
}
