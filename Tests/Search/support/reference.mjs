/** Results of queries the slow and obvious way: docs/search-format.md, over plain mentors (encoder.mjs), without an index. */

const WEIGHTS = [8, 20, 20, 25, 30, 40, 100, 100, 100, 100];

export class Reference {
  /** @param {import("./encoder.mjs").Community} community @param {{minute: number, partOfDay: (minute: number) => string}} visitor */
  constructor(community, visitor) {
    this.community = community;
    this.mentors = community.mentors;
    this.visitor = visitor;
    this.vocabulary = [...new Set(this.mentors.flatMap(({ words }) => [...words.keys()]))];
  }

  /** @returns {number[]} numbers in order. `words` are the query's, cut already */
  results(query, words) {
    const scores = this.scores(words);
    const sort = query.sort || (query.text.trim() ? "relevance" : this.community.order);
    return [...this.mentors.keys()].filter((number) => scores[number] > 0 && this.passes(number, query))
      .sort((one, other) => this.compared(one, other, sort, scores));
  }

  /** @returns {number} how many are left who also have a term of a facet, whatever else of that facet is chosen */
  count(query, words, facet, term) {
    const scores = this.scores(words);
    return this.mentors.filter((mentor, number) => (
      scores[number] > 0 && this.passes(number, query, facet) && this.has(mentor, facet, term))).length;
  }

  scores(words) {
    const ways = words.map((word, at) => this.ways(word, at === words.length - 1));
    return this.mentors.map((mentor) => {
      const parts = ways.map((way) => Math.max(0, ...[...way].map(([other, factor]) => scoreOf(mentor, other, factor))));
      if (parts.includes(0)) return 0;
      const isName = words.length > 0 && words.every((word) => mentor.words.get(word) === 5 + Math.min(words.length, 4));
      return 1 + parts.reduce((sum, part) => sum + part, 0) + (isName ? 1000 : 0);
    });
  }

  /** Which words of the vocabulary meet a word, by what factor; 3.5 for a short beginning, which bios don't have. */
  ways(word, isLast) {
    const length = [...word].length;
    const begins = isLast || length >= 3 || length === 1 && /\p{Script=Han}/u.test(word);
    const ways = new Map();
    for (const other of this.vocabulary) {
      if (other === word) ways.set(other, 4);
      else if (begins && other.startsWith(word)) {
        const isShort = length <= 3;
        if (isShort && !this.mentors.some(({ words }) => words.get(other) > 0)) continue;
        ways.set(other, isShort ? 3.5 : 3);
      }
    }
    const most = length < 4 ? 0 : length < 8 ? 1 : 2;
    if (ways.size || !most) return ways;
    for (const other of this.vocabulary) {
      const changes = changesToBeginning(word, other);
      if (changes <= most) ways.set(other, 3 - changes);
    }
    return ways;
  }

  passes(number, query, without) {
    const mentor = this.mentors[number];
    const facets = new Set([...[...query.filters].filter(([, terms]) => terms.size).map(([facet]) => facet), ...query.years.keys()]);
    const known = this.community.facets.map(({ slug }) => slug);
    for (const facet of facets) {
      if (facet === without || !known.includes(facet)) continue;
      const [from, to] = query.years.get(facet) ?? [1, 0];
      const chosen = query.filters.get(facet) ?? new Set();
      if (!(mentor.terms[facet] ?? []).some((term) => chosen.has(term) || from <= Number(term) && Number(term) <= to)) return false;
    }
    if (query.within && without !== "openings" && !this.has(mentor, "openings", String(query.within))) return false;
    return !query.hours.size || without === "hours" || [...query.hours].some((part) => this.has(mentor, "hours", part));
  }

  has(mentor, facet, term) {
    if (facet === "openings") return mentor.openings[0] < (this.community.day + Number(term)) * 1440;
    if (facet === "hours") return mentor.openings.some((minute) => this.visitor.partOfDay(minute) === term);
    return (mentor.terms[facet] ?? []).includes(term);
  }

  compared(one, other, sort, scores) {
    const [his, hers] = [this.mentors[one], this.mentors[other]];
    const soon = ({ openings: [first] }) => (first === undefined ? 1e12 : first < this.visitor.minute ? 1e10 + first : first);
    switch (sort) {
      case "name": return one - other;
      case "newest": return (hers.joined ?? -1) - (his.joined ?? -1) || one - other;
      case "soonest": return soon(his) - soon(hers) || one - other;
    }
    const byScore = sort === "relevance" ? scores[other] - scores[one] : 0;
    return byScore || his.tier - hers.tier || this.place(one) - this.place(other);
  }

  place(number) {
    const wrapped = (value) => BigInt.asUintN(32, value);
    let x = wrapped(BigInt(number) * 0x9e3779b1n) ^ wrapped(BigInt(this.community.day) * 0x85ebca6bn);
    x ^= x >> 16n;
    x = wrapped(x * 0x85ebca6bn);
    x ^= x >> 13n;
    x = wrapped(x * 0xc2b2ae35n);
    return Number(x ^ x >> 16n);
  }
}

function scoreOf(mentor, word, factor) {
  const group = mentor.words.get(word);
  if (group === undefined || group === 0 && factor === 3.5) return 0;
  return WEIGHTS[group] * Math.floor(factor);
}

/** The fewest changes that make a word some beginning of another, or all of it. */
export function changesToBeginning(word, other) {
  const letters = [...other];
  return Math.min(...Array.from({ length: letters.length + 1 }, (_, length) => changes([...word], letters.slice(0, length))));
}

/** Optimal string alignment: insertions, deletions, other letters, swaps of neighbours. */
export function changes(one, other) {
  const table = [];
  for (let i = 0; i <= one.length; i++) {
    table.push([i]);
    for (let j = 1; j <= other.length; j++) {
      if (i === 0) {
        table[0].push(j);
        continue;
      }
      const ways = [table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)];
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) ways.push(table[i - 2][j - 2] + 1);
      table[i].push(Math.min(...ways));
    }
  }
  return table[one.length][other.length];
}
