"""What tests of hostile texts may ask for. HOSTILE_SITES names the folder of their sites (sites.py)."""

import pytest

from Hostile.sites import HostileSite


@pytest.fixture(scope="session")
def sites() -> list[HostileSite]:
    return HostileSite.all()
