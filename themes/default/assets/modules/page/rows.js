/** Lists of rows that are made from a `<template>` of the page and stay while what they show changes. */

/** Makes the row that a template holds. @param {string} id @returns {HTMLElement} */
export function rowFrom(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
}

/** The first part of that name. @param {ParentNode} place @param {string} name @returns {HTMLElement} */
export function part(place, name) {
  return /** @type {HTMLElement} */ (place.querySelector(`[data-part="${name}"]`));
}

/** Writes words into all parts of a name, and hides those that have none. @param {ParentNode} place @param {string} name @param {string} words */
export function write(place, name, words) {
  for (const element of place.querySelectorAll(`[data-part="${name}"]`)) {
    element.textContent = words;
    element.toggleAttribute("hidden", !words);
  }
}

/** Leads the name to the mentor's profile; nowhere, if that is gone. @param {ParentNode} place @param {URL} profile @param {boolean} isGone */
export function leadTo(place, profile, isGone) {
  const link = part(place, "name");
  if (isGone) link.removeAttribute("href");
  else link.setAttribute("href", profile.href);
}

/**
 * Gives a list the wanted rows, in order. A row that is in its place is not moved, so that it keeps the focus;
 * children that aren't rows stay where they are.
 *
 * @param {Element} list @param {HTMLElement[]} wanted
 */
export function arrange(list, wanted) {
  for (const child of [...list.children]) if (isRow(child) && !wanted.includes(child)) child.remove();
  let next = list.firstElementChild;
  for (const row of wanted) {
    while (next && !isRow(next)) next = next.nextElementSibling;
    if (row === next) next = next.nextElementSibling;
    else list.insertBefore(row, next);
  }
}

/** @param {Element} child */
function isRow(child) {
  return child instanceof HTMLElement && child.dataset.row !== undefined;
}
