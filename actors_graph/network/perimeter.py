"""Which actors of a store a scope holds (MODEL rules 5 and 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model.geography import geography
from actors_graph.model.kinds import ActorStatus
from actors_graph.network.scope import checked
from actors_graph.network.statements import valid_on
from actors_graph.network.unknown_places import refuse_territory

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from actors_graph.algorithms.plain import BoolArray
    from actors_graph.model.territories import TerritoryTree
    from actors_graph.network.scope import Scope


def actors_inside(
    tables: Mapping[str, pa.Table], scope: Scope, places: Callable[[], TerritoryTree], *, on: str
) -> BoolArray:
    """Whether each actor of the store is in the scope; `boundary` is looked at elsewhere.

    Args:
        tables: actors, themes, committees and participations.
        scope: which actors.
        places: gives the territories, asked only if the scope has a perimeter.
        on: text of the last moment at which the actors are looked at.

    Raises:
        InputError: an id of the scope that the store does not know.
    """
    actors = tables["actors"]
    inside = _alive(actors, on=on)
    if scope.kinds:
        inside &= _among(actors["kind"], [str(kind) for kind in scope.kinds])
    if scope.perimeter:
        inside &= _in_perimeter(actors, scope.perimeter, places())
    if scope.themes:
        inside &= _lists_meet(actors["themes"], _narrower(scope, tables["themes"]))
    if scope.committee:
        inside &= _among(actors["id"], _members(tables, scope.committee, on=on))
    if scope.without:
        known = dict.fromkeys(actors["id"].to_pylist())
        without = [checked(actor, known, noun="L’acteur") for actor in scope.without]
        inside &= ~_among(actors["id"], without)
    return inside


def actors_documented(actors: pa.Table, with_a_tie: BoolArray) -> BoolArray:
    """Whether each actor has a tie among those looked at, or was asked for its partners."""
    asked = actors["partners_asked_on"].is_valid().to_numpy(zero_copy_only=False)
    return np.asarray(with_a_tie | asked)


def _alive(actors: pa.Table, *, on: str) -> BoolArray:
    """Neither to be discovered nor dissolved on that day.

    An actor known as dissolved since a date was there until it; one without a date is out.
    """
    to_discover = _among(actors["status"], [ActorStatus.TO_DISCOVER])
    dissolved = _among(actors["status"], [ActorStatus.DISSOLVED])
    dated = actors["dissolved_on"].is_valid().to_numpy(zero_copy_only=False)
    still = valid_on(pa.nulls(len(actors), pa.string()), actors["dissolved_on"], on=on)
    gone = np.where(dated, ~still.to_numpy(zero_copy_only=False), dissolved)
    return np.asarray(~(to_discover | gone))


def _among(values: pa.ChunkedArray, kept: Collection[str]) -> BoolArray:
    found = pc.is_in(values, value_set=pa.array([str(value) for value in kept], pa.string()))
    return np.asarray(found.to_numpy(zero_copy_only=False))


def _lists_meet(lists: pa.ChunkedArray, kept: Collection[str]) -> BoolArray:
    """Whether each list holds one of the values kept; an empty list does not."""
    flat = lists.combine_chunks()
    places = pc.list_parent_indices(flat).to_numpy()
    hits = _among(pa.chunked_array([pc.list_flatten(flat)]), kept)
    met = np.zeros(len(lists), dtype=np.bool_)
    met[places[hits]] = True
    return met


def _in_perimeter(actors: pa.Table, perimeter: Sequence[str], places: TerritoryTree) -> BoolArray:
    """Located in a commune of the perimeter, or acting in a territory that shares one with it.

    Whoever acts in the whole département acts in each bassin of it.
    """
    for territory in perimeter:
        if places.territory(territory) is None:
            refuse_territory(territory, places)
    codes = frozenset().union(*(places.communes(territory) for territory in perimeter))
    members = frozenset().union(*(places.members(territory) for territory in perimeter))
    acted = pc.list_flatten(actors["acts_in"].combine_chunks()).unique().to_pylist()
    shared = {
        territory
        for territory in acted
        if territory in members or not places.communes(territory).isdisjoint(codes)
    }
    located = actors["commune_code"].unique().drop_null().to_pylist()
    # A file may hold the code of a commune that has since been merged into another.
    inside = {code for code in located if (geography().current_code(code) or code) in codes}
    return _among(actors["commune_code"], inside) | _lists_meet(actors["acts_in"], shared)


def _narrower(scope: Scope, themes: pa.Table) -> set[str]:
    """The themes asked and all that are below them."""
    ids, above = themes["id"].to_pylist(), themes["parent"].to_pylist()
    parents = {theme: parent for theme, parent in zip(ids, above, strict=True) if parent}
    asked = {checked(theme, ids, noun="Le thème") for theme in scope.themes}
    return {theme for theme in ids if asked & set(broader_themes(theme, parents))}


def broader_themes(theme: str, parents: Mapping[str, str]) -> list[str]:
    """The theme and all above it, the broadest last; a loop ends where it comes back."""
    found = [theme]
    while (above := parents.get(found[-1])) and above not in found:
        found.append(above)
    return found


def _members(tables: Mapping[str, pa.Table], committee: str, *, on: str) -> list[str]:
    known = dict.fromkeys(tables["committees"]["id"].to_pylist())
    checked(committee, known, noun="Le comité")
    rows = tables["participations"]
    rows = rows.filter(pc.equal(rows["target"], committee))
    members: list[str] = rows.filter(valid_on(rows["starts_on"], rows["ends_on"], on=on))[
        "actor"
    ].to_pylist()
    return members
