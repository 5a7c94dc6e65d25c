"""An unknown territory: those that may be meant are named, the nearest first."""

from __future__ import annotations

import pytest

from actors_graph.errors import InputError
from actors_graph.model.territories import TerritoryTree
from actors_graph.network.unknown_places import nearest_territories, refuse_territory


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("vichy", ["arr:033", "com:03310", "epci:200071363"]),
        ("com:3310", ["com:03310"]),
        ("bassin:vichy", ["arr:033", "com:03310"]),
        ("Vichi", ["arr:033", "com:03310"]),
    ],
    ids=["name", "lost zero", "kind", "slip"],
)
def test_nearest_territories_come_first(wanted: str, first: list[str]) -> None:
    """Codes of the shipped geography (INSEE, Code officiel géographique)."""
    assert nearest_territories(wanted, TerritoryTree())[: len(first)] == first


def test_unknown_territory_is_refused_with_names() -> None:
    with pytest.raises(InputError, match=r"Possibles : arr:033 \(Vichy\), com:03310 \(Vichy\)"):
        refuse_territory("vichy", TerritoryTree())
