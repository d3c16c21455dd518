import { IndexFiles } from "../../themes/default/assets/modules/search/index_files.js";
import { deflated } from "./support/encoder.mjs";
import { Shelf } from "./support/serving.mjs";
import { equal, fails, test } from "../module_units/testing.mjs";

const shelf = async (texts) => new Shelf(new Map(await Promise.all(Object.entries(texts).map(async ([name, text]) => (
  [`search/${name}`, await deflated(new TextEncoder().encode(text))])))));
const held = () => {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  return [() => gate, release];
};

test("a file is fetched once, however often and by however many it is asked for", async () => {
  const { fetch, asked } = await shelf({ "a.bin": "[1]" });
  const files = new IndexFiles("search/", fetch);
  equal(await Promise.all([files.json("a.bin"), files.json("a.bin")]), [[1], [1]]);
  equal(await files.json("a.bin"), [1]);
  equal(asked, ["search/a.bin"]);
});

test("whoever gives up hears so at once; the others get the file", async () => {
  const server = await shelf({ "a.bin": "[1]" });
  const [gate, release] = held();
  server.delay = gate;
  const files = new IndexFiles("search/", server.fetch);
  const [one, other] = [new AbortController(), new AbortController()];
  const [first, second] = [files.json("a.bin", one.signal), files.json("a.bin", other.signal)];
  one.abort();
  await fails(() => first, /AbortError/);
  release();
  equal(await second, [1]);
  equal(server.asked.length, 1);
});

test("a file that nobody waits for any more is given up, and fetched when it is wanted again", async () => {
  const server = await shelf({ "a.bin": "[1]" });
  let stopped;
  server.delay = () => new Promise(() => {});
  const files = new IndexFiles("search/", (path, options) => {
    stopped = options.signal;
    return server.fetch(path, options);
  });
  const one = new AbortController();
  const first = files.json("a.bin", one.signal);
  one.abort();
  await fails(() => first, /AbortError/);
  equal(stopped.aborted, true);
  server.delay = undefined;
  equal(await files.json("a.bin"), [1]);
});

test("a call that is moot before it begins fetches nothing", async () => {
  const server = await shelf({ "a.bin": "[1]" });
  await fails(() => new IndexFiles("search/", server.fetch).json("a.bin", AbortSignal.abort()), /AbortError/);
  equal(server.asked, []);
});

test("a file that is missing is an error that names it, and may be asked for again", async () => {
  const server = await shelf({});
  const files = new IndexFiles("search/", server.fetch);
  await fails(() => files.json("a.bin"), /a\.bin: status 404/);
  server.files.set("search/a.bin", await deflated(new TextEncoder().encode("[2]")));
  equal(await files.json("a.bin"), [2]);
});

test("a failed connection is an error", async () => {
  const files = new IndexFiles("search/", async () => {
    throw new TypeError("Failed to fetch");
  });
  await fails(() => files.json("a.bin"), /a\.bin: Failed to fetch/);
});

test("a file that is cut short, or not compressed, or not what it should be, is an error", async () => {
  const whole = await deflated(new TextEncoder().encode(JSON.stringify(Array.from({ length: 500 }, (_, at) => at * at))));
  const spoilt = {
    "cut.bin": whole.slice(0, 100), "plain.bin": new TextEncoder().encode("<!doctype html><p>Not here"),
    "empty.bin": new Uint8Array(0), "words.bin": await deflated(new TextEncoder().encode("not JSON")),
  };
  const { fetch } = new Shelf(new Map(Object.entries(spoilt).map(([name, bytes]) => [`search/${name}`, bytes])));
  for (const name of Object.keys(spoilt)) await fails(() => new IndexFiles("search/", fetch).json(name), new RegExp(name), name);
});
