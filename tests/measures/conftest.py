from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.measures import Facts
from actors_graph.network import network, parse_scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def measure(read_rows: Callable[..., Any]) -> Callable[..., Facts]:
    """Facts of rows at 2026-09-01: `measure({"min_level": "2"}, actors=["a"], …)`."""

    def facts_of(options: dict[str, str] | None = None, **tables: list[Any]) -> Facts:
        return Facts(network(read_rows(**tables), parse_scope(options or {})))

    return facts_of


@pytest.fixture(scope="session")
def case(shared: Path) -> Callable[[str], dict[str, Any]]:
    """A reference case by the beginning of its name."""

    def read(name: str) -> dict[str, Any]:
        path = next((shared / "cases").glob(f"{name}_*.json"))
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found

    return read


@pytest.fixture(scope="session")
def measure_case(
    case: Callable[[str], dict[str, Any]], measure: Callable[..., Facts]
) -> Callable[..., Facts]:
    """Facts of the graph of a case; its `kind` and `level` become ours."""
    territories = [
        {"id": f"t:{place}", "kind": kind, "name": kind}
        for place, kind in enumerate(("commune", "epci", "departement", "region"))
    ]
    kinds = ("association", "elu", "service_public", "collectivite", "groupe_habitants", "autre")

    def facts_of(name: str, options: dict[str, str] | None = None) -> Facts:
        graph = case(name)["graph"]
        actors = [
            {
                "id": node["id"],
                "kind": kinds[int(node.get("kind", node.get("faction", 1))) - 1],
                "acts_in": [f"t:{node['level']}"] if "level" in node else [],
            }
            for node in graph["nodes"]
        ]
        ties = [
            {"a": edge[0], "b": edge[1], "level": int(edge[2]) if len(edge) > 2 else None}
            for edge in graph["edges"]
        ]
        return measure(options, actors=actors, collaborations=ties, territories=territories)

    return facts_of
