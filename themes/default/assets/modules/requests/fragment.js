/**
 * A request in the fragment of a link, which browsers never send to a server: `1.` and base64url of JSON in UTF-8.
 *
 * Links live in mail for years. What is written may change with a new version; every version is read for ever, as
 * Tests/Frozen/ holds it. The reader trusts nothing: what is not exactly a request is refused with a reason.
 */

import { cleaned, obstacleIn, problemIn } from "./request.js";

/** @typedef {import("./request.js").Request} Request */

const VERSION = 1;
/** How long a fragment can be. */
const LONGEST = 4096;

/** The keys of version 1, each with how its value is made from a request. They are short, so that links are. */
const KEYS = {
  id: ({ id }) => id,
  n: ({ sequence }) => sequence,
  m: ({ mentor }) => ({ s: mentor.slug, n: mentor.name }),
  f: ({ mentee }) => (mentee.name || mentee.address ? { n: mentee.name, a: mentee.address } : ""),
  p: ({ purpose }) => purpose,
  w: ({ mode }) => mode,
  t: ({ message }) => message,
  s: ({ slots }) => slots.map(({ start, minutes }) => [start, minutes]),
  z: ({ zone }) => zone,
};
const EMPTY = { n: 0, f: "", p: "", w: "", t: "", s: [], z: "" };

/** What a request's JSON is: for the fragment, and for what a browser keeps. @param {Request} request */
export function packed(request) {
  const value = { v: VERSION };
  for (const [key, of] of Object.entries(KEYS)) {
    const part = of(request);
    if (part !== EMPTY[key] && part.length !== 0) value[key] = part;
  }
  return value;
}

/**
 * The fragment of a request, without `#`. A message that makes it too long can be left out: the mail has it.
 *
 * @param {Partial<Request>} request
 * @returns {{fragment: string} | {problem: string}} a problem is "size", or the part of the request that can't be so
 */
export function encodeFragment(request) {
  const clean = cleaned(request);
  const problem = obstacleIn(clean);
  if (problem) return { problem };
  const bytes = new TextEncoder().encode(JSON.stringify(packed(clean)));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const fragment = `${VERSION}.${base64.replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_")}`;
  return fragment.length > LONGEST ? { problem: "size" } : { fragment };
}

/**
 * The request in a fragment, with `#` or without.
 *
 * @param {string} fragment
 * @returns {{request: Request} | {problem: "none" | "size" | "version" | "damaged" | "unknown"}} "version": of a newer
 *   site than this page; "damaged": cut short or altered; "unknown": well formed, and no request
 */
export function decodeFragment(fragment) {
  if (fragment.length > 2 * LONGEST) return { problem: "size" };
  // Mail programs break long links, and take the mark behind one for a part of it.
  const text = fragment.replace(/^#/, "").replace(/\s+/g, "").replace(/[.,;:!?)>\]'"=]+$/, "");
  if (!text) return { problem: "none" };
  if (text.length > LONGEST) return { problem: "size" };
  const [, version, base64] = /^(\d{1,4})\.([\w-]+)$/.exec(text) ?? [];
  if (!base64) return { problem: "damaged" };
  if (Number(version) !== VERSION) return { problem: "version" };
  const value = jsonIn(base64);
  if (value === undefined) return { problem: "damaged" };
  const result = unpacked(value);
  return result.request && obstacleIn(result.request) ? { problem: "unknown" } : result;
}

function jsonIn(base64) {
  try {
    const bytes = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

/** The request in its JSON. @param {unknown} value @returns {{request: Request} | {problem: "version" | "unknown"}} */
export function unpacked(value) {
  if (!isObject(value)) return { problem: "unknown" };
  if (Number.isInteger(value.v) && value.v > VERSION) return { problem: "version" };
  if (value.v !== VERSION || !hasOnly(value, ["v", ...Object.keys(KEYS)])) return { problem: "unknown" };
  const { id, n, m, f, p, w, t, s, z } = { ...EMPTY, ...value, f: value.f ?? { n: "", a: "" } };
  const areObjects = isObject(m) && hasOnly(m, ["s", "n"]) && isObject(f) && hasOnly(f, ["n", "a"]);
  const arePairs = Array.isArray(s) && s.every((pair) => Array.isArray(pair) && pair.length === 2);
  if (!areObjects || !arePairs || ![id, m.s, m.n, f.n, f.a, p, w, t, z].every((text) => typeof text === "string")) {
    return { problem: "unknown" };
  }
  const request = {
    id, sequence: n, mentor: { slug: m.s, name: m.n }, mentee: { name: f.n, address: f.a },
    purpose: p, mode: w, message: t, slots: s.map(([start, minutes]) => ({ start, minutes })), zone: z,
  };
  return problemIn(request) ? { problem: "unknown" } : { request };
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const hasOnly = (value, keys) => Object.keys(value).every((key) => keys.includes(key));
