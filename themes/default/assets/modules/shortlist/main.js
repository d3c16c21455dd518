/** What every page does about the shortlist: save buttons, the count in the header, who was viewed. */

import { keyOf, ourStorage } from "../page/place.js";
import { startSaveButtons } from "./save_buttons.js";
import { shortlistIn } from "./saved.js";
import { viewedIn } from "./viewed.js";
import { noteVisit, startViewedRow } from "./viewed_row.js";

export const shortlist = shortlistIn(ourStorage(), keyOf("shortlist"));
const viewed = viewedIn(ourStorage(), keyOf("viewed"));

function showCount() {
  const count = shortlist.entries.length;
  const words = count ? ` ${count}` : "";
  for (const place of document.querySelectorAll("[data-saved-count]")) place.textContent = words;
}

startSaveButtons(shortlist);
shortlist.watch(showCount);
showCount();
noteVisit(viewed);
startViewedRow(viewed);
