/** The saved mentors as cards, each with a note of the reader's own and a way to take it off the list. */

import { withFacts, withReturned } from "./edits.js";
import { profileOf } from "../page/place.js";
import { contactsIn } from "./profiles.js";
import { arrange, leadTo, part, rowFrom, write } from "../page/rows.js";

/** @typedef {import("./saved.js").Saved} Saved */
/** @typedef {import("./profiles.js").Profile | "gone" | "unread" | undefined} Found */

export class SavedCards {
  #list; #shortlist; #cards = new Map();

  /** @param {HTMLElement} list @param {import("./kept_list.js").KeptList<Saved>} shortlist @param {(isKept: boolean) => void} tell */
  constructor(list, shortlist, tell) {
    this.#list = list;
    this.#shortlist = shortlist;
    list.addEventListener("input", ({ target }) => {
      const slug = target.closest("[data-row]")?.dataset.row;
      if (slug) tell(shortlist.change((entries) => withFacts(entries, slug, { note: target.value })));
    });
    list.addEventListener("click", ({ target }) => {
      const card = target.closest("[data-remove]")?.closest("[data-row]");
      const entry = card && shortlist.entries.find(({ slug }) => slug === card.dataset.row);
      if (entry) this.#remove([entry], card);
    });
  }

  /** Shows these mentors, and of each what is known. @param {Saved[]} entries @param {Map<string, Found>} found */
  show(entries, found) {
    arrange(this.#list, entries.map((entry) => this.#card(entry, found.get(entry.slug))));
  }

  /** Takes all off the list. */
  removeAll() {
    this.#remove(this.#shortlist.entries, this.#list.firstElementChild);
  }

  /** Whether there is a removal that can be undone. */
  get canUndo() {
    return this.#list.querySelector("[data-undo]") !== null;
  }

  /** @param {Saved} entry @param {Found} found */
  #card(entry, found) {
    const card = this.#cards.get(entry.slug) ?? rowFrom("saved-card");
    this.#cards.set(entry.slug, card);
    card.dataset.row = entry.slug;
    for (const fact of ["name", "headline", "position", "location"]) write(card, fact, entry[fact]);
    leadTo(card, profileOf(entry.slug), found === "gone");
    const note = /** @type {HTMLTextAreaElement} */ (part(card, "note"));
    if (note.value !== entry.note && note !== document.activeElement) note.value = entry.note;
    write(card, "printed-note", entry.note);
    write(card, "contact", found === "gone" ? "" : profileOf(entry.slug).href);
    part(card, "gone").hidden = found !== "gone";
    part(card, "unread").hidden = found !== "unread";
    if (typeof found === "object") addProfile(card, found);
    return card;
  }

  /** @param {Saved[]} entries @param {Element | null} place the card that they stand at, or the first */
  #remove(entries, place) {
    const line = rowFrom("removal");
    delete line.dataset.row;
    write(line, "name", entries.map(({ name }) => name).join(", "));
    this.#list.insertBefore(line, place);
    const slugs = entries.map(({ slug }) => slug);
    if (!this.#shortlist.change((list) => list.filter(({ slug }) => !slugs.includes(slug)))) return line.remove();
    const undo = /** @type {HTMLElement} */ (line.querySelector("[data-undo]"));
    undo.addEventListener("click", () => this.#undo(entries, line));
    undo.focus();
  }

  /** @param {Saved[]} entries @param {HTMLElement} line */
  #undo(entries, line) {
    let next = line.nextElementSibling;
    while (next && !next.matches("[data-row]")) next = next.nextElementSibling;
    line.remove();
    const before = next instanceof HTMLElement ? next.dataset.row : undefined;
    this.#shortlist.change((list) => entries.reduce((all, entry) => withReturned(all, entry, before), list));
    this.#cards.get(entries[0].slug)?.querySelector("[data-remove]")?.focus();
  }
}

/** @param {HTMLElement} card @param {import("./profiles.js").Profile} profile */
function addProfile(card, profile) {
  write(card, "state", profile.state);
  write(card, "contact", [...contactsIn(profile.ways), part(card, "contact").textContent].join(" · "));
  for (const [name, element] of Object.entries({ portrait: profile.portrait, marks: profile.marks })) {
    const place = part(card, name);
    if (element && !place.firstElementChild) place.append(document.importNode(element, true));
  }
}
