import { decodeFragment, encodeFragment } from "../../themes/default/assets/modules/requests/fragment.js";
import { cleaned, newRequest, problemIn } from "../../themes/default/assets/modules/requests/request.js";
import { Random } from "../module_units/random.mjs";
import { equal, fixture, isTrue, test } from "../module_units/testing.mjs";
import { brokenTexts, hostileTexts } from "./support/hostile_texts.mjs";

const ID = "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11";
const request = {
  id: ID, sequence: 0, mentor: { slug: "ana-lopez", name: "Ana López" }, mentee: { name: "Mina 李", address: "mina@example.edu" },
  purpose: "Career advice", mode: "video", message: "I read your page.\n\n1. What made you stay?",
  slots: [{ start: 1_805_230_800, minutes: 30 }, { start: 1_805_317_200, minutes: 30 }], zone: "Asia/Kolkata",
};
const bare = { v: 1, id: ID, m: { s: "ana", n: "Ana" }, f: { n: "Mina", a: "mina@example.edu" } };
const fragmentOf = (value) => {
  const bytes = new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
  return `1.${btoa(String.fromCharCode(...bytes)).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_")}`;
};

test("what was written is read, whatever the texts are", () => {
  const random = new Random(7);
  for (const text of [...hostileTexts, ...brokenTexts]) {
    const few = [...text].slice(0, 90).join("");
    const written = newRequest({
      mentor: { slug: "ana", name: `x${few}` }, mentee: { name: `x${few}`, address: random.one(["a@example.edu", "o'b+c@bücher.example"]) },
      purpose: few, message: few, mode: random.one(["", "video", "phone", "in-person", "email"]), sequence: random.below(4),
      slots: Array.from({ length: random.below(4) }, () => ({ start: random.below(2 ** 32), minutes: 1 + random.below(120) })),
      zone: random.one(["", "UTC", "America/Argentina/ComodRivadavia", "Etc/GMT+5"]),
    }, () => ID);
    const { fragment, problem } = encodeFragment(written);
    equal(problem, undefined, JSON.stringify(few));
    isTrue(/^1\.[\w-]+$/.test(fragment), fragment);
    equal(decodeFragment(`#${fragment}`).request, written);
  }
});

test("a link as mail programs hand it on is read", () => {
  const { fragment } = encodeFragment(request);
  for (const text of [fragment, `#${fragment}`, `#${fragment}.`, `#${fragment}>,`, `#${fragment.slice(0, 70)}\r\n ${fragment.slice(70)}`, `#${fragment}==`]) {
    equal(decodeFragment(text), { request }, text);
  }
});

test("parts that are not there take no room", () => {
  const { fragment } = encodeFragment({ ...request, sequence: 0, purpose: "", mode: "", message: "", slots: [], zone: "" });
  equal(JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(fragment.slice(2).replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)))),
    { v: 1, id: ID, m: { s: "ana-lopez", n: "Ana López" }, f: { n: "Mina 李", a: "mina@example.edu" } });
  equal(decodeFragment(fragmentOf(bare)).request, cleaned({ id: ID, mentor: { slug: "ana", name: "Ana" }, mentee: { name: "Mina", address: "mina@example.edu" } }));
});

test("what is no request is refused with a reason", () => {
  const cases = [
    ["none", "", "#", " ", "#."],
    ["size", `1.${"A".repeat(4095)}`, "A".repeat(1_000_000), " ".repeat(20_000)],
    ["damaged", "1", "1.", "2", "1.x!", "x.eyJ2IjoxfQ", "1.A", "1.gA", "1.eyJ2Ijox", "1.____", fragmentOf("{"), "%3Cscript%3E", "<script>alert(1)</script>"],
    ["version", "2.eyJ2IjoyfQ", "9999.AAAA", fragmentOf({ ...bare, v: 2 }), fragmentOf({ v: 7 })],
    ["unknown", ...[
      "null", "[]", "1", '"x"', "{}", '{"__proto__":{}}', { v: 1 }, { ...bare, v: "1" }, { ...bare, v: 0 }, { ...bare, v: 1.5 }, { ...bare, x: 1 }, { ...bare, toString: 1 },
      { ...bare, id: "1" }, { ...bare, id: ID.toUpperCase() }, { ...bare, id: undefined }, { ...bare, n: -1 }, { ...bare, n: 1.5 }, { ...bare, n: "1" }, { ...bare, n: 1e9 }, { ...bare, n: null },
      { ...bare, m: "ana" }, { ...bare, m: null }, { ...bare, m: { s: "ana" } }, { ...bare, m: { s: "../x", n: "Ana" } }, { ...bare, m: { s: "a/b", n: "Ana" } },
      { ...bare, m: { s: "ana", n: "Ana", x: 1 } }, { ...bare, m: { s: "ana", n: "" } }, { ...bare, m: { s: "ana", n: "x".repeat(201) } }, { ...bare, m: ["ana", "Ana"] },
      { ...bare, f: undefined }, { ...bare, f: "" }, { ...bare, f: { n: "Mina" } }, { ...bare, f: { n: "Mina", a: "" } }, { ...bare, f: { n: "", a: "mina@example.edu" } },
      { ...bare, f: { n: "Mina", a: "mina" } }, { ...bare, f: { n: "Mina", a: "mina@example.edu?bcc=x@example.net" } }, { ...bare, f: { n: "Mina", a: "a@example.edu,b@example.edu" } },
      { ...bare, f: { n: "Mina", a: " mina@example.edu" } }, { ...bare, f: { n: "Mina", a: "mina@example.edu\r\nBcc: x@example.net" } }, { ...bare, f: { n: "Mi\nna", a: "mina@example.edu" } },
      { ...bare, p: "a\nb" }, { ...bare, p: 1 }, { ...bare, p: ["x"] }, { ...bare, w: "telepathy" }, { ...bare, w: "constructor" }, { ...bare, w: null },
      { ...bare, t: "a\r\nb" }, { ...bare, t: "a\0b" }, { ...bare, t: "\ud800" }, { ...bare, t: {} }, { ...bare, z: "Europe/../x" }, { ...bare, z: "<b>" }, { ...bare, z: "A".repeat(65) },
      { ...bare, s: {} }, { ...bare, s: "x" }, { ...bare, s: [1] }, { ...bare, s: [[1]] }, { ...bare, s: [[1, 2, 3]] }, { ...bare, s: [["1", 30]] }, { ...bare, s: [[1.5, 30]] },
      { ...bare, s: [[1, 0]] }, { ...bare, s: [[-1, 30]] }, { ...bare, s: [[1e15, 30]] }, { ...bare, s: [[1, 1e6]] }, { ...bare, s: [[1, null]] }, { ...bare, s: [[1, 2], [1, 2], [1, 2], [1, 2]] },
    ].map(fragmentOf)],
  ];
  for (const [problem, ...fragments] of cases) {
    for (const fragment of fragments) equal(decodeFragment(fragment), { problem }, fragment.slice(0, 300));
  }
});

test("no altered link throws, and what is read is sound", () => {
  const random = new Random(11);
  const { fragment } = encodeFragment(request);
  const json = new TextDecoder().decode(Uint8Array.from(atob(fragment.slice(2).replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)));
  const altered = (text, marks) => {
    const at = random.below(text.length);
    return text.slice(0, at) + random.one(marks) + text.slice(at + random.below(4));
  };
  for (let round = 0; round < 6000; round++) {
    const link = round % 2 ? altered(fragment, ["", "A", "_", "%", ".", "\n"]) : fragmentOf(altered(json, ["", '"', "1", "{", "\\", ",", "\0", "ä", "\\u000a", "<b>"]));
    const result = decodeFragment(link);
    const { request: read, problem } = result;
    isTrue(read ? problemIn(read) === undefined && !problem : ["none", "size", "version", "damaged", "unknown"].includes(problem), link);
  }
});

test("what can't be answered gets no link, and it is said why", () => {
  const cases = [
    ["id", { id: "x" }], ["mentor", { mentor: { slug: "", name: "Ana" } }], ["name", { mentee: { name: " ", address: "mina@example.edu" } }], ["address", { mentee: { name: "Mina", address: "" } }],
    ["address", { mentee: { name: "Mina", address: "mina@" } }], ["purpose", { purpose: "x".repeat(201) }], ["mode", { mode: "fax" }], ["slots", { slots: Array(4).fill(request.slots[0]) }],
    ["zone", { zone: "not a zone" }], ["size", { message: "x".repeat(4000) }], ["size", { message: "李".repeat(1100) }], ["message", { message: "x".repeat(10_001) }],
  ];
  for (const [problem, parts] of cases) equal(encodeFragment({ ...request, ...parts }), { problem });
});

test("every link of a released version is read for ever", async () => {
  const frozen = await fixture("../Frozen/request-links-1.json");
  isTrue(frozen.length >= 5, "there are links");
  for (const { fragment, request: expected } of frozen) equal(decodeFragment(`#${fragment}`), { request: expected });
});
