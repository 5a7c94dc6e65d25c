"""How near two words are: one mistyped, one cut by a dot, or two words.

Distance: optimal string alignment (Damerau, 1964; Levenshtein, 1966): letters dropped, added,
replaced, or two neighbours swapped. The first letter of a word is seldom wrong (Pollock and Zamora,
1984), so that « Dames » is « Lames » mistyped less likely than « Lammes » is.
"""

from __future__ import annotations

import functools
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from actors_graph.matching.vocabulary import FIRST_NAMES, GENERIC

_LINKS: Final = ("de", "des", "du", "le", "les")
_LINK_LETTERS: Final = frozenset("delsu")
_SHORTEST: Final = 3
_PERHAPS: Final = {1: 4, 2: 6}
# Letters from which a word may have one error, or two.
_ONE_ERROR: Final = 5
_TWO_ERRORS: Final = 9

if TYPE_CHECKING:
    from actors_graph.matching.lexicon import Words


class Nearness(IntEnum):
    """The greater, the nearer."""

    NONE = 0
    PERHAPS = 1
    MISTYPED = 2
    SHORTENED = 3


def nearness(a: str, b: str, *, shortened: Words = ()) -> Nearness:
    """How near two different words are; symmetric.

    Args:
        a: folded, singular.
        b: the same.
        shortened: words that their author ended with a dot.

    >>> nearness("jumelage", "jumellage"), nearness("marche", "marine")
    (<Nearness.MISTYPED: 2>, <Nearness.NONE: 0>)
    """
    short, long = sorted((a, b), key=len)
    if short in shortened and long.startswith(short):
        return Nearness.SHORTENED
    return _near(*sorted((a, b)))


@functools.lru_cache(maxsize=10_000)
def is_link_mistyped(word: str) -> bool:
    """Whether a short word that means nothing is an article or preposition with a letter wrong.

    >>> is_link_mistyped("ds"), is_link_mistyped("lse"), is_link_mistyped("judo")
    (True, True, False)
    """
    if not 2 <= len(word) <= 3 or not _LINK_LETTERS.issuperset(word):
        return False
    return any(OSA.distance(word, link, score_cutoff=1) <= 1 for link in _LINKS)


@functools.lru_cache(maxsize=100_000)
def _near(a: str, b: str) -> Nearness:
    size = min(len(a), len(b))
    known = _known(a) + _known(b)
    if size < _SHORTEST or known == 2 or a.isdigit() or b.isdigit():
        return Nearness.NONE
    errors = OSA.distance(a, b, score_cutoff=2)
    if errors > 2:
        return Nearness.NONE
    likely = size >= (_ONE_ERROR if errors == 1 else _TWO_ERRORS)
    if errors == 1 and known and size > _SHORTEST:
        likely = True  # a word of the language, with a letter wrong
    if likely and a[0] == b[0]:
        return Nearness.MISTYPED
    perhaps = likely or (errors == 1 and known) or size >= _PERHAPS[errors]
    return Nearness.PERHAPS if perhaps else Nearness.NONE


def _known(word: str) -> bool:
    return word in GENERIC or word in FIRST_NAMES
