/** Reads an index file from its beginning. Whatever lies beyond its end throws, for a file may have been cut short. */
export class ByteReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get isAtEnd() {
    return this.at >= this.bytes.length;
  }

  byte() {
    if (this.isAtEnd) throw new Error("cut short");
    return this.bytes[this.at++];
  }

  /** A number, seven bits a byte, the low ones first. */
  varint() {
    let value = 0;
    for (let scale = 1; scale < 2 ** 49; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new Error("no number");
  }
}
