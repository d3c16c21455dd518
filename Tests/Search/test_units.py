"""The unit tests of the search modules (*.test.mjs), in Chromium under the content policy that sites are served with.

Where there is node, `node --test Tests/Search/` runs the same files.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from built_site.site import ROOT
from built_site.web_server import serving

FOLDER = Path(__file__).parent
CASES = [
    (file.name, name)
    for file in sorted(FOLDER.glob("*.test.mjs"))
    for name in re.findall(r'^test\("(.+?)",', file.read_text(encoding="utf-8"), re.MULTILINE)
]
Outcomes = dict[str, str | None]


@pytest.fixture(scope="module")
def outcomes(browser: Browser) -> Iterator[Callable[[str], Outcomes]]:
    """The outcome of each case of a file: nothing, or what went wrong. A file is run when it is first asked for."""
    with serving(ROOT) as address:
        page = browser.new_page(locale="en-US", timezone_id="America/New_York")
        page.goto(f"{address}Tests/Search/support/units.html")
        page.wait_for_function("() => globalThis.runUnits")
        yield cache(lambda file: _run(page, file))
        page.close()


def _run(page: Page, file: str) -> Outcomes:
    return {case["name"]: case["error"] for case in page.evaluate("(file) => runUnits(file)", file)}


@pytest.mark.parametrize(("file", "name"), CASES, ids=[f"{file.split('.')[0]}: {name}" for file, name in CASES])
def test_search_modules(outcomes: Callable[[str], Outcomes], file: str, name: str) -> None:
    """Each case holds in the browser."""
    assert outcomes(file)[name] is None, outcomes(file)[name]


def test_every_case_is_reported(outcomes: Callable[[str], Outcomes]) -> None:
    """The names above were read from the files; none is missing that a browser runs."""
    for file in {file for file, _ in CASES}:
        assert list(outcomes(file)) == [name for other, name in CASES if other == file]
