"""The hostile texts, and what a profile keeps of each."""

import re
import unicodedata

from playwright.sync_api import Browser

from built_site.site import ROOT
from module_units.units import unit_page


def hostile_texts(browser: Browser) -> list[str]:
    """The list that the scripts' own tests use, each text once."""
    with unit_page(browser, ROOT / "Tests" / "Requests") as units:
        texts = units.page.evaluate(
            "async () => (await import('/Tests/Requests/support/hostile_texts.mjs')).hostileTexts")
    return list(dict.fromkeys(texts))


def allowed(text: str) -> str:
    """The text without the control characters that a profile may not have, not even by an escape."""
    return "".join(c for c in text if c in "\t\n\r" or unicodedata.category(c) != "Cc")


def on_one_line(text: str) -> str:
    """What a field of one line keeps (docs/content.md, "Untidy input")."""
    return re.sub(r"[ \t]*[\r\n][ \t\r\n]*", " ", text.strip(" \t\r\n"))
