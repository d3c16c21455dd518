/** Links that begin a meeting in a calendar on the web, with the other person as guest. */

import { utcBasic, utcExtended, wallClock } from "./clocks.js";
import { Link } from "./link.js";
import { encoded } from "./percent.js";

/**
 * @typedef {object} Meeting
 * @property {number} start seconds since 1970
 * @property {number} minutes
 * @property {string} title
 * @property {string} [details] plain text of several lines
 * @property {string} [location]
 * @property {string} [conference] the address of a video meeting
 * @property {import("./address.js").MailAddress[]} [guests]
 */

/**
 * The providers, last checked 2026-11-23. Google gets no `ctz`: it ignores a zone that it doesn't know, and the hour
 * would be wrong. Yahoo reads times by the viewer's wall clock, and ignores a `Z`.
 */
const outlook = (host) => ({
  base: `https://${host}/calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent`,
  times: (start, end) => [["startdt", utcExtended(start)], ["enddt", utcExtended(end)]],
  title: "subject", details: "body", form: "html", location: "location", guests: "to", losesPlus: true,
});
const PROVIDERS = {
  google: {
    base: "https://calendar.google.com/calendar/render?action=TEMPLATE",
    times: (start, end) => [["dates", `${utcBasic(start)}/${utcBasic(end)}`]],
    title: "text", details: "details", location: "location", guests: "add",
  },
  outlook: outlook("outlook.live.com"),
  microsoft365: outlook("outlook.cloud.microsoft"),
  teams: {
    base: "https://teams.microsoft.com/l/meeting/new?", isTitleFirst: true,
    times: (start, end) => [["startTime", encoded(utcExtended(start))], ["endTime", encoded(utcExtended(end))]],
    title: "subject", details: "content", guests: "attendees",
  },
  yahoo: {
    base: "https://calendar.yahoo.com/?v=60",
    times: (start, end, zone) => [["ST", wallClock(start, zone)], ["ET", wallClock(end, zone)]],
    title: "TITLE", details: "DESC", location: "in_loc", guests: "inv_list",
  },
};

/**
 * A link that begins the meeting in the reader's calendar. Details that are too long are cut.
 *
 * @param {string} provider "google", "outlook", "microsoft365", "teams" or "yahoo"
 * @param {Meeting} meeting
 * @param {{zone: string, endpoint?: string}} reader their zone, and the settings' own address of the provider
 * @returns {{url: string, isShortened: boolean} | undefined} nothing where the provider can't carry the meeting: a guest
 *   with a plus where that may be read as a space, or more guests than fit
 */
export function calendarLink(provider, { start, minutes, title, details, location, guests = [] }, { zone, endpoint }) {
  const form = Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider] : undefined;
  if (!form || minutes <= 0 || (form.losesPlus && guests.some(({ hasPlus }) => hasPlus))) return undefined;
  const link = new Link(endpoint ?? form.base);
  if (form.isTitleFirst) link.addLine(form.title, title);
  for (const [name, value] of form.times(start, start + minutes * 60, zone)) link.add(name, value);
  if (!form.isTitleFirst) link.addLine(form.title, title);
  const behind = new Link("?");
  if (form.location) behind.addLine(form.location, location);
  if (guests.length) behind.add(form.guests, guests.map(({ ascii }) => encoded(ascii)).join(","));
  const before = behind.url === "?" ? "" : `&${behind.url.slice(1)}`;
  link.addText(form.details, details, form.form ?? "plain", { before });
  return before.length <= link.room ? { url: link.url + before, isShortened: link.isShortened } : undefined;
}
