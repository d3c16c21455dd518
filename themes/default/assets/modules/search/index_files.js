import { ByteReader } from "./byte_reader.js";

/**
 * The files of an index. What they were made into stays in memory. Whoever asks for a file that is on its way waits for
 * that one; when nobody waits any more it is given up. A file that failed may be asked for again.
 */
export class IndexFiles {
  /** @param {string} folder with a slash behind it @param {typeof globalThis.fetch} fetch */
  constructor(folder, fetch) {
    this.folder = folder;
    this.fetch = fetch;
    this.files = new Map();
  }

  /** @param {string} name @param {AbortSignal} [signal] @returns {Promise<any>} */
  json(name, signal) {
    return this.read(name, ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)), signal);
  }

  /**
   * @template Value
   * @param {string} name below the folder
   * @param {(reader: ByteReader) => Value} make what is kept of the file; always the same for one name
   * @param {AbortSignal} [signal]
   * @returns {Promise<Value>}
   */
  async read(name, make, signal) {
    signal?.throwIfAborted();
    const file = this.files.get(name) ?? this.#begin(name, make);
    file.waiting++;
    if (!signal) return file.value;
    return new Promise((resolve, reject) => {
      const leave = () => {
        if (--file.waiting === 0) file.stop.abort();
        reject(signal.reason);
      };
      signal.addEventListener("abort", leave);
      file.value.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  #begin(name, make) {
    const stop = new AbortController();
    const forget = () => {
      if (this.files.get(name) === file) this.files.delete(name);
    };
    const file = { value: this.#load(name, make, stop.signal), waiting: 0, stop };
    this.files.set(name, file);
    stop.signal.addEventListener("abort", forget);
    file.value.catch(forget);
    return file;
  }

  async #load(name, make, signal) {
    try {
      const { fetch } = this; // The browser's own refuses to be anybody's method.
      const response = await fetch(this.folder + name, { signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const contents = response.body.pipeThrough(new DecompressionStream("deflate-raw"));
      return make(new ByteReader(new Uint8Array(await new Response(contents).arrayBuffer())));
    } catch (error) {
      throw new Error(`Search index, ${name}: ${error.message}`, { cause: error });
    }
  }
}
