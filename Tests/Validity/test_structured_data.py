"""What a page tells machines about a person: enough, and no way to reach them."""

import json
import re
from typing import Any

import pytest

from built_site.site import BuiltSite, Page


def structured_data(page: Page) -> list[dict[str, Any]]:
    scripts = page.root.findall(".//script[@type='application/ld+json']")
    return [json.loads(script.text or "") for script in scripts]


def test_every_profile_describes_its_person(site: BuiltSite) -> None:
    assert site.profiles
    for page in site.profiles:
        (data,) = structured_data(page)
        assert data["@context"] == "https://schema.org" and data["@type"] == "ProfilePage"
        person = data["mainEntity"]
        assert person["@type"] == "Person"
        assert person["name"] == page.heading
        assert person["url"] == data["url"] == site.base_url + page.path


def test_no_structured_data_holds_a_mail_address_or_a_telephone_number(site: BuiltSite) -> None:
    for page in site.pages:
        for data in structured_data(page):
            written = json.dumps(data, ensure_ascii=False)
            assert not re.search(r"[^\s\"]@[\w-]+\.", written), str(page)
            assert not re.search(r'"(?:email|telephone|contactPoint)"', written), str(page)


@pytest.mark.parametrize("name", ["og:title", "og:type", "og:site_name"])
def test_every_page_can_be_shared_with_its_title(site: BuiltSite, name: str) -> None:
    for page in site.pages:
        meta = page.root.find(f".//meta[@property='{name}']")
        assert meta is not None and meta.get("content"), str(page)


def test_addresses_given_to_social_sites_are_absolute(site: BuiltSite) -> None:
    for page in site.pages:
        for name in ("og:url", "og:image"):
            meta = page.root.find(f".//meta[@property='{name}']")
            assert meta is None or meta.get("content", "").startswith(site.base_url), str(page)
