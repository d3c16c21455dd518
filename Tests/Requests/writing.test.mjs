import { hintsOn } from "../../themes/default/assets/modules/requests/hints.js";
import { letterOf, messageOf } from "../../themes/default/assets/modules/requests/letter.js";
import { mailLink } from "../../themes/default/assets/modules/requests/mail_link.js";
import { readAddress } from "../../themes/default/assets/modules/requests/address.js";
import { filled, plural } from "../../themes/default/assets/modules/requests/phrases.js";
import { newRequest, obstacleIn, problemIn } from "../../themes/default/assets/modules/requests/request.js";
import { equal, isTrue, test } from "../module_units/testing.mjs";

const phrases = {
  subject: "{name} asks {called}\n: {purpose}", greeting: "Dear {called},", mode: "We could meet {mode}.", times: "These times would suit me:",
  no_times: "When would suit you?", answer: "To answer: {link}", thanks: "Thank you,",
};
const request = newRequest({
  mentor: { slug: "ana", name: "Ana López" }, mentee: { name: " Mina\nC. ", address: " mina@Example.edu " }, purpose: "Networking", message: "First.\r\n\r\nSecond.\n",
}, () => "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11");
const facts = { called: "Ana", times: ["Tuesday, 5 PM", "Friday, 9 AM"], modeName: "by video", link: "https://example.edu/respond/#1.x", site: "Mentors" };

test("a new request is clean", () => {
  equal([request.mentee, request.message, request.sequence, request.slots], [{ name: "Mina C.", address: "mina@example.edu" }, "First.\n\nSecond.", 0, []]);
  equal(problemIn(request), undefined);
  isTrue(/^[\da-f]{8}-/.test(newRequest({}).id), "it has an id");
});

test("who asks may say so later, but not who answers", () => {
  const unsigned = newRequest({ ...request, mentee: undefined });
  equal([problemIn(unsigned), obstacleIn(unsigned), obstacleIn({ ...unsigned, mentee: { name: "Mina", address: "" } })], [undefined, "name", "address"]);
  equal([problemIn({ ...request, mentor: { slug: "ana", name: "" } }), obstacleIn(request)], ["mentor", undefined]);
});

test("the three prompts become one text", () => {
  equal(messageOf({ introduction: " I'm Mina. ", hope: "To learn.", questions: ["Why?", " ", "How\nso?"] }, "I would ask:"),
    "I'm Mina.\n\nTo learn.\n\nI would ask:\n1. Why?\n2. How so?");
  equal(messageOf({ questions: [""] }, "I would ask:"), "");
});

test("a letter says what the mentor needs, and its subject is one line", () => {
  const letter = letterOf(request, facts, phrases);
  equal(letter.subject, "Mina C. asks Ana : Networking");
  equal(letter.whole, "Dear Ana,\n\nFirst.\n\nSecond.\n\nWe could meet by video.\n\nThese times would suit me:\n- Tuesday, 5 PM\n- Friday, 9 AM"
    + "\n\nTo answer: https://example.edu/respond/#1.x\n\nThank you,\nMina C.");
  equal(letterOf(request, { ...facts, times: [], modeName: "", link: "" }, phrases).ending, "\n\nWhen would suit you?\n\nThank you,\nMina C.");
});

test("a letter that is too long for a link still has its times and its answer", () => {
  const { subject, body, ending } = letterOf({ ...request, message: "many words ".repeat(500) }, facts, phrases);
  const { url, isShortened } = mailLink({ to: [readAddress("ana@example.edu")], subject, body, ending });
  const sent = decodeURIComponent(url).replaceAll("\r\n", "\n");
  isTrue(isShortened && sent.endsWith(`…${ending}`), sent);
});

test("what is filled in is not looked through again", () => {
  equal(filled("{a} {b} {c} {toString}", { a: "{b}", b: "$&" }), "{b} $& {c} {toString}");
  equal([plural({ one: "{n} day", other: "{n} days" }, 1, "en"), plural({ one: "{n} day", other: "{n} days" }, 1200, "en"), plural("{n} d", 2, "en")],
    ["1 day", "1,200 days", "2 d"]);
});

test("hints are gentle and in no language", () => {
  const good = {
    introduction: "My name is Mina Castellanos. I'm a sophomore in sociology, and I work mornings at the bakery on Orchard Street.",
    hope: "You wrote that you nearly quit in your second year. I would be grateful to hear about that.", questions: ["What made you stay?", "What did you do all day?"],
  };
  equal(hintsOn(good), []);
  const cases = [
    ["no-introduction", { introduction: " " }], ["no-hope", { hope: "" }], ["no-questions", { questions: [] }], ["few-questions", { questions: ["Why did you stay?"] }],
    ["many-questions", { questions: ["a?", "b?", "c?", "d?"] }], ["not-a-question", { questions: ["Tell me", "And tell me"] }], ["placeholder", { hope: "[one or two sentences]" }],
    ["long", { hope: "word ".repeat(400) }], ["shouting", { hope: "PLEASE ANSWER ME SOON" }], ["exclaiming", { hope: "Hi! I can't wait! Really! Please!" }],
  ];
  for (const [hint, parts] of cases) isTrue(hintsOn({ ...good, ...parts }).includes(hint), hint);
  equal(hintsOn({ introduction: "我", hope: "学", questions: ["为什么？", "怎么？"] }), ["short"]);
  equal(hintsOn({ ...good, questions: ["ما هي نصيحتك؟", "لماذا؟"], hope: `${good.hope} I study at the MIT in the USA, and at UC.` }), []);
});
