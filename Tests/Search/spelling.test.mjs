import { ByteReader } from "../../themes/default/assets/modules/search/byte_reader.js";
import { nearWords } from "../../themes/default/assets/modules/search/spelling.js";
import { compared } from "../../themes/default/assets/modules/search/word_shards.js";
import { varint } from "./support/encoder.mjs";
import { Random } from "../module_units/random.mjs";
import { changesToBeginning } from "./support/reference.mjs";
import { equal, fails, test } from "../module_units/testing.mjs";

const encoder = new TextEncoder();
function vocabulary(words) {
  let before = [];
  return new ByteReader(Uint8Array.from([...words].sort(compared).flatMap((word) => {
    const own = [...encoder.encode(word)];
    let shared = 0;
    while (shared < own.length && own[shared] === before[shared]) shared++;
    before = own;
    return [...varint(shared), ...varint(own.length - shared), ...own.slice(shared)];
  })));
}

test("a mistake of each kind is found, and a beginning with one", () => {
  const words = vocabulary(["martin", "martinez", "maria", "garcia", "zoë"]);
  const cases = { martn: 1, mratin: 1, martiin: 1, mortin: 1 };
  for (const [typed, changes] of Object.entries(cases)) equal(nearWords(words, typed, 1).get("martin"), changes, typed);
  equal(nearWords(words, "martimez", 1), new Map([["martinez", 1]]));
  equal(nearWords(words, "martinzz", 2), new Map([["martin", 2], ["martinez", 1]]));
});

test("characters count, not their bytes", () => {
  const words = vocabulary(["москва", "мирный", "𐐨𐐩𐐪𐐫"]);
  equal(nearWords(words, "мосва", 1), new Map([["москва", 1]]));
  equal(nearWords(words, "𐐨𐐩𐐫𐐪", 1), new Map([["𐐨𐐩𐐪𐐫", 1]]));
});

test("the same words are found as by comparing with each", () => {
  const random = new Random(77);
  const word = () => Array.from({ length: 1 + random.below(10) }, () => random.one(["a", "b", "n", "я", "ж", "𐐨", "ﻋ"])).join("");
  for (let round = 0; round < 60; round++) {
    const words = [...new Set(Array.from({ length: 1 + random.below(200) }, word))].sort(compared);
    for (let query = 0; query < 5; query++) {
      const typed = word();
      for (const most of [1, 2]) {
        const expected = words.map((other) => [other, changesToBeginning(typed, other)]).filter(([, changes]) => changes <= most);
        equal(nearWords(vocabulary(words), typed, most), new Map(expected), `${typed} in ${words}`);
      }
    }
  }
});

test("a vocabulary that is none is refused", async () => {
  await fails(() => nearWords(new ByteReader(Uint8Array.from([0, 200, 40])), "martin", 1), /no vocabulary|cut short/);
  await fails(() => nearWords(new ByteReader(Uint8Array.from([0, 9, 40])), "martin", 1), /cut short/);
});
