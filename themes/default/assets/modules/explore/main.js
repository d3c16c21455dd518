import "../shortlist/main.js";

/**
 * Brings Explore the Community to life where the page names an index; its other pages lead there.
 *
 * What not every visit needs (advice where nobody is found, rarer terms) comes when it is wanted.
 */
async function explore(address) {
  try {
    const [{ openIndex }, { Explorer }, { Words }] = await Promise.all(
      [import("../search/engine.js"), import("./explorer.js"), import("./words.js")]);
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
else import("./elsewhere.js").then(({ leadToDirectory }) => leadToDirectory());
