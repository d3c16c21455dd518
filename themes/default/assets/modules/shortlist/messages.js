/** The saved mentors as a list to work through: each with the ways to write to them, and a tick for who was written to. */

import { dayOf, withFacts } from "./edits.js";
import { profileOf } from "../page/place.js";
import { arrange, leadTo, part, rowFrom, write } from "../page/rows.js";

/** @typedef {import("./saved.js").Saved} Saved */
/** @typedef {import("./saved_cards.js").Found} Found */

export class Messages {
  #list; #rows = new Map();

  /** @param {HTMLElement} list @param {import("./kept_list.js").KeptList<Saved>} shortlist @param {(isKept: boolean) => void} tell */
  constructor(list, shortlist, tell) {
    this.#list = list;
    list.addEventListener("change", ({ target }) => {
      const slug = target.closest("[data-row]")?.dataset.row;
      const sent = target.checked ? dayOf(new Date()) : "";
      if (slug) tell(shortlist.change((entries) => withFacts(entries, slug, { sent })));
    });
  }

  /** Shows these mentors, and what is known of each. @param {Saved[]} entries @param {Map<string, Found>} found */
  show(entries, found) {
    arrange(this.#list, entries.map((entry) => this.#row(entry, found.get(entry.slug))));
  }

  /** @param {Saved} entry @param {Found} found */
  #row(entry, found) {
    const row = this.#rows.get(entry.slug) ?? rowFrom("message");
    this.#rows.set(entry.slug, row);
    row.dataset.row = entry.slug;
    write(row, "name", entry.name);
    leadTo(row, profileOf(entry.slug), found === "gone");
    const tick = /** @type {HTMLInputElement} */ (part(row, "sent"));
    tick.checked = entry.sent !== "";
    part(row, "tick").hidden = !entry.sent && !canBeWrittenTo(found);
    part(row, "gone").hidden = found !== "gone";
    part(row, "unread").hidden = found !== "unread";
    part(row, "ways").hidden = !canBeWrittenTo(found);
    const profile = typeof found === "object" ? found : undefined;
    write(row, "state", profile?.state ?? "");
    write(row, "office", profile?.office ?? "");
    if (profile) addWays(part(row, "ways"), profile.ways, entry.name);
    return row;
  }
}

/** Whether a mentor is there to be written to, as far as is known. @param {Found} found */
export function canBeWrittenTo(found) {
  return typeof found === "object" ? found.ways.length > 0 : found === undefined;
}

/** @param {HTMLElement} list @param {import("./profiles.js").Way[]} ways @param {string} name */
function addWays(list, ways, name) {
  if (list.childElementCount) return;
  list.replaceChildren(...ways.map(({ label, href }, index) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    if (index === 0) link.className = "button quiet";
    const whom = document.createElement("span");
    whom.className = "unseen";
    whom.textContent = name;
    link.append(label, " ", whom);
    item.append(link);
    return item;
  }));
}
