"""The local Neo4j server, as the commands ask for it: start, stop, status.

Kept apart from `Session`: a server is a program of the machine, not the data of a user.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actors_graph.settings import Settings
    from actors_graph.store.neo4j_server import ServerInfo


def start_server(settings: Settings) -> ServerInfo:
    """Start the server, or find it started; see `store.neo4j_server.start`."""
    from actors_graph.store import neo4j_server

    return neo4j_server.start(settings)


def stop_server(settings: Settings) -> bool:
    """Stop the server; whether there was one."""
    from actors_graph.store import neo4j_server

    return neo4j_server.stop(settings)


def server_status(settings: Settings) -> ServerInfo | None:
    """The running server, or None."""
    from actors_graph.store import neo4j_server

    return neo4j_server.status(settings)
