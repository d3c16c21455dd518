import { element } from "./dom.js";
import { nothing } from "./state.js";

/**
 * What helps where nobody was found: the same question without one of its parts, and how many mentors that would find.
 */
export class Advice {
  /**
   * @param {import("./words.js").Words} words
   * @param {(state: import("./state.js").State) => void} go
   */
  constructor(words, go) {
    this.words = words;
    this.go = go;
  }

  /**
   * @param {{drop: import("../search/easings.js").Drop, query: object, total: number}[]} suggestions
   * @param {import("./chips.js").Choice[]} chosen
   * @returns {Node[]}
   */
  about(suggestions, chosen) {
    const items = suggestions.map(({ drop, query, total }) => {
      const without = this.words.say("search_without", { term: labelOf(drop, chosen) });
      const count = element("span", { textContent: this.words.say("mentors_count", { n: total }) });
      const button = element("button", { type: "button", onclick: () => this.go({ ...query, show: 0 }) }, without, " ", count);
      return element("li", {}, button);
    });
    const advice = [
      element("p", { textContent: this.words.say("search_advice") }), element("ul", { className: "advice" }, ...items),
    ];
    const all = element("button", {
      type: "button", className: "button quiet", textContent: this.words.say("search_clear"), onclick: () => this.go(nothing()),
    });
    return [...(items.length ? advice : []), all];
  }
}

function labelOf(drop, chosen) {
  if (drop.kind === "word") return `“${drop.word}”`;
  const facet = drop.facet ?? drop.kind;
  return chosen.filter((choice) => choice.facet === facet).map(({ label }) => label).join(", ");
}
