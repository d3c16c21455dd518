"""The stylesheet is CSS that every browser reads the same way."""

from collections.abc import Iterator

import pytest
import tinycss2
from tinycss2.ast import Declaration, Node

from built_site.site import BuiltSite

# At-rules whose block holds rules; the block of any other holds declarations.
WITH_RULES = {"layer", "media", "supports", "container"}


@pytest.fixture(scope="module")
def nodes(site: BuiltSite) -> list[Node]:
    sheets = [file for file in site.files if file.suffix == ".css"]
    assert sheets
    return [node for sheet in sheets for node in _rules(sheet.read_text(encoding="utf-8"))]


def _rules(css: str | list[Node]) -> Iterator[Node]:
    """All rules, declarations and parse errors, however deep."""
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        yield node
        if node.type == "at-rule" and node.lower_at_keyword in WITH_RULES and node.content is not None:
            yield from _rules(node.content)
        elif node.type == "qualified-rule":
            yield from tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    # A declaration's own values are checked in the test below.


def test_the_stylesheet_has_no_parse_error(nodes: list[Node]) -> None:
    errors = [node for node in nodes if node.type == "error"]
    assert not errors, [f"line {error.source_line}: {error.message}" for error in errors]


def test_no_value_holds_a_bad_token(nodes: list[Node]) -> None:
    declarations = [node for node in nodes if isinstance(node, Declaration)]
    assert len(declarations) > 100
    bad = [d.name for d in declarations for value in d.value if value.type == "error"]
    assert not bad


def test_every_custom_property_that_is_read_is_also_set(nodes: list[Node]) -> None:
    declarations = [node for node in nodes if isinstance(node, Declaration)]
    known = {d.name for d in declarations if d.name.startswith("--")}
    needed = {name for d in declarations for name in _read_without_fallback(d.value)}
    assert not needed - known


def _read_without_fallback(values: list[Node]) -> Iterator[str]:
    for value in values:
        if value.type != "function":
            continue
        arguments = [argument for argument in value.arguments if argument.type != "whitespace"]
        if value.lower_name == "var" and len(arguments) == 1:
            yield arguments[0].value
        yield from _read_without_fallback(value.arguments)


def test_the_stylesheet_loads_nothing_from_elsewhere(nodes: list[Node]) -> None:
    assert not [node for node in nodes if node.type == "at-rule" and node.lower_at_keyword == "import"]
    urls = [value.value for d in nodes if isinstance(d, Declaration) for value in d.value if value.type == "url"]
    assert not [url for url in urls if "//" in url]
