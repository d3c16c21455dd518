/** Who asks, and for what. All of it is what a link says, so it is shown as text and nothing else. */

import { readAddress } from "../requests/address.js";
import { part, write } from "../page/rows.js";
import { isolated, modeName, say } from "./words.js";

/** @param {HTMLElement} page @param {import("../requests/request.js").Request} request */
export function showRequest(page, { mentor, mentee, purpose, mode, message }) {
  write(page, "asks", say("asks", { name: isolated(mentee.name), mentor: isolated(mentor.name) }));
  write(page, "purpose", purpose);
  part(page, "about").hidden = !purpose;
  write(page, "mode", modeName(mode));
  part(page, "way").hidden = !mode;
  write(page, "address", readAddress(mentee.address)?.text ?? mentee.address);
  write(page, "message", message);
  part(page, "in-mail").hidden = message !== "";
}
