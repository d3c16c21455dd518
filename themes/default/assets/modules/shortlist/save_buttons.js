/** The buttons that save a mentor, on cards and profiles, now there or put there later. */

import { factsOf } from "./facts.js";
import { savedEntry, withSaved, without } from "./saved.js";

/** @param {import("./kept_list.js").KeptList<import("./saved.js").Saved>} shortlist */
export function startSaveButtons(shortlist) {
  if (!shortlist.isUsable) return;
  document.documentElement.classList.add("can-save");
  // Who presses twice on one page gets the note back, too.
  const removed = new Map();

  /** @param {Element} holder */
  function toggle(holder) {
    const facts = factsOf(holder);
    const former = shortlist.entries.find(({ slug }) => slug === facts.slug);
    if (former) removed.set(facts.slug, former);
    const isKept = shortlist.change((list) =>
      former ? without(list, facts.slug) : withSaved(list, savedEntry({ ...removed.get(facts.slug), ...facts })));
    document.querySelector("[data-save-trouble]")?.toggleAttribute("hidden", isKept);
  }

  /** @param {ParentNode} place */
  function mark(place) {
    const buttons = place.querySelectorAll("[data-save]");
    const saved = new Set(buttons.length ? shortlist.entries.map(({ slug }) => slug) : []);
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(saved.has(button.closest("[data-mentor]")?.dataset.mentor)));
    }
  }

  document.addEventListener("click", ({ target }) => {
    const holder = target.closest?.("[data-save]")?.closest("[data-mentor]");
    if (holder) toggle(holder);
  });
  new MutationObserver((changes) => {
    const parents = new Set(changes.filter(({ addedNodes }) => addedNodes.length).map(({ target }) => target));
    for (const parent of parents) mark(parent);
  }).observe(document.body, { childList: true, subtree: true });
  shortlist.watch(() => mark(document));
  mark(document);
}
