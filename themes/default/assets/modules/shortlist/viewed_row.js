/** Profiles note that they were viewed; other pages show who was, until the reader wants them forgotten. */

import { factsOf } from "./facts.js";
import { profileOf } from "../page/place.js";
import { viewedEntry, withVisit } from "./viewed.js";

/** @typedef {import("./kept_list.js").KeptList<import("./viewed.js").Viewed>} ViewedList */

/** @param {ViewedList} viewed */
export function noteVisit(viewed) {
  const profile = document.querySelector(".profile[data-mentor]");
  if (profile) viewed.change((list) => withVisit(list, viewedEntry(factsOf(profile))));
}

/** @param {ViewedList} viewed */
export function startViewedRow(viewed) {
  const row = document.querySelector("[data-viewed]");
  if (!(row instanceof HTMLElement)) return;
  const list = row.querySelector("ul");
  const forget = row.querySelector("button");
  const forgotten = row.querySelector("p");
  if (!list || !forget || !forgotten) return;
  const show = () => {
    const entries = viewed.entries;
    list.replaceChildren(...entries.map(item));
    list.hidden = forget.hidden = !entries.length;
    if (entries.length) forgotten.hidden = true;
    row.hidden = !entries.length && forgotten.hidden;
  };
  forget.addEventListener("click", () => {
    forgotten.hidden = false;
    viewed.change(() => []);
    forgotten.focus();
  });
  viewed.watch(show);
  show();
}

/** @param {import("./viewed.js").Viewed} entry */
function item({ slug, name, headline }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = profileOf(slug).href;
  link.textContent = name;
  item.append(link);
  if (headline) {
    const line = document.createElement("span");
    line.textContent = headline;
    item.append(line);
  }
  return item;
}
