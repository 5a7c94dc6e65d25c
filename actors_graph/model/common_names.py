"""Names that every commune may have one of: alone, they mean the one of the commune at hand."""

from __future__ import annotations

from typing import Final

from actors_graph.text import fold

_NAMES: Final = """
    ccas | cias | mairie | la mairie | commune | la commune | ville | école | l école | collège |
    le collège | lycée | le lycée | école primaire | école maternelle | crèche | médiathèque |
    bibliothèque | mjc | centre social | le centre social | centre culturel | ehpad |
    mission locale | la mission locale | maison france services | france services |
    office de tourisme | comité des fêtes | foyer rural | club de foot | secours populaire |
    secours catholique | restos du cœur | les restos du cœur | familles rurales | croix rouge |
    amicale laïque | amicale
"""
COMMON_NAMES: Final = frozenset(fold(name) for name in _NAMES.split("|"))


def is_common_name(text: str) -> bool:
    """Whether a name alone does not say of which commune it is.

    >>> is_common_name("C.C.A.S"), is_common_name("CCAS"), is_common_name("CCAS de Cusset")
    (False, True, False)
    """
    return fold(text) in COMMON_NAMES
