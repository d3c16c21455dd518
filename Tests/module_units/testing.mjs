/** The few words that the tests here need, the same under `node --test` and in a browser (units.js). */

/** @type {{name: string, run: () => unknown}[]} what a browser has to run */
export const cases = [];
const isNode = typeof process !== "undefined" && Boolean(process.versions?.node);
const nodeTest = isNode ? (await import("node:test")).test : undefined;

/** @param {string} name a sentence @param {() => unknown} run */
export function test(name, run) {
  if (nodeTest) nodeTest(name, run);
  else cases.push({ name, run });
}

/** Compares by what JSON or a typed array, map or set shows of values. */
export function equal(actual, expected, about = "") {
  const [found, wanted] = [shown(actual), shown(expected)];
  if (found !== wanted) throw new Error(`${about ? `${about}: ` : ""}found ${found.slice(0, 2000)}, not ${wanted.slice(0, 2000)}`);
}

export function isTrue(claim, about) {
  if (!claim) throw new Error(`not true: ${about}`);
}

/** @param {() => unknown} action @param {RegExp} pattern what the message says */
export async function fails(action, pattern, about = "") {
  let error;
  try {
    await action();
  } catch (thrown) {
    error = thrown;
  }
  if (!error) throw new Error(`${about}: nothing was thrown`);
  if (!pattern.test(`${error.name}: ${error.message}`)) throw error;
}

/** A JSON file of Tests/Fixtures. */
export async function fixture(name) {
  const url = new URL(`../Fixtures/${name}`, import.meta.url);
  if (!isNode) return (await fetch(url)).json();
  return JSON.parse(await (await import("node:fs/promises")).readFile(url, "utf8"));
}

function shown(value) {
  return JSON.stringify(value, (_, inner) => {
    if (ArrayBuffer.isView(inner)) return [...inner];
    if (inner instanceof Map) return { map: [...inner] };
    if (inner instanceof Set) return { set: [...inner] };
    return inner === undefined ? "(undefined)" : inner;
  }) ?? String(value);
}
