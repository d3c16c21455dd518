/** Requests that the reader has begun and not sent, as cards that lead back to them. */

import { connections, drafts } from "../requests/here.js";
import { keyOf, ourStorage, profileOf } from "../page/place.js";
import { part, rowFrom, write } from "../page/rows.js";
import { shortlistIn } from "../shortlist/saved.js";
import { viewedIn } from "../shortlist/viewed.js";
import { day, say } from "./words.js";

const LONGEST_BEGINNING = 200;

/** The drafts that were never sent, those changed last first. One that was has the id of a connection that is kept. */
export function unsentDrafts() {
  const ids = new Set(connections.all.map(({ request }) => request.id));
  const unsent = [...drafts.all].filter(([, { fields }]) => !ids.has(fields.id));
  return unsent.sort(([, one], [, other]) => other.changed - one.changed);
}

/** The cards of all drafts that were never sent. @param {Map<string, HTMLElement>} cards by slug, from before */
export function draftCards(cards) {
  return unsentDrafts().map(([slug, draft]) => {
    const card = cards.get(slug) ?? rowFrom("connection-draft");
    cards.set(slug, card);
    card.dataset.row = card.dataset.draft = slug;
    const name = nameOf(slug);
    write(card, "name", name);
    write(card, "for", ` ${name}`);
    part(card, "profile").setAttribute("href", profileOf(slug).href);
    part(card, "write").setAttribute("href", `${profileOf(slug).href}#write`);
    write(card, "changed", say("changed", { date: day(draft.changed) }));
    write(card, "beginning", beginningOf(draft));
    return card;
  });
}

/**
 * What a mentor is called, as far as this browser knows without asking anybody: a draft may say it, and who writes to a
 * mentor has seen their profile.
 *
 * @param {string} slug
 */
export function nameOf(slug) {
  const [storage, isThem] = [ourStorage(), (known) => known.slug === slug];
  const known = viewedIn(storage, keyOf("viewed")).entries.find(isThem)
    ?? shortlistIn(storage, keyOf("shortlist")).entries.find(isThem)
    ?? connections.all.find(({ request }) => isThem(request.mentor))?.request.mentor;
  return drafts.read(slug)?.fields.mentor || known?.name || slug;
}

/** The longest text, which says best what the draft is about. @param {import("../requests/draft_store.js").Draft} draft */
function beginningOf({ fields }) {
  const [longest = ""] = Object.values(fields).map((text) => text.trim()).sort((one, other) => other.length - one.length);
  const characters = [...longest];
  return characters.length > LONGEST_BEGINNING ? `${characters.slice(0, LONGEST_BEGINNING).join("")}…` : longest;
}
