import { button, choice, element } from "./dom.js";
import { ends, isChosen } from "./state.js";

/**
 * The filters beside the results. The page lists each facet's largest terms as links; here each becomes a checkbox of
 * the same shape, with a count that follows the other choices.
 */
export class Filters {
  /**
   * @param {Iterable<HTMLElement>} parts - the facets, as the page has them.
   * @param {string} explore - the address of the directory.
   * @param {import("./words.js").Words} words
   * @param {{slug: string, kind: string, terms: [string, string, number][]}[]} facets
   * @param {{
   *   toggle: (facet: string, term: string) => void, years: (facet: string, from: number, to: number) => void,
   *   near: (facet: string) => void,
   * }} on - `near` when the reader comes near a facet for the first time.
   */
  constructor(parts, explore, words, facets, on) {
    this.words = words;
    this.on = on;
    /** @type {Map<string, Group>} */
    this.groups = new Map();
    for (const part of parts) {
      const links = [...part.querySelectorAll("li > a:not(.more)")];
      const [slug] = links.length ? choice(links[0].href, explore) ?? [] : [];
      const facet = facets.find((other) => slug === inAddress(other.slug));
      if (!facet) continue;
      const group = new Group(part, slug);
      this.groups.set(slug, group);
      for (const sign of ["pointerenter", "focusin"]) part.addEventListener(sign, () => on.near(facet.slug), { once: true });
      if (facet.kind === "years") this.#offerYears(group, facet);
      else for (const link of links) this.#adopt(group, choice(link.href, explore)[1], link, facet);
    }
  }

  #adopt(group, term, link, { terms }) {
    const [, , count] = terms.find(([, slug]) => slug === term) ?? [];
    link.parentElement.replaceWith(this.add(group.slug, term, link.firstChild.textContent.trim(), count));
  }

  /** A term of a facet, made a checkbox; the caller puts it into the list. */
  add(slug, term, label, count) {
    const group = this.groups.get(slug);
    const known = group.terms.get(term);
    if (known) return known.item;
    const input = element("input", { type: "checkbox", onchange: () => this.on.toggle(slug, term) });
    const number = element("span");
    const item = element("li", {}, element("label", {}, input, element("span", { textContent: label }), number));
    group.terms.set(term, { label, input, number, item, stock: count });
    this.#write(group.terms.get(term), count);
    return item;
  }

  #offerYears(group, { slug, terms }) {
    const inputs = [...group.part.querySelectorAll("input")];
    const years = terms.map(([, year]) => Number(year));
    const apply = () => {
      const [from, to] = inputs.map((input) => (input.validity.valid ? input.valueAsNumber || 0 : 0));
      this.on.years(slug, from, to);
    };
    for (const [place, input] of inputs.entries()) {
      Object.assign(input, { disabled: false, placeholder: String(years.at(place ? -1 : 0)), min: years[0], max: years.at(-1) });
      input.addEventListener("change", apply);
    }
    group.years = inputs;
  }

  /**
   * Makes "All 22 industries" open the rest of the terms in place, instead of leading to the page that lists them. That
   * page is still there if they can't be had.
   *
   * @param {(group: Group) => Promise<void>} open
   */
  offerMore(open) {
    for (const group of this.groups.values()) {
      const link = group.list.querySelector(".more");
      link?.replaceWith(button("more", () => open(group).catch(() => location.assign(link.href)), link.textContent));
    }
  }

  /** Checks what is chosen. */
  show(state) {
    for (const [slug, { terms, years }] of this.groups) {
      for (const [term, { input }] of terms) input.checked = isChosen(state, slug, term);
      for (const [place, input] of (years ?? []).entries()) {
        const end = ends(state.years.get(slug))[place];
        if (input !== document.activeElement || !end) input.value = end;
      }
    }
  }

  /** What a term is called; what the address calls it, where there is no such term. */
  label(slug, term) {
    return this.groups.get(slug)?.terms.get(term)?.label ?? term;
  }

  /**
   * Shows how many mentors each term would leave. One that would leave nobody can't be chosen.
   *
   * @param {string} slug
   * @param {Map<string, number>} counts
   */
  count(slug, counts) {
    for (const [term, entry] of this.groups.get(inAddress(slug))?.terms ?? []) {
      if (counts.has(term)) this.#write(entry, counts.get(term));
    }
  }

  /** Shows the counts among all mentors again. */
  countAll() {
    for (const { terms } of this.groups.values()) for (const entry of terms.values()) this.#write(entry, entry.stock);
  }

  #write({ input, number, item }, count) {
    const isDeadEnd = count === 0 && !input.checked && input !== document.activeElement;
    number.textContent = count === undefined ? "" : this.words.number(count);
    input.disabled = isDeadEnd;
    item.title = isDeadEnd ? this.words.say("search_dead_end") : "";
  }
}

/** What the address calls a facet: openings are asked for by `within=7`. */
function inAddress(slug) {
  return slug === "openings" ? "within" : slug;
}

/** A facet's place on the page. */
class Group {
  constructor(part, slug) {
    this.part = part;
    this.slug = slug;
    this.list = part.querySelector("ul");
    this.terms = new Map();
    this.years = undefined;
    part.setAttribute("role", "group");
    part.setAttribute("aria-labelledby", part.querySelector("h2").id ||= `facet-${slug}`);
  }
}
