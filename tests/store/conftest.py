"""The stores on which the one contract runs."""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from actors_graph.settings import Settings
from actors_graph.store.neo4j_server import start, status
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
    return environment_of(store_settings)


@pytest.fixture
def own_server(neo4j_server: Settings, tmp_path: Path) -> Iterator[tuple[Settings, dict[str, str]]]:
    """A Neo4j that a test may kill: its settings, and the environment of a client of it."""
    settings = Settings(data_dir=tmp_path / "data", cache_dir=neo4j_server.cache_dir)
    server = start(settings)
    settings = dataclasses.replace(
        settings, store=server.uri, neo4j_password_file=server.password_file
    )
    yield settings, environment_of(settings)
    running = status(settings)
    if running is not None:
        os.kill(running.pid, signal.SIGKILL)


def environment_of(settings: Settings) -> dict[str, str]:
    ours = {"ACTORS_GRAPH_STORE": settings.store, "PYTHONPATH": os.pathsep.join(sys.path)}
    if settings.neo4j_password_file is not None:
        ours["ACTORS_GRAPH_NEO4J_PASSWORD_FILE"] = str(settings.neo4j_password_file)
    return {**os.environ, **ours}
