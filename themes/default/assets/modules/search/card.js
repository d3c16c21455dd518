const REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => REFERENCES[sign]);

/**
 * Writes a card by the theme's own partial, which the build compiled to steps (docs/search-format.md, "Cards").
 *
 * @param {any[]} steps
 * @param {any[]} record what the steps ask for
 * @param {string} root the way from the page to the site's root
 * @returns {string} HTML
 */
export function cardHTML(steps, record, root) {
  return written(steps, [record], root);
}

/**
 * @param {any[][]} records the card's own and, deeper, those that the steps are within
 * @param {string} [text] the one that is `.`
 */
function written(steps, records, root, text) {
  let html = "";
  for (const step of steps) {
    if (typeof step === "string") {
      html += step;
      continue;
    }
    const [kind, depth, at, inner] = step;
    const value = kind === "." ? text : records[depth][at];
    const deeper = (record) => written(inner, [...records, record], root, text);
    const has = Array.isArray(value) ? value.length > 0 : Boolean(value);
    if (kind === "t" || kind === ".") html += escaped(value ?? "");
    else if (kind === "h") html += value ?? "";
    else if (kind === "l") html += escaped(Array.isArray(value) ? value[0] : value == null ? "" : root + value);
    else if (kind === "s" ? has : kind === "n" ? !has : false) html += written(inner, records, root, text);
    else if (kind === "o" && value) html += deeper(value);
    else if (kind === "e") html += (value ?? []).map(deeper).join("");
    else if (kind === "x") html += (value ?? []).map((own) => written(inner, records, root, own)).join("");
  }
  return html;
}
