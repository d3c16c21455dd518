/** A `fetch` that answers from files in memory, and counts what is asked for. */
export class Shelf {
  /** @param {Map<string, Uint8Array>} files by path */
  constructor(files) {
    this.files = files;
    /** @type {string[]} */
    this.asked = [];
    this.fetch = async (path, { signal } = {}) => {
      this.asked.push(path);
      await this.delay?.(path);
      signal?.throwIfAborted();
      const file = files.get(path);
      return file ? new Response(file) : new Response("nothing here", { status: 404 });
    };
  }

  /** The files of an index (encoder.mjs) below a root. */
  static holding(files, root = "") {
    return new Shelf(new Map([...files].map(([name, bytes]) => [`${root}search/${name}`, bytes])));
  }
}
