"""Slips of the keyboard: when two names are the same but for a letter or two."""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from actors_graph.sources.mapping.content import is_commune

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SLIPS: Final = 2
# By how many letters two slips may lengthen a name.
_LENGTHS: Final = 4
_WORD: Final = 4
_LONG_WORD: Final = 9
_ARTICLES: Final = frozenset(["l", "la", "le", "les", "d", "de", "du", "des", "au", "aux"])
# Lists of names that share a word: how many are looked at, and how long the longest is.
_LISTS: Final = 2
_LONGEST_LIST: Final = 3000


class SlipIndex:
    """Finds the names that a slip turns into a text, without comparing it with all of them.

    A name of several words keeps one of them to the letter, at its place; one of a single word is
    found by the texts that losing a letter makes of both.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Index folded names; O(words of the names)."""
        self._by_word: dict[tuple[int, int, str], list[str]] = {}
        self._by_loss: dict[str, list[str]] = {}
        for name in names:
            words = name.split()
            if len(words) == 1:
                for loss in _losses(name):
                    self._by_loss.setdefault(loss, []).append(name)
            for place, word in enumerate(words):
                self._by_word.setdefault((len(words), place, word), []).append(name)

    def near(self, text: str) -> list[str]:
        """Return the names of which a folded text is a slip, in the order of the index."""
        words = text.split()
        if len(words) == 1:
            close = [name for loss in _losses(text) for name in self._by_loss.get(loss, ())]
        else:
            lists = (
                self._by_word.get((len(words), place, word), []) for place, word in enumerate(words)
            )
            shortest = sorted(filter(None, lists), key=len)[:_LISTS]
            close = [name for names in shortest for name in names[:_LONGEST_LIST]]
        likely = (n for n in dict.fromkeys(close) if abs(len(n) - len(text)) <= _LENGTHS)
        return [name for name in likely if name != text and is_slip(text, name)]


def is_slip(text: str, name: str) -> bool:
    """Whether two folded names differ by what a keyboard does: a letter lost, doubled, swapped.

    Word by word: one letter in a word of four or more, two in one of nine or more; articles may
    replace each other. Digits and names of communes tell two structures apart, never slips.

    >>> is_slip("sport et soufle", "sport et souffle"), is_slip("judo vichy", "judo vicq")
    (True, False)
    >>> is_slip("college 2", "college 3"), is_slip("le passerelles", "les passerelles")
    (False, True)
    """
    words, others = text.split(), name.split()
    if len(words) != len(others):
        return False
    pairs = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(pairs) <= _SLIPS and all(starmap(_is_slip_of_word, pairs))


def _is_slip_of_word(word: str, other: str) -> bool:
    if not (word.isalpha() and other.isalpha()):
        return False
    distance = OSA.distance(word, other)
    if min(len(word), len(other)) < _WORD:
        # In a short word another letter is another word; one lost or doubled is a slip.
        is_lost = distance == 1 and len(word) != len(other) and min(len(word), len(other)) > 1
        return {word, other} <= _ARTICLES or is_lost or sorted(word) == sorted(other)
    if distance > (2 if len(other) >= _LONG_WORD else 1):
        return False
    return not (is_commune(word) and is_commune(other))


def _losses(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
