import { button, element } from "./dom.js";

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
    const filters = rail.querySelector(".facets");
    const fold = rail.querySelector(".fold");
    const title = fold.querySelector("summary").textContent;
    this.title = title;
    this.opener = button("opener", () => this.dialog.showModal(), title);
    this.opener.ariaHasPopup = "dialog";
    this.clear = button("button quiet", onClear, words.say("search_clear"));
    this.done = button("button", () => this.dialog.close());
    const close = button("close", () => this.dialog.close(), "×");
    close.ariaLabel = words.say("search_close");
    const body = element("div");
    this.dialog = element("dialog", { className: "sheet", "aria-labelledby": "sheet-title" },
      element("header", {}, element("h2", { id: "sheet-title" }, title), close),
      body, element("footer", {}, this.clear, this.done));
    this.dialog.onclick = (event) => {
      const isBeside = event.target === this.dialog;
      if (isBeside) this.dialog.close();
    };
    fold.replaceWith(this.opener, this.dialog);
    const narrow = matchMedia(NARROW);
    const settle = () => {
      this.opener.hidden = !narrow.matches;
      if (!narrow.matches && this.dialog.open) this.dialog.close();
      (narrow.matches ? body : rail).append(filters);
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
