import { openIndex } from "../search/engine.js";
import { leadToDirectory } from "./elsewhere.js";
import { Explorer } from "./explorer.js";
import { Words } from "./words.js";

/** Brings Explore the Community to life where the page names an index; its other pages lead there. */
async function explore(address) {
  try {
    const index = await openIndex(address);
    const words = new Words(index.entry.phrases, document.documentElement.lang);
    await new Explorer(index, words, document.querySelector("form.search")).begin();
  } catch (error) {
    giveUp();
    throw error;
  }
}

/** The page's lists are there, and links to those of each term. */
function giveUp() {
  document.body.classList.add("unsearchable");
  const note = document.querySelector("#search-failed");
  note.hidden = false;
  note.querySelector("button").onclick = () => location.reload();
}

const index = document.querySelector("link[as=fetch]");
if (index) explore(index.href);
else leadToDirectory();
