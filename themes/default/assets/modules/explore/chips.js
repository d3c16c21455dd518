import { button, element } from "./dom.js";
import { between, toggled } from "./state.js";

/**
 * What is chosen, as one list: the label of each choice, and the question without it.
 *
 * @typedef {{facet: string, label: string, without: import("./state.js").State}} Choice
 *
 * @param {import("./state.js").State} state
 * @param {(facet: string, term: string) => string} label
 * @param {(facet: string, range: [number, number]) => string} years
 * @returns {Choice[]}
 */
export function choices(state, label, years) {
  const within = state.within ? [["within", [String(state.within)]]] : [];
  const terms = [...within, ["hours", state.hours], ...state.filters].flatMap(([facet, chosen]) =>
    [...chosen].map((term) => ({ facet, label: label(facet, term), without: toggled(state, facet, term) })));
  const ranges = [...state.years].map(([facet, range]) =>
    ({ facet, label: years(facet, range), without: between(state, facet) }));
  return [...terms, ...ranges];
}

/** The row of choices above the results, each of which goes away when it is pressed. */
export class Chips {
  /**
   * @param {HTMLElement} place
   * @param {import("./words.js").Words} words
   * @param {{go: (state: import("./state.js").State) => void, clear: () => void, leave: () => void}} on
   */
  constructor(place, words, on) {
    this.words = words;
    this.on = on;
    this.list = element("ul", { className: "chips", hidden: true, "aria-label": words.say("search_chosen") });
    place.append(this.list);
  }

  /** @param {Choice[]} chosen */
  show(chosen) {
    const held = [...this.list.children].findIndex((item) => item.contains(document.activeElement));
    this.list.replaceChildren(...chosen.map((choice) => element("li", {}, this.#chip(choice))));
    if (chosen.length > 1) {
      this.list.append(element("li", {}, button("clear", this.on.clear, this.words.say("search_clear"))));
    }
    this.list.hidden = !chosen.length;
    if (held >= 0) this.#keepFocus(held);
  }

  #chip({ label, without }) {
    const chip = button("chip", () => this.on.go(without), label);
    chip.ariaLabel = this.words.say("search_remove", { term: label });
    return chip;
  }

  /** Whoever removes a choice by keyboard stays in the row, or goes on to the results where none is left. */
  #keepFocus(place) {
    const left = this.list.children[Math.min(place, this.list.children.length - 1)];
    if (left) left.firstChild.focus();
    else this.on.leave();
  }
}
