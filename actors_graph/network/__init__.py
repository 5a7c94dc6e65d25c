"""A scope (which actors, ties, date) and the network it draws from the store."""

from __future__ import annotations

from actors_graph.network.network import Network, network
from actors_graph.network.scope import Boundary, Scope, parse_scope

__all__ = ["Boundary", "Network", "Scope", "network", "parse_scope"]
