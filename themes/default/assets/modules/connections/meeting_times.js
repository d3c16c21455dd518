/** When the two meet: the time that is agreed, and how the reader says which it is. */

import { meetingTime, zoneName } from "../requests/clocks.js";
import { locale, nowInSeconds, ownZone } from "../requests/here.js";
import { arrange, part, rowFrom, write } from "../page/rows.js";
import { meetingLink, reminderTime } from "./meeting_files.js";

/** @typedef {import("../requests/connections_store.js").Connection} Connection */
/** @typedef {import("../requests/request.js").Slot} Slot */

/** Whether a meeting is over. @param {Slot} meeting */
const isOver = ({ start, minutes }) => start + minutes * 60 <= nowInSeconds();

/** Shows the agreed time and what can be taken along of it. @param {HTMLElement} card @param {Connection} connection */
export function showMeeting(card, connection) {
  const { meeting, state } = connection;
  const isAgreed = meeting !== undefined && (state === "accepted" || state === "met");
  part(card, "meeting").hidden = !isAgreed;
  if (!isAgreed) return;
  write(card, "when", meetingTime(meeting, ownZone, locale));
  write(card, "zone", zoneName(meeting.start, ownZone, locale));
  part(card, "passed").hidden = state !== "accepted" || !isOver(meeting);
  part(card, "takeaways").hidden = isOver(meeting);
  for (const link of card.querySelectorAll("[data-calendar]")) {
    const url = meetingLink(connection, link.dataset.calendar);
    link.parentElement.hidden = !url;
    if (url) link.setAttribute("href", url);
  }
  const reminder = card.querySelector("[data-file=reminder]");
  reminder.parentElement.hidden = reminderTime(meeting.start) <= nowInSeconds();
}

/** Shows the times that were proposed, and asks for the agreed one where it is not known. @param {HTMLElement} card @param {Connection} connection */
export function showTimes(card, connection) {
  const { request, state, meeting } = connection;
  const isOpen = state === "sent" || state === "rescheduled" || state === "accepted";
  const isAsked = state === "accepted" && meeting === undefined;
  const hasList = request.slots.length > 0 && (isOpen || state === "drafted") && meeting === undefined;
  const list = part(card, "slots");
  list.hidden = !hasList;
  part(card, "asks").hidden = !isAsked;
  part(card, "proposed").hidden = !hasList || isAsked;
  part(card, "other-time").hidden = !isOpen;
  part(card, "times").hidden = !hasList && !isOpen;
  const length = request.slots[0]?.minutes;
  if (length) /** @type {HTMLInputElement} */ (part(card, "minutes")).defaultValue = String(length);
  const rows = new Map([...list.children].map((row) => [row.dataset.row, row]));
  arrange(list, request.slots.map((slot, at) => {
    const row = rows.get(String(at)) ?? rowFrom("proposal");
    row.dataset.row = String(at);
    const time = meetingTime(slot, ownZone, locale);
    write(row, "time", time);
    write(row, "of", ` ${time} ${request.mentor.name}`);
    part(row, "past").hidden = !isOver(slot);
    row.querySelector("[data-agree]").hidden = !isOpen || isSame(slot, meeting);
    row.toggleAttribute("data-agreed", isSame(slot, meeting));
    return row;
  }));
}

/** @param {Slot} one @param {Slot | undefined} other */
const isSame = (one, other) => one.start === other?.start && one.minutes === other.minutes;

/**
 * The time that the reader wrote, by their own clock; nothing if it is none, and then the form says so.
 *
 * @param {HTMLFormElement} form @returns {Slot | undefined}
 */
export function writtenTime(form) {
  const start = /** @type {HTMLInputElement} */ (part(form, "start"));
  const minutes = /** @type {HTMLInputElement} */ (part(form, "minutes"));
  for (const field of [start, minutes]) field.setAttribute("aria-invalid", String(!field.validity.valid));
  const wrong = [start, minutes].find(({ validity }) => !validity.valid);
  part(form, "time-error").hidden = !wrong;
  wrong?.focus();
  return wrong ? undefined : { start: Math.floor(new Date(start.value).getTime() / 1000), minutes: Number(minutes.value) };
}
