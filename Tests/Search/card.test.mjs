import { cardHTML } from "../../themes/default/assets/modules/search/card.js";
import { equal, test } from "../module_units/testing.mjs";

const card = (steps, record) => cardHTML(steps, record, "../");

test("texts are escaped, markup is not, links lead from the root", () => {
  equal(card(["<b>", ["t", 0, 0], "</b>"], [`<i>"O'Brien" & Co`]), "<b>&lt;i&gt;&quot;O&#39;Brien&quot; &amp; Co</b>");
  equal(card([["h", 0, 0]], ["<i>a</i>"]), "<i>a</i>");
  equal(card([["l", 0, 0], " ", ["l", 0, 1]], ["mentors/ana/", ["https://example.org/?a&b"]]), "../mentors/ana/ https://example.org/?a&amp;b");
  equal(card([["t", 0, 0], ["l", 0, 0], ["h", 0, 0]], [null]), "");
});

test("steps are taken where a value is there, or where it is not", () => {
  for (const [value, expected] of [[null, "no"], [false, "no"], [0, "no"], ["", "no"], [[], "no"], [true, "yes"], [3, "yes"], ["a", "yes"], [[0], "yes"]]) {
    equal(card([["s", 0, 0, ["yes"]], ["n", 0, 0, ["no"]]], [value]), expected, String(value));
  }
});

test("lists are gone through, and records around them can be asked", () => {
  equal(card([["e", 0, 1, [["t", 1, 0], ["t", 0, 0], ";"]]], ["A", [["x"], ["y"]]]), "xA;yA;");
  equal(card([["o", 0, 0, [["e", 1, 0, [["t", 2, 0], ["t", 1, 1]]]]], ["o", 0, 1, ["never"]]], [[[["p"], ["q"]], "!"], null]), "p!q!");
  equal(card([["x", 0, 0, ["<li>", ["."], ["s", 0, 1, ["+"]]]]], [["a<", "b"], 1]), "<li>a&lt;+<li>b+");
});
