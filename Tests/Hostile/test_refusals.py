"""What no profile may say is refused, with the place where it stands; nothing of it is published."""

import json
from collections import defaultdict
from typing import Any

import pytest

from Hostile.refusals import LINE, RAW, Refusal, refusals
from Hostile.sites import HostileSite

# What is allowed after all: nothing at all, and texts that happen to be what the field takes.
EMPTY = {"", " ", "\n", "\r\n", "\r\n\r\n", "\n" * 900}
FITTING = {
    ("email", "&cc=evil@example.net"), ("own_email", "&cc=evil@example.net"), ("verified", "2027-01-01"),
    ("joined", "2027-01-01"), ("own_date", "2027-01-01"), ("consent", "yes"), ("own_flag", "yes"),
    ("own_link", "mailto:a@example.net?cc=b@example.net"),
}
Findings = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def findings(refused: Any) -> Findings:
    found: Findings = defaultdict(list)
    for finding in json.loads((refused / "findings.json").read_text(encoding="utf-8"))["diagnostics"]:
        found[finding["path"].removeprefix("content/")].append(finding)
    return found


@pytest.fixture(scope="module")
def cases(refused: Any) -> list[Refusal]:
    return refusals(json.loads((refused / "texts.json").read_text()))


def is_fitting(case: Refusal) -> bool:
    isEmpty = case.text in EMPTY and (case.field not in ("availability", "links") or case.text == "")
    return isEmpty or (case.field, case.text) in FITTING or case.field == "draft" and case.text == "yes"


def test_every_text_is_refused_in_every_field_that_takes_no_text(cases: list[Refusal], findings: Findings) -> None:
    assert len(cases) > 15_000
    for case in cases:
        errors = [finding for finding in findings[case.file] if finding["severity"] == "error"]
        assert bool(errors) != is_fitting(case), f"{case}: {findings[case.file]}"


def test_a_finding_points_at_the_text(cases: list[Refusal], findings: Findings) -> None:
    for case in cases:
        for finding in findings[case.file]:
            line = case.source().split("\n")[LINE - 1]
            assert finding["line"] == finding["endLine"] == LINE, finding
            assert 1 <= finding["column"] < finding["endColumn"] <= len(line) + 1, finding
            # Not at the field's name: at what is wrong with it.
            assert case.field not in ("email", "phone", "headline") or finding["column"] > len(case.field) + 1, finding


def test_a_character_that_no_file_may_hold_is_pointed_at(cases: list[Refusal], findings: Findings) -> None:
    raw = [case for case in cases if case.field == RAW]
    assert len(raw) > 60
    for case in raw:
        (finding,) = findings[case.file]
        column = case.source().split("\n")[LINE - 1].index(case.text) + 1
        assert (finding["line"], finding["column"]) == (LINE, column), finding


def test_of_a_refused_profile_nothing_is_published(refused: Any, cases: list[Refusal]) -> None:
    published = {folder.name for folder in (refused / "output" / "mentors").iterdir()}
    assert published == {case.slug for case in cases if is_fitting(case) and (case.field, case.text) != ("draft", "yes")}
    everything = b"".join(file.read_bytes() for file in (refused / "output").rglob("*") if file.is_file())
    for case in cases:
        assert is_fitting(case) or case.slug.encode() not in everything, case
