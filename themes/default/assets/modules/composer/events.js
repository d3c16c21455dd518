/** The proposed times as meetings: in calendars on the web with the mentor as guest, and as files. */

import { calendarLink } from "../requests/calendar_links.js";
import { CALENDAR_TYPE, locale, nowInSeconds, ownZone, saveFile } from "../requests/here.js";
import { entry, invitation, uidOf } from "../requests/ical.js";
import { plainTime, utcBasic } from "../requests/clocks.js";
import { readAddress, recipientOf } from "../requests/address.js";
import { arrange, part, rowFrom, write } from "../page/rows.js";
import { meetingOf } from "./writing.js";

export class Events {
  #place; #data; #rows = new Map(); #request; #link;

  /** @param {HTMLElement} place @param {object} data the profile's @param {() => boolean} onSent */
  constructor(place, data, onSent) {
    this.#place = place;
    this.#data = data;
    part(place, "events").addEventListener("click", ({ target }) => {
      const start = Number(target.closest("[data-row]")?.dataset.row);
      const at = this.#request.slots.findIndex((slot) => slot.start === start);
      if (at < 0) return;
      if (target.closest("[data-hold]")) this.#save(at, false);
      if (target.closest("[data-invitation]")) this.#save(at, true);
      if (target.closest("[data-invitation], a[data-calendar]")) onSent();
    });
  }

  /** @param {import("../requests/request.js").Request} request @param {string} link with which the mentor answers */
  show(request, link) {
    this.#request = request;
    this.#link = link;
    const canInvite = link !== "" && recipientOf(this.#data.address) !== undefined;
    part(this.#place, "calendar").hidden = request.slots.length === 0;
    part(this.#place, "invitation-steps").hidden = !canInvite;
    part(this.#place, "invitation-needs").hidden = link !== "";
    arrange(part(this.#place, "events"), request.slots.map((slot) => this.#row(slot, canInvite)));
  }

  #row(slot, canInvite) {
    const row = this.#rows.get(slot.start) ?? rowFrom("composer-event");
    this.#rows.set(slot.start, row);
    row.dataset.row = String(slot.start);
    const time = plainTime(slot, ownZone, locale);
    write(row, "time", time);
    write(row, "for", `, ${time}`);
    part(row, "attach").hidden = !canInvite;
    const meeting = meetingOf(this.#request, slot, this.#data, this.#link);
    for (const anchor of row.querySelectorAll("a[data-calendar]")) {
      const provider = anchor.dataset.calendar;
      const isOffered = this.#data.calendars.includes(provider);
      const endpoint = this.#data.endpoints?.calendars?.[provider];
      const link = isOffered ? calendarLink(provider, meeting, { zone: ownZone, endpoint }) : undefined;
      anchor.closest("li").hidden = !link;
      if (link) anchor.href = link.url;
    }
    return row;
  }

  /** Saves an invitation to attach, or an entry that keeps the time free. @param {number} at @param {boolean} isInvitation */
  #save(at, isInvitation) {
    const { id, sequence, slots, mentor, mentee } = this.#request;
    const meeting = meetingOf(this.#request, slots[at], this.#data, this.#link);
    const identity = { uid: uidOf(id, this.#data.host, at), sequence, stamp: nowInSeconds() };
    const organizer = { name: mentee.name, address: readAddress(mentee.address) };
    const attendee = { name: this.#data.address?.kind === "office" ? undefined : mentor.name, address: meeting.guests[0] };
    const text = isInvitation ? invitation(meeting, identity, organizer, attendee) : entry(meeting, identity);
    const name = `${isInvitation ? "invitation-" : ""}${mentor.slug}-${utcBasic(meeting.start)}.ics`;
    saveFile(name, text, CALENDAR_TYPE);
  }
}
