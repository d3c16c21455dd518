/** The page of the reader's connections: what they sent, what became of it, what they prepare and note. */

import { connections, nowInSeconds } from "../requests/here.js";
import { keyOf } from "../page/place.js";
import { part } from "../page/rows.js";
import { Board } from "./board.js";
import { ticksOf } from "./checklist.js";
import { showConnection } from "./card.js";
import { startKeeping } from "./keeping.js";
import { saveMeeting, saveReminder } from "./meeting_files.js";
import { writtenTime } from "./meeting_times.js";
import { removeCard } from "./removals.js";
import { copyLetter, leadToMail } from "./thanks.js";
import { say } from "./words.js";

/** @typedef {import("../requests/connections_store.js").Connection} Connection */
/** @typedef {Partial<Pick<Connection, "state" | "meeting" | "notes" | "ticks">>} Parts */

/** @param {HTMLElement} page */
function start(page) {
  const board = new Board(page);
  const show = () => board.show();

  /** Keeps what the reader changed. @param {Connection} connection @param {Parts} parts */
  function keep(connection, parts) {
    const isKept = connections.change(connection.request.id, parts, nowInSeconds());
    document.querySelector("[data-save-trouble]")?.toggleAttribute("hidden", isKept);
    return isKept;
  }

  /** Keeps another state or time, and takes the reader along to where the card then stands. @param {Connection} connection @param {Parts} parts */
  function move(connection, parts) {
    if (!keep(connection, parts)) return;
    show();
    const { mentor } = connection.request;
    part(page, "told").textContent = say("moved", { name: mentor.name, state: say(`state_${parts.state}`) });
    const card = board.card(connection.request.id);
    if (card) part(card, "profile").focus();
  }

  page.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button");
    const card = target.closest?.("[data-row].connection");
    if (!button || !card) return;
    if (button.dataset.remove !== undefined) removeCard(card, show);
    const connection = connectionOf(card);
    if (connection) press(button, card, connection);
  });

  /** @param {HTMLElement} button @param {HTMLElement} card @param {Connection} connection */
  function press(button, card, connection) {
    const { move: state, file, agree } = button.dataset;
    if (state) move(connection, { state, ...(LOSES_TIME.has(state) && { meeting: undefined }) });
    if (agree !== undefined) {
      const proposal = connection.request.slots[Number(button.closest("li").dataset.row)];
      move(connection, { state: "accepted", meeting: proposal });
    }
    if (file === "meeting") saveMeeting(connection);
    if (file === "reminder") saveReminder(connection);
    if (button.dataset.part === "copy") copyLetter(card);
  }

  page.addEventListener("submit", (event) => {
    const card = event.target.closest("[data-row].connection");
    const connection = card && connectionOf(card);
    if (!connection) return;
    event.preventDefault();
    const meeting = writtenTime(event.target);
    if (meeting) move(connection, { state: "accepted", meeting });
  });

  page.addEventListener("input", ({ target }) => {
    const card = target.closest("[data-row].connection");
    const connection = card && connectionOf(card);
    if (!connection) return;
    if (target.dataset.part === "notes") keep(connection, { notes: target.value });
    if (target.dataset.part === "letter") leadToMail(card);
    if (target.type === "checkbox") {
      keep(connection, { ticks: ticksOf(card, connection.ticks) });
      showConnection(card, connectionOf(card) ?? connection);
    }
  });

  addEventListener("storage", ({ key }) => {
    if (key === null || key === keyOf("connections") || key === keyOf("drafts")) show();
  });
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  startKeeping(page, show);
  show();
  page.hidden = false;
}

/** What no longer has an agreed time. */
const LOSES_TIME = new Set(["sent", "rescheduled", "declined", "drafted"]);

/** @param {HTMLElement} card */
const connectionOf = (card) => connections.read(card.dataset.connection ?? "");

const page = document.querySelector("[data-connections]");
if (page instanceof HTMLElement && connections.isUsable) start(page);
else document.querySelector("[data-connections-blocked]")?.removeAttribute("hidden");
