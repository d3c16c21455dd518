/** Copy buttons, for readers whose mail program the message link does not open. They stay hidden where nothing can be copied. */
export function offerCopy(button, clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
    } catch {
      button.hidden = true;
    }
  });
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) offerCopy(button, navigator.clipboard);
}
