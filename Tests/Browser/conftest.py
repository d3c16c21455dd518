"""A server with a strict content policy, and visitors whose browsers must not complain."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import Browser

from Browser.kinds import page_of_each_kind
from Browser.visitors import Visitors
from built_site.site import BuiltSite
from built_site.nginx import serving as nginx_serving
from built_site.slots import Slot, slots_of
from built_site.web_server import serving


@pytest.fixture(scope="session")
def home(site: BuiltSite) -> Iterator[str]:
    """The address of the served site, below the path that it was built for. NGINX names an nginx to serve it instead."""
    if nginx := os.environ.get("NGINX"):
        assert site.base_path == "/"
        with nginx_serving(site.folder, nginx) as server:
            yield server.home
    else:
        with serving(site.folder, site.base_path) as address:
            yield address


@pytest.fixture(scope="session")
def now(site: BuiltSite) -> datetime:
    """A day before the first open time, so that no test depends on the day it runs."""
    starts = [slot.start for page in site.profiles_with_slots for slot in slots_of(page)]
    return min(starts, default=datetime(2026, 11, 25, tzinfo=timezone.utc)) - timedelta(days=1)


@pytest.fixture
def visitors(browser: Browser, home: str, now: datetime) -> Iterator[Visitors]:
    """Visitors of one test. It fails if any of their browsers had something to complain of."""
    visitors = Visitors(browser, home, now)
    yield visitors
    visitors.leave()
    assert not visitors.complaints, "\n".join(visitors.complaints)


@pytest.fixture(scope="session")
def kinds(site: BuiltSite) -> dict[str, str]:
    """One page of each kind: name and path."""
    return page_of_each_kind(site)


@pytest.fixture(scope="session")
def open_profile(site: BuiltSite) -> str:
    """The path of a profile with open times of a mentor who is written to by mail."""
    return next(page.path for page in site.profiles_with_slots if "mailto:" in page.with_class("request")[0].find(
        ".//a[@class='button']").get("href", ""))


@pytest.fixture(scope="session")
def slots(site: BuiltSite, open_profile: str) -> list[Slot]:
    """The open times of that profile."""
    return slots_of(site.by_path[open_profile])


