/** All connections by their states: the sections of the page, their counts, and which card stands where. */

import { connections } from "../requests/here.js";
import { arrange, part, rowFrom } from "../page/rows.js";
import { showConnection } from "./card.js";
import { draftCards, unsentDrafts } from "./drafts.js";
import { number } from "./words.js";

/** @typedef {import("../requests/connections_store.js").Connection} Connection */

export class Board {
  #page; #cards = new Map(); #drafts = new Map();

  /** @param {HTMLElement} page */
  constructor(page) {
    this.#page = page;
  }

  /** Shows what is kept at this moment. */
  show() {
    const focused = document.activeElement;
    const all = connections.all;
    for (const section of this.#page.querySelectorAll("[data-state]")) {
      const { state } = section.dataset;
      const cards = inOrder(all.filter((connection) => connection.state === state)).map((one) => this.#card(one));
      if (state === "drafted") cards.push(...draftCards(this.#drafts));
      arrange(part(section, "cards"), cards);
      section.hidden = !part(section, "cards").childElementCount;
      this.#count(state, cards.length);
    }
    const isEmpty = !all.length && !unsentDrafts().length;
    part(this.#page, "empty").hidden = !isEmpty || this.#page.querySelector("[data-undo]") !== null;
    part(this.#page, "states").hidden = isEmpty;
    // A card that goes elsewhere would lose the focus, and the reader their place.
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus();
  }

  /** The card of a connection. @param {string} id @returns {HTMLElement | undefined} */
  card(id) {
    return this.#cards.get(id);
  }

  /** @param {Connection} connection */
  #card(connection) {
    const { id } = connection.request;
    const card = this.#cards.get(id) ?? rowFrom("connection");
    this.#cards.set(id, card);
    card.dataset.row = card.dataset.connection = id;
    showConnection(card, connection);
    return card;
  }

  /** @param {string} state @param {number} count */
  #count(state, count) {
    for (const place of this.#page.querySelectorAll(`[data-count="${state}"]`)) {
      place.textContent = number(count);
      const item = place.closest("li");
      if (item) item.hidden = count === 0;
    }
  }
}

/** Agreed meetings by when they are, the others as they are. @param {Connection[]} connections */
function inOrder(connections) {
  return [...connections].sort((one, other) => (one.meeting?.start ?? 0) - (other.meeting?.start ?? 0));
}
