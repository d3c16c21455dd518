/** The buttons of a profile that open the composer, which is fetched when it is first wanted. */

import { dataOf, drafts, isIOS } from "../requests/here.js";

/** `#write` behind a profile's address opens the composer at once. */
const ADDRESS = "#write";

const data = dataOf("request-data");
let composer;

/** @param {string} [time] the open time that was asked for, in ISO's form */
async function open(time) {
  const trouble = document.querySelector("[data-compose-trouble]");
  try {
    composer ??= import("./composer.js").then(({ composerFor }) => composerFor(document));
    (await composer).open(time && Date.parse(time) / 1000);
    trouble?.setAttribute("hidden", "");
  } catch {
    composer = undefined;
    trouble?.removeAttribute("hidden");
  }
}

/** Tells on the button whether something was begun. */
function tellDraft() {
  const isBegun = drafts.read(data.slug) !== undefined;
  for (const words of document.querySelectorAll("[data-compose-words]")) {
    words.toggleAttribute("hidden", (words.dataset.composeWords === "begun") !== isBegun);
  }
}

function openIfAddressed() {
  if (location.hash === ADDRESS) open();
}

function start() {
  for (const place of document.querySelectorAll("[data-compose-place]")) place.hidden = false;
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-compose]");
    if (button) open(button.dataset.compose);
  });
  document.addEventListener("composer-closed", tellDraft);
  addEventListener("hashchange", openIfAddressed);
  tellDraft();
  openIfAddressed();
}

if (isIOS) {
  for (const link of document.querySelectorAll("a[href^='sms:']")) link.href = link.href.replace("?", "&");
}
if (data) start();
