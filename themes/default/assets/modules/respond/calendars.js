/** What an answer is for the two people's calendars: links that invite the mentee, and files. */

import { calendarLink } from "../requests/calendar_links.js";
import { plainTime } from "../requests/clocks.js";
import { readAddress } from "../requests/address.js";
import { CALENDAR_TYPE, nowInSeconds, saveFile } from "../requests/here.js";
import { part, write } from "../page/rows.js";
import { entryFile, meetingAt, meetingTimeOf, replyFile } from "./answer_files.js";
import { data, isolated, say } from "./words.js";

/** @typedef {import("../requests/request.js").Request} Request */
/** @typedef {import("./answer_letter.js").Answer} Answer */

export class Calendars {
  #form; #request; #reader;

  /** @param {HTMLFormElement} form @param {Request} request @param {import("./two_clocks.js").Reader} reader */
  constructor(form, request, reader) {
    this.#form = form;
    this.#request = request;
    this.#reader = reader;
    const { which, invited } = form.elements;
    which.replaceChildren(...request.slots.map((slot, at) => new Option(plainTime(slot, reader.zone, reader.locale), String(at))));
    invited.value = "";
    this.#tellInvited("");
    part(form, "calendar").hidden = part(form, "reply").hidden = true;
  }

  /** Shows what an answer offers. @param {Answer} answer */
  show(answer) {
    const { slots, mentee } = this.#request;
    const isAccepted = answer.kind === "accept";
    part(this.#form, "calendar").hidden = !isAccepted;
    if (isAccepted) this.#lead(slots[answer.proposal]);
    write(this.#form, "calendar-note", say("calendar_note", { name: isolated(mentee.name) }));
    const hasReply = slots.length > 0 && (isAccepted || answer.kind === "decline" || meetingTimeOf(answer, this.#request) !== undefined);
    part(this.#form, "reply").hidden = !hasReply;
    part(this.#form, "which").hidden = isAccepted || slots.length < 2;
    this.#form.querySelector("[data-do=reply]").textContent = say(`reply_${answer.kind}`);
  }

  /** The address that a request goes to is most likely the one that was invited. @param {string | undefined} address */
  suggestInvited(address) {
    const { invited } = this.#form.elements;
    if (address && !invited.value) invited.value = address;
  }

  /** @param {Answer} answer */
  saveEntry(answer) {
    saveFile("meeting.ics", entryFile(answer, this.#request, this.#facts), CALENDAR_TYPE);
  }

  /** Saves the answer to an invitation, if it is known who was invited. @param {Answer} answer */
  saveReply(answer) {
    const { invited, which } = this.#form.elements;
    const address = readAddress(invited.value);
    this.#tellInvited(address ? "" : say("invited_problem"));
    if (!address) return invited.focus();
    const invitation = answer.kind === "accept" ? answer.proposal : Number(which.value) || 0;
    saveFile("reply.ics", replyFile(answer, this.#request, address, invitation, this.#facts), CALENDAR_TYPE);
  }

  get #facts() {
    return { host: data.host, phrases: data.phrases, now: nowInSeconds() };
  }

  #tellInvited(words) {
    write(this.#form, "invited-problem", words);
    this.#form.elements.invited.setAttribute("aria-invalid", String(words !== ""));
  }

  /** @param {import("../requests/request.js").Slot} slot */
  #lead(slot) {
    const meeting = meetingAt(slot, this.#request, this.#facts);
    for (const link of this.#form.querySelectorAll("[data-calendar]")) {
      const { calendar } = link.dataset;
      const reader = { zone: this.#reader.zone, endpoint: data.endpoints?.calendars?.[calendar] };
      const url = data.calendars.includes(calendar) ? calendarLink(calendar, meeting, reader)?.url : undefined;
      link.closest("li").hidden = !url;
      if (url) link.setAttribute("href", url);
    }
  }
}
