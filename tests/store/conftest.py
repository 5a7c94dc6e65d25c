"""The stores on which the one contract runs."""

from __future__ import annotations

import dataclasses
import os
import sys
from typing import TYPE_CHECKING

import pytest

from actors_graph.settings import Settings
from actors_graph.store.opening import open_store
from actors_graph.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from actors_graph.store.contract import Store


@pytest.fixture(params=["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings whose store is empty: a file, then a database of a real server."""
    if request.param == "sqlite":
        return Settings(store=str(tmp_path / "store" / "territoire.sqlite"), identity_key="00" * 32)
    database: Settings = request.getfixturevalue("neo4j_database")
    return dataclasses.replace(database, identity_key="00" * 32)


@pytest.fixture
def store(store_settings: Settings) -> Iterator[Store]:
    """An empty store of each engine."""
    opened = open_store(store_settings.store, store_settings)
    yield opened
    opened.close()
    if isinstance(opened, SqliteStore):
        opened.remove()


@pytest.fixture
def store_environment(store_settings: Settings) -> dict[str, str]:
    """The environment in which a process of its own opens the same store."""
    ours = {
        "ACTORS_GRAPH_STORE": store_settings.store,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    if store_settings.neo4j_password_file is not None:
        ours["ACTORS_GRAPH_NEO4J_PASSWORD_FILE"] = str(store_settings.neo4j_password_file)
    return {**os.environ, **ours}
