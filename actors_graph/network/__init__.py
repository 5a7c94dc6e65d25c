"""A scope (which actors, ties, date) and the network it draws from the store."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from actors_graph.network.network import Network, network
from actors_graph.network.scope import Boundary, Scope, parse_scope

if TYPE_CHECKING:
    from actors_graph.network.network import Reader

__all__ = ["Boundary", "Network", "Scope", "network", "parse_scope"]


class _CallableRoom(ModuleType):
    """The room itself answers as its function: `ag.network` is both, whichever came first."""

    def __call__(self, session: Reader, scope: Scope) -> Network:
        """See `network.network`."""
        return network(session, scope)


sys.modules[__name__].__class__ = _CallableRoom
