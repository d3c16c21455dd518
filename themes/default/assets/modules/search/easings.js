/** @typedef {import("./engine.js").Query} Query */
/**
 * What may be dropped from a query. `text` is what is left of its text; a facet is dropped with all its terms, for
 * one term less of several leaves fewer mentors, not more.
 *
 * @typedef {{kind: "word", word: string, text: string} | {kind: "term", facet: string, terms: string[]}
 *   | {kind: "years", facet: string} | {kind: "within"} | {kind: "hours"}} Drop
 */

/** The queries that ask for one thing less than a query, but for something. @param {Query} query @returns {{drop: Drop, query: Query}[]} */
export function easings(query) {
  const pieces = query.text.trim().split(/\s+/).filter(Boolean);
  const easings = pieces.map((word, at) => {
    const text = pieces.filter((_, other) => other !== at).join(" ");
    return { drop: { kind: "word", word, text }, query: { ...query, text } };
  });
  for (const [facet, terms] of query.filters) {
    if (terms.size) easings.push({ drop: { kind: "term", facet, terms: [...terms] }, query: { ...query, filters: without(query.filters, facet) } });
  }
  for (const facet of query.years.keys()) {
    easings.push({ drop: { kind: "years", facet }, query: { ...query, years: without(query.years, facet) } });
  }
  if (query.within) easings.push({ drop: { kind: "within" }, query: { ...query, within: 0 } });
  if (query.hours.size) easings.push({ drop: { kind: "hours" }, query: { ...query, hours: new Set() } });
  return easings.length > 1 ? easings : [];
}

function without(map, key) {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
