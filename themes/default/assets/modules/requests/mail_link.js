/** Links that begin a message: in the reader's mail program (RFC 6068), in mail on the web, in their telephone. */

import { Link } from "./link.js";
import { encoded } from "./percent.js";

/**
 * @typedef {object} Message
 * @property {import("./address.js").MailAddress[]} to
 * @property {import("./address.js").MailAddress[]} [cc]
 * @property {string} [subject]
 * @property {string} [body]
 * @property {string} [ending] goes on behind the body, and stays whole where that has to be cut
 */

/** Mail on the web. Last checked: 2026-11-23. */
const WEB_MAIL = {
  gmail: { base: "https://mail.google.com/mail/?view=cm&fs=1", subject: "su" },
  outlook: { base: "https://outlook.office.com/mail/deeplink/compose", subject: "subject", losesPlus: true },
};

/**
 * A link for the reader's mail program.
 *
 * @param {Message} message
 * @returns {{url: string, isShortened: boolean}} shortened: the page offers the whole text to copy
 */
export function mailLink({ to, cc = [], subject, body, ending }) {
  const written = ({ local, domain }) => `${encoded(local)}@${domain}`;
  const link = new Link("mailto:").addAddresses(to.map(written));
  if (cc.length) link.add("cc", "").addAddresses(cc.map(written));
  return link.addLine("subject", subject).addText("body", body, "mail", { ending });
}

/**
 * A link for mail on the web.
 *
 * @param {string} service "gmail" or "outlook" @param {Message} message @param {string} [endpoint] the settings' own
 * @returns {{url: string, isShortened: boolean} | undefined} nothing where the service is unknown or can't carry it, as
 *   Outlook can't an address with a plus, which it may read as a space
 */
export function webMailLink(service, { to, cc = [], subject, body, ending }, endpoint) {
  const known = Object.hasOwn(WEB_MAIL, service) ? WEB_MAIL[service] : undefined;
  if (!known || (known.losesPlus && [...to, ...cc].some(({ hasPlus }) => hasPlus))) return undefined;
  const written = ({ ascii }) => encoded(ascii);
  const link = new Link(endpoint ?? known.base).add("to", "").addAddresses(to.map(written));
  if (cc.length) link.add("cc", "").addAddresses(cc.map(written));
  return link.addLine(known.subject, subject).addText("body", body, "mail", { ending });
}

/**
 * A link that begins a text message (RFC 5724).
 *
 * @param {string} number `+` and digits @param {string} [body] @param {boolean} [isIOS] which wants `&`, against the RFC
 * @returns {{url: string, isShortened: boolean} | undefined} nothing where it is no number
 */
export function textLink(number, body, isIOS = false) {
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return undefined;
  const { url, isShortened } = new Link(`sms:${number}`).addText("body", body, "plain");
  return { url: isIOS ? url.replace("?", "&") : url, isShortened };
}
