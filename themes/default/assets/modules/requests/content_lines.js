/** The lines of a calendar file: `NAME;PARAMETER=value:value`, folded (RFC 5545 §3.1). */

import { lines } from "./clean_text.js";

const LONGEST = 75;

/** Text as a value (§3.3.11). @param {string} text */
export const escaped = (text) => lines(text).replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/**
 * Text as a parameter's value: RFC 6868 says what no quotation can hold. A backslash means nothing there, but some
 * programs take one before the closing colon for an escape, so it gets quotation marks too.
 *
 * @param {string} text
 */
export function quoted(text) {
  const value = lines(text).replaceAll("^", "^^").replaceAll('"', "^'").replaceAll("\n", "^n");
  return /[,;:\\]/.test(value) ? `"${value}"` : value;
}

/** A line with its end; what is over 75 octets goes on behind a line break and a space. @param {string} line */
export function folded(line) {
  let written = "";
  let room = LONGEST;
  for (const character of line) {
    const code = character.codePointAt(0);
    const octets = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets > room) {
      written += "\r\n ";
      room = LONGEST - 1;
    }
    written += character;
    room -= octets;
  }
  return `${written}\r\n`;
}

/**
 * A line of a file; nothing where there is no value.
 *
 * @param {string} name @param {string | undefined} value as it stands @param {Record<string, string | undefined>} [parameters] as text
 */
export function line(name, value, parameters = {}) {
  if (!value) return "";
  const written = Object.entries(parameters).filter(([, text]) => text).map(([key, text]) => `;${key}=${quoted(text)}`);
  return folded(`${name}${written.join("")}:${value}`);
}
