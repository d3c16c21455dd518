import { openIndex } from "../../themes/default/assets/modules/search/engine.js";
import { wordsOf } from "../../themes/default/assets/modules/search/query_words.js";
import { DAY, emptyQuery, randomCommunity, randomQuery } from "./support/communities.mjs";
import { written } from "./support/encoder.mjs";
import { Random } from "../module_units/random.mjs";
import { Reference } from "./support/reference.mjs";
import { Shelf } from "./support/serving.mjs";
import { equal, fails, isTrue, test } from "../module_units/testing.mjs";

const NOW = new Date((DAY * 1440 + 3 * 1440) * 60_000);
const ZONE = "America/New_York";
const PARTS = { 5: "morning", 12: "afternoon", 17: "evening", 22: "night" };

/** The part of the day of an instant by the clock of the day of NOW, which is winter time: five hours behind UTC. */
function partOfDay(minute) {
  const hour = Math.floor((minute + 1440 - 300) % 1440 / 60);
  return PARTS[[22, 17, 12, 5].find((start) => start <= hour) ?? 22];
}

async function opened(community) {
  const shelf = Shelf.holding(await written(community), "../");
  const index = await openIndex("../search/entry-0.bin", { fetch: shelf.fetch, now: NOW, timeZone: ZONE });
  return { index, shelf, reference: new Reference(community, { minute: NOW / 60_000, partOfDay }) };
}

async function countsOf(index, query) {
  const counts = new Map();
  await index.counts(query, (facet, own) => counts.set(facet, own));
  return counts;
}

const about = (round, query) => `round ${round}, ${JSON.stringify(query, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value))}`;

test("over random communities, whatever is asked finds the same mentors in the same order as going through all", async () => {
  const random = new Random(2026);
  let notEmpty = 0;
  for (let round = 0; round < 60; round++) {
    const community = randomCommunity(random);
    const { index, reference } = await opened(community);
    for (let asked = 0; asked < 15; asked++) {
      const query = randomQuery(random, community);
      const expected = reference.results(query, wordsOf(query.text));
      const found = await index.search(query);
      equal(found.total, expected.length, about(round, query));
      equal(found.numbers(0, found.total), expected, about(round, query));
      equal(found.numbers(2, 5), expected.slice(2, 5));
      equal([...community.mentors.keys()].filter(found.matched.has), [...expected].sort((one, other) => one - other));
      if (expected.length) notEmpty++;
    }
  }
  isTrue(notEmpty > 300, `most queries find somebody: ${notEmpty}`);
});

test("over random communities, each count is what that term would leave", async () => {
  const random = new Random(31);
  for (let round = 0; round < 30; round++) {
    const community = randomCommunity(random);
    const { index, reference } = await opened(community);
    for (let asked = 0; asked < 4; asked++) {
      const query = randomQuery(random, community);
      const words = wordsOf(query.text);
      if (asked === 2) await index.terms("skill");
      const counts = await countsOf(index, query);
      equal([...counts.keys()].sort(), index.entry.facets.map(({ slug }) => slug).sort());
      for (const [facet, own] of counts) {
        for (const [term, count] of own) equal(count, reference.count(query, words, facet, term), about(round, query));
        const { terms } = index.entry.facets.find(({ slug }) => slug === facet);
        const wanted = asked >= 2 && facet === "skill" ? await index.terms("skill") : terms;
        isTrue(wanted.every(([, slug]) => own.has(slug)), `${facet} has counts for what pages show`);
      }
    }
  }
});

test("a chosen term that no page lists is found and counted", async () => {
  const random = new Random(5);
  const community = { ...randomCommunity(random, 100), listed: 1, chunkBytes: 1 };
  const { index, reference } = await opened(community);
  const last = (await index.facets.get("skill").allTerms()).at(-1)[1];
  const query = { ...emptyQuery(), filters: new Map([["skill", new Set([last])]]) };
  equal((await index.search(query)).numbers(0, 100), reference.results(query, []));
  const counts = (await countsOf(index, query)).get("skill");
  equal([counts.has(last), counts.size], [true, 2]);
});

test("an address that names terms or facets that are gone finds nobody, or leaves them out", async () => {
  const { index } = await opened(randomCommunity(new Random(8), 50));
  const asked = (facet, term) => index.search({ ...emptyQuery(), filters: new Map([[facet, new Set([term])]]) });
  equal((await asked("skill", "gone")).total, 0);
  equal((await asked("gone", "gone")).total, 50);
});

test("suggestions say what each part would leave, the most first, and lead there", async () => {
  const random = new Random(12);
  let made = 0;
  for (let round = 0; round < 40; round++) {
    const community = randomCommunity(random);
    const { index, reference } = await opened(community);
    const query = randomQuery(random, community);
    if (reference.results(query, wordsOf(query.text)).length) continue;
    const suggestions = await index.suggestions(query);
    made += suggestions.length;
    equal(suggestions.map(({ total }) => total), suggestions.map(({ total }) => total).sort((one, other) => other - one));
    for (const { total, query: eased } of suggestions) {
      equal(total, reference.results(eased, wordsOf(eased.text)).length, about(round, eased));
    }
  }
  isTrue(made > 10, `there were some: ${made}`);
});

test("a suggestion names the reader's own word", async () => {
  const community = randomCommunity(new Random(3), 40);
  community.mentors[0].words = new Map([["data", 5]]);
  const { index } = await opened(community);
  const [best] = await index.suggestions({ ...emptyQuery(), text: "Data  Bostonnnnn" });
  equal(best.drop, { kind: "word", word: "Bostonnnnn", text: "Data" });
  equal(best.total, 1);
});

test("cards come in the order asked for, from any file, with the way to the root", async () => {
  const community = { ...randomCommunity(new Random(6), 20), card: [["l", 0, 0]] };
  const { index } = await opened(community);
  equal(await index.cards([19, 0, 7]), ["../Mentor 19", "../Mentor 0", "../Mentor 7"]);
});

test("a query fetches only what it needs, and nothing the second time", async () => {
  const community = { ...randomCommunity(new Random(21), 100), shardBytes: 100, order: "fair" };
  const { index, shelf } = await opened(community);
  const [word] = index.entry.words.first.slice(-1);
  const query = { ...emptyQuery(), text: `${word} ` };
  shelf.asked.length = 0;
  await index.search(query);
  isTrue(shelf.asked.every((path) => /\/(words-0|prefixes-0|orders-0)\//.test(path)) && shelf.asked.length <= 4, String(shelf.asked));
  shelf.asked.length = 0;
  await index.search(query);
  await index.search({ ...query, sort: "name" });
  equal(shelf.asked, []);
});

test("a search that another made moot ends as such, and the next is right", async () => {
  const community = randomCommunity(new Random(22), 60);
  const { index, reference } = await opened(community);
  const query = { ...emptyQuery(), text: "ab" };
  const moot = new AbortController();
  const first = index.search(query, moot.signal);
  moot.abort();
  await fails(() => first, /AbortError/);
  equal((await index.search(query)).numbers(0, 60), reference.results(query, ["ab"]));
});

test("counts that became moot are not told", async () => {
  const { index } = await opened(randomCommunity(new Random(23), 60));
  const moot = new AbortController();
  const told = [];
  const counting = index.counts(emptyQuery(), (facet) => {
    told.push(facet);
    moot.abort();
  }, moot.signal);
  await fails(() => counting, /AbortError/);
  equal(told.length, 1);
});

test("a facet whose file is missing does not keep the others from being counted", async () => {
  const community = randomCommunity(new Random(24), 60);
  const files = await written(community);
  files.delete("facet-skill-0/0.bin");
  const index = await openIndex("search/entry-0.bin", { fetch: Shelf.holding(files).fetch, now: NOW, timeZone: ZONE });
  const told = [];
  await fails(() => index.counts(emptyQuery(), (facet) => told.push(facet)), /facet-skill-0\/0\.bin: status 404/);
  equal(told.length, index.entry.facets.length - 1);
});

test("an index that is missing, spoilt or of another version is an error", async () => {
  const files = await written(randomCommunity(new Random(25), 5));
  const open = (changed) => openIndex("search/entry-0.bin", { fetch: Shelf.holding(changed).fetch });
  await fails(() => open(new Map()), /entry-0\.bin: status 404/);
  await fails(() => open(new Map([["entry-0.bin", files.get("entry-0.bin").slice(0, 20)]])), /entry-0\.bin/);
  await fails(() => open(new Map([["entry-0.bin", files.get("words-0/0.bin")]])), /entry-0\.bin/);
});

test("spoilt files end every call with an error, or with an answer", async () => {
  const random = new Random(26);
  for (let round = 0; round < 40; round++) {
    const community = randomCommunity(random, 40);
    const files = await written(community);
    const { deflated } = await import("./support/encoder.mjs");
    const name = random.one([...files.keys()].filter((name) => name !== "entry-0.bin"));
    files.set(name, await deflated(Uint8Array.from({ length: random.below(60) }, () => random.below(256))));
    const index = await openIndex("search/entry-0.bin", { fetch: Shelf.holding(files).fetch, now: NOW, timeZone: ZONE });
    const query = randomQuery(random, community);
    try {
      const { numbers } = await index.search(query);
      await index.cards(numbers(0, 24));
      await countsOf(index, query);
    } catch (error) {
      isTrue(error instanceof Error, String(error));
    }
  }
});
