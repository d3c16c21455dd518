import { element } from "./dom.js";

/** A list longer than this gets a field to find a term by; no more than this are shown at once. */
const MANY = 40;

/**
 * Makes "All 22 industries" open the rest of the terms in place, instead of leading to the page that lists them.
 *
 * @param {import("./filters.js").Group} group
 * @param {{
 *   words: import("./words.js").Words,
 *   load: () => Promise<[label: string, slug: string, count: number][]>,
 *   add: (term: string, label: string, count: number) => HTMLElement,
 *   fold: (text: string) => string,
 *   opened: () => void,
 * }} terms
 */
export function offerMore(group, { words, load, add, fold, opened }) {
  const link = group.part.querySelector(".more");
  if (!link) return;
  const list = link.closest("ul");
  const button = element("button", { type: "button", className: "more", textContent: link.textContent });
  link.replaceWith(button);
  button.onclick = async () => {
    button.disabled = true;
    let terms;
    try {
      terms = await load();
    } catch {
      location.assign(link.href);
      return;
    }
    const show = (wanted) => {
      const chosen = (term) => group.terms.get(term)?.input.checked;
      const fitting = terms.filter(([label, term]) => chosen(term) || fold(label).includes(fold(wanted))).slice(0, MANY);
      list.replaceChildren(...fitting.map(([label, term, count]) => add(term, label, count)));
      opened();
    };
    const before = group.terms.size;
    show("");
    if (terms.length > MANY) {
      const name = words.say("search_find_term", { facet: group.part.querySelector("h2").textContent });
      const field = element("input", { type: "search", className: "find", placeholder: name, "aria-label": name });
      field.oninput = () => show(field.value.trim());
      list.before(field);
      field.focus();
    } else {
      list.children[before]?.querySelector("input").focus();
    }
  };
}
