"""What every site test may ask for. SITE names the output folder, CONTENT the content folder it was built from."""

import pytest

from built_site.site import ROOT, BuiltSite


@pytest.fixture(scope="session")
def site() -> BuiltSite:
    """The site under test. Tests build nothing."""
    return BuiltSite(BuiltSite.folder_named("SITE") or ROOT / "output")
