/**
 * Open times, as the reader's own clock tells them. Two things only a browser knows: what time it is now
 * (a page may be a day old) and the reader's time zone. Without this module the page shows the mentor's times.
 */

/** The weekday and time of an instant in a zone, in the page's language. */
export function wallClock(instant, locale, timeZone) {
  return new Intl.DateTimeFormat(locale, {
    weekday: "short", hour: "numeric", minute: "2-digit", timeZone,
  }).format(instant);
}

/** The reader's reading of an instant, or nothing where it is the mentor's too or the mentor's zone is unknown here. */
export function ownTime(instant, locale, mentorZone, readerZone) {
  try {
    const own = wallClock(instant, locale, readerZone);
    return own === wallClock(instant, locale, mentorZone) ? undefined : own;
  } catch {
    return undefined;
  }
}

function hidePast(now) {
  for (const item of document.querySelectorAll("[data-slot]")) {
    if (new Date(item.dataset.slot) <= now) item.hidden = true;
  }
}

function showOwnTimes(list) {
  const { locale, timeZone } = new Intl.DateTimeFormat(document.documentElement.lang || undefined).resolvedOptions();
  for (const item of list.children) {
    const own = ownTime(new Date(item.dataset.slot), locale, list.dataset.zone, timeZone);
    if (!own) continue;
    const line = document.createElement("span");
    line.className = "own";
    line.textContent = list.dataset.ownTime.replace("{time}", own);
    item.querySelector("summary").append(line);
  }
}

hidePast(new Date());
document.addEventListener("cards", () => hidePast(new Date()));
for (const list of document.querySelectorAll(".slot-list")) {
  showOwnTimes(list);
  const note = list.parentElement.querySelector(".all-past");
  if (note) note.hidden = [...list.children].some((item) => !item.hidden);
}
