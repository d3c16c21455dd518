import { advice } from "./advice.js";
import { Chips, choices } from "./chips.js";
import { element } from "./dom.js";
import { Filters } from "./filters.js";
import { listenForKeys } from "./keys.js";
import { showMoreTerms } from "./more_terms.js";
import { Results } from "./results.js";
import { Sheet } from "./sheet.js";
import { asksForAll, between, countOfFilters, ends, nothing, read, staticPath, toggled, written } from "./state.js";
import { Visits } from "./visits.js";

/**
 * Explore the Community, alive: takes what the student asks from the address or the page's controls, has the index
 * answer it, and shows the answer.
 *
 * One question at a time: `go` takes a new one, writes it into the address, and gives up on the one before.
 */
export class Explorer {
  /**
   * @param {import("../search/engine.js").Index} index
   * @param {import("./words.js").Words} words
   * @param {HTMLFormElement} form - the search field's.
   */
  constructor(index, words, form) {
    const { facets } = index.entry;
    Object.assign(this, { index, words, form, field: form.elements.q, explore: form.action, run: new AbortController() });
    this.facets = new Map(facets.map((facet) => [facet.slug, facet]));
    this.head = { title: document.title, canonical: document.querySelector("link[rel=canonical]") };
    this.address = this.head.canonical?.href;
    const rail = document.querySelector(".facet-list");
    const clear = () => this.go(nothing());
    this.results = new Results(document.querySelector(".results"), () => this.#showMore());
    this.chips = new Chips(this.results.above, words, {
      go: (state) => this.go(state), clear, leave: () => this.results.heading.focus(),
    });
    this.filters = new Filters(rail?.querySelectorAll(".facet") ?? [], this.explore, words, facets, {
      toggle: (facet, term) => this.go(toggled(this.state, facet, term)),
      years: (facet, from, to) => this.go(between(this.state, facet, from, to)),
      near: (facet) => this.#prepare(() => index.facets.get(facet).shown(new Set())),
    });
    this.filters.offerMore((group) => this.#showMoreTerms(group));
    this.sheet = rail && new Sheet(rail, words, clear);
    this.status = element("p", { className: "unseen", role: "status" });
    this.results.section.append(this.status);
    this.#listen();
  }

  /** Shows what the address asks for, as it was left. */
  begin() {
    this.visits = new Visits((scroll) => this.#return(scroll));
    const state = this.#read();
    if (!this.#isPlain(state)) this.results.expect();
    return this.go(state, "return", this.visits.scroll);
  }

  /**
   * Answers a question.
   *
   * @param {import("./state.js").State} state
   * @param {"push" | "replace" | "return"} visit - what it is to the browser's history.
   * @param {number} [scroll] - where the reader was.
   */
  async go(state, visit = "push", scroll = undefined) {
    this.state = state.sort === "relevance" && !state.text ? { ...state, sort: "" } : state;
    if (visit !== "return") this.visits[visit](this.explore + written(this.state));
    this.isTyping = false;
    this.run.abort();
    this.run = new AbortController();
    const { signal } = this.run;
    this.#showControls();
    this.results.wait();
    try {
      await this.#answer(signal);
    } catch {
      if (!signal.aborted) this.#fail(true);
      return;
    }
    this.#fail(false);
    this.#keepInSight(visit, scroll);
    this.#count(signal);
  }

  // MARK: - Questions

  #read() {
    return read(new URLSearchParams(location.search), [...this.facets.values()]);
  }

  #return(scroll) {
    const state = this.#read();
    if (written(state) === written(this.state)) {
      if (scroll !== undefined) scrollTo(0, scroll);
    } else this.go(state, "return", scroll ?? 0);
  }

  #listen() {
    listenForKeys(this.field);
    // What any words will need. The site's own order may be a large file that they never ask for.
    const words = { ...nothing(), sort: "relevance" };
    this.field.addEventListener("focus", () => this.#prepare(() => this.index.search(words)), { once: true });
    this.field.addEventListener("input", (event) => event.isComposing || this.#type());
    this.field.addEventListener("compositionend", () => this.#type());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#type();
      this.isTyping = false;
      // A keyboard on the screen covers the results.
      if (matchMedia("(pointer: coarse)").matches) this.field.blur();
    });
    this.sort = document.querySelector("#sort");
    this.sort.disabled = false;
    this.sort.addEventListener("change", () => {
      const { value } = this.sort;
      this.go({ ...this.state, sort: value === this.#usualSort(this.state) ? "" : value, show: 0 });
    });
    document.querySelector("#search-failed button").onclick = () => this.go(this.state, "return");
  }

  /** One search that is typed is one entry in the browser's history, however many letters it has. */
  #type() {
    const text = this.field.value.trim();
    if (text === this.state.text) return;
    this.go({ ...this.state, text, show: 0 }, this.isTyping ? "replace" : "push");
    this.isTyping = true;
  }

  async #showMore() {
    const shown = this.results.list.children.length;
    await this.go({ ...this.state, show: shown + this.results.pageSize }, "replace");
    this.visits.keep();
    this.results.focusCard(shown);
  }

  async #showMoreTerms(group) {
    const terms = await this.index.terms(group.slug);
    showMoreTerms(group, terms, this.words, (...term) => this.filters.add(group.slug, ...term), () => {
      this.filters.show(this.state);
      this.#count(this.run.signal);
    });
  }

  /** Fetches what will be needed before it is asked for. If that fails, the question itself will tell. */
  #prepare(fetch) {
    fetch().catch(() => {});
  }

  // MARK: - Answers

  /** Whether the page's own list is the answer. */
  #isPlain(state) {
    return asksForAll(state) && !state.sort && !state.show;
  }

  #usualSort({ text }) {
    return text ? "relevance" : this.index.entry.order;
  }

  async #answer(signal) {
    const { state, index, results } = this;
    const [found] = await Promise.all([this.#isPlain(state) ? undefined : index.search(state, signal), this.#listChosen(signal)]);
    const count = Math.min(found?.total ?? 0, Math.max(state.show, results.pageSize));
    const numbers = await found?.numbers(0, count);
    if (found) await results.make(numbers, (missing) => index.cards(missing, signal));
    signal.throwIfAborted();
    if (found) results.show(numbers, this.#heading(found.total), this.#more(found.total - count));
    else results.showAll();
    this.#tell(results.heading.textContent);
    if (found?.total === 0) {
      results.advise(...advice(await index.suggestions(state, signal), this.chosen, this.words, (next) => this.go(next)));
    }
  }

  #heading(total) {
    return this.words.say(total ? "mentors_count" : "search_nobody", { n: total });
  }

  #more(left) {
    return left ? this.words.say("search_more", { n: Math.min(left, this.results.pageSize) }) : "";
  }

  /** Chips, title and canonical address: what the page says about the question. */
  #showChoices() {
    const { text } = this.state;
    this.chosen = choices(this.state, (...term) => this.filters.label(...term), (...years) => this.#years(...years));
    this.chips.show(this.chosen);
    document.title = [...(text ? [text] : []), ...this.chosen.map(({ label }) => label), this.head.title].join(" · ");
    if (this.address) this.head.canonical.href = this.address + staticPath(this.state);
  }

  /** Terms that are chosen are listed, even where the page lists only larger ones. */
  async #listChosen(signal) {
    for (const [slug, chosen] of this.state.filters) {
      const group = this.filters.groups.get(slug);
      if (!group || [...chosen].every((term) => group.terms.has(term))) continue;
      const terms = await this.index.facets.get(slug).allTerms(signal);
      for (const [label, term, count] of terms) {
        if (!chosen.has(term) || group.terms.has(term)) continue;
        const last = group.list.querySelector(".more")?.parentElement ?? null;
        group.list.insertBefore(this.filters.add(slug, term, label, count), last);
      }
      signal.throwIfAborted();
      this.filters.show(this.state);
      this.#showChoices();
    }
  }

  #years(slug, range) {
    const { terms } = this.facets.get(slug);
    const [from, to] = ends(range);
    const [first, last] = [from || terms[0][1], to || terms.at(-1)[1]];
    return first === last ? first : `${first}–${last}`;
  }

  #showControls() {
    const { state } = this;
    this.filters.show(state);
    if (this.field.value.trim() !== state.text) this.field.value = state.text;
    this.sort.querySelector("[value=relevance]").hidden = !state.text;
    this.sort.value = state.sort || this.#usualSort(state);
    this.#showChoices();
  }

  /** Tells a screen reader, once the typing has paused, and the sheet. */
  #tell(results) {
    this.sheet?.show(results, countOfFilters(this.state));
    clearTimeout(this.telling);
    this.telling = setTimeout(() => { this.status.textContent = results; }, 700);
  }

  /** The counts come after the results are painted. Where they can't be had, those of all mentors are better than none. */
  async #count(signal) {
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    if (signal.aborted) return;
    try {
      if (asksForAll(this.state)) this.filters.countAll();
      else await this.index.counts(this.state, (slug, counts) => this.filters.count(slug, counts), signal);
    } catch {
      if (!signal.aborted) this.filters.countAll();
    }
  }

  #keepInSight(visit, scroll) {
    if (visit === "return") {
      if (scroll !== undefined) scrollTo({ top: scroll, behavior: "instant" });
    } else if (!this.state.show && this.results.section.getBoundingClientRect().top < 0) {
      this.results.section.scrollIntoView({ behavior: "instant" });
    }
  }

  #fail(hasFailed) {
    document.querySelector("#search-failed").hidden = !hasFailed;
    if (hasFailed) this.results.settle();
  }
}
