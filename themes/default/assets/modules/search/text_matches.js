import { bitsOf } from "./mentor_set.js";
import { lengthOf, mayBegin } from "./query_words.js";
import { WordShards } from "./word_shards.js";

/** By class of word: bio, place, studies, help, headline, work, names of one to four words. */
const WEIGHTS = [8, 20, 20, 25, 30, 40, 100, 100, 100, 100];
const ONE_NAME = 6;
const WHOLE_NAME = 1000;
const ITSELF = 4, BEGINNING = 3;
/** How many mistakes a word of so many characters may have. */
const changesFor = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** @typedef {import("./word_shards.js").Groups} Groups */
/** How a word of a query is met by a word of the index. @typedef {{groups: Groups, factor: number}} Meeting */

/** Finds the mentors who have all words of a query, and how well. */
export class TextMatches {
  /** @param {import("./index_files.js").IndexFiles} files @param {object} entry of the index */
  constructor(files, { words, prefixes, vocabulary, mentors }) {
    this.files = files;
    this.vocabulary = vocabulary;
    this.total = mentors;
    this.words = new WordShards(files, words, mentors);
    this.prefixes = new WordShards(files, prefixes, mentors);
  }

  /**
   * @param {string[]} words at least one
   * @param {AbortSignal} [signal]
   * @returns {Promise<{scores: Int32Array, bits: import("./mentor_set.js").Bits}>} by mentor; 0 where a word is missing
   */
  async find(words, signal) {
    const scores = new Int32Array(this.total), best = new Int32Array(this.total), named = new Uint8Array(this.total);
    const nameClass = ONE_NAME - 1 + Math.min(words.length, 4);
    const meetings = await Promise.all(words.map((word, at) => this.#meetings(word, at === words.length - 1, signal)));
    for (const [at, ways] of meetings.entries()) {
      best.fill(0);
      for (const { groups, factor } of ways) {
        for (const [group, mentors] of groups) {
          mentors.raise(best, WEIGHTS[group] * factor);
          if (group === nameClass && factor === ITSELF) mentors.forEach((number) => named[number]++);
        }
      }
      for (let number = 0; number < best.length; number++) {
        if (at === 0) scores[number] = best[number];
        else if (scores[number]) scores[number] = best[number] && scores[number] + best[number];
      }
    }
    for (let number = 0; number < named.length; number++) {
      if (named[number] === words.length) scores[number] += WHOLE_NAME;
    }
    return { scores, bits: bitsOf(scores) };
  }

  /** @returns {Promise<Meeting[]>} */
  async #meetings(word, isLast, signal) {
    const [itself, begun] = await Promise.all([
      this.words.word(word, signal), mayBegin(word, isLast) ? this.#beginnings(word, signal) : [],
    ]);
    const found = begun.map((groups) => ({ groups, factor: BEGINNING }));
    if (itself) found.push({ groups: itself, factor: ITSELF });
    return found.length ? found : this.#misspelt(word, signal);
  }

  /** What few characters begin is not looked for in bios, and where many files have it, it has an entry of its own. */
  async #beginnings(word, signal) {
    if (lengthOf(word) > 3) return this.words.beginningWith(word, signal);
    const united = this.words.shardsOf(word).length > 1 && await this.prefixes.word(word, signal);
    const found = united ? [united] : await this.words.beginningWith(word, signal);
    return found.map((groups) => groups.filter(([group]) => group > 0)).filter((groups) => groups.length);
  }

  /** @returns {Promise<Meeting[]>} */
  async #misspelt(word, signal) {
    const most = changesFor(lengthOf(word));
    if (!most) return [];
    const [{ nearWords }, vocabulary] = await Promise.all([
      import("./spelling.js"), this.files.read(this.vocabulary, (reader) => reader, signal),
    ]);
    const near = nearWords(vocabulary, word, most);
    return Promise.all(Array.from(near, async ([other, changes]) => (
      { groups: await this.words.word(other, signal) ?? [], factor: BEGINNING - changes })));
  }
}
