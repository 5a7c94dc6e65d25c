"""The words of a commune's own name, which say nothing in the name of one of its actors.

Else « Judo club de Vichy » and « Tennis club de Vichy » would be two thirds the same.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from actors_graph.matching.lexicon import AUTHORITY, COMMON_BEGINNINGS, LINKS, singular
from actors_graph.matching.vocabulary import GENERIC
from actors_graph.model.geography import geography
from actors_graph.model.place_names import departement_of
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

# No column of a register is narrower, so that a shorter name is whole.
NARROWEST = 28
# Letters from which a word of a commune's name may have one error, or two.
_ONE_ERROR = 5
_TWO_ERRORS = 9


@functools.cache
def place_words(commune: str) -> tuple[str, ...]:
    """Folded words of the name of a commune, without links; none if the code is unknown.

    >>> place_words("03254"), place_words("")
    (('saint', 'pourcain', 'sioule'), ())
    """
    name = geography().name(f"com:{commune}") if commune else ""
    return tuple(word for word in fold(name).split() if word not in LINKS)


@functools.cache
def departement_words(commune: str) -> tuple[str, tuple[str, ...]]:
    """Number of the département of a commune, and the folded words of its name.

    >>> departement_words("03254"), departement_words("")
    (('03', ('allier',)), ('', ()))
    """
    number = departement_of(commune)
    name = geography().name(f"dep:{number}") if number else ""
    return (number if name else ""), tuple(w for w in fold(name).split() if w not in LINKS)


@functools.cache
def names_of_departements() -> frozenset[str]:
    """Words, as names have them, of all départements: a branch says which one it serves."""
    names = (geography().name(i) for i in geography().territory_ids if i.startswith("dep:"))
    words = (word for name in names for word in fold(name).split())
    return frozenset(singular(word) for word in words if word not in LINKS)


def without_place(words: Sequence[str], *, commune: str, cut: bool = False) -> list[str]:
    """Return the words without the name of the commune, whole or by its beginning.

    « Saint-Pourçain » stands for Saint-Pourçain-sur-Sioule, « Saint » alone for nothing. What
    would leave no word is kept.

    Args:
        words: folded, without links.
        commune: INSEE code; empty = nothing is taken out.
        cut: whether the end of the name may be missing: its last word may then be the beginning
            of a word of the commune.
    """
    place = place_words(commune)
    if not place:
        return list(words)
    shortest = _shortest(place)
    found = list(words)
    start = 0
    while start < len(found):
        size = 0
        last = cut and start == len(found) - 1
        if last or found[start] == place[0] or _mistyped(found[start], place[0]):
            size = _matching(found, start, place, cut=cut)
        if size >= shortest and size < len(found):
            del found[start : start + size]
            if start > 1 and found[start - 1] in AUTHORITY:
                del found[start - 1]  # « CCAS de la ville de Vichy »
        else:
            start += 1
    return found


def _shortest(place: Sequence[str]) -> int:
    """How many words at least are that commune's name."""
    return min(len(place), 2 if place[0] in COMMON_BEGINNINGS else 1)


def _matching(words: Sequence[str], start: int, place: Sequence[str], *, cut: bool) -> int:
    """How many words from there on are the beginning of the commune's name."""
    size = 0
    for word, expected in zip(words[start:], place, strict=False):
        if word != expected and not _mistyped(word, expected):
            last = start + size == len(words) - 1
            return size + (cut and last and len(word) > 1 and expected.startswith(word))
        size += 1
    return size


@functools.lru_cache(maxsize=100_000)
def _mistyped(word: str, expected: str) -> bool:
    """Whether a word is one of the commune's name with a letter wrong, or two in a long one."""
    size = min(len(word), len(expected))
    if size < _ONE_ERROR or word in GENERIC:
        return False
    allowed = 2 if size >= _TWO_ERRORS else 1
    return OSA.distance(word, expected, score_cutoff=allowed) <= allowed
