/** The composer's templates. The page of connections has them, so that thousands of profiles need not. */

import { root } from "../page/place.js";

/** Brings the templates into this page. */
export async function fetchTemplates() {
  if (document.getElementById("composer")) return;
  const answer = await fetch(new URL("connections/", root));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const templates = page.querySelectorAll("template[id^='composer']");
  if (!templates.length) throw new Error(`${answer.url}: no composer`);
  for (const template of templates) document.body.append(document.importNode(template, true));
}
