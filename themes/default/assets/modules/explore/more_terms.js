import { folded } from "../search/folding.js";
import { element } from "./dom.js";

/** A list longer than this gets a field to find a term by; no more than this are shown at once. */
const MANY = 40;

/**
 * Lists all terms of a facet, or those that fit what is typed.
 *
 * @param {import("./filters.js").Group} group
 * @param {[label: string, slug: string, count: number][]} terms
 * @param {import("./words.js").Words} words
 * @param {(term: string, label: string, count: number) => HTMLElement} add - makes a term's place in the list.
 * @param {() => void} shown
 */
export function showMoreTerms(group, terms, words, add, shown) {
  const { list } = group;
  const before = list.querySelectorAll("input").length;
  const show = (wanted) => {
    const isChosen = (term) => group.terms.get(term)?.input.checked;
    const fitting = terms.filter(([label, term]) => isChosen(term) || folded(label).includes(wanted)).slice(0, MANY);
    list.replaceChildren(...fitting.map(([label, term, count]) => add(term, label, count)));
    shown();
  };
  show("");
  if (terms.length <= MANY) {
    list.querySelectorAll("input")[before]?.focus();
    return;
  }
  const name = words.say("search_find_term", { facet: group.part.querySelector("h2").textContent });
  const field = element("input", { type: "search", className: "find", placeholder: name, ariaLabel: name });
  field.oninput = () => show(folded(field.value.trim()));
  list.before(field);
  field.focus();
}
