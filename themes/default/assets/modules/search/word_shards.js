import { MentorSet } from "./mentor_set.js";

/** @typedef {[classOfWord: number, mentors: MentorSet][]} Groups */
/** @typedef {{words: string[], groups: Groups[]}} Shard  words ascend */

/** Words in their order, cut into files of which a query needs one or two. */
export class WordShards {
  /**
   * @param {import("./index_files.js").IndexFiles} files
   * @param {{folder: string, first: string[]}} place
   * @param {number} total
   */
  constructor(files, { folder, first }, total) {
    this.files = files;
    this.folder = folder;
    this.first = first;
    this.total = total;
  }

  /** Which shards the words that begin with `beginning` may be in. @returns {[from: number, to: number]} */
  range(beginning) {
    const from = Math.max(placeOf(beginning, this.first, true) - 1, 0);
    let to = from;
    while (to + 1 < this.first.length && this.first[to + 1].startsWith(beginning)) to++;
    return [from, to];
  }

  /** The mentors who have a word. @param {string} word @param {AbortSignal} [signal] @returns {Promise<Groups | undefined>} */
  async word(word, signal) {
    if (!this.first.length) return undefined;
    const { words, groups } = await this.shard(placeOf(word, this.first, true) - 1, signal);
    const place = placeOf(word, words, false);
    return words[place] === word ? groups[place] : undefined;
  }

  /** The mentors of each word with a beginning. @param {string} beginning @param {AbortSignal} [signal] @returns {Promise<Groups[]>} */
  async words(beginning, signal) {
    if (!this.first.length) return [];
    const [from, to] = this.range(beginning);
    const shards = [];
    for (let index = from; index <= to; index++) shards.push(this.shard(index, signal));
    const found = [];
    for (const { words, groups } of await Promise.all(shards)) {
      for (let place = placeOf(beginning, words, false); words[place]?.startsWith(beginning); place++) found.push(groups[place]);
    }
    return found;
  }

  /** @param {number} index @param {AbortSignal} [signal] @returns {Promise<Shard>} */
  shard(index, signal) {
    return this.files.read(`${this.folder}/${Math.max(index, 0)}.bin`, (reader) => readShard(reader, this.total), signal);
  }
}

/** @param {import("./byte_reader.js").ByteReader} reader @param {number} total @returns {Shard} */
function readShard(reader, total) {
  const groups = [];
  // All words with a line break behind each, so that they are decoded at once.
  const text = [];
  let before = 0;
  while (!reader.isAtEnd) {
    const start = text.length;
    for (let shared = reader.varint(), at = 0; at < shared; at++) text.push(text[before + at]);
    for (let added = reader.varint(); added > 0; added--) text.push(reader.byte());
    text.push(10);
    before = start;
    const own = [];
    for (let left = reader.varint(); left > 0; left--) own.push([reader.byte(), MentorSet.read(reader, total)]);
    groups.push(own);
  }
  return { words: new TextDecoder().decode(Uint8Array.from(text)).split("\n", groups.length), groups };
}

/** How many of the sorted `words` are before `word`, or the same where `orSame`. */
function placeOf(word, words, orSame) {
  let low = 0, high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compared(words[middle], word);
    if (order < 0 || orSame && order === 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Below zero where `a` comes before `b` by code points (so by UTF-8, too), which isn't JavaScript's own order. */
export function compared(a, b) {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
    if (difference) return difference;
  }
  return a.length - b.length;
}

/** Halves of characters beyond U+FFFF stand before U+E000–FFFF and belong behind. */
const rank = (unit) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
