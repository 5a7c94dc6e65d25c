"""The groups between which an actor may stand: kinds, levels, themes, territories, or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms.brokerage import Partition
from actors_graph.model.geography import geography
from actors_graph.model.kinds import ActorKind, TerritoryKind
from actors_graph.network.perimeter import broader_themes

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import BoolArray, IntArray
    from actors_graph.network import Network


class By(StrEnum):
    """What makes two partners differ."""

    KIND = "kind"
    LEVEL = "level"
    THEME = "theme"
    TERRITORY = "territory"
    NONE = "none"


# From the narrowest to the widest: the level of an actor is the widest territory it acts in.
_LEVELS: Final = (
    TerritoryKind.QPV,
    TerritoryKind.COMMUNE,
    TerritoryKind.CANTON,
    TerritoryKind.CUSTOM,
    TerritoryKind.EPCI,
    TerritoryKind.BASSIN_VIE,
    TerritoryKind.BASSIN,
    TerritoryKind.ZONE_EMPLOI,
    TerritoryKind.ARRONDISSEMENT,
    TerritoryKind.DEPARTEMENT,
    TerritoryKind.REGION,
)
# For these the free subtype is the level of the authority: commune, epci, conseiller_municipal…
_PUBLIC: Final = {ActorKind.LOCAL_AUTHORITY, ActorKind.ELU, ActorKind.PUBLIC_SERVICE}


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of the rows of a network.

    `names` are the groups by label; `single` tells whether each actor is in one group at most,
    without which roles have no meaning. A label may stand for several of the groups as people name
    them, `values` (kinds, levels, ids of themes or territories): `holds` says which, a line for
    each label and a column for each value.
    """

    by: By
    partition: Partition
    names: tuple[str, ...]
    single: bool
    values: tuple[str, ...]
    holds: BoolArray


def groups(network: Network, by: By) -> Groups:
    """Group the rows; committees, projects, meetings and actors of unknown group have none.

    By kind, or by level (the widest territory it acts in; else the subtype of an authority, an
    élu or a public service): one group each. By theme (the broadest ones) or territory (bassins
    of the store that hold its commune, else arrondissements): possibly several; two actors
    differ when they share none. None: one group, in which any two actors differ.
    """
    if by is By.NONE:
        labels = np.where(network.is_actor, 0, -1).astype(np.int64)
        everybody = Partition(labels, np.ones((1, 1), dtype=np.bool_))
        one = np.ones((1, 1), dtype=np.bool_)
        return Groups(by, everybody, ("",), single=False, values=("",), holds=one)
    found = _SETS[by](network)
    found += [frozenset()] * (len(network.ids) - len(found))
    known = sorted({one for one in found if one}, key=sorted)
    label_of = {one: label for label, one in enumerate(known)}
    labels = np.array([label_of.get(one, -1) for one in found], dtype=np.int64)
    values = tuple(sorted(frozenset().union(*known)))
    holds = np.array([[value in one for value in values] for one in known], dtype=np.bool_)
    holds = holds.reshape(len(known), len(values))
    return Groups(
        by,
        Partition(labels, _differ(holds)),
        tuple(" + ".join(sorted(one)) for one in known),
        single=all(len(one) == 1 for one in known),
        values=values,
        holds=holds,
    )


def kind_labels(network: Network) -> IntArray:
    """Label of the kind of each row, -1 for what is no actor."""
    return groups(network, By.KIND).partition.labels


def _differ(holds: BoolArray) -> BoolArray:
    shared = holds.astype(np.int64) @ holds.T.astype(np.int64)
    return np.asarray(shared == 0)


def _kinds(network: Network) -> list[frozenset[str]]:
    return [frozenset({kind}) for kind in network.actors["kind"].to_pylist()]


def _levels(network: Network) -> list[frozenset[str]]:
    columns = (network.actors[name].to_pylist() for name in ("acts_in", "kind", "subtype"))
    rank = {str(kind): place for place, kind in enumerate(_LEVELS)}
    found = []
    for acts_in, kind, subtype in zip(*columns, strict=True):
        acted = [network.places.territory(place) for place in acts_in or []]
        kinds = [str(place.kind) for place in acted if place]
        level = max(kinds, key=rank.__getitem__, default="")
        if not level and kind in _PUBLIC:
            level = subtype or ""
        found.append(frozenset({level} - {""}))
    return found


def _themes(network: Network) -> list[frozenset[str]]:
    parents = network.broader
    return [
        frozenset(broader_themes(theme, parents)[-1] for theme in themes or [])
        for themes in network.actors["themes"].to_pylist()
    ]


def _territories(network: Network) -> list[frozenset[str]]:
    kinds = {place: network.places.territory(place) for place in network.places}
    bassins = {p for p, found in kinds.items() if found and found.kind is TerritoryKind.BASSIN}
    of_commune: dict[str | None, frozenset[str]] = {None: frozenset()}
    found = []
    for code in network.actors["commune_code"].to_pylist():
        if code not in of_commune:
            above = network.places.ancestors(f"com:{geography().current_code(code) or code}")
            arrondissements = {place for place in above if place.startswith("arr:")}
            of_commune[code] = frozenset(above & bassins if bassins else arrondissements)
        found.append(of_commune[code])
    return found


_SETS: Final = {
    By.KIND: _kinds,
    By.LEVEL: _levels,
    By.THEME: _themes,
    By.TERRITORY: _territories,
}
