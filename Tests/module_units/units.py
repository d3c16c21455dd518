"""Unit tests of the theme's modules (*.test.mjs), in Chromium under the content policy that sites are served with.

Where there is node, `node --test Tests/Search/ Tests/Requests/` runs the same files.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Page

from built_site.site import ROOT
from built_site.web_server import serving

Outcomes = dict[str, str | None]


class Units:
    """The test modules of a folder in Tests/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cases = [
            (file.name, name)
            for file in sorted(folder.glob("*.test.mjs"))
            for name in re.findall(r'^test\("(.+?)",', file.read_text(encoding="utf-8"), re.MULTILINE)
        ]
        self.ids = [f"{file.split('.')[0]}: {name}" for file, name in self.cases]


class UnitPage:
    """A browser's page that runs test modules. A module is run when it is first asked for."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.outcomes = cache(self._outcomes)

    def _outcomes(self, file: str) -> Outcomes:
        cases = self.page.evaluate("(file) => runUnits(file)", f"{self.folder.name}/{file}")
        return {case["name"]: case["error"] for case in cases}


@contextmanager
def unit_page(browser: Browser, folder: Path) -> Iterator[UnitPage]:
    """A page of a visitor from New York."""
    with serving(ROOT) as address:
        page = browser.new_page(locale="en-US", timezone_id="America/New_York")
        page.goto(f"{address}Tests/module_units/units.html")
        page.wait_for_function("() => globalThis.runUnits")
        yield UnitPage(page, folder)
        page.close()
