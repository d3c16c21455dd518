import { ByteReader } from "../../themes/default/assets/modules/search/byte_reader.js";
import { bitsOf, countBits, hasBit, meet, MentorSet } from "../../themes/default/assets/modules/search/mentor_set.js";
import { postingList, varint } from "./support/encoder.mjs";
import { Random } from "../module_units/random.mjs";
import { equal, fails, isTrue, test } from "../module_units/testing.mjs";

const read = (bytes, total) => MentorSet.read(new ByteReader(Uint8Array.from(bytes)), total);
const numbersIn = (set) => {
  const numbers = [];
  set.forEach((number) => numbers.push(number));
  return numbers;
};

test("numbers of any size are read as they were written", () => {
  const numbers = [0, 1, 127, 128, 16_383, 16_384, 29_924_640, 2 ** 31, 2 ** 32 - 1, 2 ** 45];
  const reader = new ByteReader(Uint8Array.from(numbers.flatMap(varint)));
  equal(numbers.map(() => reader.varint()), numbers);
  isTrue(reader.isAtEnd, "all is read");
});

test("a number that does not end is refused", async () => {
  await fails(() => new ByteReader(new Uint8Array(3).fill(255)).varint(), /cut short/);
  await fails(() => new ByteReader(new Uint8Array(30).fill(255)).varint(), /no number/);
});

test("posting lists come back, one behind the other, whatever they are like", () => {
  const random = new Random(4);
  for (let round = 0; round < 300; round++) {
    const total = random.one([1, 31, 32, 33, 64, 1000, 5000]);
    const lists = Array.from({ length: 4 }, () => {
      const percent = random.one([0, 1, 5, 30, 50, 70, 99, 100]);
      return [...Array(total).keys()].filter(() => random.chance(percent));
    });
    const reader = new ByteReader(Uint8Array.from(lists.flatMap((list) => postingList(list, total))));
    for (const list of lists) {
      const set = MentorSet.read(reader, total);
      equal(numbersIn(set), list, `round ${round}`);
      equal(set.size, list.length);
    }
    isTrue(reader.isAtEnd, "nothing is left");
  }
});

test("far apart numbers come back", () => {
  for (const list of [[0], [99_999], [0, 99_999], [5, 40_000, 40_001, 99_998]]) {
    equal(numbersIn(read(postingList(list, 100_000), 100_000)), list);
  }
});

test("a long run of ones across many bytes is one gap", () => {
  // k = 0: 70 ones and a zero.
  equal(numbersIn(read([2, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0b11111100], 100)), [70]);
});

test("sets count, join and raise as plain sets do", () => {
  const random = new Random(9);
  for (let round = 0; round < 100; round++) {
    const total = 1 + random.below(400);
    const draw = (percent) => [...Array(total).keys()].filter(() => random.chance(percent));
    const [one, other] = [draw(random.one([1, 2, 40, 95])), draw(50)];
    const set = read(postingList(one, total), total);
    const values = new Int32Array(total);
    for (const number of other) values[number] = 5;
    equal(set.countIn(bitsOf(values)), one.filter((number) => other.includes(number)).length);
    const both = bitsOf(values);
    set.addTo(both);
    equal(countBits(both), new Set([...one, ...other]).size);
    set.raise(values, 3);
    equal([...values], [...values.keys()].map((number) => (other.includes(number) ? 5 : one.includes(number) ? 3 : 0)));
  }
});

test("what all parts leave is everyone where there are none, and nobody beyond the last", () => {
  for (const total of [1, 31, 32, 33, 64, 65]) {
    equal(countBits(meet([], total)), total);
    isTrue(hasBit(meet([], total), total - 1), "the last is there");
  }
});

test("spoilt lists are refused and end", async () => {
  const list = postingList([3, 70, 71, 300], 1000);
  for (let length = 0; length < list.length; length++) await fails(() => read(list.slice(0, length), 1000), /cut short/);
  await fails(() => read(list, 200), /beyond the last/);
  await fails(() => read([...varint(2 ** 40), 0], 1000), /more mentors/);
  await fails(() => read([2, 25, 0], 1000), /no list/);
});

test("no bytes whatever make reading hang or give mentors that do not exist", () => {
  const random = new Random(1);
  for (let round = 0; round < 3000; round++) {
    const bytes = Array.from({ length: random.below(20) }, () => random.one([0, 255, random.below(256)]));
    try {
      const total = 1 + random.below(300);
      const numbers = numbersIn(read(bytes, total));
      isTrue(numbers.every((number, at) => number < total && (at === 0 || number > numbers[at - 1])), "ascending mentors");
    } catch (error) {
      isTrue(/cut short|no number|no list|beyond|more mentors/.test(error.message), error.message);
    }
  }
});
