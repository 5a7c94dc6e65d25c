"""Slips of the keyboard: when two names are the same but for a letter or two."""

from __future__ import annotations

from itertools import starmap
from typing import Final

from rapidfuzz.distance import OSA

from actors_graph.sources.mapping_content import is_commune

_SLIPS: Final = 2
_WORD: Final = 4
_LONG_WORD: Final = 9
_ARTICLES: Final = frozenset(["l", "la", "le", "les", "d", "de", "du", "des", "au", "aux"])


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
