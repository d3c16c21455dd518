import { folded } from "../../themes/default/assets/modules/search/folding.js";
import { mayBegin, wordsOf } from "../../themes/default/assets/modules/search/query_words.js";
import { equal, fixture, test } from "../module_units/testing.mjs";

test("texts are folded and cut as the writer of the index does", async () => {
  for (const { name, text, folded: expected, queried } of await fixture("search-vectors.json")) {
    equal(folded(text), expected, name);
    equal(wordsOf(text), queried.slice(0, 16), name);
  }
});

test("the first sixteen words of a text count", () => {
  equal(wordsOf("a ".repeat(40)).length, 16);
});

test("a word begins others where it is the last, or long enough, or a character that stands for a name", () => {
  const cases = [["a", true, true], ["ab", false, false], ["abc", false, true], ["王", false, true], ["я", false, false]];
  for (const [word, isLast, expected] of cases) equal(mayBegin(word, isLast), expected, word);
});
