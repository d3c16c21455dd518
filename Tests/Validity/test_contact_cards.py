"""The contact card of a profile."""

from pathlib import Path

import pytest
import vobject

from built_site import content
from built_site.site import BuiltSite, Page


@pytest.fixture(scope="module")
def cards(site: BuiltSite) -> list[tuple[Page, Path]]:
    found = []
    for page in site.profiles:
        for link in page.root.iter("a"):
            target = site.resolve(page, link.get("href", ""))
            if target and target[0].endswith(".vcf"):
                found.append((page, site.file_at(target[0])))
    assert found
    return found


def test_every_card_is_linked_from_its_own_profile_only(site: BuiltSite, cards: list[tuple[Page, Path]]) -> None:
    assert sorted(file for _, file in cards) == sorted(file for file in site.files if file.suffix == ".vcf")
    assert all(file.stem == page.path.split("/")[1] for page, file in cards)


def test_every_card_is_valid_and_names_the_person(site: BuiltSite, cards: list[tuple[Page, Path]]) -> None:
    for page, file in cards:
        card = vobject.readOne(file.read_text(encoding="utf-8"))
        card.validate(raiseException=True)
        assert card.version.value == "3.0"
        assert card.fn.value == page.heading
        assert str(card.n.value).strip(), "Apple and Android need N"
        assert card.url.value == site.base_url + page.path


def test_a_card_holds_the_address_that_the_settings_allow(cards: list[tuple[Page, Path]]) -> None:
    requests = content.settings()["requests"]
    for _, file in cards:
        card = vobject.readOne(file.read_text(encoding="utf-8"))
        if requests["address"] == "relay":
            assert card.email.value == requests["relay"].replace("{slug}", file.stem)
