"""The stores on which the one contract runs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from actors_graph.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from actors_graph.store.contract import Store


@pytest.fixture(params=["sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each engine."""
    assert request.param == "sqlite"
    opened = SqliteStore(tmp_path / "store" / "territoire.sqlite", identity_key="00" * 32)
    yield opened
    opened.remove()


@pytest.fixture
def store_environment(store: Store) -> dict[str, str]:
    """The environment in which a process of its own opens the same store."""
    ours = {"ACTORS_GRAPH_STORE": store.location, "PYTHONPATH": os.pathsep.join(sys.path)}
    return {**os.environ, **ours}
