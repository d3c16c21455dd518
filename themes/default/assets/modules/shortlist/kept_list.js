/**
 * A list of mentors that the browser keeps: `{"version": 1, "mentors": [{"slug": "ana-lopez", …}, …]}`.
 *
 * What is there may be cut short or another script's: whatever of it is sound is read. What a newer version wrote is
 * left alone, for an old page in some forgotten tab must not take it away.
 */
const VERSION = 1;

/**
 * The sound entries of a kept text; nothing where a newer version wrote it.
 *
 * @template Entry
 * @param {string | null} text @param {(written: object) => Entry} entry @returns {Entry[] | undefined}
 */
export function entriesIn(text, entry) {
  let kept;
  try {
    kept = JSON.parse(text ?? "null");
  } catch {
    return [];
  }
  if (kept?.version > VERSION) return undefined;
  if (kept?.version !== VERSION || !Array.isArray(kept.mentors)) return [];
  const bySlug = new Map();
  for (const written of kept.mentors) {
    if (isSlug(written?.slug) && !bySlug.has(written.slug)) bySlug.set(written.slug, entry(written));
  }
  return [...bySlug.values()];
}

/** Whether a value can be the last part of a profile's address. @param {unknown} value */
function isSlug(value) {
  return typeof value === "string" && /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]{0,199}$/u.test(value);
}

/** A value as text of at most so many characters. @param {unknown} value @param {number} most */
export function textOf(value, most) {
  return typeof value === "string" ? [...value].slice(0, most).join("") : "";
}

/** @template Entry */
export class KeptList {
  #storage; #key; #entry; #most; #watchers = [];

  /**
   * @param {Storage | undefined} storage nothing where the browser allows none
   * @param {string} key
   * @param {(written: object) => Entry} entry makes an entry of whatever was written
   * @param {number} most how many entries there can be
   */
  constructor(storage, key, entry, most) {
    this.#storage = storage;
    this.#key = key;
    this.#entry = entry;
    this.#most = most;
  }

  /** Whether the list can be read and changed here. */
  get isUsable() {
    return this.#read() !== undefined;
  }

  /** What is kept at this moment, whichever tab wrote it. @returns {Entry[]} */
  get entries() {
    return this.#read() ?? [];
  }

  #read() {
    try {
      return this.#storage && entriesIn(this.#storage.getItem(this.#key), this.#entry);
    } catch {
      return undefined;
    }
  }

  /**
   * Keeps what an edit makes of the entries; gives whether that worked, for there may be no room.
   *
   * @param {(entries: Entry[]) => Entry[]} edit
   */
  change(edit) {
    const former = this.#read();
    if (!former) return false;
    const mentors = edit(former);
    if (mentors.length > this.#most) return false;
    try {
      if (mentors.length) this.#storage.setItem(this.#key, JSON.stringify({ version: VERSION, mentors }));
      else this.#storage.removeItem(this.#key);
    } catch {
      return false;
    }
    this.#tell();
    return true;
  }

  /** Calls back after every change, also another tab's. @param {() => void} watcher */
  watch(watcher) {
    if (!this.#watchers.length && globalThis.addEventListener) this.#listen();
    this.#watchers.push(watcher);
  }

  #listen() {
    addEventListener("storage", ({ key }) => {
      if (key === null || key === this.#key) this.#tell();
    });
    // A page that was put aside heard nothing meanwhile.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.#tell();
    });
  }

  #tell() {
    for (const watcher of this.#watchers) watcher();
  }
}
