/** The theme's phrases with their places filled in. */

/** @typedef {string | Record<string, string>} Phrase one text, or one for each form of a plural */

/** A phrase with its `{names}` filled in once; what nothing fills stays. @param {Phrase} phrase @param {Record<string, string>} values */
export function filled(phrase, values) {
  const text = typeof phrase === "string" ? phrase : phrase?.other ?? "";
  return text.replace(/\{([\w-]+)\}/g, (all, name) => (Object.hasOwn(values, name) ? values[name] : all));
}

/**
 * The form of a phrase for a number, and the number in it.
 *
 * @param {Phrase} phrase @param {number} n @param {string} [locale] @param {(n: number, locale?: string) => string} [written]
 */
export function plural(phrase, n, locale, written = (n, locale) => new Intl.NumberFormat(locale).format(n)) {
  const form = typeof phrase === "string" ? phrase : phrase[new Intl.PluralRules(locale).select(n)];
  return filled(form ?? phrase, { n: written(n, locale) });
}
