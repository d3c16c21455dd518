import { ConnectionsStore, NEXT_STATES } from "../../themes/default/assets/modules/requests/connections_store.js";
import { DraftStore } from "../../themes/default/assets/modules/requests/draft_store.js";
import { newRequest } from "../../themes/default/assets/modules/requests/request.js";
import { equal, isTrue, test } from "../module_units/testing.mjs";
import { hostileTexts } from "./support/hostile_texts.mjs";

/** A browser's storage, with as much room as it is given. */
class Shelf {
  items = new Map();
  constructor(room = Infinity) {
    this.room = room;
  }
  getItem = (key) => this.items.get(key) ?? null;
  removeItem = (key) => this.items.delete(key);
  setItem = (key, text) => {
    if (text.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.items.set(key, text);
  };
}
const barred = { getItem() { throw new DOMException("barred", "SecurityError"); }, setItem() { throw new Error("barred"); }, removeItem() { throw new Error("barred"); } };
const idOf = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const requestOf = (number, parts) => newRequest({
  mentor: { slug: "ana", name: "Ana" }, mentee: { name: "Mina", address: "mina@example.edu" }, message: "Hello", ...parts,
}, () => idOf(number));
const filledStore = (storage = new Shelf()) => {
  const store = new ConnectionsStore(storage, "c");
  store.keep(requestOf(1), "sent", 100);
  store.keep(requestOf(2), "drafted", 200);
  return store;
};
const ids = (store) => store.all.map(({ request }) => Number(request.id.slice(-4)));

test("connections are kept, changed and removed, the last changed first", () => {
  const store = filledStore();
  equal(ids(store), [2, 1]);
  isTrue(store.change(idOf(1), { state: "accepted", meeting: { start: 1_805_230_800, minutes: 30 }, notes: "Bring paper", ticks: ["read", "read", "plan"] }, 300), "it is kept");
  equal(store.read(idOf(1)), { request: requestOf(1), state: "accepted", changed: 300, meeting: { start: 1_805_230_800, minutes: 30 }, notes: "Bring paper", ticks: ["read", "plan"] });
  equal(ids(store), [1, 2]);
  isTrue(store.keep(requestOf(1, { sequence: 1 }), "sent", 400), "it is sent anew");
  equal([store.read(idOf(1)).notes, store.read(idOf(1)).request.sequence], ["Bring paper", 1]);
  isTrue(store.remove(idOf(2)) && !store.change(idOf(2), { state: "met" }, 500), "it is gone");
  equal(ids(store), [1]);
  isTrue(store.removeAll(), "all are removed");
  equal(store.all, []);
});

test("a request whose sender is not named yet is kept", () => {
  const store = new ConnectionsStore(new Shelf(), "c");
  isTrue(store.keep(requestOf(1, { mentee: undefined }), "drafted", 1), "it is kept");
  equal(store.read(idOf(1)).request.mentee, { name: "", address: "" });
});

test("an impossible state or request is not kept", () => {
  const store = filledStore();
  store.change(idOf(1), { state: "married" }, 900);
  store.keep({ ...requestOf(3), id: "x" }, "sent", 900);
  equal([ids(store), store.read(idOf(1)).state], [[2, 1], "sent"]);
  isTrue(Object.values(NEXT_STATES).flat().every((state) => state in NEXT_STATES), "states lead to states");
});

test("what is exported is imported, and of two versions the later stays", () => {
  const store = filledStore();
  for (const [number, text] of hostileTexts.slice(0, 200).entries()) {
    store.keep(requestOf(number + 10, { message: text }), "met", 1000 + number);
    store.change(idOf(number + 10), { notes: text }, 1000 + number);
  }
  const file = store.exported();
  const other = new ConnectionsStore(new Shelf(), "other");
  equal(other.import(file), { taken: 202, refused: 0 });
  equal(other.all, store.all);
  store.change(idOf(1), { state: "declined" }, 5000);
  other.change(idOf(2), { state: "sent" }, 5000);
  equal(other.import(store.exported()), { taken: 202, refused: 0 });
  equal([other.read(idOf(1)).state, other.read(idOf(2)).state, other.all.length], ["declined", "sent", 202]);
});

test("a file that is none is refused with a reason, and nothing is lost", () => {
  const file = JSON.parse(filledStore().exported());
  const cases = [
    ["damaged", "", "{", "BEGIN:VCALENDAR"], ["unknown", "null", "[]", "1", "{}", JSON.stringify({ ...file, kind: "shortlist" }), JSON.stringify({ ...file, version: "1" }), JSON.stringify({ ...file, connections: {} })],
    ["version", JSON.stringify({ ...file, version: 2 })], ["size", " ".repeat(5_000_001)],
  ];
  const store = filledStore();
  for (const [problem, ...texts] of cases) for (const text of texts) equal(store.import(text), { problem }, text.slice(0, 99));
  const [sound] = file.connections;
  const spoilt = [null, 1, {}, { ...sound, state: "toString" }, { ...sound, request: { ...sound.request, f: { n: "x", a: "javascript:alert(1)" } } }, { ...sound, request: undefined }];
  equal(store.import(JSON.stringify({ ...file, connections: [...spoilt, { ...sound, notes: 5, ticks: [1, null, "<b>", "ok"], meeting: [1, 1e9], changed: "x", extra: 1 }] })), { taken: 1, refused: 6 });
  equal(ids(store), [2, 1]);
});

test("where there is no room or no storage nothing is lost, and it is said", () => {
  const shelf = new Shelf();
  const store = filledStore(shelf);
  shelf.room = 10;
  equal([store.keep(requestOf(3), "sent", 300), store.import(filledStore().exported())], [false, { problem: "room" }]);
  equal(ids(store), [2, 1]);
  for (const storage of [undefined, barred]) {
    const none = new ConnectionsStore(storage, "c");
    equal([none.isUsable, none.keep(requestOf(1), "sent", 1), none.all, none.removeAll()], [false, false, [], false]);
  }
});

test("what a newer version keeps is left alone, and what is spoilt is begun anew", () => {
  const shelf = new Shelf();
  shelf.setItem("c", '{"version":2,"connections":{}}');
  const store = new ConnectionsStore(shelf, "c");
  equal([store.isUsable, store.all, store.keep(requestOf(1), "sent", 1), shelf.getItem("c")], [false, [], false, '{"version":2,"connections":{}}']);
  for (const spoilt of ["{", "null", "[]", '"x"', '{"version":1}', '{"version":1,"connections":"x"}', '{"version":1,"connections":[null,{"request":[]}]}']) {
    shelf.setItem("c", spoilt);
    equal([store.all, store.keep(requestOf(1), "sent", 1), ids(store)], [[], true, [1]], spoilt);
  }
});

test("drafts survive, one for each mentor, and the oldest go", () => {
  const shelf = new Shelf();
  const store = new DraftStore(shelf, "d");
  const draft = { fields: { introduction: "I'm Mina", mode: "video", __proto__: null }, slots: [1, 2, 3], changed: 5 };
  isTrue(store.keep("ana", draft) && store.keep("__proto__", draft), "they are kept");
  equal(new DraftStore(shelf, "d").read("ana"), draft);
  equal(store.read("__proto__"), draft);
  equal([store.read("nobody"), store.read("constructor")], [undefined, undefined]);
  isTrue(store.forget("ana") && store.forget("ana"), "it is forgotten");
  equal([...store.all.keys()], ["__proto__"]);
  for (let at = 0; at < 60; at++) store.keep(`mentor-${at}`, { ...draft, changed: 100 + at });
  equal([store.all.size, store.read("mentor-59").changed, store.read("mentor-9")], [50, 159, undefined]);
  isTrue(store.forgetAll() && store.all.size === 0, "all are forgotten");
});

test("spoilt drafts are read as far as they are sound", () => {
  const shelf = new Shelf();
  const store = new DraftStore(shelf, "d");
  for (const spoilt of ["{", "null", '{"version":1,"drafts":5}', '{"version":1,"drafts":{"a":null,"b":{"fields":null},"c":3}}']) {
    shelf.setItem("d", spoilt);
    equal([...store.all], [], spoilt);
  }
  shelf.setItem("d", '{"version":1,"drafts":{"a":{"fields":{"x":1,"y":"z"},"slots":[1,"2",null,2.5,3,4,5],"changed":null}}}');
  equal(store.read("a"), { fields: { y: "z" }, slots: [1, 3, 4], changed: 0 });
  equal([new DraftStore(undefined, "d").keep("a", { fields: {} }), new DraftStore(barred, "d").read("a")], [false, undefined]);
});
