"""What every site test may ask for. SITE names the output folder, CONTENT the content folder it was built from."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from Browser.visitors import chromium
from built_site.site import ROOT, BuiltSite


@pytest.fixture(scope="session")
def site() -> BuiltSite:
    """The site under test. Tests build nothing."""
    return BuiltSite(BuiltSite.folder_named("SITE") or ROOT / "output")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests: a thread can't have a second one."""
    with chromium() as browser:
        yield browser
