/** The form in which a mentor answers one request. */

import { part } from "../page/rows.js";
import { nowInSeconds } from "../requests/here.js";
import { answerLetter } from "./answer_letter.js";
import { Calendars } from "./calendars.js";
import { showChoices } from "./choices.js";
import { MailDesk } from "./mail_desk.js";
import { OtherTimes } from "./other_times.js";
import { data, say } from "./words.js";

/** @typedef {import("./answer_letter.js").Answer} Answer */

/** What of the form is the mail or a file's own, and changes no answer. */
const BESIDE = new Set(["subject", "text", "invited", "which"]);

export class AnswerForm {
  #form; #request; #reader; #times; #mail; #calendars;

  /**
   * @param {HTMLFormElement} form @param {import("../requests/request.js").Request} request
   * @param {import("./two_clocks.js").Reader} reader
   */
  constructor(form, request, reader) {
    this.#form = form;
    this.#request = request;
    this.#reader = reader;
    form.reset();
    form.dataset.request = request.id;
    showChoices(form, request, reader, nowInSeconds());
    part(form, "changed").textContent = "";
    part(form, "another").hidden = part(form, "declining").hidden = true;
    this.#times = new OtherTimes(form, request, reader, nowInSeconds);
    this.#mail = new MailDesk(form, request.mentee.address);
    this.#calendars = new Calendars(form, request, reader);
  }

  /** Takes over what was chosen or written. @param {Element} field */
  change(field) {
    if (field.name === "subject" || field.name === "text") this.#mail.read();
    if (!BESIDE.has(field.name)) this.#show();
  }

  /** @param {string} action what a button does */
  press(action) {
    const answer = this.#answer;
    if (action === "anew") this.#mail.anew();
    if (action === "copy") this.#mail.copy();
    if (!answer) return;
    if (action === "entry") this.#calendars.saveEntry(answer);
    if (action === "reply") this.#calendars.saveReply(answer);
  }

  /** Says what to do where no mail program opens. */
  tellSent() {
    this.#mail.tell("sent");
  }

  #show() {
    const answer = this.#answer;
    if (!answer) return;
    part(this.#form, "another").hidden = answer.kind !== "another";
    part(this.#form, "declining").hidden = answer.kind !== "decline";
    this.#mail.show(answer.kind, answerLetter(answer, this.#request, this.#reader, data.site));
    this.#calendars.show(answer);
    // Those who listen are told once that there is a mail now, not at every letter of it.
    part(this.#form, "changed").textContent = say("ready");
    const calendars = this.#calendars;
    this.#times.fetch().then((hours) => calendars.suggestInvited(hours?.address));
  }

  /** What the mentor has chosen; nothing before they have. @returns {Answer | undefined} */
  get #answer() {
    const { answer, reason, later, someone } = this.#form.elements;
    if (!answer.value) return undefined;
    const kind = ["agree", "another", "decline"].includes(answer.value) ? answer.value : "accept";
    return {
      kind, proposal: kind === "accept" ? Number(answer.value) : undefined,
      times: kind === "another" ? this.#times.chosen : [],
      reason: reason.value, isLater: later.checked, someone: someone.value,
    };
  }
}
