/**
 * The browser's history: each question is an entry with its own address, and each entry remembers how far down its
 * reader was. The browser can't do the latter itself, for results come after the page.
 */
export class Visits {
  /** @param {(scroll: number) => void} onReturn - called when the reader goes back or forth. */
  constructor(onReturn) {
    this.address = undefined;
    this.timer = 0;
    history.scrollRestoration = "manual";
    addEventListener("popstate", ({ state }) => {
      clearTimeout(this.timer);
      this.address = undefined;
      onReturn(state?.scroll);
    });
    addEventListener("scroll", () => this.#keepSoon(), { passive: true });
    addEventListener("pagehide", () => this.keep());
  }

  /** How far down the reader of this entry was. */
  get scroll() {
    return history.state?.scroll;
  }

  /** A new entry. */
  push(address) {
    this.keep();
    history.pushState({ scroll: scrollY }, "", address);
  }

  /** Another address for this entry. Browsers limit how often it may change, and typing changes it with each key. */
  replace(address) {
    this.address = address;
    this.#keepSoon();
  }

  /** Writes down what is to be remembered of this entry. */
  keep() {
    clearTimeout(this.timer);
    history.replaceState({ scroll: scrollY }, "", this.address ?? location.href);
    this.address = undefined;
  }

  #keepSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), 200);
  }
}
