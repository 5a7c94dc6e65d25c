"""The four levels of a collaboration, in words.

An ordinal ladder after Himmelman (« Collaboration for a change », 2002): levels are compared,
never averaged. What nobody said is « non précisé »: a known tie of no level.
"""

from __future__ import annotations

from typing import Final

from actors_graph.text import fold

LEVEL_WORDS: Final = {
    1: "se connaissent",
    2: "se coordonnent",
    3: "coopèrent",
    4: "portent ensemble",
}
UNSPECIFIED: Final = "non précisé"

# Other ways of saying a level, folded, each with « ils » or « elles » left out.
_SYNONYMS: Final = {
    "s informent": 1,
    "echangent des informations": 1,
    "partagent des moyens": 3,
    "co portent": 4,
    "ont une convention": 4,
}
_LEVELS: Final = {fold(words): level for level, words in LEVEL_WORDS.items()} | _SYNONYMS


def level_said(wording: str) -> int | None:
    """Return the level (1-4) that a French wording names, or its digit; None when it names none.

    >>> level_said("Coopèrent"), level_said("2"), level_said("non précisé")
    (3, 2, None)
    """
    words = fold(wording)
    if words in {str(level) for level in LEVEL_WORDS}:
        return int(words)
    return _LEVELS.get(words)
