/** The reader's own requests and what became of them. They never leave the browser, but as a file that the reader saves. */

import { lines } from "./clean_text.js";
import { packed, unpacked } from "./fragment.js";
import { KeptJSON } from "./kept_json.js";
import { isSlot } from "./request.js";

/** @typedef {"drafted" | "sent" | "accepted" | "declined" | "rescheduled" | "met"} State */
/**
 * @typedef {object} Connection
 * @property {import("./request.js").Request} request
 * @property {State} state
 * @property {number} changed when it last was, in seconds since 1970
 * @property {import("./request.js").Slot | undefined} meeting the time that is agreed
 * @property {string} notes
 * @property {string[]} ticks what of the checklist is done
 */

const VERSION = 1;
const MOST = 500;
const LONGEST_NOTES = 20_000;
const LARGEST_FILE = 5_000_000;

/** What usually comes next. A reader may set any state: they know what happened. @type {Record<State, State[]>} */
export const NEXT_STATES = {
  drafted: ["sent"],
  sent: ["accepted", "rescheduled", "declined"],
  rescheduled: ["accepted", "declined"],
  accepted: ["met", "rescheduled", "declined"],
  declined: [],
  met: [],
};

export class ConnectionsStore {
  #kept;

  /** @param {Storage | undefined} storage @param {string} key of this site */
  constructor(storage, key) {
    this.#kept = new KeptJSON(storage, key, VERSION);
  }

  /** Whether connections can be kept here. */
  get isUsable() {
    return this.#kept.read() !== undefined;
  }

  /** All connections, those changed last first. @returns {Connection[]} */
  get all() {
    return connectionsIn(this.#kept.read()?.connections);
  }

  /** @param {string} id of the request */
  read(id) {
    return this.all.find(({ request }) => request.id === id);
  }

  /**
   * Keeps a new request, or another version of one that is here. Gives whether that worked.
   *
   * @param {import("./request.js").Request} request @param {State} state @param {number} now in seconds since 1970
   */
  keep(request, state, now) {
    const former = this.read(request.id) ?? { notes: "", ticks: [] };
    return this.#write([{ ...former, request, state, changed: now }, ...this.all]);
  }

  /**
   * Changes parts of a connection. Gives whether that worked.
   *
   * @param {string} id @param {Partial<Pick<Connection, "state" | "meeting" | "notes" | "ticks">>} parts @param {number} now
   */
  change(id, parts, now) {
    const former = this.read(id);
    return former !== undefined && this.#write([{ ...former, ...parts, changed: now }, ...this.all]);
  }

  /** @param {string} id */
  remove(id) {
    return this.#write(this.all.filter(({ request }) => request.id !== id));
  }

  removeAll() {
    return this.#kept.clear();
  }

  /** Everything, as the text of a file. */
  exported() {
    return JSON.stringify({ kind: "mentorbook-connections", version: VERSION, connections: this.all.map(written) }, null, 1);
  }

  /**
   * Takes in a file that was exported; of two versions of a connection the one changed last stays.
   *
   * @param {string} text
   * @returns {{taken: number, refused: number} | {problem: "size" | "damaged" | "unknown" | "version" | "room"}}
   */
  import(text) {
    if (text.length > LARGEST_FILE) return { problem: "size" };
    const file = parsed(text);
    if (file === undefined) return { problem: "damaged" };
    if (file?.kind !== "mentorbook-connections" || !Array.isArray(file.connections)) return { problem: "unknown" };
    if (file.version !== VERSION) return { problem: file.version > VERSION ? "version" : "unknown" };
    const taken = connectionsIn(file.connections);
    const isKept = this.#write([...taken, ...this.all].sort((a, b) => b.changed - a.changed));
    return isKept ? { taken: taken.length, refused: file.connections.length - taken.length } : { problem: "room" };
  }

  /** Of several with one id the first stays. @param {Connection[]} connections */
  #write(connections) {
    const distinct = connectionsIn(connections.map(written));
    return distinct.length <= MOST && this.#kept.write({ connections: distinct.map(written) });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {Connection} connection */
function written({ request, meeting, ...rest }) {
  return { request: packed(request), ...(meeting && { meeting: [meeting.start, meeting.minutes] }), ...rest };
}

/** What is sound of a kept list, each once. @param {unknown} values @returns {Connection[]} */
function connectionsIn(values) {
  const byID = new Map();
  for (const value of Array.isArray(values) ? values : []) {
    const connection = connectionFrom(value);
    if (connection && !byID.has(connection.request.id)) byID.set(connection.request.id, connection);
  }
  return [...byID.values()].sort((a, b) => b.changed - a.changed);
}

/** @param {any} value @returns {Connection | undefined} */
function connectionFrom(value) {
  const { request } = unpacked(value?.request);
  if (!request || !Object.hasOwn(NEXT_STATES, value.state)) return undefined;
  const { state, changed, meeting, notes, ticks } = value;
  return {
    request, state,
    changed: Number.isSafeInteger(changed) ? changed : 0,
    meeting: slotFrom(meeting),
    notes: typeof notes === "string" ? lines(notes).slice(0, LONGEST_NOTES) : "",
    ticks: Array.isArray(ticks) ? [...new Set(ticks.filter((tick) => typeof tick === "string" && /^[\w-]{1,64}$/.test(tick)))].slice(0, 100) : [],
  };
}

function slotFrom(pair) {
  if (!Array.isArray(pair)) return undefined;
  const [start, minutes] = pair;
  return isSlot({ start, minutes }) ? { start, minutes } : undefined;
}
