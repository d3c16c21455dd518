"""The feed, the site map and robots.txt."""

from datetime import datetime
from xml.etree import ElementTree

import feedparser
import pytest

from built_site.site import BuiltSite

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def feed(site: BuiltSite) -> ElementTree.Element:
    return ElementTree.fromstring((site.folder / "feed.xml").read_bytes())


def test_a_feed_reader_takes_the_feed_without_complaint(site: BuiltSite) -> None:
    parsed = feedparser.parse((site.folder / "feed.xml").read_bytes())
    assert not parsed.bozo and parsed.version == "atom10"
    assert parsed.entries and all(entry.title and entry.link and entry.summary for entry in parsed.entries)


def test_feed_and_entries_have_what_the_atom_standard_requires(feed: ElementTree.Element) -> None:
    assert feed.tag == f"{ATOM}feed"
    for node in [feed, *feed.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"{ATOM}{name}")) == 1, name
        assert datetime.fromisoformat(node.findtext(f"{ATOM}updated", "")).tzinfo is not None
        assert node.find(f"{ATOM}link[@rel='alternate']") is not None
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert feed.find(f"{ATOM}link[@rel='self']") is not None


def test_entry_ids_are_unique_and_absolute(feed: ElementTree.Element) -> None:
    ids = [node.text or "" for node in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(identity.startswith("https://") for identity in ids)


def test_entries_come_newest_first_and_the_feed_is_as_new_as_its_newest(feed: ElementTree.Element) -> None:
    updated = [node.findtext(f"{ATOM}updated", "") for node in feed.findall(f"{ATOM}entry")]
    assert updated == sorted(updated, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == updated[0]


def test_every_link_of_the_feed_is_a_page_of_the_site(site: BuiltSite, feed: ElementTree.Element) -> None:
    for link in feed.iter(f"{ATOM}link"):
        address = link.get("href", "")
        assert address.startswith(site.base_url)
        assert site.file_at(address.removeprefix(site.base_url)).is_file(), address


def test_the_site_map_lists_the_pages_that_search_engines_may_list_and_no_others(site: BuiltSite) -> None:
    tree = ElementTree.fromstring((site.folder / "sitemap.xml").read_bytes())
    assert tree.tag == f"{SITEMAP}urlset"
    listed = [node.findtext(f"{SITEMAP}loc", "") for node in tree.findall(f"{SITEMAP}url")]
    open_pages = [page for page in site.pages if page.root.find(".//meta[@name='robots']") is None]
    assert sorted(listed) == sorted(site.base_url + page.path for page in open_pages)


def test_robots_may_read_all_pages_and_are_told_of_the_site_map(site: BuiltSite) -> None:
    lines = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert "User-agent: *" in lines
    assert f"Sitemap: {site.base_url}sitemap.xml" in lines
    # A page that robots may not read is one whose `noindex` they never see.
    assert "Disallow: /" not in lines
