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
# Of these each commune has its own: that of another one is not meant.
_EACH_ITS_OWN: Final = """
    ccas | mairie | la mairie | commune | la commune | ville | école | l école | école primaire |
    école maternelle | comité des fêtes
"""
_OWN: Final = frozenset(fold(name) for name in _EACH_ITS_OWN.split("|"))


def may_serve_others(text: str) -> bool:
    """Whether the one of a commune may also be that of its neighbours, as a médiathèque may.

    >>> may_serve_others("Médiathèque"), may_serve_others("Mairie")
    (True, False)
    """
    return fold(text) not in _OWN


def is_common_name(text: str) -> bool:
    """Whether a name alone does not say of which commune it is.

    >>> is_common_name("C.C.A.S"), is_common_name("CCAS"), is_common_name("CCAS de Cusset")
    (False, True, False)
    """
    return fold(text) in COMMON_NAMES
