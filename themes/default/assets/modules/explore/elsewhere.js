import { choice } from "./dom.js";
import { listenForKeys } from "./keys.js";
import { nothing, toggled, written } from "./state.js";

/**
 * The search field and the filters on pages that don't search themselves: the home page, the pages of terms, the later
 * pages of the directory. They lead to the directory, which keeps the page's own term.
 */
export function leadToDirectory() {
  const form = document.querySelector("form.search");
  if (!form) return;
  const explore = form.action;
  const field = form.elements.q;
  listenForKeys(field);
  field.addEventListener("focus", () => prefetch(explore), { once: true });
  const own = choice(location.pathname, explore);
  for (const link of document.querySelectorAll(".facet-list li > a:not(.more)")) {
    const chosen = choice(link.href, explore);
    const start = own ? toggled(nothing(), ...own) : nothing();
    if (chosen && own) link.href = explore + written(toggled(start, ...chosen));
  }
  if (own) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: own[0], value: own[1] }));
}

function prefetch(page) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: page }));
}
