import { hasBit, MentorSet, noBits } from "./mentor_set.js";

/** All mentor numbers, in some order. @typedef {Int32Array} Order */
/** @typedef {import("./byte_reader.js").ByteReader} ByteReader */

/** By name, which is what mentors are numbered by. @param {number} total @returns {Order} */
export const byName = (total) => Int32Array.from({ length: total }, (_, number) => number);

/** A place among equals that is dealt anew each day. No two numbers have the same. */
export function shuffle(day, number) {
  let place = Math.imul(number, 0x9e3779b1) ^ Math.imul(day, 0x85ebca6b);
  place = Math.imul(place ^ place >>> 16, 0x85ebca6b);
  place = Math.imul(place ^ place >>> 13, 0xc2b2ae35);
  return (place ^ place >>> 16) >>> 0;
}

/** Whoever can be counted on first; equals as the day deals them. @param {ByteReader} tiers @returns {Order} */
export function fair(tiers, total, day) {
  const places = Uint32Array.from({ length: total }, (_, number) => shuffle(day, number));
  const tierOf = new Uint32Array(total);
  for (let tier = 1; tier <= 2; tier++) MentorSet.read(tiers, total).forEach((number) => (tierOf[number] = tier));
  const halves = sortedBy(byName(total), (number) => places[number] & 0xffff, 0x10000);
  return sortedBy(sortedBy(halves, (number) => places[number] >>> 16, 0x10000), (number) => tierOf[number], 3);
}

/** Who joined last first; of one day, and those without one, by name. @param {ByteReader} days @returns {Order} */
export function newest(days, total) {
  const order = new Fill(total);
  while (!days.isAtEnd) order.add(MentorSet.read(days, total));
  return order.finished();
}

/**
 * By the instant of their first opening; at one instant, and those without, by name. A page may be older than an
 * opening: who had one that is past comes behind those who have one, for nobody here knows of a next.
 *
 * @param {ByteReader} instants @param {number} total @param {number} minute now @returns {Order}
 */
export function soonest(instants, total, minute) {
  const order = new Fill(total), past = [];
  for (let instant = 0; !instants.isAtEnd;) {
    instant += instants.varint();
    const mentors = MentorSet.read(instants, total);
    if (instant < minute) past.push(mentors);
    else order.add(mentors);
  }
  for (const mentors of past) order.add(mentors);
  return order.finished();
}

/** The best first; equals stay as they were. @param {Order} order @param {Int32Array} scores @returns {Order} */
export function byScore(order, scores) {
  let most = 0;
  for (const number of order) if (scores[number] > most) most = scores[number];
  return sortedBy(order, (number) => most - scores[number], most + 1);
}

/** Sorts by small numbers without changing the order of equals. */
function sortedBy(order, key, keys) {
  const starts = new Int32Array(keys + 1);
  for (const number of order) starts[key(number) + 1]++;
  for (let at = 1; at < keys; at++) starts[at] += starts[at - 1];
  const sorted = new Int32Array(order.length);
  for (const number of order) sorted[starts[key(number)]++] = number;
  return sorted;
}

/** An order in the making, in which nobody is twice and nobody missing. */
class Fill {
  constructor(total) {
    this.order = new Int32Array(total);
    this.has = noBits(total);
    this.length = 0;
  }

  add(mentors) {
    mentors.forEach((number) => {
      if (hasBit(this.has, number)) return;
      this.has[number >> 5] |= 1 << (number & 31);
      this.order[this.length++] = number;
    });
  }

  finished() {
    this.add({ forEach: (visit) => byName(this.order.length).forEach(visit) });
    return this.order;
  }
}
