/** What a card or a profile says of its mentor, read from its markup. */

/** The words of the first element that fits. @param {ParentNode} holder @param {string} selector */
export function wordsOf(holder, selector) {
  return (holder.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** The facts that are kept of a mentor. @param {HTMLElement} holder a card or a profile: what carries `data-mentor` */
export function factsOf(holder) {
  return {
    slug: holder.dataset.mentor ?? "",
    name: wordsOf(holder, "h1, h3"),
    headline: wordsOf(holder, ".headline"),
    position: wordsOf(holder, ".position"),
    location: wordsOf(holder, ".location"),
  };
}
