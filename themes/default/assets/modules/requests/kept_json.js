/**
 * Something that this browser keeps: `{"version": 1, …}` under one key.
 *
 * What a newer version wrote is left alone: an old page in a forgotten tab must not take it away.
 */
export class KeptJSON {
  #storage; #key; #version;

  /** @param {Storage | undefined} storage nothing where the browser allows none @param {string} key @param {number} version */
  constructor(storage, key, version) {
    this.#storage = storage;
    this.#key = key;
    this.#version = version;
  }

  /** What is kept at this moment, `{}` where nothing readable is; nothing where it can't be read or is newer. @returns {object | undefined} */
  read() {
    if (!this.#storage) return undefined;
    try {
      const kept = JSON.parse(this.#storage.getItem(this.#key) ?? "{}");
      if (kept?.version > this.#version) return undefined;
      return kept?.version === this.#version ? kept : {};
    } catch (error) {
      return error instanceof SyntaxError ? {} : undefined;
    }
  }

  /** Keeps it; gives whether that worked, for there may be no room. @param {object} value */
  write(value) {
    if (!this.read()) return false;
    try {
      this.#storage.setItem(this.#key, JSON.stringify({ version: this.#version, ...value }));
      return true;
    } catch {
      return false;
    }
  }

  /** Removes it, whichever version wrote it; gives whether that worked. */
  clear() {
    try {
      this.#storage.removeItem(this.#key);
      return true;
    } catch {
      return false;
    }
  }
}
