"""What tests of hostile texts may ask for. HOSTILE_SITES names the folder of their sites (sites.py)."""

from pathlib import Path

import pytest

from Hostile.sites import HostileSite, built


@pytest.fixture(scope="session")
def sites() -> list[HostileSite]:
    return HostileSite.all()


@pytest.fixture(scope="session")
def refused() -> Path:
    """Content that is to be refused, and what was found in it."""
    return built() / "refused"
