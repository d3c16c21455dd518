// What a site does that has Pagefind and cards of its own: search at each letter, fetch 24 results, show them.
const pagefind = await import("/pagefind/pagefind.js");
await pagefind.init();

const field = document.querySelector("#search");
const list = document.querySelector(".cards");
let asked = 0;

function card({ url, meta, excerpt }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const text = document.createElement("p");
  link.href = url;
  link.textContent = meta.title;
  text.innerHTML = excerpt;
  item.append(link, text);
  return item;
}

field.addEventListener("input", async () => {
  const number = ++asked;
  const { results } = await pagefind.search(field.value);
  const found = await Promise.all(results.slice(0, 24).map((result) => result.data()));
  if (number !== asked) return;
  list.replaceChildren(...found.map(card));
  document.querySelector("#results-title").textContent = `${results.length} mentors for ${field.value}`;
});
field.disabled = false;
