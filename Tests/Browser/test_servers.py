"""The site behind nginx and Caddy as docs/hosting.md configures them, held against what the site itself asks for."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import Message

import pytest
from playwright.sync_api import Browser, expect

from Browser.visitors import Visitors, follow
from built_site import documented, headers
from built_site.site import BuiltSite


@dataclass
class Answer:
    """What a server sent."""

    status: int
    headers: Message
    body: bytes


def ask(address: str, **wanted: str) -> Answer:
    """Asks for a file, without following a redirection to somewhere else."""
    request = urllib.request.Request(address, headers={name.replace("_", "-"): value for name, value in wanted.items()})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


@pytest.fixture(scope="module", params=documented.SERVERS)
def served(request: pytest.FixtureRequest, site: BuiltSite) -> Iterator[str]:
    """The home page's address."""
    with documented.serving(site.folder, request.param) as home:
        yield home


def test_every_class_of_file_is_sent_with_the_headers_that_the_site_asks_for(served: str, site: BuiltSite) -> None:
    files = [path for path in site.folder.rglob("*") if path.is_file() and not path.name.startswith((".", "_"))]
    by_class = {(path.suffix, path.relative_to(site.folder).parts[:2][0]): path for path in sorted(files)}
    assert len(by_class) > 8
    for file in [*by_class.values(), *site.folder.glob("assets/site-*"), *site.folder.glob("assets/photos/*")]:
        path = "/" + file.relative_to(site.folder).as_posix()
        wanted = {"Cache-Control": "no-cache"} | headers.headers_for(path, site.folder)
        answer = ask(served + path[1:])
        assert answer.status == 200 and answer.body == file.read_bytes(), path
        for name, value in wanted.items():
            assert answer.headers.get_all(name) == [value], f"{path}: {name}"


def test_what_is_not_there_is_not_kept_for_ever(served: str, site: BuiltSite) -> None:
    for path in ["nowhere/", "assets/site-0000000000000000.css", "search/nothing.bin", "assets/photos/nobody.jpg"]:
        answer = ask(served + path)
        assert answer.status == 404 and answer.body == (site.folder / "404.html").read_bytes(), path
        assert answer.headers.get_all("Cache-Control") == ["no-cache"], path
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"], path


def test_files_have_types_that_programs_for_calendars_and_contacts_know(served: str, site: BuiltSite) -> None:
    for pattern, type_ in [
        ("mentors/*/*.ics", "text/calendar"), ("mentors/*/*.vcf", "text/vcard"), ("index.html", "text/html"),
        ("assets/site-*.css", "text/css"), ("feed.xml", "xml"), ("assets/modules-*/**/*.js", "javascript"),
    ]:
        file = sorted(site.folder.glob(pattern))[0]
        sent = ask(served + file.relative_to(site.folder).as_posix()).headers["Content-Type"]
        assert type_ in sent and ("charset=utf-8" in sent.lower() or type_ in ("xml", "javascript")), f"{file.name}: {sent}"


def test_what_builds_and_hosts_keep_for_themselves_is_not_served(served: str, site: BuiltSite) -> None:
    for path in [".mentorbook", "_headers"]:
        assert (site.folder / path).exists() and ask(served + path).status == 404, path


def test_pages_are_sent_compressed_and_asked_for_anew_cheaply(served: str) -> None:
    packed = ask(served + "explore/", Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip" and len(packed.body) < len(ask(served + "explore/").body) / 2
    tag = ask(served + "explore/").headers["ETag"]
    assert tag and ask(served + "explore/", If_None_Match=tag).status == 304


def test_every_kind_of_page_runs_clean(
    served: str, browser: Browser, now: datetime, kinds: dict[str, str]
) -> None:
    visitors = Visitors(browser, served, now)
    page = visitors.arrive()
    for path in kinds.values():
        if path != "404.html":
            page.goto(served + path)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(served + "explore/")
    page.get_by_role("searchbox").first.fill("design")
    expect(page.locator(".card").first).to_be_visible()
    follow(page.locator(".card a").first)
    expect(page.locator("body")).to_have_class("profile-page")
    page.wait_for_load_state("networkidle")
    visitors.leave()
    assert not visitors.complaints, "\n".join(visitors.complaints)
