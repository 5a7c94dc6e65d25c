"""The fields that are computed from the others of the same row, in one place.

They are stored to be searched and drawn, and left out of the canonical hash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model.kinds import GeoPrecision
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.model import Table, Value

_SEARCHED: Final = ("name", "acronym", "commune")


def derived_values(table: Table, row: Mapping[str, Value]) -> dict[str, Value]:
    """Return the derived fields of a whole row; none for the tables that have none."""
    if table.name != "actors":
        return {}
    words = " ".join(str(row[name]) for name in _SEARCHED if row.get(name))
    return {"geo_precision": str(geo_precision(row)), "search": fold(words) or None}


def geo_precision(row: Mapping[str, Value]) -> GeoPrecision:
    """Say how precisely an actor is placed; a point without an address is that of its commune."""
    placed = row.get("lat") is not None and row.get("lon") is not None
    if placed and row.get("address"):
        return GeoPrecision.ADDRESS
    return GeoPrecision.COMMUNE if placed or row.get("commune_code") else GeoPrecision.NONE
