import { readAddress } from "../../themes/default/assets/modules/requests/address.js";
import { calendarLink } from "../../themes/default/assets/modules/requests/calendar_links.js";
import { LONGEST_LINK } from "../../themes/default/assets/modules/requests/link.js";
import { mailLink, textLink, webMailLink } from "../../themes/default/assets/modules/requests/mail_link.js";
import { equal, isTrue, test } from "../module_units/testing.mjs";
import { brokenTexts, hostileTexts } from "./support/hostile_texts.mjs";

const ana = readAddress("ana+mentor@example.edu");
const jane = readAddress("jane@example.edu");
const bodyOf = ({ url }) => decodeURIComponent(/[?&]body=([^&]*)/.exec(url)?.[1] ?? "");
const meeting = (parts) => ({ start: 1_805_230_800, minutes: 30, title: "Meeting", details: "Words", location: "Here", guests: [jane], ...parts });
const PROVIDERS = ["google", "outlook", "microsoft365", "teams", "yahoo"];
const zone = "Asia/Kolkata";

test("whatever the texts are, links are short, of printed ASCII, and have only their own fields", () => {
  for (const text of [...hostileTexts, ...brokenTexts]) {
    const message = { to: [ana], cc: [jane], subject: text, body: text, ending: text };
    const links = [mailLink(message), webMailLink("gmail", message), textLink("+15105550101", text), textLink("+15105550101", text, true)];
    for (const provider of PROVIDERS) links.push(calendarLink(provider, meeting({ title: text, details: text, location: text }), { zone }));
    for (const { url } of links) {
      isTrue(url.length <= LONGEST_LINK, `${url.length} characters`);
      isTrue(/^[!-~]+$/.test(url) && !/[<>"]/.test(url), url);
      const names = url.replace(/^[^?&]*[?&]?/, "").split("&").filter(Boolean).map((field) => field.split("=")[0]);
      equal(new Set(names).size, names.length, url);
      const known = "to cc subject su body view fs action dates text details location add path rru startdt enddt startTime endTime content attendees v ST ET TITLE DESC in_loc inv_list";
      isTrue(names.every((name) => known.split(" ").includes(name)), url);
    }
  }
});

test("a body that is too long is cut between words and ends with an ellipsis", () => {
  const body = "mentoring matters ".repeat(200);
  const link = mailLink({ to: [ana], subject: "Hello", body });
  isTrue(link.isShortened && link.url.length > LONGEST_LINK - 60, `${link.url.length}`);
  isTrue(/(mentoring|matters)…$/.test(bodyOf(link)) && body.startsWith(bodyOf(link).slice(0, -1)), bodyOf(link));
});

test("what the mentor needs to answer stays whole behind a body that is cut", () => {
  const ending = "\n\nAnswer: https://mentors.example.edu/respond/#1.eyJ2IjoxfQ\nMina";
  const link = mailLink({ to: [ana], subject: "Hello", body: "many words ".repeat(300), ending });
  isTrue(link.isShortened && bodyOf(link).endsWith(`…${ending.replaceAll("\n", "\r\n")}`), bodyOf(link));
  const short = mailLink({ to: [ana], body: "Hi", ending });
  equal([short.isShortened, bodyOf(short)], [false, `Hi${ending.replaceAll("\n", "\r\n")}`]);
  const hopeless = mailLink({ to: [ana], body: "Hi", ending: "x".repeat(2000) });
  equal([hopeless.isShortened, bodyOf(hopeless)], [true, "Hi…"]);
});

test("a body is never cut inside what a reader sees as one character", () => {
  const family = "👩‍👩‍👧‍👦";
  const sent = bodyOf(mailLink({ to: [ana], body: family.repeat(99) }));
  equal(sent.slice(0, -1).replaceAll(family, ""), "");
  isTrue(sent.endsWith("…"), sent);
});

test("a body that just fits is not cut", () => {
  const room = LONGEST_LINK - "mailto:ana%2Bmentor@example.edu?body=".length;
  const whole = mailLink({ to: [ana], body: "x".repeat(room) });
  equal([whole.url.length, whole.isShortened], [LONGEST_LINK, false]);
  isTrue(mailLink({ to: [ana], body: "x".repeat(room + 1) }).isShortened, "one more is cut");
});

test("several addresses have commas between them; those for which there is no room are left out and it is said", () => {
  equal(mailLink({ to: [ana, readAddress("b@example.org")], cc: [readAddress("c@example.org")], body: "Hi" }).url,
    "mailto:ana%2Bmentor@example.edu,b@example.org?cc=c@example.org&body=Hi");
  const many = mailLink({ to: Array.from({ length: 500 }, (_, at) => readAddress(`mentee${at}@example.edu`)), subject: "Hi", body: "Hi" });
  isTrue(many.isShortened && many.url.endsWith("?subject=Hi&body=Hi"), many.url);
});

test("mail on the web opens with the message begun", () => {
  equal(webMailLink("gmail", { to: [ana], subject: "Q&A", body: "a\nb" }).url,
    "https://mail.google.com/mail/?view=cm&fs=1&to=ana%2Bmentor%40example.edu&su=Q%26A&body=a%0D%0Ab");
  equal(webMailLink("outlook", { to: [jane], cc: [jane], subject: "Q&A" }).url,
    "https://outlook.office.com/mail/deeplink/compose?to=jane%40example.edu&cc=jane%40example.edu&subject=Q%26A");
  equal(webMailLink("gmail", { to: [jane] }, "https://mail.example.edu/new?skin=a").url, "https://mail.example.edu/new?skin=a&to=jane%40example.edu");
  equal([webMailLink("outlook", { to: [ana] }), webMailLink("constructor", { to: [ana] })], [undefined, undefined]);
});

test("text messages begin as each system wants it", () => {
  equal(textLink("+4930123456", "Hi & bye\nAna").url, "sms:+4930123456?body=Hi%20%26%20bye%0AAna");
  equal(textLink("+4930123456", "Hi", true).url, "sms:+4930123456&body=Hi");
  equal([textLink("+4930123456").url, textLink("030?body=x")], ["sms:+4930123456", undefined]);
});

test("details are cut so that place and guests still fit", () => {
  for (const provider of PROVIDERS) {
    const { url, isShortened } = calendarLink(provider, meeting({ details: "a & b <c>\n".repeat(300) }), { zone });
    isTrue(isShortened && url.length > LONGEST_LINK - 100 && url.endsWith("jane%40example.edu") && url.includes("%E2%80%A6"), url);
    isTrue(!/%26(amp|am|a|lt|l)%E2/.test(url), url);
  }
});

test("what a calendar can't carry gets no link", () => {
  const guests = Array.from({ length: 100 }, (_, at) => readAddress(`mentee${at}@example.edu`));
  for (const provider of PROVIDERS) equal(calendarLink(provider, meeting({ guests }), { zone }), undefined);
  for (const provider of ["outlook", "microsoft365", "constructor"]) equal(calendarLink(provider, meeting({ guests: [ana] }), { zone }), undefined);
  equal(calendarLink("google", meeting({ minutes: 0 }), { zone }), undefined);
});

test("settings may know a better address of a provider", () => {
  const { url } = calendarLink("google", meeting({ details: "", location: undefined }), { zone, endpoint: "https://calendar.example.edu/new?kind=event" });
  equal(url, "https://calendar.example.edu/new?kind=event&dates=20270316T210000Z/20270316T213000Z&text=Meeting&add=jane%40example.edu");
});
