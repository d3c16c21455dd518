"""What must not be published is nowhere in the output, in no spelling."""

import html
import re
from urllib.parse import unquote

import pytest

from built_site import content
from built_site.site import BuiltSite


@pytest.fixture(scope="module")
def everything(site: BuiltSite) -> dict[str, str]:
    """Every file as readable text: percent-encoding, HTML entities and line folding undone."""
    texts = {}
    for file in site.files:
        text = file.read_bytes().decode("utf-8", errors="replace")
        unfolded = re.sub(r"\r\n[ \t]", "", text)
        texts[str(file.relative_to(site.folder))] = html.unescape(unquote(unfolded)).casefold()
    return texts


def test_a_hidden_mentor_or_one_who_has_not_consented_is_nowhere(everything: dict[str, str]) -> None:
    withheld = [mentor for mentor in content.mentors() if mentor.is_withheld]
    assert withheld, "the sample has none, so this proves nothing"
    for mentor in withheld:
        facts = [mentor.slug, mentor.fields["name"], mentor.fields["email"], mentor.fields["headline"]]
        for fact in facts:
            found = [path for path, text in everything.items() if fact.casefold() in f"{path}\n{text}"]
            assert not found, f"“{fact}” is in {found}"


def test_under_relay_no_mentors_own_mail_address_is_published(everything: dict[str, str]) -> None:
    if content.settings()["requests"]["address"] != "relay":
        pytest.skip("this site publishes its mentors' own addresses")
    for mentor in content.mentors():
        address = mentor.fields["email"].casefold()
        found = [path for path, text in everything.items() if address in text]
        assert not found, f"{address} is in {found}"


def test_a_telephone_number_is_published_only_of_mentors_who_ask_to_be_called_or_texted(
    everything: dict[str, str],
) -> None:
    for mentor in content.mentors():
        number = re.sub(r"\D", "", str(mentor.fields.get("phone", "")))
        asks = (mentor.fields.get("contact") or {}).get("prefer") in ("text", "phone")
        if number and not (asks and content.settings()["privacy"].get("phone")):
            found = [path for path, text in everything.items() if number in re.sub(r"[ ()\-.]", "", text)]
            assert not found, f"{mentor.slug}: {found}"


def test_no_file_tells_of_the_machine_that_built_it(everything: dict[str, str]) -> None:
    for path, text in everything.items():
        assert not re.search(r"file://|/home/\w|/tmp/|/root/|localhost", text), path
