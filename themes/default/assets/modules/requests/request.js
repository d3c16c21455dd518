/** A request for a conversation: what it consists of, and what of it can't be so. */

import { readAddress } from "./address.js";
import { lines, oneLine } from "./clean_text.js";

/** @typedef {{start: number, minutes: number}} Slot seconds since 1970, and how long */
/**
 * @typedef {object} Request
 * @property {string} id a random UUID, which the invitation has too
 * @property {number} sequence 0, and one more each time it is sent anew
 * @property {{slug: string, name: string}} mentor
 * @property {{name: string, address: string}} mentee
 * @property {string} purpose
 * @property {string} mode one of MODES, or nothing
 * @property {string} message what the mentee writes, without greeting and times
 * @property {Slot[]} slots those proposed, MOST_SLOTS at most
 * @property {string} zone the mentee's, an IANA name
 */

export const MODES = ["video", "phone", "in-person", "email"];
export const MOST_SLOTS = 3;

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;
const SLUG = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]{0,199}$/u;
const ZONE = /^(?:[A-Za-z][\w+-]*(?:\/[\w+-]+){0,3})?$/;
const LONGEST_ZONE = 64;
/** The end of the year 9999, after which dates are written otherwise. */
const LAST = 253_402_214_400;

/** A new request, its texts cleaned of what no link can carry. @param {Partial<Request>} parts @param {() => string} [randomUUID] @returns {Request} */
export function newRequest(parts, randomUUID = () => crypto.randomUUID()) {
  return cleaned({ id: randomUUID(), sequence: 0, ...parts });
}

/** The request with its texts cleaned, and nothing in it that is no part of one. @param {Partial<Request>} request @returns {Request} */
export function cleaned({ id = "", sequence = 0, mentor, mentee, purpose = "", mode = "", message = "", slots = [], zone = "" }) {
  return {
    id, sequence,
    mentor: { slug: mentor?.slug ?? "", name: oneLine(mentor?.name ?? "") },
    mentee: { name: oneLine(mentee?.name ?? ""), address: readAddress(mentee?.address ?? "")?.ascii ?? oneLine(mentee?.address ?? "") },
    purpose: oneLine(purpose), mode, message: lines(message).trim(),
    slots: slots.map(({ start, minutes }) => ({ start, minutes })), zone,
  };
}

/** @typedef {"id" | "sequence" | "mentor" | "name" | "address" | "purpose" | "mode" | "message" | "slots" | "zone"} Part */

/**
 * The first part of a request that can't be as it is, or that isn't clean; nothing where all is well. Who asks may
 * not have said who they are yet.
 *
 * @param {Request} request @returns {Part | undefined}
 */
export function problemIn({ id, sequence, mentor, mentee, purpose, mode, message, slots, zone }) {
  /** @type {[string, boolean][]} */
  const rules = [
    ["id", UUID.test(id)],
    ["sequence", isWhole(sequence, 0, 9999)],
    ["mentor", SLUG.test(mentor.slug) && isLine(mentor.name, 1, 200)],
    ["name", isLine(mentee.name, 0, 200)],
    ["address", mentee.address === "" || readAddress(mentee.address)?.ascii === mentee.address],
    ["purpose", isLine(purpose, 0, 200)],
    ["mode", mode === "" || MODES.includes(mode)],
    ["message", lines(message).trim() === message && message.length <= 10_000],
    ["slots", slots.length <= MOST_SLOTS && slots.every(isSlot)],
    ["zone", ZONE.test(zone) && zone.length <= LONGEST_ZONE],
  ];
  return rules.find(([, holds]) => !holds)?.[0];
}

/** The same of a request that can be answered, which says who asks. @param {Request} request @returns {Part | undefined} */
export function obstacleIn(request) {
  return problemIn(request) ?? (!request.mentee.name ? "name" : !request.mentee.address ? "address" : undefined);
}

/** Whether it is a time that a file can hold. @param {Slot} slot */
export const isSlot = ({ start, minutes }) => isWhole(start, 0, LAST) && isWhole(minutes, 1, 1440);
const isWhole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
const isLine = (text, least, most) => oneLine(text) === text && text.length >= least && text.length <= most;
