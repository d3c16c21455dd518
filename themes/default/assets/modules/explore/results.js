import { button, element } from "./dom.js";

/**
 * The list of mentors. It begins as the page has it, and becomes that again when all mentors are asked for; in between
 * it shows what was found. Cards that stay are not made anew, so that nothing flickers.
 */
export class Results {
  /**
   * @param {HTMLElement} section - tally, list and page numbers.
   * @param {() => void} onMore
   */
  constructor(section, onMore) {
    this.section = section;
    this.heading = section.querySelector("h2");
    this.list = section.querySelector(".cards");
    this.pagination = section.querySelector(".pagination");
    this.stock = { cards: [...this.list.children], heading: this.heading.textContent };
    /** How many cards a page has. */
    this.pageSize = this.pagination ? this.stock.cards.length : 24;
    this.above = element("div", { className: "above" });
    this.more = button("button quiet more", onMore);
    this.more.hidden = true;
    this.nobody = element("div", { className: "empty", hidden: true });
    this.list.before(this.above, this.nobody);
    this.list.after(this.more);
    /** @type {Map<number, Element>} cards made before, by mentor number. */
    this.made = new Map();
  }

  /** Hides the page's own list, because another is about to take its place. */
  expect() {
    this.section.classList.add("expecting");
    this.wait();
  }

  /** Says that the list is about to change. */
  wait() {
    this.list.ariaBusy = "true";
  }

  /** Says that the list is what it will be. */
  settle() {
    this.section.classList.remove("expecting");
    this.list.ariaBusy = "false";
  }

  /** Shows the page's own list. */
  showAll() {
    this.#place(this.stock.cards, this.stock.heading, "");
    if (this.pagination) this.pagination.hidden = false;
  }

  /**
   * Makes the cards of mentors that were not shown before.
   *
   * @param {number[]} numbers
   * @param {(missing: number[]) => Promise<string[]>} cards
   */
  async make(numbers, cards) {
    const missing = numbers.filter((number) => !this.made.has(number));
    if (!missing.length) return;
    const template = element("template", { innerHTML: (await cards(missing)).join("") });
    for (const [place, card] of [...template.content.children].entries()) this.made.set(missing[place], card);
  }

  /**
   * Shows mentors whose cards are made.
   *
   * @param {number[]} numbers
   * @param {string} heading
   * @param {string} more - empty where no more is left to show.
   */
  show(numbers, heading, more) {
    this.#place(numbers.map((number) => this.made.get(number)), heading, more);
    // Whoever looks after cards (times that have passed, marks of the reader) hears that there are new ones.
    this.list.dispatchEvent(new CustomEvent("cards", { bubbles: true }));
  }

  #place(cards, heading, more) {
    this.settle();
    this.heading.textContent = heading;
    if (cards.some((card, place) => this.list.children[place] !== card) || cards.length !== this.list.children.length) {
      this.list.replaceChildren(...cards);
    }
    this.list.hidden = !cards.length;
    this.nobody.hidden = true;
    this.more.hidden = !more;
    this.more.textContent = more;
    if (this.pagination) this.pagination.hidden = true;
  }

  /**
   * Shows what to do where nobody was found.
   *
   * @param {...Node} advice
   */
  advise(...advice) {
    this.nobody.replaceChildren(document.querySelector("#nobody").content.cloneNode(true), ...advice);
    this.nobody.hidden = false;
  }

  /** Puts the focus on one of the cards. */
  focusCard(place) {
    this.list.children[place]?.querySelector("a").focus({ preventScroll: true });
  }
}
