"""Rows of the reference geography, as they enter a store that does not hold them yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.model.geography import geography

if TYPE_CHECKING:
    from collections.abc import Collection

    from actors_graph.model import Value


def territory_rows(territory: str, *, present: Collection[str]) -> list[dict[str, Value]] | None:
    """Return a territory and all that holds it, without those present.

    None when the reference has no such territory.
    """
    places = geography()
    if places.territory(territory) is None:
        return None
    rows: list[dict[str, Value]] = []
    for wanted in (territory, *sorted(places.ancestors(territory))):
        place = places.territory(wanted)
        if place is None or wanted in present:
            continue
        row: dict[str, Value] = {
            "id": place.id,
            "kind": str(place.kind),
            "code": place.code or None,
            "name": place.name,
            "parents": list(place.parents) or None,
            "lat": place.lat,
            "lon": place.lon,
            "population": place.population,
        }
        rows.append({name: value for name, value in row.items() if value is not None})
    return rows
