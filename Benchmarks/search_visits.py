"""What somebody who searches waits for and downloads, in a real Chromium. One protocol for Explore and for its peer."""

import os
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, sync_playwright

from built_site.nginx import Server

QUERIES = ["engineer", "product management", "boston", "smith", "machine learning", "maria garcia"]
TYPED = ["engineer", "boston nurs", "smith jo"]
THROTTLE = 4

# A keystroke's results are painted when the frame is over in which the heading of the results was written.
CLOCK = """
() => {
  window.painted = [];
  let pressed;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (pressed === undefined) return;
    const start = pressed;
    pressed = undefined;
    requestAnimationFrame(() => setTimeout(() => painted.push(performance.now() - start)));
  }).observe(document.querySelector("#results-title"), {childList: true, characterData: true, subtree: true});
}
"""


@dataclass(frozen=True)
class Searcher:
    """A page that searches: where it is, when it is ready, which of its files hold counts."""

    path: str
    ready: str
    counts: str = ""


EXPLORE = Searcher("explore/", "() => document.querySelector('#sort')?.disabled === false", "/search/facet-")
PEER = Searcher("", "() => document.querySelector('#search').disabled === false")


@dataclass
class Visits:
    """Bytes by what they are for, and milliseconds from keystroke to painted results."""

    page: int = 0
    scripts: int = 0
    index: int = 0
    results: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    requests: list[int] = field(default_factory=list)
    typed: list[int] = field(default_factory=list)
    keystrokes: list[float] = field(default_factory=list)

    @property
    def interactive(self) -> int:
        return self.page + self.scripts + self.index

    @property
    def median(self) -> float:
        return statistics.median(self.keystrokes)

    @property
    def p95(self) -> float:
        return sorted(self.keystrokes)[int(len(self.keystrokes) * 0.95)]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or "/usr/bin/chromium-headless-shell"
        browser = playwright.chromium.launch(executable_path=path)
        try:
            yield browser
        finally:
            browser.close()


def visits(browser: Browser, server: Server, searcher: Searcher) -> Visits:
    """Measures all there is to measure of one site."""
    found = Visits()
    for query in QUERIES:
        with arrived(browser, server, searcher, found) as page:
            mark = server.mark()
            ask(page, query)
            sent = server.sent(mark)
            counts = [size for size, path in sent if searcher.counts and path.startswith(searcher.counts)]
            found.counts.append(sum(counts))
            found.results.append(sum(size for size, _ in sent) - sum(counts))
            found.requests.append(len(sent) - len(counts))
        with arrived(browser, server, searcher, found) as page:
            mark = server.mark()
            page.locator("#search").press_sequentially(query, delay=150)
            settle(page)
            found.typed.append(sum(
                size for size, path in server.sent(mark) if not (searcher.counts and path.startswith(searcher.counts))))
    with arrived(browser, server, searcher, found) as page:
        found.keystrokes = keystrokes(page)
    return found


@contextmanager
def arrived(browser: Browser, server: Server, searcher: Searcher, found: Visits) -> Iterator[Page]:
    """A new visitor with an empty cache, when the page can be used."""
    mark = server.mark()
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(server.home + searcher.path)
    page.wait_for_function(searcher.ready)
    page.wait_for_load_state("networkidle")
    sent = [(size, path) for size, path in server.sent(mark) if "favicon" not in path]
    is_script = [path.endswith((".js", ".wasm")) or "/wasm." in path for _, path in sent]
    is_index = [path.startswith(("/search/", "/pagefind/")) and not script for (_, path), script in zip(sent, is_script)]
    found.scripts = sum(size for (size, _), script in zip(sent, is_script) if script)
    found.index = sum(size for (size, _), index in zip(sent, is_index) if index)
    found.page = sum(size for size, _ in sent) - found.scripts - found.index
    try:
        yield page
    finally:
        context.close()


def ask(page: Page, query: str) -> None:
    """Pastes a query, and waits for all that comes of it."""
    heading = page.locator("#results-title").text_content()
    page.locator("#search").fill(query)
    page.wait_for_function("before => document.querySelector('#results-title').textContent !== before", arg=heading)
    settle(page)
    look_through(page)


def look_through(page: Page) -> None:
    """Scrolls to the end: counts may wait until somebody comes near them."""
    for top in range(0, page.evaluate("document.documentElement.scrollHeight"), 400):
        page.evaluate("top => scrollTo(0, top)", top)
        page.wait_for_timeout(50)
    settle(page)


def settle(page: Page) -> None:
    """Until nothing was fetched for half a second."""
    page.wait_for_timeout(500)
    page.wait_for_load_state("networkidle")
    fetched = -1
    while fetched != (fetched := page.evaluate("performance.getEntriesByType('resource').length")):
        page.wait_for_timeout(500)


def keystrokes(page: Page) -> list[float]:
    """Types once to have all files at hand, then again on a slow processor, watching the clock."""
    field = page.locator("#search")
    for text in TYPED:
        field.press_sequentially(text, delay=150)
        settle(page)
        field.fill("")
        settle(page)
    page.evaluate(CLOCK)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    times: list[float] = []
    for text in TYPED:
        for letter in text:
            before = page.evaluate("painted.length")
            field.press(letter if letter != " " else "Space")
            if letter == " ":
                page.wait_for_timeout(300)  # A space behind a word asks for nothing new.
                page.evaluate("painted.splice(%d)" % before)
                continue
            page.wait_for_function("before => painted.length > before", arg=before)
            times.append(page.evaluate("painted.at(-1)"))
            page.wait_for_timeout(200)
        field.fill("")
        page.wait_for_timeout(1000)
    return times
