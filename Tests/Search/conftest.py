"""A browser for the search module."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from Browser.visitors import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser
