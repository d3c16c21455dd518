import { ByteReader } from "../../themes/default/assets/modules/search/byte_reader.js";
import { byScore, fair, newest, shuffle, soonest } from "../../themes/default/assets/modules/search/orders.js";
import { postingList, varint } from "./support/encoder.mjs";
import { equal, test } from "../module_units/testing.mjs";

const reader = (...parts) => new ByteReader(Uint8Array.from(parts.flat()));

test("the shuffle is the one that pages were written by", () => {
  // Worked out by the formula of docs/search-format.md in Python's unbounded integers.
  equal([0, 1, 2, 99_999].map((number) => shuffle(20_781, number)), [747339839, 1155310579, 3817401363, 2216604459]);
});

test("on one day no two mentors have the same place", () => {
  equal(new Set(Array.from({ length: 100_000 }, (_, number) => shuffle(20_781, number))).size, 100_000);
});

test("in the fair order tiers follow each other, and the day deals each", () => {
  const order = [...fair(reader(postingList([0, 1, 2], 9), postingList([3], 9)), 9, 20_781)];
  const byPlace = (numbers) => numbers.sort((one, other) => shuffle(20_781, one) - shuffle(20_781, other));
  equal(order, [...byPlace([4, 5, 6, 7, 8]), ...byPlace([0, 1, 2]), 3]);
});

test("who joined last comes first; who never said comes last", () => {
  equal(newest(reader(postingList([4], 6), postingList([0, 5], 6)), 6), [4, 0, 5, 1, 2, 3]);
});

test("who can be met soonest comes first; openings that are past come behind, then those who have none", () => {
  const bytes = reader(varint(1000), postingList([5], 6), varint(60), postingList([0, 2], 6), varint(9), postingList([1], 6));
  equal(soonest(bytes, 6, 0), [5, 0, 2, 1, 3, 4]);
  bytes.at = 0;
  equal(soonest(bytes, 6, 1030), [0, 2, 1, 5, 3, 4]);
});

test("a spoilt list of orders names nobody twice", () => {
  equal(newest(reader(postingList([1, 2], 3), postingList([2], 3)), 3), [1, 2, 0]);
});

test("equal scores keep their order", () => {
  equal(byScore(Int32Array.of(3, 1, 2, 0), Int32Array.of(5, 9, 5, 9)), [3, 1, 2, 0].sort((one, other) => (one % 2 === other % 2 ? 0 : other % 2 - one % 2)));
  equal(byScore(new Int32Array(0), new Int32Array(0)), []);
});
