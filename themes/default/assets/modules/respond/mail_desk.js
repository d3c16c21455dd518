/** The mail on the page: its text as it was made or as the mentor changed it, and the ways to send it. */

import { readAddress } from "../requests/address.js";
import { mailLink, webMailLink } from "../requests/mail_link.js";
import { part, write } from "../page/rows.js";
import { data, say } from "./words.js";

/** @typedef {{subject: string, body: string}} Letter */

export class MailDesk {
  #form; #to;
  /**
   * For each kind of answer the text that was begun with, what became of it, and what would now be made.
   *
   * @type {Map<string, Record<"made" | "written" | "latest", Letter>>}
   */
  #letters = new Map();
  #kind = "";

  /** @param {HTMLFormElement} form @param {string} address the mentee's */
  constructor(form, address) {
    this.#form = form;
    this.#to = readAddress(address);
    write(form, "to", this.#to?.text ?? "");
    part(form, "mail").hidden = true;
  }

  /** Shows the mail for an answer. What the mentor has changed stays, and the page says so. @param {string} kind @param {Letter} made */
  show(kind, made) {
    const former = this.#letters.get(kind);
    const isChanged = former !== undefined && !isSame(former.made, former.written);
    this.#kind = kind;
    const letter = isChanged ? { made: former.made, written: former.written, latest: made } : { made, written: made, latest: made };
    this.#letters.set(kind, letter);
    this.#write(letter.written);
    this.#tellStale(isChanged && !isSame(former.made, made));
    part(this.#form, "mail").hidden = false;
  }

  /** Takes over what the mentor writes. */
  read() {
    const letter = this.#letters.get(this.#kind);
    if (letter) letter.written = this.#letter;
    this.#lead();
  }

  /** Puts the mail that fits the choices in the place of what was written. */
  anew() {
    const { latest } = this.#letters.get(this.#kind) ?? {};
    if (!latest) return;
    this.#letters.set(this.#kind, { made: latest, written: latest, latest });
    this.#write(latest);
    this.#tellStale(false);
    this.#form.elements.text.focus();
  }

  async copy() {
    const { text } = this.#form.elements;
    const isCopied = await copied(text.value);
    if (!isCopied) text.select();
    this.tell(isCopied ? "copied" : "not_copied");
  }

  /** @param {string} key of a phrase */
  tell(key) {
    write(this.#form, "told", key && say(key));
  }

  get #letter() {
    const { subject, text } = this.#form.elements;
    return { subject: subject.value, body: text.value };
  }

  #write({ subject, body }) {
    const { elements } = this.#form;
    if (elements.subject.value !== subject) elements.subject.value = subject;
    if (elements.text.value !== body) elements.text.value = body;
    this.tell("");
    this.#lead();
  }

  #tellStale(isStale) {
    write(this.#form, "stale", isStale ? say("stale") : "");
    part(this.#form, "anew").hidden = !isStale;
  }

  /** Leads the links to the mail as it stands. */
  #lead() {
    const message = { to: this.#to ? [this.#to] : [], ...this.#letter };
    let isShortened = false;
    for (const link of this.#form.querySelectorAll("[data-mail]")) {
      const service = link.dataset.mail;
      const way = service === "app" ? mailLink(message) : webMailWay(service, message);
      link.closest("li").hidden = !way;
      if (way) link.setAttribute("href", way.url);
      isShortened ||= way?.isShortened === true;
    }
    part(this.#form, "shortened").hidden = !isShortened;
  }
}

/** A link for mail on the web, where the settings offer that service. @param {string} service @param {import("../requests/mail_link.js").Message} message */
function webMailWay(service, message) {
  return data.webMail.includes(service) ? webMailLink(service, message, data.endpoints?.webMail?.[service]) : undefined;
}

/** @param {Letter} one @param {Letter} other */
const isSame = (one, other) => one.subject === other.subject && one.body === other.body;

/** @param {string} text @returns {Promise<boolean>} */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
