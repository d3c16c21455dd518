"""Which mentors have a query's words, and how well: docs/search-format.md, "Ranking"."""

from Search.reference.folding import is_by_character, queried
from Search.reference.standing import BIO, name_class

WEIGHTS = [8, 20, 20, 25, 30, 40, 100, 100, 100, 100]
WHOLE_NAME = 1000
MOST_WORDS = 16


class Ranking:
    """Scores of queries over the words of all mentors."""

    def __init__(self, mentors: list[dict[str, int]]) -> None:
        self.mentors = mentors
        self.vocabulary = sorted({word for words in mentors for word in words})
        self._met: dict[tuple[str, bool], dict[str, int]] = {}

    def scores(self, text: str) -> dict[int, int]:
        """Of each mentor who has all words of the query, the score."""
        asked = queried(text)[:MOST_WORDS]
        met = [self.met(word, is_last=place == len(asked) - 1) for place, word in enumerate(asked)]
        found: dict[int, int] = {}
        for number, words in enumerate(self.mentors):
            parts = [self._score(word, words, factors) for word, factors in zip(asked, met)]
            if all(parts):
                found[number] = sum(parts) + (WHOLE_NAME if self._is_whole_name(asked, words) else 0)
        return found

    def met(self, word: str, is_last: bool) -> dict[str, int]:
        """The words of the vocabulary that meet a word of a query, each with its factor."""
        if (word, is_last) not in self._met:
            begins = is_last or len(word) >= 3 or is_by_character(word)
            found = {other: 3 for other in self.vocabulary if begins and other.startswith(word)}
            if word in self.vocabulary:
                found[word] = 4
            self._met[word, is_last] = found or self._misspelt(word)
        return self._met[word, is_last]

    def _misspelt(self, word: str) -> dict[str, int]:
        allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        if not allowed:
            return {}
        distances = {other: distance_to_beginning(word, other, allowed) for other in self.vocabulary}
        return {other: 3 - changes for other, changes in distances.items() if changes <= allowed}

    @staticmethod
    def _score(word: str, words: dict[str, int], factors: dict[str, int]) -> int:
        """The best way in which one mentor's words meet a word of the query; 0 if none does."""
        # What few characters begin is not looked for in biographies: half of them would have it.
        return max((
            WEIGHTS[words[other]] * factor for other, factor in factors.items()
            if other in words and not (words[other] == BIO and factor == 3 and len(word) <= 3)), default=0)

    @staticmethod
    def _is_whole_name(asked: list[str], words: dict[str, int]) -> bool:
        return bool(asked) and all(words.get(word) == name_class(len(asked)) for word in asked)


def distance_to_beginning(word: str, other: str, allowed: int) -> int:
    """The fewest changes that make `word` a beginning of `other`, or all of it; more than `allowed` if it takes more.

    A change is a character more, fewer or another, or two neighbours swapped.
    """
    other = other[: len(word) + allowed]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, character in enumerate(word, 1):
        above, before, row = before, row, [i]
        for j, own in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (character != own))
            if i > 1 and j > 1 and character == other[j - 2] and word[i - 2] == own:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed and min(before) > allowed:
            return allowed + 1
    return min(row)
