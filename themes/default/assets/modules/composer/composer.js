/** The composer: a request to a profile's mentor, from its first word until the reader sends it by means of their own. */

import { connections, drafts, locale, nowInSeconds, ownZone, requestData } from "../requests/here.js";
import { filled } from "../requests/phrases.js";
import { root } from "../page/place.js";
import { part, rowFrom } from "../page/rows.js";
import { Form } from "./form.js";
import { fetchTemplates } from "./markup.js";
import { Outcome } from "./outcome.js";
import { Times } from "./times.js";
import { requestOf } from "./writing.js";

/** While these hold, sending again means the same request in other words; after that a new one begins. */
const UNDER_WAY = ["drafted", "sent", "rescheduled"];

/** @param {Document} page a profile that takes requests */
export async function composerFor(page) {
  const [data] = await Promise.all([requestData(page), fetchTemplates()]);
  return new Composer(data, page);
}

class Composer {
  #data; #dialog; #form; #times; #outcome; #id; #request;

  constructor(data, page) {
    const dialog = rowFrom("composer");
    const texting = page.querySelector(".request a[href^='sms:']")?.getAttribute("href") ?? "";
    const [, number] = /^sms:(\+\d+)/.exec(texting) ?? [];
    page.body.append(dialog);
    this.#data = data;
    this.#dialog = dialog;
    this.#form = new Form(part(dialog, "form"), data);
    this.#times = new Times(part(dialog, "times"), data, { zone: ownZone, locale });
    this.#outcome = new Outcome(dialog.querySelector(".outcome"), data, number, () => this.#sent());
    part(dialog, "title").textContent = filled(data.phrases.compose_title, { name: `\u2068${data.name}\u2069` });
    const link = part(dialog, "connections");
    if (link) link.href = new URL("connections/", root).href;
    part(dialog, "form").addEventListener("input", () => this.#changed());
    part(dialog, "close").addEventListener("click", () => dialog.close());
    part(dialog, "anew").addEventListener("click", () => this.#beginAnew());
    dialog.addEventListener("close", () => page.dispatchEvent(new Event("composer-closed")));
  }

  /** Opens it where the reader left off. @param {number} [time] the beginning of an open time to propose */
  open(time) {
    if (this.#dialog.open) return;
    const draft = drafts.read(this.#data.slug);
    const state = draft?.fields.id ? connections.read(draft.fields.id)?.state : "drafted";
    const isUnderWay = draft !== undefined && UNDER_WAY.includes(state);
    const { fields, slots } = isUnderWay ? draft : { fields: this.#opening(draft), slots: [] };
    this.#id = fields.id || crypto.randomUUID();
    this.#form.fill(fields);
    this.#times.show(time && !slots.includes(time) ? [time, ...slots] : slots, nowInSeconds());
    if (time && !draft) this.#keepDraft();
    this.#outcome.tell("");
    this.#show();
    this.#dialog.showModal();
  }

  /**
   * What a new request can begin with: who the reader is, as they last said it.
   *
   * @param {import("../requests/draft_store.js").Draft} [former]
   */
  #opening(former) {
    const [latest] = [...drafts.all.values()].sort((one, other) => other.changed - one.changed);
    const { introduction = "" } = former?.fields ?? {};
    const known = connections.all.map(({ request }) => request.mentee).find(({ name }) => name);
    const { name = known?.name ?? "", address = known?.address ?? "" } = (former ?? latest)?.fields ?? {};
    return { name, address, introduction };
  }

  #beginAnew() {
    this.#id = crypto.randomUUID();
    this.#form.fill(this.#opening(drafts.read(this.#data.slug)));
    this.#times.show([], nowInSeconds());
    drafts.forget(this.#data.slug);
    this.#outcome.tell("");
    this.#show();
    part(this.#dialog, "title").focus();
  }

  #changed() {
    this.#keepDraft();
    this.#show();
  }

  /** The page of connections wants to know whose draft it is; and what was sent has its id, so that it can be sent again. */
  #keepDraft() {
    const sent = connections.read(this.#id) && { id: this.#id };
    const fields = { ...this.#form.fields, mentor: this.#data.name, ...sent };
    const slots = this.#times.chosen.map(({ start }) => start);
    const isKept = drafts.keep(this.#data.slug, { fields, slots, changed: nowInSeconds() });
    part(this.#dialog, "blocked").hidden = isKept;
    part(this.#dialog, "kept").hidden = !isKept;
  }

  #show() {
    const former = connections.read(this.#id);
    const { fields } = this.#form;
    const slots = fields.mode === "email" ? [] : this.#times.chosen;
    this.#request = requestOf(fields, slots, this.#data, { id: this.#id, zone: ownZone, former: former?.request });
    this.#outcome.show(this.#request);
    part(this.#dialog, "again").hidden = !former;
    const date = former && new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(former.changed * 1000);
    part(this.#dialog, "again-words").textContent = former ? filled(this.#data.phrases.compose_again, { date }) : "";
  }

  /** Keeps the request as sent, as far as a page can know. */
  #sent() {
    const isKept = connections.keep(this.#request, "sent", nowInSeconds());
    this.#keepDraft();
    this.#outcome.tell(isKept ? "" : "compose_not_kept", isKept);
    this.#show();
    return isKept;
  }
}
