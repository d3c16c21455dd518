/** Gentle hints on a message while it is written: keys for the theme's words. None keeps anyone from sending. */

const SHORT = 200;
const LONG = 1500;

/**
 * What could be better about a message. The limits count characters, so that they hold in every language.
 *
 * @param {{introduction?: string, hope?: string, questions?: string[]}} parts what the mentee writes in the three prompts
 * @returns {("no-introduction" | "no-hope" | "no-questions" | "few-questions" | "many-questions" | "not-a-question" | "placeholder" |
 *   "short" | "long" | "shouting" | "exclaiming")[]}
 */
export function hintsOn({ introduction = "", hope = "", questions = [] }) {
  const asked = questions.map((question) => question.trim()).filter(Boolean);
  const whole = [introduction, hope, ...asked].join("\n").trim();
  const length = [...whole].length;
  /** @type {[string, boolean][]} */
  const hints = [
    ["no-introduction", !introduction.trim()],
    ["no-hope", !hope.trim()],
    ["no-questions", asked.length === 0],
    ["few-questions", asked.length === 1],
    ["many-questions", asked.length > 3],
    ["not-a-question", asked.length > 0 && !/[?؟？;⁇]/.test(asked.join(""))],
    ["placeholder", /\[[^\]\n]{3,}\]/.test(whole)],
    ["short", length > 0 && length < SHORT],
    ["long", length > LONG],
    ["shouting", isShouted(whole)],
    ["exclaiming", (whole.match(/[!！]/g) ?? []).length > 3],
  ];
  return hints.filter(([, holds]) => holds).map(([key]) => key);
}

/** Whether three words or more in a row are in capitals. */
const isShouted = (text) => /(?:^|[^\p{L}\p{N}])(?:\p{Lu}{2,}[^\p{L}\p{N}]+){2}\p{Lu}{2,}(?![\p{L}\p{N}])/u.test(text);
