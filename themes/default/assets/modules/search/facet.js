import { MentorSet, noBits } from "./mentor_set.js";

/** @typedef {[label: string, slug: string, count: number]} Term */

/** Who has which term of a facet. The terms come in files, chunk after chunk; pages show those of the first. */
export class Facet {
  /**
   * @param {import("./index_files.js").IndexFiles} files
   * @param {{slug: string, kind: string, folder: string, chunks: number[], terms: Term[]}} entry
   * @param {number} total
   * @param {string[]} partsOfDay of each half hour
   */
  constructor(files, entry, total, partsOfDay) {
    Object.assign(this, entry, { files, total, partsOfDay });
    /** Whether terms of all chunks are shown. */
    this.isOpen = false;
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Term[]>} */
  async allTerms(signal) {
    return this.chunks.length > 1 ? this.files.json(`${this.folder}/terms.bin`, signal) : this.terms;
  }

  /** Everyone who has one of the terms. @param {Set<string>} slugs @param {AbortSignal} [signal] */
  async anyOf(slugs, signal) {
    const columns = await this.#columns(await this.#chunksOf(slugs, signal), signal);
    const bits = noBits(this.total);
    for (const slug of slugs) columns.get(slug)?.addTo(bits);
    return bits;
  }

  /** Who has each of the terms that are shown or were chosen. @returns {Promise<Map<string, MentorSet>>} by slug */
  async shown(chosen, signal) {
    const chunks = this.isOpen ? this.chunks.keys() : new Set([0, ...await this.#chunksOf(chosen, signal)]);
    return this.#columns(chunks, signal);
  }

  async #chunksOf(slugs, signal) {
    if (this.chunks.length === 1) return [0];
    const here = this.terms.map(([, slug]) => slug);
    const terms = [...slugs].every((slug) => here.includes(slug)) ? this.terms : await this.allTerms(signal);
    let place = 0;
    return this.chunks.flatMap((size, chunk) => (
      terms.slice(place, place += size).some(([, slug]) => slugs.has(slug)) ? [chunk] : []));
  }

  async #columns(chunks, signal) {
    return new Map((await Promise.all(Array.from(chunks, (chunk) => this.#chunk(chunk, signal)))).flat());
  }

  async #chunk(chunk, signal) {
    const size = this.chunks[chunk];
    const read = (reader) => Array.from({ length: size }, () => MentorSet.read(reader, this.total));
    const sets = await this.files.read(`${this.folder}/${chunk}.bin`, read, signal);
    if (this.kind === "hours") return this.#byPartOfDay(sets);
    const terms = chunk ? await this.allTerms(signal) : this.terms;
    const before = this.chunks.slice(0, chunk).reduce((sum, other) => sum + other, 0);
    return sets.map((set, at) => [terms[before + at][1], set]);
  }

  #byPartOfDay(sets) {
    const parts = new Map(this.partsOfDay.map((part) => [part, noBits(this.total)]));
    sets.forEach((set, half) => set.addTo(parts.get(this.partsOfDay[half])));
    return [...parts].map(([part, bits]) => [part, MentorSet.ofBits(bits)]);
  }
}
