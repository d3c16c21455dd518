"""The order of names: Sources/TextKeys/CollationKey.swift in other words, for the root alphabet."""

import unicodedata

from Search.reference.folding import folded

_SCRIPTS_OWN = 3


def sort_key(text: str, locale: str) -> tuple[tuple[tuple[int, ...], ...], bytes]:
    """Letters by their base letters, digits before letters, spaces and hyphens before both; then the text itself."""
    assert locale.split("-")[0] in ("en", "de"), "only alphabets without letters of their own are reckoned here"
    places = tuple(place for character in text for place in _places(character))
    return places, text.encode()


def _places(character: str) -> list[tuple[int, ...]]:
    if character in " -":
        return [(1,)]
    if character.isascii():
        if character.isdigit():
            return [(1, ord(character))]
        return [(2, ord(character.lower()))] if character.isalpha() else []
    bare = folded(character)
    if bare.isascii() and bare.isalpha() and unicodedata.name(character).startswith("LATIN"):
        return [(2, ord(letter)) for letter in bare]
    if _is_alphabetic(character):
        return [(_SCRIPTS_OWN, ord(letter)) for letter in character.lower()]
    return []


def _is_alphabetic(character: str) -> bool:
    """Unicode's property Alphabetic, as near as Python's tables come: letters, and the marks that are vowels."""
    if character.isalpha():
        return True
    is_mark = unicodedata.category(character) in ("Mn", "Mc") and not "\u0300" <= character <= "\u036f"
    place = unicodedata.combining(character)
    return is_mark and (place == 0 or 10 <= place <= 35 or place == 103) and character not in "\u0e47\u0e4c\u0e4e"
