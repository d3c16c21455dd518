/** Random values that are the same in every run. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0 || 1;
  }

  /** A whole number below `limit` (mulberry32). */
  below(limit) {
    this.#state = this.#state + 0x6d2b79f5 | 0;
    let x = Math.imul(this.#state ^ this.#state >>> 15, 1 | this.#state);
    x = x + Math.imul(x ^ x >>> 7, 61 | x) ^ x;
    return Math.floor(((x ^ x >>> 14) >>> 0) / 2 ** 32 * limit);
  }

  chance(percent) {
    return this.below(100) < percent;
  }

  one(values) {
    return values[this.below(values.length)];
  }

  some(values, count) {
    return [...new Set(Array.from({ length: count }, () => this.one(values)))];
  }
}
