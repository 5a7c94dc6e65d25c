"""Opening a store by its location: a path, or the address of a Neo4j server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from actors_graph.settings import is_server

if TYPE_CHECKING:
    from actors_graph.settings import Settings
    from actors_graph.store.contract import Store


def open_store(location: str, settings: Settings) -> Store:
    """Open the store at a location; empty = the one of the data folder.

    Raises:
        StoreUnavailableError: no such server, wrong password, folder that cannot be used.
        StoreBrokenError: the file or database is not a store, or a load was interrupted.
    """
    if is_server(location):
        # Its driver takes 0.6 s to import: only for those who use a server.
        from actors_graph.store.neo4j_store import Neo4jStore

        return Neo4jStore(location, settings)
    from actors_graph.store.sqlite import SqliteStore

    path = Path(location) if location else settings.data_dir / "territoire.sqlite"
    return SqliteStore(path, identity_key=settings.identity_key)
