/**
 * What may be dropped from a query. `text` is what is left of its text. A facet is dropped with all its terms: one of
 * several less leaves fewer mentors, not more.
 *
 * @typedef {{kind: "word", word: string, text: string} | {kind: "term", facet: string, terms: string[]}
 *   | {kind: "years", facet: string} | {kind: "within"} | {kind: "hours"}} Drop
 */

/**
 * The queries that ask for one thing less, but for something.
 *
 * @param {import("./engine.js").Query} query
 * @returns {{drop: Drop, query: import("./engine.js").Query}[]}
 */
export function easings(query) {
  const eased = [];
  const ease = (drop, change) => eased.push({ drop, query: { ...query, ...change } });
  const pieces = query.text.split(/\s+/).filter(Boolean);
  for (const [at, word] of pieces.entries()) {
    const text = pieces.filter((_, other) => other !== at).join(" ");
    ease({ kind: "word", word, text }, { text });
  }
  for (const [facet, terms] of query.filters) {
    if (terms.size) ease({ kind: "term", facet, terms: [...terms] }, { filters: without(query.filters, facet) });
  }
  for (const facet of query.years.keys()) ease({ kind: "years", facet }, { years: without(query.years, facet) });
  if (query.within) ease({ kind: "within" }, { within: 0 });
  if (query.hours.size) ease({ kind: "hours" }, { hours: new Set() });
  return eased.length > 1 ? eased : [];
}

const without = (map, key) => new Map([...map].filter(([other]) => other !== key));
