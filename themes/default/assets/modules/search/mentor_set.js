/**
 * Sets of mentor numbers: as bits where they have more than one in 32 of all, else as a sorted list. Whichever is
 * smaller is also what is quicker to go through.
 */

/** @typedef {Uint32Array} Bits  mentor n is bit n & 31 of word n >> 5 */

/** @param {number} total @returns {Bits} */
export const noBits = (total) => new Uint32Array((total + 31) >> 5);

/** @param {Bits} bits @param {number} number */
export const hasBit = (bits, number) => (bits[number >> 5] >>> (number & 31) & 1) === 1;

/** Everyone whose value is not zero. @param {Int32Array} values @returns {Bits} */
export function bitsOf(values) {
  const bits = noBits(values.length);
  for (let at = 0; at < values.length; at++) if (values[at]) bits[at >> 5] |= 1 << (at & 31);
  return bits;
}

/** The bits that all have; of nothing at all, everyone's. @param {Bits[]} all @param {number} total @returns {Bits} */
export function meet(all, total) {
  const bits = noBits(total).fill(~0);
  if (total & 31) bits[bits.length - 1] = 2 ** (total & 31) - 1;
  for (const other of all) for (let at = 0; at < bits.length; at++) bits[at] &= other[at];
  return bits;
}

/** How many bits of `bits` are also in `others`. @param {Bits} bits @param {Bits} [others] */
export function countBits(bits, others = bits) {
  let count = 0;
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] & others[at];
    word -= word >>> 1 & 0x55555555;
    word = (word & 0x33333333) + (word >>> 2 & 0x33333333);
    count += Math.imul(word + (word >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

export class MentorSet {
  /** @param {number} size @param {Int32Array | null} numbers @param {Bits | null} bits */
  constructor(size, numbers, bits) {
    this.size = size;
    this.numbers = numbers;
    this.bits = bits;
  }

  /** @param {Bits} bits */
  static ofBits(bits) {
    return new MentorSet(countBits(bits), null, bits);
  }

  /** Reads a posting list. @param {import("./byte_reader.js").ByteReader} reader @param {number} total */
  static read(reader, total) {
    const header = reader.varint();
    const count = Math.floor(header / 2);
    if (count > total) throw new Error("more mentors than there are");
    const numbers = readNumbers(reader, count, total);
    if (header % 2 === 0 && count * 32 <= total) return new MentorSet(count, numbers, null);
    const bits = header % 2 ? meet([], total) : noBits(total);
    for (const number of numbers) bits[number >> 5] ^= 1 << (number & 31);
    return new MentorSet(header % 2 ? total - count : count, null, bits);
  }

  /** Lifts the values of those in the set that are below `value`. @param {Int32Array} values @param {number} value */
  raise(values, value) {
    // The hottest loop of a search: not by way of `forEach` where there is a list.
    if (this.numbers) for (const number of this.numbers) values[number] = Math.max(values[number], value);
    else this.forEach((number) => (values[number] = Math.max(values[number], value)));
  }

  /** @param {Bits} bits */
  addTo(bits) {
    if (this.bits) for (let at = 0; at < bits.length; at++) bits[at] |= this.bits[at];
    else for (const number of this.numbers) bits[number >> 5] |= 1 << (number & 31);
  }

  /** How many of the set are among `bits`. @param {Bits} bits */
  countIn(bits) {
    if (this.bits) return countBits(this.bits, bits);
    let count = 0;
    for (const number of this.numbers) count += bits[number >> 5] >>> (number & 31) & 1;
    return count;
  }

  /** In ascending order. @param {(number: number) => void} visit */
  forEach(visit) {
    if (!this.bits) {
      for (const number of this.numbers) visit(number);
      return;
    }
    for (let at = 0; at < this.bits.length; at++) {
      for (let word = this.bits[at]; word; word &= word - 1) visit(at * 32 + 31 - Math.clz32(word & -word));
    }
  }
}

/** Gaps in a Rice code. Behind the end are only zeros, which end every gap, so that a file cut short is noticed. */
function readNumbers(reader, count, total) {
  const numbers = new Int32Array(count);
  if (!count) return numbers;
  const low = reader.byte();
  if (low > 24) throw new Error("no list of mentors");
  const { bytes } = reader;
  let bit = reader.at * 8, number = -1;
  for (let index = 0; index < count; index++) {
    let gap = 0, ones;
    do {
      ones = Math.min(Math.clz32(~bitsAt(bytes, bit)), 24);
      gap += ones;
      bit += ones;
    } while (ones === 24);
    bit++;
    if (low) {
      gap = gap * 2 ** low + (bitsAt(bytes, bit) >>> (32 - low));
      bit += low;
    }
    number += gap + 1;
    if (number >= total) throw new Error("a mentor beyond the last");
    numbers[index] = number;
  }
  reader.at = (bit + 7) >> 3;
  if (reader.at > bytes.length) throw new Error("cut short");
  return numbers;
}

/** At least 25 bits from a place, the first one highest. */
function bitsAt(bytes, bit) {
  const at = bit >> 3;
  return (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) << (bit & 7);
}
