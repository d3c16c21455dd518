/** Random communities and queries, small enough to be wrong in every way that large ones can be. */

const LETTERS = ["a", "b", "c", "é", "я"];
const RUNS = ["王", "小", "明", "𠀀"];
const SLUGS = ["industry", "skill", "modes"];
const PARTS = ["morning", "afternoon", "evening", "night"];
export const DAY = 20_781;
export const STEPS = ["<li>", ["t", 0, 0], "</li>"];

/** @param {import("../../module_units/random.mjs").Random} random @returns {import("./encoder.mjs").Community} */
export function randomCommunity(random, size = random.below(120) + 1) {
  const vocabulary = Array.from({ length: 8 + random.below(120) }, () => randomWord(random));
  const terms = Array.from({ length: 1 + random.below(30) }, (_, at) => `term-${at}`);
  return {
    mentors: Array.from({ length: size }, (_, number) => randomMentor(random, vocabulary, terms, number)),
    day: DAY,
    order: random.one(["fair", "name", "newest"]),
    facets: [...SLUGS.map((slug) => ({ slug, kind: "terms" })), { slug: "year", kind: "years" }],
    card: STEPS,
    shardBytes: random.one([1, 40, 200, 12_000]),
    chunkBytes: random.one([1, 10, 24_000]),
    listed: random.one([1, 3, 8]),
    cardsInShard: random.one([1, 3, 8]),
  };
}

/** Two in three are of few letters, so that they share beginnings and are misspelt as one another. */
function randomWord(random) {
  if (random.chance(10)) return random.chance(30) ? random.one(RUNS) : random.one(RUNS) + random.one(RUNS);
  const length = 1 + random.below(9);
  return Array.from({ length }, () => random.one(LETTERS)).join("").normalize("NFD").replace(/\p{M}/gu, "");
}

function randomMentor(random, vocabulary, terms, number) {
  const words = new Map();
  for (const word of random.some(vocabulary, 1 + random.below(12))) words.set(word, random.below(6));
  const name = random.some(vocabulary, 1 + random.below(4));
  for (const word of name) words.set(word, 5 + name.length);
  const openings = random.chance(40) ? Array.from({ length: 1 + random.below(4) }, () => (DAY * 48 + random.below(48 * 28)) * 30) : [];
  const own = Object.fromEntries(SLUGS.map((slug) => [slug, random.some(terms, random.below(4))]));
  if (random.chance(80)) own.year = [String(1990 + random.below(12))];
  return {
    words,
    terms: own,
    joined: random.chance(70) ? 20_000 + random.below(5) : undefined,
    openings: openings.sort((one, other) => one - other),
    tier: random.one([0, 0, 0, 1, 2]),
    record: [`Mentor ${number}`],
  };
}

/** @returns {import("../../../themes/default/assets/modules/search/engine.js").Query} */
export function randomQuery(random, community) {
  const query = emptyQuery();
  if (random.chance(70)) {
    const { words } = random.one(community.mentors);
    const count = random.one([1, 1, 2, 3]);
    query.text = Array.from({ length: count }, () => mistyped(random, random.one([...words.keys()]))).join(" ");
    if (random.chance(20)) query.text = [...words].filter(([, group]) => group >= 6).map(([word]) => word).join(" ");
  }
  for (const slug of SLUGS) {
    if (random.chance(20)) query.filters.set(slug, new Set(random.some([...Array(32).keys()].map((at) => `term-${at}`), 1 + random.below(8))));
  }
  if (random.chance(10)) query.filters.set("year", new Set(["1995"]));
  if (random.chance(15)) query.years.set("year", [1990 + random.below(6), 1994 + random.below(8)]);
  if (random.chance(15)) query.within = random.one([7, 14]);
  if (random.chance(15)) query.hours = new Set(random.some(PARTS, 2));
  query.sort = random.one(["", "", "relevance", "fair", "name", "newest", "soonest"]);
  return query;
}

/** A word as somebody types it: most often the beginning of it, or rightly. */
function mistyped(random, word) {
  const letters = [...word];
  const at = random.below(letters.length);
  switch (random.below(6)) {
    case 0: return letters.slice(0, at + 1).join("");
    case 1: return [...letters.slice(0, at), ...letters.slice(at + 1)].join("") || word;
    case 2: return [...letters.slice(0, at), random.one(LETTERS), ...letters.slice(at)].join("");
    case 3: return [...letters.slice(0, at), letters[at + 1] ?? "", letters[at], ...letters.slice(at + 2)].join("");
    default: return word;
  }
}

export function emptyQuery() {
  return { text: "", filters: new Map(), years: new Map(), within: 0, hours: new Set(), sort: "" };
}
