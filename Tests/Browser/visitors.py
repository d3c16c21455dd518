"""People who look at the site, each in a browser window of their own, and what their browsers complain of."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium-headless-shell"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visitors:
    """Opens windows on a site, and keeps every error, policy violation and foreign request of all of them.

    `now` is the moment at which visitors come, unless they say otherwise.
    """

    browser: Browser
    home: str
    now: datetime
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def arrive(
        self, path: str = "", *, width: int = 1280, height: int = 800, now: datetime | None = None, **options: Any
    ) -> Page:
        """A new visitor, with a browser of the given width and Playwright's context options, on a page of the site."""
        options = {"locale": "en-US", "timezone_id": "America/New_York"} | options
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.complaints.append(f"script error: {error.error}"))
        context.on("request", self._watch)
        if options.get("java_script_enabled", True):
            context.clock.set_fixed_time(now or self.now)
        page = context.new_page()
        page.goto(self.home + path)
        return page

    def leave(self) -> None:
        """Closes all windows."""
        for context in self.contexts:
            context.close()
        self.contexts.clear()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.page.url if message.page else ''}: {message.text}")

    def _watch(self, request: Request) -> None:
        if not request.url.startswith(self.home) and not request.url.startswith("data:"):
            self.complaints.append(f"a request to {request.url}")


def follow(link: Locator) -> None:
    """Clicks a link and waits for the page it leads to."""
    with link.page.expect_navigation():
        link.click()


def path_of(page: Page, home: str) -> str:
    """Where in the site a window is."""
    return page.url.removeprefix(home).split("#")[0]
