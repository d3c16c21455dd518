/**
 * Writes an index of docs/search-format.md from plain mentors, slowly and by the letter: the tests' oracle of the
 * format. It shares nothing with the reader, nor with the program that writes the real one.
 *
 * @typedef {{
 *   words: Map<string, number>, terms: Record<string, string[]>, joined?: number, openings: number[],
 *   tier: 0 | 1 | 2, record: any[],
 * }} Mentor   words: each with its class; openings: minutes since 1970, ascending, of which lists show all
 * @typedef {{
 *   mentors: Mentor[], day: number, order: string, facets: {slug: string, kind: "terms" | "years"}[], card: any[],
 *   shardBytes: number, chunkBytes: number, listed: number, cardsInShard: number,
 * }} Community   listed: how many terms the first chunk has
 */

/** @param {Community} community @returns {Promise<Map<string, Uint8Array>>} compressed files by name, `entry-0.bin` among them */
export async function written(community) {
  const files = new Map();
  const json = (value) => [...new TextEncoder().encode(JSON.stringify(value))];
  const total = community.mentors.length;

  const words = wordMap(community.mentors.map(({ words }) => words));
  const sorted = [...words.keys()].sort(byBytes);
  const shards = cutIntoShards(sorted.map((word) => [word, words.get(word)]), total, community.shardBytes);
  const beginnings = sharedBeginnings(shards.entries, words);
  const prefixes = cutIntoShards(beginnings, total, community.shardBytes);
  for (const [folder, { files: contents }] of [["words-0", shards], ["prefixes-0", prefixes]]) {
    contents.forEach((file, index) => files.set(`${folder}/${index}.bin`, file));
  }
  files.set("vocabulary-0.bin", frontCoded(sorted).flat());

  const facets = community.facets.map(({ slug, kind }) => {
    const terms = termsOf(community.mentors, slug, kind);
    const chunks = cutIntoChunks(terms, total, kind === "years" ? Infinity : community.listed, community.chunkBytes);
    chunks.forEach(({ bytes }, index) => files.set(`facet-${slug}-0/${index}.bin`, bytes));
    const named = terms.map(([term, numbers]) => [term.toUpperCase(), term, numbers.length]);
    files.set(`facet-${slug}-0/terms.bin`, json(named));
    const sizes = chunks.map(({ size }) => size);
    return { key: slug, slug, label: slug, kind, folder: `facet-${slug}-0`, chunks: sizes, terms: named.slice(0, sizes[0]) };
  });
  facets.push(...openingFacets(community, files));

  const { mentors } = community;
  files.set("orders-0/tiers.bin", [1, 2].flatMap((tier) => postingList(numbersOf(mentors, (one) => one.tier === tier), total)));
  files.set("orders-0/newest.bin", grouped(mentors, ({ joined }) => joined).reverse()
    .flatMap(([, numbers]) => postingList(numbers, total)));
  let before = 0;
  files.set("orders-0/soonest.bin", grouped(mentors, ({ openings }) => openings[0]).flatMap(([minute, numbers]) => {
    const bytes = [...varint(minute - before), ...postingList(numbers, total)];
    before = minute;
    return bytes;
  }));
  for (let start = 0; start < total; start += community.cardsInShard) {
    const records = mentors.slice(start, start + community.cardsInShard).map(({ record }) => record);
    files.set(`cards-0/${start / community.cardsInShard}.bin`, json(records));
  }
  files.set("entry-0.bin", json({
    version: 1, mentors: total, day: community.day, order: community.order,
    words: { folder: "words-0", first: shards.first }, prefixes: { folder: "prefixes-0", first: prefixes.first },
    vocabulary: "vocabulary-0.bin", cards: { folder: "cards-0", size: community.cardsInShard }, orders: "orders-0",
    facets, card: community.card, phrases: {},
  }));
  const compressed = [...files].map(async ([name, bytes]) => [name, await deflated(Uint8Array.from(bytes))]);
  return new Map(await Promise.all(compressed));
}

/** @returns {number[]} bytes */
export function varint(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push(value % 128 + 128);
  return [...bytes, value];
}

/** @param {number[]} numbers ascending @returns {number[]} bytes */
export function postingList(numbers, total) {
  const isRest = numbers.length * 2 > total;
  const has = new Set(numbers);
  const listed = isRest ? Array.from({ length: total }, (_, number) => number).filter((number) => !has.has(number)) : numbers;
  const header = varint(listed.length * 2 + (isRest ? 1 : 0));
  if (!listed.length) return header;
  const gaps = listed.map((number, at) => number - (at ? listed[at - 1] : -1) - 1);
  const lengths = Array.from({ length: 25 }, (_, low) => gaps.reduce((sum, gap) => sum + Math.floor(gap / 2 ** low) + 1 + low, 0));
  const low = lengths.indexOf(Math.min(...lengths));
  let bits = "";
  for (const gap of gaps) {
    bits += `${"1".repeat(Math.floor(gap / 2 ** low))}0`;
    if (low) bits += (gap % 2 ** low).toString(2).padStart(low, "0");
  }
  const bytes = bits.match(/.{1,8}/g).map((byte) => parseInt(byte.padEnd(8, "0"), 2));
  return [...header, low, ...bytes];
}

/** @param {Uint8Array} bytes */
export async function deflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Word → class → numbers, from each mentor's words. */
function wordMap(words) {
  const map = new Map();
  for (const [number, own] of words.entries()) {
    for (const [word, group] of own) {
      if (!map.has(word)) map.set(word, new Map());
      append(map.get(word), group, number);
    }
  }
  return map;
}

function cutIntoShards(entries, total, limit) {
  const first = [], files = [], placed = [];
  let open = [], bytes = [], last;
  const close = () => {
    if (!open.length) return;
    first.push(last === undefined ? "" : shortestBetween(last, open[0]));
    last = open.at(-1);
    files.push(bytes);
    [open, bytes] = [[], []];
  };
  for (const [word, groups] of entries) {
    const [head] = frontCoded([word], open.at(-1));
    const sorted = [...groups].sort(([one], [other]) => one - other);
    bytes = bytes.concat(head, varint(sorted.length), sorted.flatMap(([group, numbers]) => [group, ...postingList(numbers, total)]));
    open.push(word);
    placed.push([word, files.length]);
    if (bytes.length >= limit) close();
  }
  close();
  return { first, files, entries: placed };
}

/** The shortest beginning of `word` that lies behind `before`. */
function shortestBetween(before, word) {
  const letters = [...word];
  return letters.map((_, at) => letters.slice(0, at + 1).join("")).find((text) => byBytes(text, before) > 0);
}

function frontCoded(words, before = "") {
  return words.map((word) => {
    const [own, last] = [word, before].map((text) => [...new TextEncoder().encode(text)]);
    before = word;
    let shared = 0;
    while (shared < own.length && own[shared] === last[shared]) shared++;
    return [...varint(shared), ...varint(own.length - shared), ...own.slice(shared)];
  });
}

function sharedBeginnings(placed, words) {
  const found = new Map();
  for (const [word, shard] of placed) {
    const letters = [...word];
    for (let length = 1; length <= Math.min(3, letters.length); length++) {
      const beginning = letters.slice(0, length).join("");
      if (!found.has(beginning)) found.set(beginning, { shards: new Set(), best: new Map() });
      const { shards, best } = found.get(beginning);
      shards.add(shard);
      for (const [group, numbers] of words.get(word)) {
        if (group > 0) for (const number of numbers) best.set(number, Math.max(group, best.get(number) ?? 0));
      }
    }
  }
  return [...found].filter(([, { shards }]) => shards.size > 1).sort(([one], [other]) => byBytes(one, other))
    .map(([beginning, { best }]) => {
      const groups = new Map();
      for (const [number, group] of [...best].sort(([one], [other]) => one - other)) append(groups, group, number);
      return [beginning, groups];
    });
}

function termsOf(mentors, slug, kind) {
  const terms = new Map();
  for (const [number, mentor] of mentors.entries()) {
    for (const term of mentor.terms[slug] ?? []) append(terms, term, number);
  }
  return [...terms].sort(([one, his], [other, hers]) => (
    kind === "years" ? one - other : hers.length - his.length || (one < other ? -1 : 1)));
}

function cutIntoChunks(terms, total, listed, limit) {
  const chunks = [{ size: 0, bytes: [] }];
  for (const [at, [, numbers]] of terms.entries()) {
    if (at === listed || at > listed && chunks.at(-1).bytes.length >= limit) chunks.push({ size: 0, bytes: [] });
    chunks.at(-1).size++;
    chunks.at(-1).bytes = chunks.at(-1).bytes.concat(postingList(numbers, total));
  }
  return chunks;
}

function openingFacets({ mentors, day }, files) {
  if (!mentors.some(({ openings }) => openings.length)) return [];
  const total = mentors.length;
  const within = ["7", "14"].map((days) => [days, numbersOf(mentors, ({ openings }) => openings[0] < (day + Number(days)) * 1440)]);
  files.set("facet-openings-0/0.bin", within.flatMap(([, numbers]) => postingList(numbers, total)));
  files.set("facet-hours-0/0.bin", Array.from({ length: 48 }, (_, half) => (
    postingList(numbersOf(mentors, ({ openings }) => openings.some((minute) => Math.floor(minute % 1440 / 30) === half)), total))).flat());
  const both = (slug) => ({ key: slug, slug, label: slug, kind: slug, folder: `facet-${slug}-0` });
  return [
    { ...both("openings"), chunks: [2], terms: within.map(([days, numbers]) => [days, days, numbers.length]) },
    { ...both("hours"), chunks: [48], terms: [] },
  ];
}

function grouped(mentors, key) {
  const groups = new Map();
  for (const [number, mentor] of mentors.entries()) {
    const own = key(mentor);
    if (own !== undefined) append(groups, own, number);
  }
  return [...groups].sort(([one], [other]) => one - other);
}

function append(lists, key, number) {
  if (!lists.has(key)) lists.set(key, []);
  lists.get(key).push(number);
}

function numbersOf(mentors, claim) {
  return mentors.flatMap((mentor, number) => (claim(mentor) ? [number] : []));
}

function byBytes(one, other) {
  const [his, hers] = [one, other].map((text) => new TextEncoder().encode(text));
  for (let at = 0; at < his.length && at < hers.length; at++) if (his[at] !== hers[at]) return his[at] - hers[at];
  return his.length - hers.length;
}
