"""The rules of axe, to WCAG 2.2 AA and best practice, on every kind of page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from Browser.visitors import Visitors

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

OPEN_ALL = "document.querySelectorAll('details').forEach((fold) => { fold.name = ''; fold.open = true; })"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation_on_any_kind_of_page(
    visitors: Visitors, kinds: dict[str, str], scheme: str, width: int
) -> None:
    page = visitors.arrive(width=width, color_scheme=scheme)
    found = []
    for name, path in kinds.items():
        page.goto(visitors.home + path)
        page.evaluate(OPEN_ALL)
        report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
        for violation in report.response["violations"]:
            nodes = [node["target"] for node in violation["nodes"]]
            found.append(f"{name}: {violation['id']} ({violation['impact']}) at {nodes[:3]}")
    assert not found, "\n".join(found)
