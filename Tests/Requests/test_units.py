"""The unit tests of the requests modules, in Chromium: see module_units/units.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from module_units.units import UnitPage, Units, unit_page

UNITS = Units(Path(__file__).parent)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[UnitPage]:
    with unit_page(browser, UNITS.folder) as page:
        yield page


@pytest.mark.parametrize(("file", "name"), UNITS.cases, ids=UNITS.ids)
def test_requests_modules(page: UnitPage, file: str, name: str) -> None:
    """Each case holds in the browser."""
    assert page.outcomes(file)[name] is None, page.outcomes(file)[name]


def test_every_case_is_reported(page: UnitPage) -> None:
    """The names above were read from the files; none is missing that a browser runs."""
    for file in {file for file, _ in UNITS.cases}:
        assert list(page.outcomes(file)) == [name for other, name in UNITS.cases if other == file]
