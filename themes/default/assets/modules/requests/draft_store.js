/** Requests that are being written, one for each mentor, so that they survive a reload. */

import { KeptJSON } from "./kept_json.js";

/**
 * @typedef {object} Draft
 * @property {Record<string, string>} fields the form's texts by their names
 * @property {number[]} slots the beginnings of the chosen ones, in seconds since 1970
 * @property {number} changed in seconds since 1970
 */

const MOST = 50;
const LONGEST = 10_000;

export class DraftStore {
  #kept;

  /** @param {Storage | undefined} storage @param {string} key of this site */
  constructor(storage, key) {
    this.#kept = new KeptJSON(storage, key, 1);
  }

  /** All drafts, by the mentor's slug. @returns {Map<string, Draft>} */
  get all() {
    const { drafts } = this.#kept.read() ?? {};
    return new Map(Object.entries(drafts ?? {}).filter(([, value]) => value?.fields).map(([slug, value]) => [slug, draftFrom(value)]));
  }

  /** @param {string} slug */
  read(slug) {
    return this.all.get(slug);
  }

  /** Keeps a draft; the oldest go where there are too many. Gives whether that worked. @param {string} slug @param {Draft} draft */
  keep(slug, draft) {
    const others = [...this.all].filter(([other]) => other !== slug).sort(([, a], [, b]) => b.changed - a.changed);
    return this.#kept.write({ drafts: Object.fromEntries([[slug, draftFrom(draft)], ...others.slice(0, MOST - 1)]) });
  }

  /** @param {string} slug */
  forget(slug) {
    const drafts = this.all;
    return !drafts.delete(slug) || this.#kept.write({ drafts: Object.fromEntries(drafts) });
  }

  forgetAll() {
    return this.#kept.clear();
  }
}

/** What is sound of a value. @returns {Draft} */
function draftFrom({ fields, slots, changed }) {
  const texts = Object.entries(fields).filter(([, text]) => typeof text === "string" && text.length <= LONGEST);
  return {
    fields: Object.fromEntries(texts),
    slots: Array.isArray(slots) ? slots.filter(Number.isSafeInteger).slice(0, 3) : [],
    changed: Number.isSafeInteger(changed) ? changed : 0,
  };
}
