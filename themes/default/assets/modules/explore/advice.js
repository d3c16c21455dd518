import { button, element } from "./dom.js";
import { nothing } from "./state.js";

/**
 * What helps where nobody was found: the same question without one of its parts, and how many mentors that would find.
 *
 * @param {{drop: import("../search/easings.js").Drop, query: object, total: number}[]} suggestions
 * @param {import("./chips.js").Choice[]} chosen
 * @param {import("./words.js").Words} words
 * @param {(state: import("./state.js").State) => void} go
 * @returns {Node[]}
 */
export function advice(suggestions, chosen, words, go) {
  const items = suggestions.map(({ drop, query, total }) => {
    const without = words.say("search_without", { term: labelOf(drop, chosen) });
    const count = element("span", { textContent: words.say("mentors_count", { n: total }) });
    return element("li", {}, button("", () => go({ ...query, show: 0 }), without, " ", count));
  });
  const all = button("button quiet", () => go(nothing()), words.say("search_clear"));
  if (!items.length) return [all];
  return [element("p", {}, words.say("search_advice")), element("ul", { className: "advice" }, ...items), all];
}

function labelOf(drop, chosen) {
  if (drop.kind === "word") return `“${drop.word}”`;
  const facet = drop.facet ?? drop.kind;
  return chosen.filter((choice) => choice.facet === facet).map(({ label }) => label).join(", ");
}
