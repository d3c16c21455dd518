import { dayOf, withFacts, withReturned } from "../../themes/default/assets/modules/shortlist/edits.js";
import { entriesIn } from "../../themes/default/assets/modules/shortlist/kept_list.js";
import { contactsIn } from "../../themes/default/assets/modules/shortlist/profiles.js";
import { LONGEST_NOTE, savedEntry, shortlistIn, withSaved, without } from "../../themes/default/assets/modules/shortlist/saved.js";
import { MOST_VIEWED, viewedEntry, viewedIn, withVisit } from "../../themes/default/assets/modules/shortlist/viewed.js";
import { equal, isTrue, test } from "../module_units/testing.mjs";

const KEY = "mentorbook:shortlist:/";
const kept = (...mentors) => JSON.stringify({ version: 1, mentors });
const entry = (slug, facts = {}) => savedEntry({ slug, name: slug.toUpperCase(), ...facts });
const slugs = (entries) => entries.map(({ slug }) => slug);

/** A browser's storage. It may be full, or closed to this site. */
function storage({ text = null, isFull = false, isClosed = false } = {}) {
  const check = () => {
    if (isClosed) throw new DOMException("no", "SecurityError");
  };
  return {
    text,
    getItem(key) {
      check();
      return key === KEY ? this.text : null;
    },
    setItem(key, value) {
      check();
      if (isFull) throw new DOMException("no room", "QuotaExceededError");
      this.text = value;
    },
    removeItem() {
      check();
      this.text = null;
    },
  };
}

test("what is kept comes back as it was", () => {
  const place = storage();
  const ana = entry("ana", { headline: "Tides", position: "Engineer, Harbour", location: "Lisbon", note: "a\nb", sent: "2026-11-24" });
  isTrue(shortlistIn(place, KEY).change((list) => withSaved(list, ana)), "kept");
  equal(shortlistIn(place, KEY).entries, [ana]);
  equal(JSON.parse(place.text).version, 1);
});

test("of broken or foreign data only what is sound is read", () => {
  const cases = {
    "nothing": [null, []],
    "an empty text": ["", []],
    "half a text": ['{"version":1,"mentors":[{"slug":"ana"', []],
    "a number": ["7", []],
    "null": ["null", []],
    "a list": ['["ana"]', []],
    "no version": ['{"mentors":[{"slug":"ana"}]}', []],
    "a version of another kind": ['{"version":"1","mentors":[{"slug":"ana"}]}', []],
    "mentors that are no list": ['{"version":1,"mentors":{"slug":"ana"}}', []],
    "entries of all kinds": [kept(null, 3, "ana", [], {}, { slug: 7 }, { slug: "" }, { slug: "ana" }), ["ana"]],
    "ways out of the folder": [kept({ slug: "../evil" }, { slug: "a/b" }, { slug: ".." }, { slug: "a?b" }, { slug: "ok-1" }), ["ok-1"]],
    "somebody twice": [kept({ slug: "ana" }, { slug: "ben" }, { slug: "ana" }), ["ana", "ben"]],
    "slugs of any script": [kept({ slug: "東京" }, { slug: "москва" }, { slug: "लक्ष्मी" }), ["東京", "москва", "लक्ष्मी"]],
    "a name that objects have": [kept({ slug: "constructor" }, { slug: "toString" }), ["constructor", "toString"]],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) equal(slugs(entriesIn(text, savedEntry)), expected, name);
});

test("facts of a wrong kind or length are made sound", () => {
  const [found] = entriesIn(kept({ slug: "ana", name: 7, headline: { a: 1 }, note: "x".repeat(9999), sent: "yesterday", extra: "gone" }), savedEntry);
  equal(found, { slug: "ana", name: "ana", headline: "", position: "", location: "", note: "x".repeat(LONGEST_NOTE), sent: "" });
  equal(savedEntry({ slug: "a", name: "😀".repeat(300) }).name, "😀".repeat(200), "no character is cut in two");
});

test("what a newer version wrote is neither read nor overwritten", () => {
  const place = storage({ text: '{"version":2,"people":["ana"]}' });
  const list = shortlistIn(place, KEY);
  equal(list.isUsable, false);
  equal(list.entries, []);
  equal(list.change((all) => withSaved(all, entry("ben"))), false);
  equal(place.text, '{"version":2,"people":["ana"]}');
});

test("where nothing can be kept nothing breaks, and the change says that it failed", () => {
  const cases = { full: storage({ isFull: true }), closed: storage({ isClosed: true }), none: undefined };
  for (const [name, place] of Object.entries(cases)) {
    const list = shortlistIn(place, KEY);
    equal(list.change((all) => withSaved(all, entry("ana"))), false, name);
    equal(list.entries, [], name);
    equal(list.isUsable, name === "full", name);
  }
});

test("a full browser keeps what it had", () => {
  const text = kept(entry("ana"));
  const place = storage({ text, isFull: true });
  equal(shortlistIn(place, KEY).change((list) => withSaved(list, entry("ben"))), false);
  equal(place.text, text);
});

test("two tabs that change in turn lose nothing of each other", () => {
  const place = storage();
  const [one, other] = [shortlistIn(place, KEY), shortlistIn(place, KEY)];
  one.change((list) => withSaved(list, entry("ana")));
  other.change((list) => withSaved(list, entry("ben")));
  one.change((list) => withFacts(list, "ana", { note: "hello" }));
  other.change((list) => without(list, "ben"));
  equal(one.entries, [entry("ana", { note: "hello" })]);
});

test("an empty list leaves nothing behind", () => {
  const place = storage({ text: kept(entry("ana")) });
  shortlistIn(place, KEY).change((list) => without(list, "ana"));
  equal(place.text, null);
});

test("a list has an end", () => {
  const full = Array.from({ length: 500 }, (_, number) => entry(`m${number}`));
  const place = storage({ text: kept(...full) });
  equal(shortlistIn(place, KEY).change((list) => withSaved(list, entry("one-more"))), false);
  equal(shortlistIn(place, KEY).entries.length, 500);
});

test("watchers hear of what changed, not of what failed", () => {
  let heard = 0;
  const list = shortlistIn(storage(), KEY);
  list.watch(() => (heard += 1));
  list.change((all) => withSaved(all, entry("ana")));
  equal(heard, 1);
  const full = shortlistIn(storage({ isFull: true }), KEY);
  full.watch(() => (heard += 1));
  full.change((all) => withSaved(all, entry("ana")));
  equal(heard, 1);
});

test("edits of the shortlist", () => {
  const list = [entry("ana", { note: "n" }), entry("ben"), entry("cal")];
  equal(withSaved(list, entry("ana")), list, "saved twice");
  equal(slugs(withSaved(list, entry("dee"))), ["ana", "ben", "cal", "dee"], "at the end");
  equal(slugs(without(list, "ben")), ["ana", "cal"], "without");
  equal(slugs(without(list, "zoe")), ["ana", "ben", "cal"], "without nobody");
  equal(withFacts(list, "ben", { sent: "2026-11-24" })[1].sent, "2026-11-24", "ticked");
  equal(withFacts(list, "ben", { slug: "zoe" })[1].slug, "ben", "a slug stays");
  equal(withFacts(list, "zoe", { note: "x" }), list, "who is not on it is not put there");
});

test("who was taken off returns to their place, with all that was kept of them", () => {
  const list = [entry("ana"), entry("ben", { note: "n", sent: "2026-11-24" }), entry("cal")];
  equal(withReturned(without(list, "ben"), list[1], "cal"), list);
  equal(withReturned(without(list, "cal"), list[2], undefined), list, "the last");
  equal(slugs(withReturned([entry("ana")], list[1], "gone")), ["ana", "ben"], "the next one is gone, too");
  equal(slugs(withReturned(list, list[1], "ana")), ["ben", "ana", "cal"], "nobody is there twice");
});

test("the last eight that were viewed are remembered, the latest first, nobody twice", () => {
  let list = [];
  for (const slug of ["a", "b", "c", "a", "d", "e", "f", "g", "h", "i", "j"]) list = withVisit(list, viewedEntry({ slug, name: slug }));
  equal(slugs(list), ["j", "i", "h", "g", "f", "e", "d", "a"]);
  equal(list.length, MOST_VIEWED);
});

test("of who was viewed only slug, name and headline are kept", () => {
  const place = storage();
  const visit = viewedEntry({ slug: "ana", name: "Ana", headline: "Tides", note: "secret", location: "Lisbon" });
  viewedIn(place, KEY).change((list) => withVisit(list, visit));
  equal(JSON.parse(place.text).mentors, [{ slug: "ana", name: "Ana", headline: "Tides" }]);
});

test("the day is that of the reader's own calendar", () => {
  equal(dayOf(new Date(2026, 10, 4, 0, 30)), "2026-11-04");
  equal(dayOf(new Date(2026, 11, 31, 23, 59)), "2026-12-31");
});

test("on paper an address or a number stands once, and links to the web not at all", () => {
  const ways = [
    "mailto:ana%2Bwork@example.edu?subject=Hello&body=x", "https://mail.google.com/mail/?to=ana", "sms:+12025550100?body=x",
    "tel:+12025550100", "mailto:?subject=nobody",
  ].map((href) => ({ label: "", href }));
  equal(contactsIn(ways), ["ana+work@example.edu", "+12025550100"]);
  equal(contactsIn([{ label: "", href: "mailto:%E0%A4%A@example.edu" }]), ["%E0%A4%A@example.edu"], "what can't be decoded stays");
});
