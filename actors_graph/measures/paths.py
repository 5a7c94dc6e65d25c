"""By whom one actor may reach another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.algorithms import plain
from actors_graph.network.scope import checked

if TYPE_CHECKING:
    from actors_graph.measures.facts import Facts

PATHS_AT_MOST: Final = 3


def paths(
    facts: Facts, start: str, end: str, *, limit: int = PATHS_AT_MOST
) -> tuple[tuple[str, ...], ...]:
    """The shortest ways from one actor to another, as ids, both ends included.

    At most `limit` of them, in a stable order; none where no tie leads from one to the other.
    O(n + m).

    Raises:
        InputError: the network has no such actor.
    """
    network = facts.network
    rows = []
    for actor in (start, end):
        checked(actor, network.row_of, noun="Dans ce périmètre, l’acteur")
        rows.append(network.row_of[actor])
    ways = plain.shortest_paths(network.graph, rows[0], rows[1], limit=limit)
    return tuple(tuple(network.ids[row] for row in way) for way in ways.tolist())
