import { cardHTML } from "./card.js";
import { Facet } from "./facet.js";
import { partsOfDay } from "./hours.js";
import { IndexFiles } from "./index_files.js";
import { countBits, hasBit, meet, noBits } from "./mentor_set.js";
import { byName, byScore, fair, newest, soonest } from "./orders.js";
import { wordsOf } from "./query_words.js";
import { TextMatches } from "./text_matches.js";

/**
 * What somebody asks for. `filters` are term slugs by facet slug: one of each facet's. `years` are ranges, ends
 * included, by facet slug. `sort` "" is by relevance where there is text, else the site's own order.
 *
 * @typedef {{
 *   text: string, filters: Map<string, Set<string>>, years: Map<string, [number, number]>, within: 0 | 7 | 14,
 *   hours: Set<"morning" | "afternoon" | "evening" | "night">,
 *   sort: "" | "relevance" | "fair" | "name" | "newest" | "soonest",
 * }} Query
 *
 * `numbers` gives a part of the mentors found, in order; `matched` says who is among them.
 *
 * @typedef {{
 *   total: number, numbers: (from: number, to: number) => number[], matched: {has: (number: number) => boolean},
 * }} Found
 */

const VERSION = 1;

/**
 * Opens the index of docs/search-format.md. Whatever can't be read rejects, here and below, and may be tried again;
 * every call takes a signal, for when another made it moot.
 *
 * @param {string} entryURL of `…search/entry-H.bin`
 * @param {{fetch?: typeof fetch, now?: Date, timeZone?: string}} [world]
 * @param {AbortSignal} [signal]
 * @returns {Promise<Index>}
 */
export async function openIndex(entryURL, { fetch = globalThis.fetch, now = new Date(), timeZone } = {}, signal) {
  const [, root, name] = /^(.*)search\/([^/]*)$/.exec(entryURL);
  const files = new IndexFiles(`${root}search/`, fetch);
  const entry = await files.json(name, signal);
  if (entry.version !== VERSION) throw new Error(`Search index: version ${entry.version}`);
  return new Index(entry, files, root, new Date(now), timeZone);
}

class Index {
  /** @type {{words: string, matches: Awaited<ReturnType<TextMatches["find"]>>} | undefined} */
  #lastText;

  constructor(entry, files, root, now, timeZone) {
    this.entry = entry;
    this.files = files;
    this.root = root;
    this.minute = Math.floor(now.getTime() / 60_000);
    this.texts = new TextMatches(files, entry);
    const parts = partsOfDay(now, timeZone);
    /** @type {Map<string, Facet>} */
    this.facets = new Map(entry.facets.map((facet) => [facet.slug, new Facet(files, facet, entry.mentors, parts)]));
  }

  /** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<Found>} */
  async search(query, signal) {
    const [{ limits, scores }, order] = await Promise.all([this.#limits(query, signal), this.#order(query, signal)]);
    const bits = meet([...limits.values()], this.entry.mentors);
    const total = countBits(bits);
    let numbers = new Int32Array(total), length = 0;
    for (const number of order) if (hasBit(bits, number)) numbers[length++] = number;
    if (scores && sortOf(query, this.entry) === "relevance") numbers = byScore(numbers, scores);
    return {
      total,
      numbers: (from, to) => [...numbers.subarray(from, to)],
      matched: { has: (number) => hasBit(bits, number) },
    };
  }

  /** Mentors' cards, as HTML. @param {number[]} numbers @param {AbortSignal} [signal] @returns {Promise<string[]>} */
  cards(numbers, signal) {
    const { card, cards: { folder, size } } = this.entry;
    return Promise.all(numbers.map(async (number) => {
      const records = await this.files.json(`${folder}/${Math.floor(number / size)}.bin`, signal);
      return cardHTML(card, records[number % size], this.root);
    }));
  }

  /**
   * How many mentors each term would leave: of those that text and all other facets leave. Facets come as their files
   * do, each in a task of its own, so that the page can be painted and keys are heard.
   *
   * @param {Query} query
   * @param {(facet: string, counts: Map<string, number>) => void} onFacet
   * @param {AbortSignal} [signal]
   */
  async counts(query, onFacet, signal) {
    const { limits } = await this.#limits(query, signal);
    const all = await Promise.allSettled([...this.facets.values()].map(async (facet) => {
      const columns = await facet.shown(query.filters.get(facet.slug) ?? new Set(), signal);
      await new Promise((resume) => setTimeout(resume));
      signal?.throwIfAborted();
      const others = new Map(limits);
      others.delete(facet.slug);
      const left = meet([...others.values()], this.entry.mentors);
      onFacet(facet.slug, new Map(Array.from(columns, ([slug, mentors]) => [slug, mentors.countIn(left)])));
    }));
    for (const one of all) if (one.status === "rejected") throw one.reason;
  }

  /** All terms of a facet. From now on all of them are counted. @param {string} slug @param {AbortSignal} [signal] */
  async terms(slug, signal) {
    const facet = this.facets.get(slug);
    const terms = await facet.allTerms(signal);
    facet.isOpen = true;
    return terms;
  }

  /**
   * For a query that finds nobody: what to drop, and how many that would leave; the most first.
   *
   * @param {Query} query
   * @param {AbortSignal} [signal]
   * @returns {Promise<{drop: import("./easings.js").Drop, query: Query, total: number}[]>}
   */
  async suggestions(query, signal) {
    const { easings } = await import("./easings.js");
    const eased = await Promise.all(easings(query).map(async (easing) => {
      const { limits } = await this.#limits(easing.query, signal);
      return { ...easing, total: countBits(meet([...limits.values()], this.entry.mentors)) };
    }));
    return eased.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total);
  }

  /** What a query demands: whom each of its parts leaves, by facet (text: ""), and the scores of its text. */
  async #limits(query, signal) {
    const limits = new Map();
    const demand = async (slug, terms) => {
      limits.set(slug, await this.facets.get(slug)?.anyOf(terms, signal) ?? noBits(this.entry.mentors));
    };
    const chosen = new Map([...query.filters].filter(([slug, terms]) => terms.size && this.facets.has(slug)));
    for (const [slug, [from, to]] of query.years) {
      const years = this.facets.get(slug)?.terms.map(([, year]) => year).filter((year) => from <= +year && +year <= to);
      if (years) chosen.set(slug, new Set([...years, ...chosen.get(slug) ?? []]));
    }
    if (query.within) chosen.set("openings", new Set([String(query.within)]));
    if (query.hours.size) chosen.set("hours", query.hours);
    const [matches] = await Promise.all([
      this.#matches(query.text, signal), ...[...chosen].map(([slug, terms]) => demand(slug, terms)),
    ]);
    if (matches) limits.set("", matches.bits);
    return { limits, scores: matches?.scores };
  }

  async #matches(text, signal) {
    const words = wordsOf(text);
    if (!words.length) return undefined;
    const key = words.join(" ");
    if (this.#lastText?.key !== key) this.#lastText = { key, matches: await this.texts.find(words, signal) };
    return this.#lastText.matches;
  }

  /** Everyone, in the order that a query wants; by relevance is the fair order until the scores are in. */
  #order(query, signal) {
    const { orders, mentors, day } = this.entry;
    const read = (file, order) => this.files.read(`${orders}/${file}.bin`, order, signal);
    switch (sortOf(query, this.entry)) {
      case "name": return byName(mentors);
      case "newest": return read("newest", (days) => newest(days, mentors));
      case "soonest": return read("soonest", (instants) => soonest(instants, mentors, this.minute));
      default: return read("tiers", (tiers) => fair(tiers, mentors, day));
    }
  }
}

const sortOf = ({ sort, text }, { order }) => sort || (text.trim() ? "relevance" : order);
