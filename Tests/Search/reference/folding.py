"""From text to words: docs/search-format.md, "From text to words"."""

import re
import unicodedata
from functools import cache

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]")
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n", "ĸ": "k", "ə": "e",
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ"})
# Scripts without spaces between words, or where parts of names are looked for.
_BY_CHARACTER = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff")
# Kinds of characters: l letter, m mark, n number, c and k letter and mark taken by characters,
# s sign of a letter (C++, C#), - anything else.
_WORDS = re.compile("l[lm]*s{1,2}|[ln][lmn]*|c[ck]*")
_APOSTROPHES = "'\u2019\u02bc\u02bb"
_LONGEST = 40


def folded(text: str) -> str:
    """The text without what people leave out when they type: marks, case, letters of other keyboards."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare.lower().translate(_LETTERS))


def indexed(text: str) -> list[str]:
    """The words under which a text is found."""
    return [word for run in _runs(text) for word in (_pairs(run) + [run[-1]] if is_by_character(run) else [run])]


def queried(text: str) -> list[str]:
    """The words that somebody asks for."""
    return [word for run in _runs(text) for word in (_pairs(run) or [run] if is_by_character(run) else [run])]


def respelled(text: str) -> str:
    """A name as people without its keys spell it: Müller is Mueller."""
    composed = unicodedata.normalize("NFC", text).lower()
    for letter, pair in {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}.items():
        composed = composed.replace(letter, pair)
    return composed


def is_by_character(word: str) -> bool:
    """Whether a word is of a script that is taken by characters."""
    return _kind(word[0]) == "c"


def _runs(text: str) -> list[str]:
    """Words of other scripts, and whole runs of those that are taken by characters."""
    bare = "".join(character for character in folded(text) if character not in _APOSTROPHES)
    kinds = "".join(_kind(character) for character in bare)
    found = (bare[match.start() : match.end()] for match in _WORDS.finditer(kinds))
    return [run if is_by_character(run) else run[:_LONGEST] for run in found]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


@cache
def _kind(character: str) -> str:
    if character in "+#":
        return "s"
    kind = unicodedata.category(character)[0].lower()
    if kind not in "lmn":
        return "-"
    if re.match(f"[{_BY_CHARACTER}]", character):
        return "k" if kind == "m" else "c"
    return kind
