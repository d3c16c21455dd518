/**
 * Text without what no link and no file may carry: control characters, halves of characters, and line breaks of more
 * than one kind.
 */

const BREAKS = /\r\n|[\n\r\x85\u2028\u2029]/g;

/** Half a character, as text has it that was cut in the middle of one, becomes U+FFFD. @param {string} text */
const whole = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** The text with every line break as a line feed; control characters but the tab are dropped. @param {string} text */
export const lines = (text) => whole(text).replace(BREAKS, "\n").replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "");

/** The text on one line: controls and line breaks, or several, become one space. @param {string} text */
export const oneLine = (text) => whole(text).replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, " ").trim();
