"""Groups found in the ties, where the caller knows none.

Communities are a drawing aid: which actors are best seen side by side. No measure and no
sentence rests on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from actors_graph.map.arrays import FloatArray, IntArray

LOUVAIN_LIMIT = 4_000  # actors with two partners or more


def detected_groups(edges: IntArray, weights: FloatArray, *, count: int, seed: int = 1) -> IntArray:
    """Number the communities of a network, the largest first.

    An actor with one partner always follows it (no community gains modularity by leaving it
    out), so only the others are searched: a file of mandates shrinks tenfold.

    Args:
        edges: ``(m, 2)`` row numbers, one row a pair.
        weights: ``(m,)`` positive strengths.
        count: number of actors.
        seed: of the search.

    Returns:
        ``(count,)`` group numbers; an actor without a tie is in a group of its own kind, the
        last number, shared by all of them. Louvain (Blondel and others, 2008) up to
        ``LOUVAIN_LIMIT`` searched actors, label propagation (Traag and Subelj, 2023) above.
    """
    follows, core = _followers(edges, count=count)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(core.tolist())
    kept = (follows[edges[:, 0]] < 0) & (follows[edges[:, 1]] < 0)
    graph.add_weighted_edges_from(
        (int(a), int(b), float(w)) for (a, b), w in zip(edges[kept], weights[kept], strict=True)
    )
    if len(core) <= LOUVAIN_LIMIT:
        found = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    else:
        found = list(
            nx.community.fast_label_propagation_communities(graph, weight="weight", seed=seed)
        )
    return _numbered([np.array(sorted(part)) for part in found], follows)


def _followers(edges: IntArray, *, count: int) -> tuple[IntArray, IntArray]:
    """For every actor the one it follows or -1; and the rows to search, tied and no follower."""
    degree = np.bincount(edges.ravel(), minlength=count)
    follows = np.full(count, -1, dtype=np.int64)
    for here, there in ((edges[:, 0], edges[:, 1]), (edges[:, 1], edges[:, 0])):
        single = (degree[here] == 1) & ((degree[there] > 1) | (here > there))
        follows[here[single]] = there[single]
    return follows, np.flatnonzero((degree > 0) & (follows < 0))


def _numbered(parts: list[IntArray], follows: IntArray) -> IntArray:
    groups = np.full(len(follows), -1, dtype=np.int64)
    for number, rows in enumerate(parts):
        groups[rows] = number
    led = np.flatnonzero(follows >= 0)
    groups[led] = groups[follows[led]]
    used = groups >= 0
    sizes = np.bincount(groups[used], minlength=len(parts))
    first = [int(rows[0]) for rows in parts]
    rank = np.empty(len(parts) + 1, dtype=np.int64)
    rank[sorted(range(len(parts)), key=lambda part: (-int(sizes[part]), first[part]))] = np.arange(
        len(parts)
    )
    rank[-1] = len(parts)
    return rank[groups]
