/**
 * The text percent-encoded: all but RFC 3986's unreserved characters, and a space is `%20`.
 *
 * `encodeURIComponent` leaves five marks that some programs give a meaning. The text has no halves of characters.
 *
 * @param {string} text
 */
export function encoded(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
