/** The theme's words on this page. */

import { dataOf } from "../requests/here.js";
import { filled } from "../requests/phrases.js";

/**
 * What the generator tells the page.
 *
 * @type {{site: string, host: string, calendars: string[], webMail: string[], phrases: Record<string, import("../requests/phrases.js").Phrase>}}
 */
export const data = dataOf("respond-data") ?? { site: "", host: "", calendars: [], webMail: [], phrases: {} };

/** A phrase of this page with its places filled in. @param {string} key without `respond_` @param {Record<string, string>} [values] */
export const say = (key, values = {}) => filled(data.phrases[`respond_${key}`] ?? "", values);

/** What a way to meet is called. @param {string} mode */
export const modeName = (mode) => filled(data.phrases[`mode_${mode}`] ?? "", {});

/** A name within a sentence, whichever way either is written. @param {string} name */
export const isolated = (name) => `\u2068${name}\u2069`;
