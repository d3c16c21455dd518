import { ByteReader } from "./byte_reader.js";

/**
 * The files of an index. What was read stays in memory, in the form it was made into. Whoever asks for a file that is
 * on its way waits for that one; when none waits any more it is given up. A file that failed may be asked for again.
 */
export class IndexFiles {
  /** @param {string} folder where the index lies, with a slash behind it @param {typeof fetch} fetch */
  constructor(folder, fetch) {
    this.folder = folder;
    this.fetch = fetch;
    /** @type {Map<string, {value: Promise<any>, waiting: number, isHere: boolean, stop: AbortController}>} */
    this.files = new Map();
  }

  /** A file of JSON. @param {string} name @param {AbortSignal} [signal] @returns {Promise<any>} */
  json(name, signal) {
    return this.read(name, (reader) => JSON.parse(new TextDecoder().decode(reader.bytes)), signal);
  }

  /**
   * @template Value
   * @param {string} name below the folder
   * @param {(reader: ByteReader) => Value} make makes what is kept of the file; always the same for one name
   * @param {AbortSignal} [signal]
   * @returns {Promise<Value>}
   */
  async read(name, make, signal) {
    signal?.throwIfAborted();
    const file = this.files.get(name) ?? this.begin(name, make);
    if (file.isHere || !signal) {
      file.waiting = Infinity;
      return file.value;
    }
    file.waiting++;
    /** @type {() => void} */
    let leave;
    const left = new Promise((_, reject) => {
      leave = () => {
        if (--file.waiting === 0) {
          file.stop.abort();
          if (this.files.get(name) === file) this.files.delete(name);
        }
        reject(signal.reason);
      };
      signal.addEventListener("abort", leave);
    });
    try {
      return await Promise.race([file.value, left]);
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  begin(name, make) {
    const stop = new AbortController();
    const file = { value: this.load(name, make, stop.signal), waiting: 0, isHere: false, stop };
    this.files.set(name, file);
    file.value.then(() => {
      file.isHere = true;
    }, () => {
      if (this.files.get(name) === file) this.files.delete(name);
    });
    return file;
  }

  async load(name, make, signal) {
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
