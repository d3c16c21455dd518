const MARKS = new RegExp("[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7"
  + "\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff"
  + "\\u1dc0-\\u1dff\\u20d0-\\u20f0\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\u{e0100}-\\u{e01ef}]", "gu");

const LETTERS = {
  ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ŋ: "n", ĸ: "k", ə: "e",
  ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ",
};

/** A text as it is compared: in lower case, without the marks that writers leave out. The index is made the same. */
export function folded(text) {
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase()
    .replace(/[øłđðħŧıŋĸəßæœþς]/g, (letter) => LETTERS[letter]).normalize("NFC");
}
