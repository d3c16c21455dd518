/** The theme's words, as the index brings them, in the page's language. */
export class Words {
  /**
   * @param {Record<string, string | Record<string, string>>} phrases
   * @param {string} language
   */
  constructor(phrases, language) {
    this.phrases = phrases;
    this.plurals = new Intl.PluralRules(language || undefined);
  }

  /**
   * A phrase with its `{parameters}` filled in. `n` decides between the forms of a plural.
   *
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  say(key, values = {}) {
    const phrase = this.phrases[key] ?? key;
    const text = typeof phrase === "string" ? phrase : phrase[this.plurals.select(values.n)] ?? phrase.other;
    return text.replace(/\{(\w+)\}/g, (all, name) => {
      const value = values[name];
      return typeof value === "number" ? this.number(value) : value ?? all;
    });
  }

  /** A number as the theme writes it. */
  number(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, this.phrases.group_separator ?? "");
  }
}
