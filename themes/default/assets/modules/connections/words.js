/** The theme's words on this page, and dates as its language writes them. */

import { dataOf, locale } from "../requests/here.js";
import { filled, plural } from "../requests/phrases.js";

/**
 * What the generator tells the page.
 *
 * @type {{site: string, host: string, calendars: string[], phrases: Record<string, import("../requests/phrases.js").Phrase>,
 *   checklist?: {title: string, link: string, items: {id: string, text: string, section?: string}[]}}}
 */
export const data = dataOf("connections-data") ?? { site: "", host: "", calendars: [], phrases: {} };

/** A phrase of this page with its places filled in. @param {string} key without `connections_` @param {Record<string, string>} [values] */
export const say = (key, values = {}) => filled(data.phrases[`connections_${key}`] ?? "", values);

/** The form of a phrase for a number. @param {string} key without `connections_` @param {number} count */
export const sayCount = (key, count) => plural(data.phrases[`connections_${key}`] ?? "", count, locale);

/** What a way to meet is called. @param {string} mode */
export const modeName = (mode) => filled(data.phrases[`mode_${mode}`] ?? "", {});

/** A number as the language writes it. @param {number} count */
export const number = (count) => new Intl.NumberFormat(locale).format(count);

/** The day of an instant: "24 November 2026". @param {number} seconds */
export const day = (seconds) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(seconds * 1000);
