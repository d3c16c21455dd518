/** Mail addresses: what is one, and how programs want it. The rules are those of Sources/Addresses. */

/**
 * @typedef {object} MailAddress
 * @property {string} local what stands before the `@`
 * @property {string} domain in ASCII, as mail servers know it
 * @property {string} text as a person reads it
 * @property {string} ascii as programs want it
 * @property {boolean} hasPlus whether a program that takes `%2B` for a space would lose something
 */

const ATOM = "[A-Za-z0-9!#$%&'*+\\-/=?^_\\x60{|}~\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}]+";
const LOCAL = new RegExp(`^(?:${ATOM}(?:\\.${ATOM})*|"(?:[ !#-[\\]-~]|\\\\[ -~])+")$`, "u");
// What else a URL may have before its path (a user, a port, %41) is no part of a name.
const DOMAIN = /^[\p{L}\p{M}\p{Nd}\-.\u00b7\u30fb\u3002\uff0e\uff61]+$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** An address as a person wrote it, spaces around it or not; nothing if it is none. @param {string} written @returns {MailAddress | undefined} */
export function readAddress(written) {
  const text = written.trim();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const name = text.slice(at + 1).toLowerCase();
  const domain = asciiDomain(name);
  const ascii = `${local}@${domain}`;
  if (!domain || !LOCAL.test(local) || bytesIn(local) > 64 || bytesIn(ascii) > 254) return undefined;
  return { local, domain, text: `${local}@${name}`, ascii, hasPlus: local.includes("+") };
}

/**
 * Who gets requests to a mentor, by a profile's data. An address that was kept back is put together here.
 *
 * @param {{kind: string, to: string | string[]}} [address] @returns {MailAddress | undefined}
 */
export function recipientOf(address) {
  if (!Array.isArray(address?.to)) return readAddress(address?.to ?? "");
  const [local, ...domain] = address.to.map((part) => [...part].reverse().join("")).reverse();
  return readAddress(`${local}@${domain.join(".")}`);
}

/** The browser knows IDNA: it is what URLs have their hosts from. @param {string} name */
function asciiDomain(name) {
  if (!DOMAIN.test(name)) return undefined;
  const host = hostOf(`https://${name}`);
  const labels = host.split(".");
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1));
  return isName && host.length <= 253 ? host : undefined;
}

function hostOf(url) {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
}

const bytesIn = (text) => new TextEncoder().encode(text).length;
