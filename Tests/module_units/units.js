/** Runs the cases of a test module in a browser: `await runUnits("Search/engine.test.mjs")` gives each case and its error. */
import { cases } from "./testing.mjs";

/** @param {string} file in Tests */
globalThis.runUnits = async (file) => {
  cases.length = 0;
  await import(`../${file}`);
  const results = [];
  for (const { name, run } of cases) {
    let error = null;
    try {
      await run();
    } catch (thrown) {
      error = String(thrown?.stack ?? thrown);
    }
    results.push({ name, error });
  }
  return results;
};
