"""HTML as an element tree, with the standard library alone.

Good enough for the site's own pages, where every element is closed: the Nu checker (Validity/test_html.py)
and `read` itself insist on that.
"""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class _TreeReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("document")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<path/>`: a foreign element without content."""
        self.open[-1].append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        closed = self.open.pop()
        assert closed.tag == tag, f"<{closed.tag}> is closed by </{tag}> in line {self.getpos()[0]}"

    def handle_data(self, data: str) -> None:
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def read(html: str) -> Element:
    """The tree of a page; its root is an invented `document`."""
    reader = _TreeReader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root], f"not closed: {[element.tag for element in reader.open[1:]]}"
    return reader.root


def text(element: Element | None) -> str:
    """What a person reads of an element, with white space collapsed."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def with_class(root: Element, name: str) -> list[Element]:
    """All elements that carry a class."""
    return [element for element in root.iter() if name in element.get("class", "").split()]
