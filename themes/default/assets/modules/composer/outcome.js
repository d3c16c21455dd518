/** What the reader has written as it will be sent, and the ways to send it. */

import { recipientOf } from "../requests/address.js";
import { isIOS, locale, ownZone } from "../requests/here.js";
import { mailLink, textLink, webMailLink } from "../requests/mail_link.js";
import { filled } from "../requests/phrases.js";
import { part } from "../page/rows.js";
import { answerLink, letterFor } from "./writing.js";
import { Events } from "./events.js";

export class Outcome {
  #place; #data; #events; #number; #letter; #isShortened = false; #onSent;

  /**
   * @param {HTMLElement} place @param {object} data the profile's @param {string | undefined} number to which texts go
   * @param {() => boolean} onSent keeps the request; gives whether that worked
   */
  constructor(place, data, number, onSent) {
    this.#place = place;
    this.#data = data;
    this.#number = number;
    this.#onSent = onSent;
    this.#events = new Events(place, data, onSent);
    const address = recipientOf(data.address);
    const phrase = data.phrases[`compose_to_${data.address?.kind}`] ?? "";
    const names = { address: `\u2068${address?.text}\u2069`, called: `\u2068${data.called}\u2069` };
    part(place, "recipient").textContent = address ? filled(phrase, names) : "";
    part(place, "no-address").hidden = address !== undefined;
    part(place, "text").textContent = filled(data.phrases.compose_text, { called: data.called });
    part(place, "copy").addEventListener("click", () => this.#copy());
    place.addEventListener("click", ({ target }) => {
      if (target.closest("a[data-mail]")) this.#begin();
    });
  }

  /** @param {import("../requests/request.js").Request} request */
  show(request) {
    const link = answerLink(request, new URL(this.#data.respond, location.href).href);
    this.#letter = letterFor(request, this.#data, link, { zone: ownZone, locale });
    part(this.#place, "subject").textContent = this.#letter.subject;
    part(this.#place, "whole").textContent = this.#letter.whole;
    this.#lead();
    this.#events.show(request, link);
  }

  /** Leads every link to its program. */
  #lead() {
    const to = recipientOf(this.#data.address);
    const message = { ...this.#letter, to: to ? [to] : [] };
    const links = {
      app: to && mailLink(message),
      text: this.#number && textLink(this.#number, this.#letter.whole, isIOS),
    };
    const { webMail, endpoints } = this.#data;
    for (const service of webMail) links[service] = to && webMailLink(service, message, endpoints?.webMail?.[service]);
    for (const anchor of this.#place.querySelectorAll("a[data-mail]")) {
      const link = links[anchor.dataset.mail];
      anchor.closest("li").hidden = !link;
      if (link) anchor.href = link.url;
    }
    this.#isShortened = Object.values(links).some((link) => link?.isShortened);
    part(this.#place, "shortened").hidden = !this.#isShortened;
  }

  /** A mail is begun. Where its link can't carry the whole message, the clipboard does. */
  async #begin() {
    const isShortened = this.#isShortened;
    const isKept = this.#onSent();
    if (isShortened && (await this.#put())) this.tell("compose_whole_copied", isKept);
  }

  async #put() {
    try {
      await navigator.clipboard.writeText(this.#letter.whole);
      return true;
    } catch {
      return false;
    }
  }

  async #copy() {
    if (await this.#put()) return this.tell("compose_copied", this.#onSent());
    getSelection()?.selectAllChildren(part(this.#place, "whole"));
    this.tell("compose_not_copied");
  }

  /** Says what happened. @param {string} key of the phrase, or nothing @param {boolean} [isKept] whether connections have it */
  tell(key, isKept = false) {
    part(this.#place, "told").textContent = this.#data.phrases[key] ?? "";
    part(this.#place, "kept-in")?.toggleAttribute("hidden", !isKept);
  }
}
