/**
 * The words of a vocabulary that, or whose beginnings, become `word` by few changes: a character more, fewer, another,
 * or two neighbours swapped.
 *
 * Neighbours in the sorted vocabulary share their beginnings, so the rows of the table of distances are kept for each
 * character of the last word, and only those of the rest are made anew. Where no row can become near enough any more,
 * all words with that beginning are passed over: of a hundred thousand words a few thousand rows are made.
 *
 * @param {import("./byte_reader.js").ByteReader} vocabulary
 * @param {string} word
 * @param {number} most
 * @returns {Map<string, number>} each word's changes
 */
export function nearWords(vocabulary, word, most) {
  const wanted = Array.from(word, (letter) => letter.codePointAt(0));
  const width = wanted.length;
  const decoder = new TextDecoder();
  const found = new Map();
  const bytes = new Uint8Array(1024);
  // By depth, the number of characters taken: the character, where its bytes end, its row, the least distance so far.
  const letters = [0], ends = [0], rows = [Uint8Array.from({ length: width + 1 }, (_, at) => at)], best = [width];
  let depth = 0, deadEnd = Infinity;

  const take = (letter, end) => {
    const above = rows[depth], twoAbove = rows[depth - 1];
    depth++;
    const row = rows[depth] ??= new Uint8Array(width + 1);
    let least = row[0] = depth;
    for (let at = 1; at <= width; at++) {
      let changes = Math.min(above[at] + 1, row[at - 1] + 1, above[at - 1] + (letter === wanted[at - 1] ? 0 : 1));
      if (at > 1 && depth > 1 && letter === wanted[at - 2] && letters[depth - 1] === wanted[at - 1]) {
        changes = Math.min(changes, twoAbove[at - 2] + 1);
      }
      row[at] = changes;
      if (changes < least) least = changes;
    }
    letters[depth] = letter;
    ends[depth] = end;
    best[depth] = Math.min(best[depth - 1], row[width]);
    if (least > most) deadEnd = depth;
  };

  vocabulary.at = 0;
  while (!vocabulary.isAtEnd) {
    const shared = vocabulary.varint();
    const length = shared + vocabulary.varint();
    if (length > bytes.length) throw new Error("no vocabulary");
    for (let at = shared; at < length; at++) bytes[at] = vocabulary.byte();
    while (ends[depth] > shared) depth--;
    if (depth < deadEnd) deadEnd = Infinity;
    for (let at = ends[depth]; at < length && depth < deadEnd; at = ends[depth]) {
      const lead = bytes[at];
      const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      let letter = size === 1 ? lead : lead & 0x7f >> size;
      for (let next = 1; next < size; next++) letter = letter << 6 | bytes[at + next] & 0x3f;
      take(letter, at + size);
    }
    if (best[depth] <= most) found.set(decoder.decode(bytes.subarray(0, length)), best[depth]);
  }
  return found;
}
