/** What a reader takes along of an agreed meeting: an entry and a reminder for their calendar, links to those on the web. */

import { calendarLink } from "../requests/calendar_links.js";
import { meetingTime } from "../requests/clocks.js";
import { CALENDAR_TYPE, locale, nowInSeconds, ownZone, saveFile } from "../requests/here.js";
import { entry, reminder, uidOf } from "../requests/ical.js";
import { profileOf } from "../page/place.js";
import { data, modeName, say } from "./words.js";

/** @typedef {import("../requests/connections_store.js").Connection} Connection */

/** No reminder comes before or after these hours. */
const MORNING = 8;
const EVENING = 18;
const REMINDER_MINUTES = 15;

/** When the reader is reminded: the day before, by their own clock. @param {number} start in seconds since 1970 */
export function reminderTime(start) {
  const time = new Date(start * 1000);
  time.setDate(time.getDate() - 1);
  if (time.getHours() < MORNING || time.getHours() >= EVENING) time.setHours(EVENING, 0, 0, 0);
  return Math.floor(time.getTime() / 1000);
}

/** A link to the meeting in a calendar on the web. @param {Connection} connection @param {string} provider @returns {string | undefined} */
export function meetingLink(connection, provider) {
  if (!connection.meeting || !data.calendars.includes(provider)) return undefined;
  const reader = { zone: ownZone, endpoint: data.endpoints?.calendars?.[provider] };
  return calendarLink(provider, meetingOf(connection, connection.meeting), reader)?.url;
}

/** Saves the meeting as a calendar file. @param {Connection} connection */
export function saveMeeting(connection) {
  if (!connection.meeting) return;
  const uid = uidOf(connection.request.id, data.host, proposalOf(connection));
  save(connection, "meeting", entry(meetingOf(connection, connection.meeting), { uid, stamp: nowInSeconds() }, true));
}

/** Saves a reminder of the day before. @param {Connection} connection */
export function saveReminder(connection) {
  const { request, meeting } = connection;
  if (!meeting) return;
  const title = say("reminder_title", { name: request.mentor.name });
  const details = [meetingTime(meeting, ownZone, locale), detailsOf(connection), location.href.split("#")[0]].join("\n");
  const time = { start: reminderTime(meeting.start), minutes: REMINDER_MINUTES, title, details };
  save(connection, "reminder", reminder(time, { uid: uidOf(`${request.id}-reminder`, data.host), stamp: nowInSeconds() }));
}

/** Which of the proposed times it is: an invitation to that one has the same UID. @param {Connection} connection */
function proposalOf({ request, meeting }) {
  return Math.max(0, request.slots.findIndex(({ start }) => start === meeting?.start));
}

/** @param {Connection} connection @param {import("../requests/request.js").Slot} slot */
function meetingOf(connection, slot) {
  return { ...slot, title: say("meeting_title", { name: connection.request.mentor.name }), details: detailsOf(connection) };
}

/** @param {Connection} connection */
function detailsOf({ request }) {
  return [modeName(request.mode), request.purpose, profileOf(request.mentor.slug).href].filter(Boolean).join("\n");
}

/** @param {Connection} connection @param {string} kind @param {string} text */
function save({ request }, kind, text) {
  saveFile(`${request.mentor.slug}-${kind}.ics`, text, CALENDAR_TYPE);
}
