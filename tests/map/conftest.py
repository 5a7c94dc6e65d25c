"""A fictional map of any size, with a hinge, lone actors of both sorts and a stub."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from actors_graph.map.figure import MapInput
from actors_graph.model.kinds import ActorKind

Figures = Callable[..., MapInput]


def fictional_map(
    count: int = 60, *, size: int = 12, names: dict[int, str] | None = None
) -> MapInput:
    """Groups of ``size`` actors in rings; the first of each is tied to the first of the next.

    The last six actors have no tie: three documented, three not. Actor 1 is a hinge.
    """
    tied = count - 6
    groups = np.minimum(np.arange(count) // size, max(tied // size - 1, 0))
    edges = set()
    for row in range(tied):
        first = int(groups[row]) * size
        last = min(first + size, tied) if groups[row] < groups[tied - 1] else tied
        edges.add((row, first + (row - first + 1) % (last - first)))
        edges.add((first, row))
        if row >= size and row % size == 0:
            edges.add((0, row))
    pairs = np.array(sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}), dtype=np.int64)
    kinds = list(ActorKind)
    called = [f"Structure {row}" for row in range(count)]
    for row, name in (names or {}).items():
        called[row] = name
    cuts_off = np.zeros(count, dtype=np.int64)
    cuts_off[1] = 7
    documented = np.ones(count, dtype=np.bool_)
    documented[-3:] = False
    stub = np.zeros(count, dtype=np.bool_)
    stub[2] = True
    return MapInput(
        ids=tuple(f"A{row}" for row in range(count)),
        names=tuple(called),
        kinds=tuple(kinds[row % len(kinds)].value for row in range(count)),
        places=tuple(("Dompierre", "Cusset", "")[row % 3] for row in range(count)),
        edges=pairs,
        levels=np.arange(len(pairs)) % 5,
        partners=np.bincount(pairs.ravel(), minlength=count),
        groups=groups,
        group_labels=tuple(f"Groupe {group}" for group in range(int(groups.max()) + 1)),
        cuts_off=cuts_off,
        documented=documented,
        stub=stub,
    )


@pytest.fixture
def figure() -> MapInput:
    """Sixty actors."""
    return fictional_map()


@pytest.fixture(scope="session", name="fictional")
def builder() -> Figures:
    """The builder of fictional maps."""
    return fictional_map
