import { MentorSet } from "./mentor_set.js";

/** Who has a word, by the class of where it stands. @typedef {[group: number, mentors: MentorSet][]} Groups */

/** Words in their order, cut into files of which a query needs one or two. */
export class WordShards {
  /**
   * @param {import("./index_files.js").IndexFiles} files
   * @param {{folder: string, first: string[]}} place
   * @param {number} total
   */
  constructor(files, { folder, first }, total) {
    Object.assign(this, { files, folder, first, total });
  }

  /** The numbers of the shards with words that begin with `text`. @returns {number[]} */
  shardsOf(text) {
    const shards = [];
    let shard = placeOf(text, this.first, true) - 1;
    if (shard >= 0) do shards.push(shard); while (this.first[++shard]?.startsWith(text));
    return shards;
  }

  /** @param {string} word @param {AbortSignal} [signal] @returns {Promise<Groups | undefined>} */
  async word(word, signal) {
    const [shard] = this.shardsOf(word);
    if (shard === undefined) return undefined;
    const { words, groups } = await this.#shard(shard, signal);
    const place = placeOf(word, words, false);
    return words[place] === word ? groups[place] : undefined;
  }

  /** The same of all words that begin with `text`. @param {string} text @returns {Promise<Groups[]>} */
  async beginningWith(text, signal) {
    const found = [];
    for (const { words, groups } of await Promise.all(this.shardsOf(text).map((shard) => this.#shard(shard, signal)))) {
      for (let place = placeOf(text, words, false); words[place]?.startsWith(text); place++) found.push(groups[place]);
    }
    return found;
  }

  #shard(shard, signal) {
    return this.files.read(`${this.folder}/${shard}.bin`, (reader) => readShard(reader, this.total), signal);
  }
}

/** @param {import("./byte_reader.js").ByteReader} reader @returns {{words: string[], groups: Groups[]}} */
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
