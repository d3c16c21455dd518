/** The page on which a mentor answers a request. What was asked is in the fragment of its address. */

import { decodeFragment } from "../requests/fragment.js";
import { locale, ownZone } from "../requests/here.js";
import { part, write } from "../page/rows.js";
import { AnswerForm } from "./answer_form.js";
import { showRequest } from "./asked.js";
import { data, say } from "./words.js";

/** No link is longer; what is would only make the address bar slow. */
const LONGEST_PASTE = 10_000;

const reader = { zone: ownZone, locale, phrases: data.phrases };

/** @param {HTMLElement} page @param {HTMLElement} refused @param {HTMLElement} about @param {HTMLFormElement} paste */
function start(page, refused, about, paste) {
  const form = /** @type {HTMLFormElement} */ (part(page, "form"));
  /** @type {AnswerForm | undefined} */
  let answer;
  let shown = "";

  /** Shows what the link holds, or why nothing of it. */
  function show() {
    shown = location.hash;
    const { request, problem } = decodeFragment(isPlace(shown) ? "" : shown);
    page.hidden = !request;
    about.hidden = problem !== "none";
    paste.hidden = request !== undefined;
    refused.hidden = request !== undefined || problem === "none";
    if (request) {
      showRequest(page, request);
      answer = new AnswerForm(form, request, reader);
    } else if (problem !== "none") {
      write(refused, "title", say(`${problem}_title`));
      write(refused, "advice", say(problem));
    }
  }

  /** Shows the other request, and tells those who listen that it is another. */
  function showNext() {
    show();
    const place = !page.hidden ? part(page, "asks") : !refused.hidden ? part(refused, "title") : undefined;
    place?.focus();
  }

  addEventListener("hashchange", () => {
    // Who skips to the content goes to a place on the page. The request stays in the address, for a reload.
    if (isPlace(location.hash)) history.replaceState(null, "", shown || location.pathname);
    else showNext();
  });
  for (const name of ["input", "change"]) form.addEventListener(name, ({ target }) => answer?.change(target));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const pressed = target.closest("button, a");
    if (pressed?.dataset.do) answer?.press(pressed.dataset.do);
    if (pressed?.dataset.mail) answer?.tellSent();
  });
  paste.addEventListener("submit", (event) => {
    event.preventDefault();
    const link = paste.elements.link.value.replace(/\s+/g, "");
    history.pushState(null, "", `#${encodeURI(link.slice(link.indexOf("#") + 1).slice(0, LONGEST_PASTE))}`);
    showNext();
  });
  show();
}

/** Whether a fragment is a place on this page, such as where the content begins. @param {string} hash */
const isPlace = (hash) => document.getElementById(hash.slice(1)) !== null;

const parts = ["respond", "respond-refused", "respond-about", "respond-link"].map((name) => document.querySelector(`[data-${name}]`));
if (parts.every(Boolean)) start(...parts);
