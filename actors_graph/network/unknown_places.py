"""Refuses a territory that nobody knows, and names those that may be meant, the nearest first."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final, NoReturn

from actors_graph.errors import InputError
from actors_graph.model.geography import geography
from actors_graph.text import fold

if TYPE_CHECKING:
    from actors_graph.model.territories import TerritoryTree

_SHOWN: Final = 8


def refuse_territory(wanted: str, places: TerritoryTree) -> NoReturn:
    """Raise that the id is unknown, with the ids and names of the nearest territories.

    Raises:
        InputError: always.
    """
    near = nearest_territories(wanted, places)
    shown = ", ".join(f"{near_id} ({places.name(near_id)})" for near_id in near)
    raise InputError(
        f"Le territoire « {wanted} » n’existe pas.",
        value=wanted,
        remedy=f"Possibles : {shown}." if shown else "",
    )


def nearest_territories(wanted: str, places: TerritoryTree) -> list[str]:
    """Return the ids of at most 8 territories whose name or id comes near, the nearest first.

    Of equal ones, those that the data hold come first, then the most populated. About 0.2 s on
    the communes of France.
    """
    stored = dict.fromkeys(places)
    names = {place: fold(places.name(place)) for place in (*stored, *geography().territory_ids)}
    prefix, _, rest = wanted.rpartition(":")
    word = fold(rest)
    ranks: dict[str, int] = {}
    for place, name in names.items():
        if word and word in name:
            ranks[place] = 0 if name == word else 1 if f" {word} " in f" {name} " else 2
    if prefix or not ranks:
        near_ids = [place for place in names if place.startswith(f"{prefix}:")] or list(stored)
        # A spreadsheet loses the first zero of a code.
        ranks.update(dict.fromkeys((i for i in near_ids if i.startswith(f"{prefix}:0{rest}")), 1))
        for place in difflib.get_close_matches(wanted, near_ids, n=3):
            ranks.setdefault(place, 3)
    if not ranks:
        near = set(difflib.get_close_matches(word, set(names.values()), n=3, cutoff=0.8))
        ranks = {place: 4 for place, name in names.items() if name in near}
    if not ranks:
        ranks = dict.fromkeys(stored or geography().territory_ids[:_SHOWN], 5)
    population = geography().population
    return sorted(ranks, key=lambda place: (ranks[place], place not in stored, -population(place)))[
        :_SHOWN
    ]
