from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actors_graph.measures import Inventory, inventory

if TYPE_CHECKING:
    from collections.abc import Callable


def test_inventory_counts_the_store_whatever_the_date(read_rows: Callable[..., Any]) -> None:
    reader = read_rows(
        actors=[
            {"id": "a", "checked_on": "2025"},
            {"id": "b", "kind": "elu"},
            {"id": "c", "status": "dissous"},
            {"id": "d", "partners_asked_on": "2020"},
        ],
        committees=[{"id": "k", "name": "K"}],
        collaborations=[("a", "c"), {"a": "c", "b": "a", "ends_on": "2001"}, ("c", "c")],
        participations=[("a", "k")],
        attendances=[{"actor": None, "meeting": "s", "people": 9}],
    )

    assert inventory(reader) == Inventory(
        actors={"association": 3, "elu": 1},
        ties={"collaboration": 1, "participation": 1},
        statements=5,
        committees=1,
        projects=0,
        meetings=0,
        documented=3,
        completeness=0.25,
        as_of="2026-09-01",
    )


def test_empty_store_has_an_inventory(read_rows: Callable[..., Any]) -> None:
    found = inventory(read_rows())

    assert found.actors == found.ties == {}
    assert found.completeness is None
