/**
 * An element with properties and children; a property with a dash in its name is an attribute.
 *
 * @param {string} name
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-")) made.setAttribute(key, String(value));
    else made[key] = value;
  }
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(className, onclick, ...children) {
  return element("button", { type: "button", className, onclick }, ...children);
}

/**
 * What an address within the directory chooses: `explore/industry/technology/` and `explore/?hours=evening` each name
 * a facet and a term.
 *
 * @param {string} address
 * @param {string} explore - the address of the directory.
 * @returns {[facet: string, term: string] | undefined}
 */
export function choice(address, explore) {
  const url = new URL(address, explore);
  const [first] = url.searchParams;
  if (first) return first;
  const path = url.pathname.slice(new URL(explore).pathname.length);
  const [facet, term] = path.split("/").map(decodeURIComponent);
  return url.href.startsWith(explore) && term && facet !== "page" ? [facet, term] : undefined;
}
