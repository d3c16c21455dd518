"""From text to words: docs/search-format.md, "From text to words"."""

import re
import unicodedata
from functools import cache

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]")
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n", "ĸ": "k", "ə": "e",
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ"})
# Scripts without spaces between words, or where parts of names are looked for.
_BY_CHARACTER = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff")
_RUNS = re.compile(f"[{_BY_CHARACTER}]+|[^{_BY_CHARACTER}]+")
_APOSTROPHES = "'\u2019\u02bc\u02bb"
_LONGEST = 40


def folded(text: str) -> str:
    """The text without what people leave out when they type: marks, case, letters of other keyboards."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare.lower().translate(_LETTERS))


def indexed(text: str) -> list[str]:
    """The words under which a text is found."""
    words: list[str] = []
    for run in _runs(text):
        if _is_by_character(run):
            words += _pairs(run) + [run[-1]]
        else:
            words.append(run[:_LONGEST])
    return words


def queried(text: str) -> list[str]:
    """The words that somebody asks for."""
    words: list[str] = []
    for run in _runs(text):
        if _is_by_character(run):
            words += _pairs(run) or [run]
        else:
            words.append(run[:_LONGEST])
    return words


def respelled(text: str) -> str:
    """A name as people without its keys spell it: Müller is Mueller."""
    composed = unicodedata.normalize("NFC", text).lower()
    for letter, pair in {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}.items():
        composed = composed.replace(letter, pair)
    return composed


def is_by_character(word: str) -> bool:
    """Whether a word is of a script that is taken by characters."""
    return _is_by_character(word)


def _is_by_character(run: str) -> bool:
    return bool(re.match(f"[{_BY_CHARACTER}]", run))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _runs(text: str) -> list[str]:
    """Words, with what is taken by characters cut out of them."""
    return [run for word in _words(folded(text)) for run in _RUNS.findall(word)]


def _words(text: str) -> list[str]:
    words: list[str] = []
    at = 0
    while at < len(text):
        if not _is_in_words(text[at]):
            at += 1
            continue
        word = ""
        while at < len(text) and (_is_in_words(text[at]) or _is_apostrophe_within(text, at)):
            word += "" if text[at] in _APOSTROPHES else text[at]
            at += 1
        if not any(unicodedata.category(character).startswith("N") for character in word):
            signs = re.match(r"[+#]{0,2}", text[at:])
            word += signs[0] if signs else ""
            at += len(signs[0]) if signs else 0
        words.append(word)
    return words


@cache
def _is_in_words(character: str) -> bool:
    return character not in _APOSTROPHES and unicodedata.category(character)[0] in "LMN"


def _is_apostrophe_within(text: str, at: int) -> bool:
    return text[at] in _APOSTROPHES and at + 1 < len(text) and _is_in_words(text[at + 1])
