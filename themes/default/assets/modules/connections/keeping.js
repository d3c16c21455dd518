/** Taking all connections along as a file, taking such a file in, and deleting everything. */

import { connections, drafts, nowInSeconds, saveFile } from "../requests/here.js";
import { part } from "../page/rows.js";
import { say, sayCount } from "./words.js";

/** @param {HTMLElement} page @param {() => void} show */
export function startKeeping(page, show) {
  const tell = (/** @type {string} */ words) => (part(page, "file-told").textContent = words);
  part(page, "export").addEventListener("click", () => {
    saveFile(`connections-${dayNow()}.json`, connections.exported(), "application/json");
    tell(sayCount("exported", connections.all.length));
  });
  const field = /** @type {HTMLInputElement} */ (part(page, "import"));
  field.addEventListener("change", async () => {
    const [file] = field.files ?? [];
    if (file) tell(wordsOn(connections.import(await file.text().catch(() => ""))));
    // The same file can be chosen again.
    field.value = "";
    show();
  });
  const question = /** @type {HTMLDialogElement} */ (document.querySelector("[data-part=question]"));
  part(page, "delete-all").addEventListener("click", () => {
    question.returnValue = "";
    question.showModal();
  });
  question.addEventListener("close", () => {
    if (question.returnValue !== "delete") return;
    const isDeleted = [connections.removeAll(), drafts.forgetAll()].every(Boolean);
    for (const line of page.querySelectorAll(".removal")) line.remove();
    show();
    tell(say(isDeleted ? "deleted" : "not_deleted"));
  });
}

/** @param {ReturnType<typeof connections.import>} outcome */
function wordsOn(outcome) {
  if ("problem" in outcome) return say(`problem_${outcome.problem}`);
  return [sayCount("imported", outcome.taken), outcome.refused ? sayCount("refused", outcome.refused) : ""].join(" ").trim();
}

/** Today by the reader's clock: 2026-11-24. */
function dayNow() {
  const now = new Date(nowInSeconds() * 1000);
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
