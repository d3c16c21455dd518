/** The page of the shortlist: cards, and messages to work through. */

import { withFacts } from "./edits.js";
import { shortlist } from "./main.js";
import { canBeWrittenTo, Messages } from "./messages.js";
import { profileOf } from "../page/place.js";
import { fetchProfiles } from "./profiles.js";
import { part, write } from "../page/rows.js";
import { SavedCards } from "./saved_cards.js";

/** @typedef {import("./saved_cards.js").Found} Found */

/** How long the page waits for profiles before it shows what is kept of them, so that little moves. */
const PATIENCE = 300;

const FACTS = ["name", "headline", "position", "location"];

/** What was found of each mentor; undefined while it is awaited. @type {Map<string, Found>} */
const found = new Map();

/** @param {HTMLElement} page */
function start(page) {
  const tell = (/** @type {boolean} */ isKept) =>
    document.querySelector("[data-save-trouble]")?.toggleAttribute("hidden", isKept);
  const cards = new SavedCards(part(page, "cards"), shortlist, tell);
  const messages = new Messages(part(page, "messages"), shortlist, tell);

  function show() {
    const entries = shortlist.entries;
    cards.show(entries, found);
    messages.show(entries, found);
    part(page, "empty").hidden = entries.length > 0 || cards.canUndo;
    part(page, "saved").hidden = !entries.length && !cards.canUndo;
    part(page, "tools").hidden = part(page, "letters").hidden = !entries.length;
    const open = entries.filter(({ slug, sent }) => sent || canBeWrittenTo(found.get(slug)));
    write(page, "done", String(open.filter(({ sent }) => sent).length));
    write(page, "all", String(open.length));
    return fetchNew(entries.map(({ slug }) => slug));
  }

  /** @param {string[]} slugs */
  function fetchNew(slugs) {
    const unknown = slugs.filter((slug) => !found.has(slug));
    for (const slug of unknown) found.set(slug, undefined);
    return fetchProfiles(unknown, profileOf, (slug, profile) => {
      found.set(slug, profile);
      if (typeof profile !== "object" || !isNews(slug, profile)) return show();
      const facts = Object.fromEntries(FACTS.map((fact) => [fact, profile[fact]]));
      if (!shortlist.change((list) => withFacts(list, slug, facts))) show();
    });
  }

  part(page, "print").addEventListener("click", () => print());
  part(page, "clear").addEventListener("click", () => cards.removeAll());
  shortlist.watch(show);
  const patience = new Promise((done) => setTimeout(done, PATIENCE));
  Promise.race([show(), patience]).then(() => (page.hidden = false));
}

/** Whether a profile says other than what is kept. @param {string} slug @param {import("./profiles.js").Profile} profile */
function isNews(slug, profile) {
  const entry = shortlist.entries.find((saved) => saved.slug === slug);
  return entry !== undefined && FACTS.some((fact) => entry[fact] !== profile[fact]);
}

const page = document.querySelector("[data-shortlist]");
if (page instanceof HTMLElement && shortlist.isUsable) start(page);
else document.querySelector("[data-shortlist-blocked]")?.removeAttribute("hidden");
