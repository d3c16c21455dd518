import { folded } from "./folding.js";

/** Scripts without spaces between words, or in which parts of names are looked for: taken by pairs of characters. */
const RUN = "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf"
  + "\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";

const LETTER = `(?:(?!${RUN})[\\p{L}\\p{M}])`, PART = `(?:(?!${RUN})[\\p{L}\\p{M}\\p{N}])`;
/** A word of letters with what follows it (c++, c#), or another word, or a run. No piece begins with a mark. */
const PIECES = new RegExp(`(?!\\p{M})(?:${LETTER}+[+#]{1,2}|${PART}+|((?:(?=${RUN})[\\p{L}\\p{M}\\p{N}])+))`, "gu");
const ONE_OF_RUN = new RegExp(`^${RUN}$`, "u");
const LONGEST = 40;
const MOST = 16;

/** The words that somebody who typed `text` looks for, in their order. @param {string} text @returns {string[]} */
export function wordsOf(text) {
  const words = [];
  for (const [piece, run] of folded(text).replace(/['’ʼʻ]/g, "").matchAll(PIECES)) {
    const letters = [...piece];
    if (run && letters.length > 1) words.push(...letters.slice(1).map((letter, at) => letters[at] + letter));
    else words.push(letters.slice(0, LONGEST).join(""));
  }
  return words.slice(0, MOST);
}

/** How many characters a word has. @param {string} word */
export const lengthOf = (word) => [...word].length;

/** Whether a word of a query may be the beginning of another. @param {string} word @param {boolean} isLast */
export const mayBegin = (word, isLast) => isLast || lengthOf(word) > 2 || ONE_OF_RUN.test(word);
