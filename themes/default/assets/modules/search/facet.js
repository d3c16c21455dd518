import { MentorSet, noBits } from "./mentor_set.js";

/** @typedef {[label: string, slug: string, count: number]} Term */
/** @typedef {Map<string, MentorSet>} Columns  term slug → who has it */

/** Who has which term of a facet. The terms come in files, chunk after chunk; a page shows those of the first. */
export class Facet {
  /**
   * @param {import("./index_files.js").IndexFiles} files
   * @param {{slug: string, kind: string, folder: string, chunks: number[], terms: Term[]}} entry
   * @param {number} total
   * @param {string[]} partsOfDay of each half hour
   */
  constructor(files, entry, total, partsOfDay) {
    Object.assign(this, entry);
    this.files = files;
    this.total = total;
    this.partsOfDay = partsOfDay;
    /** Whether somebody wants to see terms of all chunks. */
    this.isOpen = false;
  }

  /** All terms. @param {AbortSignal} [signal] @returns {Promise<Term[]>} */
  async allTerms(signal) {
    return this.chunks.length > 1 ? this.files.json(`${this.folder}/terms.bin`, signal) : this.terms;
  }

  /** Everyone who has one of the terms. @param {Set<string>} slugs @param {AbortSignal} [signal] */
  async anyOf(slugs, signal) {
    const columns = await this.read(await this.chunksOf(slugs, signal), signal);
    const bits = noBits(this.total);
    for (const slug of slugs) columns.get(slug)?.addTo(bits);
    return bits;
  }

  /** The columns to count: those that the page shows and those that were chosen. @returns {Promise<Columns>} */
  async shown(chosen, signal) {
    const chunks = this.isOpen ? this.chunks.keys() : [0, ...await this.chunksOf(chosen, signal)];
    return this.read(new Set(chunks), signal);
  }

  /** @returns {Promise<Set<number>>} the chunks that have those terms */
  async chunksOf(slugs, signal) {
    if (this.chunks.length === 1) return new Set([0]);
    const isHere = new Set(this.terms.map(([, slug]) => slug));
    const terms = [...slugs].every((slug) => isHere.has(slug)) ? this.terms : await this.allTerms(signal);
    const chunks = new Set();
    let place = 0;
    for (const [chunk, size] of this.chunks.entries()) {
      if (terms.slice(place, place += size).some(([, slug]) => slugs.has(slug))) chunks.add(chunk);
    }
    return chunks;
  }

  /** @param {Iterable<number>} chunks @returns {Promise<Columns>} */
  async read(chunks, signal) {
    const parts = await Promise.all([...chunks].map((chunk) => this.chunk(chunk, signal)));
    return new Map(parts.flat());
  }

  /** @returns {Promise<[string, MentorSet][]>} */
  async chunk(chunk, signal) {
    const [sets, terms] = await Promise.all([
      this.files.read(`${this.folder}/${chunk}.bin`, (reader) => this.sets(reader, chunk), signal),
      chunk ? this.allTerms(signal) : this.terms,
    ]);
    if (this.kind === "hours") return this.byPartOfDay(sets);
    const before = this.chunks.slice(0, chunk).reduce((sum, size) => sum + size, 0);
    return sets.map((set, at) => [terms[before + at][1], set]);
  }

  sets(reader, chunk) {
    return Array.from({ length: this.chunks[chunk] }, () => MentorSet.read(reader, this.total));
  }

  byPartOfDay(sets) {
    return [...new Set(this.partsOfDay)].map((part) => {
      const bits = noBits(this.total);
      for (const [half, set] of sets.entries()) if (this.partsOfDay[half] === part) set.addTo(bits);
      return [part, MentorSet.ofBits(bits)];
    });
  }
}
