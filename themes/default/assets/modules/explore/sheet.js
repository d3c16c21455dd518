import { element } from "./dom.js";

/** Where the filters fold away; the style sheet says the same. */
const NARROW = "(max-width: 59.99rem)";

/**
 * The place of the filters: beside the results on a wide screen, in a sheet on a narrow one.
 */
export class Sheet {
  /**
   * @param {HTMLElement} rail - the filters with the fold that the page has them in.
   * @param {import("./words.js").Words} words
   * @param {() => void} onClear
   */
  constructor(rail, words, onClear) {
    this.words = words;
    this.filters = rail.querySelector(".facets");
    const fold = rail.querySelector(".fold");
    const title = fold.querySelector("summary").textContent;
    this.opener = element("button", { type: "button", className: "opener", textContent: title, "aria-haspopup": "dialog" });
    this.title = title;
    this.done = element("button", { type: "button", className: "button" });
    this.clear = element("button", { type: "button", className: "quiet button", textContent: words.say("search_clear"), onclick: onClear });
    const close = element("button", {
      type: "button", className: "close", textContent: "×", "aria-label": words.say("search_close"),
    });
    this.body = element("div");
    this.dialog = element("dialog", { className: "sheet", "aria-labelledby": "sheet-title" },
      element("header", {}, element("h2", { id: "sheet-title", textContent: title }), close),
      this.body, element("footer", {}, this.clear, this.done));
    this.opener.onclick = () => this.dialog.showModal();
    this.done.onclick = close.onclick = () => this.dialog.close();
    this.dialog.onclick = (event) => {
      const isBeside = event.target === this.dialog;
      if (isBeside) this.dialog.close();
    };
    fold.replaceWith(this.opener, this.dialog);
    const narrow = matchMedia(NARROW);
    const settle = () => {
      this.opener.hidden = !narrow.matches;
      if (!narrow.matches && this.dialog.open) this.dialog.close();
      if (narrow.matches) this.body.append(this.filters);
      else rail.append(this.filters);
    };
    narrow.addEventListener("change", settle);
    settle();
  }

  /** Tells what closing the sheet leads to, and how many filters are set. */
  show(results, filters) {
    this.done.textContent = this.words.say("search_show", { results });
    this.opener.textContent = filters ? `${this.title} (${this.words.number(filters)})` : this.title;
    this.clear.disabled = !filters;
  }
}
