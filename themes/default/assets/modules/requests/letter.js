/** The mail that carries a request: its text from its parts. */

import { lines, oneLine } from "./clean_text.js";
import { filled } from "./phrases.js";

/**
 * What the mentee writes in the three prompts, as one text.
 *
 * @param {{introduction?: string, hope?: string, questions?: string[]}} parts
 * @param {string} lead what stands before the questions
 */
export function messageOf({ introduction = "", hope = "", questions = [] }, lead) {
  const asked = questions.map(oneLine).filter(Boolean).map((question, at) => `${at + 1}. ${question}`);
  return paragraphs([introduction, hope, asked.length ? [lead, ...asked].join("\n") : ""]);
}

/**
 * A mail's text in two parts. The body can be cut where a link is too short for it; the ending holds what the mentor
 * needs to answer, and stays whole.
 *
 * @param {import("./request.js").Request} request
 * @param {{called: string, times: string[], modeName: string, link: string, site: string}} facts how the mentor is
 *   called, the proposed times in words, the way to meet in words, the link with which to answer
 * @param {Record<"subject" | "greeting" | "mode" | "times" | "no_times" | "answer" | "thanks", string>} phrases with
 *   places for `{called}`, `{mentor}`, `{name}`, `{mode}`, `{purpose}`, `{site}`, `{link}`
 * @returns {{subject: string, body: string, ending: string, whole: string}}
 */
export function letterOf({ mentor, mentee, purpose, message }, { called, times, modeName, link, site }, phrases) {
  const values = { called, link, site, purpose, mode: modeName, mentor: mentor.name, name: mentee.name };
  const say = (key) => filled(phrases[key] ?? "", values);
  const body = paragraphs([say("greeting"), message]);
  const offered = times.length ? [say("times"), ...times.map((time) => `- ${time}`)].join("\n") : say("no_times");
  const ending = `\n\n${paragraphs([
    modeName && say("mode"), offered, link && say("answer"), `${say("thanks")}\n${mentee.name}`,
  ])}`;
  return { subject: oneLine(say("subject")), body, ending, whole: body + ending };
}

const paragraphs = (texts) => texts.map((text) => lines(text).trim()).filter(Boolean).join("\n\n");
