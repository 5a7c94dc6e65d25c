"""What the benchmarks measure on: territories of any size, drawn once with a fixed seed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest

from actors_graph.model import TABLES
from actors_graph.model.kinds import ActorKind, CollaborationNature
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 2012
COMMUNES = 317
WORDS = ("Amis", "Étoile", "Foyer", "Régie", "Bocage", "Atelier", "Passerelle", "Maison", "Récré")


@cache
def drawn_territory(actors: int, ties: int) -> dict[str, pa.Table]:
    """Tables of a territory: actors over 317 communes, statements that favour a few actors."""
    draw = np.random.default_rng(SEED)
    return {
        "actors": _table("actors", _actors(draw, actors)),
        "collaborations": _table("collaborations", _collaborations(draw, actors, ties)),
    }


def _actors(draw: np.random.Generator, n: int) -> dict[str, list[object]]:
    kinds = [kind.value for kind in ActorKind if kind is not ActorKind.ELU]
    names = [f"{WORDS[i % len(WORDS)]} {WORDS[i // 9 % len(WORDS)]} {i}" for i in range(n)]
    communes = [f"{code:05d}" for code in 3000 + draw.integers(1, COMMUNES + 1, n)]
    return {
        "id": [f"loc:{i:07d}" for i in range(n)],
        "name": list(names),
        "kind": list(draw.choice(kinds, n)),
        "commune_code": list(communes),
        "postal_code": list(communes),
        "siret": [f"{i:014d}" for i in range(n)],
        "checked_on": ["2026-03"] * n,
        "source": ["essai"] * n,
        "search": [fold(name) for name in names],
    }


def _collaborations(draw: np.random.Generator, actors: int, n: int) -> dict[str, list[object]]:
    # The square makes a few actors have many partners, as in real files.
    a = (draw.random(n) ** 2 * actors).astype(int)
    b = (a + 1 + draw.integers(0, actors - 1, n)) % actors
    low, high = np.minimum(a, b), np.maximum(a, b)
    return {
        "id": [f"{i:016x}" for i in range(n)],
        "a": [f"loc:{i:07d}" for i in low],
        "b": [f"loc:{i:07d}" for i in high],
        "nature": list(draw.choice([nature.value for nature in CollaborationNature], n)),
        "level": [int(level) for level in draw.integers(1, 5, n)],
        "starts_on": [str(year) for year in draw.integers(2012, 2027, n)],
        "source": ["essai"] * n,
    }


def _table(name: str, columns: dict[str, list[object]]) -> pa.Table:
    schema = TABLES[name].arrow_schema
    rows = len(next(iter(columns.values())))
    absent: list[object] = [None] * rows
    filled = {field.name: columns.get(field.name, absent) for field in schema}
    filled["version"] = [1] * rows
    return pa.table(filled, schema=schema)


@pytest.fixture(scope="session")
def territory() -> Callable[[int, int], dict[str, pa.Table]]:
    """Draw a territory of so many actors and statements; drawn once for all benchmarks."""
    return drawn_territory
