/** The mail with which a mentor answers: its text for each answer, for the mentor to change as they like. */

import { lines, oneLine } from "../requests/clean_text.js";
import { filled } from "../requests/phrases.js";
import { timeInMail } from "./two_clocks.js";

/** @typedef {import("../requests/request.js").Request} Request */
/** @typedef {import("../requests/request.js").Slot} Slot */
/**
 * @typedef {object} Answer
 * @property {"accept" | "agree" | "another" | "decline"} kind `accept`: one of the proposed times; `agree`: gladly, and no
 *   time is set
 * @property {number} [proposal] which of the proposed times is accepted
 * @property {Slot[]} times the mentor's own proposals
 * @property {"busy" | "fit" | "pause"} reason why they decline
 * @property {boolean} isLater whether they may be asked again in a month
 * @property {string} someone who could be asked instead
 */

/**
 * The mail for an answer.
 *
 * @param {Answer} answer @param {Request} request @param {import("./two_clocks.js").Reader} reader @param {string} site its name
 * @returns {{subject: string, body: string}}
 */
export function answerLetter(answer, request, reader, site) {
  const values = { site, name: request.mentee.name, mentor: request.mentor.name, someone: oneLine(answer.someone) };
  const say = (key) => filled(reader.phrases[`respond_letter_${key}`] ?? "", values);
  const list = (slots) => slots.map((slot) => `- ${timeInMail(slot, request.zone, reader)}`).join("\n");
  const texts = { accept: accepting, agree: agreeing, another: proposing, decline: declining }[answer.kind](answer, request, say, list);
  const subject = filled(reader.phrases[`respond_subject_${answer.kind === "agree" ? "accept" : answer.kind}`] ?? "", values);
  return {
    subject: oneLine(subject),
    body: [say("greeting"), ...texts, say("closing")].map((text) => lines(text || "").trim()).filter(Boolean).join("\n\n"),
  };
}

function accepting({ proposal }, { slots, mode }, say, list) {
  return [`${say("accept")}\n${list([slots[proposal]])}`, mode && say(`how_${mode}`)];
}

function agreeing(_, { mode }, say) {
  return [say(mode === "email" ? "by_email" : "agree")];
}

function proposing({ times }, { slots, mode }, say, list) {
  const opening = say(slots.length ? "another" : "gladly");
  if (!times.length) return [`${opening} ${say("which")}`];
  return [`${opening} ${say("these")}\n${list(times)}`, mode && mode !== "email" && say(`how_${mode}`)];
}

function declining({ reason, isLater, someone }, _, say) {
  return [say(reason), someone.trim() && say("someone"), isLater && say("later"), say("wishes")];
}
