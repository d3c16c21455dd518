/**
 * What a student asks of the directory, and how an address says it. Nothing here knows the page.
 *
 * The address is the state: whatever is written here is read here again, in another browser, years later. Names of
 * parameters must not change.
 */

/**
 * A query, and how many of its results are shown (0: as many as a page of the directory has).
 * @typedef {import("../search/engine.js").Query & {show: number}} State
 * @typedef {{slug: string, kind: string}} Facet
 */

const SORTS = ["relevance", "fair", "name", "newest", "soonest"];
const HOURS = ["morning", "afternoon", "evening", "night"];
/** A year for a range that is open on one side. */
const [FIRST, LAST] = [0, 9999];

/** @returns {State} a question that asks for nothing. */
export function nothing() {
  return { text: "", filters: new Map(), years: new Map(), within: 0, hours: new Set(), sort: "", show: 0 };
}

/**
 * @param {URLSearchParams} parameters
 * @param {Facet[]} facets
 * @returns {State}
 */
export function read(parameters, facets) {
  const state = nothing();
  state.text = parameters.get("q")?.trim() ?? "";
  for (const { slug, kind } of facets) {
    if (kind === "terms") {
      const terms = parameters.getAll(slug).filter(Boolean);
      if (terms.length) state.filters.set(slug, new Set(terms));
    } else if (kind === "years") {
      const range = readYears(parameters.get(slug) ?? "");
      if (range) state.years.set(slug, range);
    }
  }
  const within = Number(parameters.get("within"));
  if (within === 7 || within === 14) state.within = within;
  state.hours = new Set(HOURS.filter((part) => parameters.getAll("hours").includes(part)));
  state.sort = SORTS.find((sort) => sort === parameters.get("sort")) ?? "";
  state.show = Math.min(Math.max(Math.trunc(Number(parameters.get("show")) || 0), 0), 2000);
  return state;
}

/** @returns {[number, number] | undefined} the years of `2005-2015`, `2005-`, `-2015`, `2010`. */
function readYears(text) {
  const [, from, dash, to] = /^(\d{4})?(-)?(\d{4})?$/.exec(text) ?? [];
  if (!from && !to) return undefined;
  const range = [Number(from ?? FIRST), Number(to ?? (dash ? LAST : from))];
  return range[0] <= range[1] ? range : [range[1], range[0]];
}

/**
 * @param {State} state
 * @returns {string} `?q=maria&industry=technology`, or nothing where nothing is asked.
 */
export function written(state) {
  const parameters = new URLSearchParams();
  if (state.text) parameters.set("q", state.text);
  for (const [facet, terms] of state.filters) for (const term of terms) parameters.append(facet, term);
  for (const [facet, range] of state.years) parameters.set(facet, yearsText(range));
  if (state.within) parameters.set("within", String(state.within));
  for (const part of state.hours) parameters.append("hours", part);
  if (state.sort) parameters.set("sort", state.sort);
  if (state.show) parameters.set("show", String(state.show));
  return parameters.size ? `?${parameters}` : "";
}

function yearsText([from, to]) {
  return from === to ? String(from) : `${from === FIRST ? "" : from}-${to === LAST ? "" : to}`;
}

/**
 * The path of the page that lists exactly what is asked for, below the directory's own; an empty text is that itself.
 *
 * @param {State} state
 * @returns {string} `industry/technology/` where one term is chosen and nothing else.
 */
export function staticPath(state) {
  if (state.text || state.within || state.hours.size || state.years.size || state.filters.size !== 1) return "";
  const [[facet, terms]] = state.filters;
  const [term] = terms;
  return terms.size === 1 ? `${encodeURIComponent(facet)}/${encodeURIComponent(term)}/` : "";
}

/** @param {State} state @returns {boolean} whether all mentors are meant. */
export function asksForAll(state) {
  return !state.text && !countOfFilters(state);
}

/** @param {State} state @returns {number} how many filters are set. */
export function countOfFilters(state) {
  const terms = [...state.filters.values()].reduce((sum, chosen) => sum + chosen.size, 0);
  return terms + state.years.size + state.hours.size + (state.within ? 1 : 0);
}

// MARK: - Changes

/** @returns {State} with a term chosen that was not, or the reverse. `within` and `hours` are facets here like others. */
export function toggled(state, facet, term) {
  const next = { ...state, show: 0 };
  if (facet === "within") next.within = state.within === Number(term) ? 0 : Number(term);
  else if (facet === "hours") next.hours = turned(state.hours, term);
  else {
    const terms = turned(state.filters.get(facet), term);
    next.filters = new Map(state.filters);
    if (terms.size) next.filters.set(facet, terms);
    else next.filters.delete(facet);
  }
  return next;
}

function turned(set, member) {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** @returns {State} with the years of a facet limited; without either end the limit goes. */
export function between(state, facet, from, to) {
  const years = new Map(state.years);
  const [first, last] = [from || FIRST, to || LAST];
  if (from || to) years.set(facet, first <= last ? [first, last] : [last, first]);
  else years.delete(facet);
  return { ...state, years, show: 0 };
}

/** @returns {boolean} whether a term is chosen. */
export function isChosen(state, facet, term) {
  if (facet === "within") return state.within === Number(term);
  return (facet === "hours" ? state.hours : state.filters.get(facet))?.has(term) ?? false;
}

/** @returns {[string, string]} the ends of a range as a reader writes them: nothing for an open one. */
export function ends(range = [FIRST, LAST]) {
  return [range[0] === FIRST ? "" : String(range[0]), range[1] === LAST ? "" : String(range[1])];
}
