"""Graph algorithms with networkx and plain Python: exact, the reference for faster ones.

One interface: an undirected `nx.Graph` whose nodes are the rows 0..n-1 (no loops), arrays in row
order out; pairs of rows are (k, 2) arrays, smaller row first, sorted. Nothing recurses: a path of
100,000 actors is an ordinary graph. The result never depends on the order of nodes or edges.

What a removal cuts off is read in one depth-first pass (Hopcroft & Tarjan 1973) from the sizes of
the subtrees below each articulation point, never by removing actors one after the other.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

IntArray: TypeAlias = NDArray[np.int64]
BoolArray: TypeAlias = NDArray[np.bool_]
FloatArray: TypeAlias = NDArray[np.float64]


def partner_counts(graph: nx.Graph[int]) -> IntArray:
    """Number of neighbours of each row (its degree). O(n)."""
    adjacency = graph.adj
    return np.array([len(adjacency[row]) for row in range(len(adjacency))], dtype=np.int64)


def components(graph: nx.Graph[int]) -> IntArray:
    """Label of the connected component of each row; labels follow their smallest row. O(n + m)."""
    labels = np.full(graph.number_of_nodes(), -1, dtype=np.int64)
    label = 0
    for row in range(len(labels)):
        if labels[row] < 0:
            labels[list(nx.node_connected_component(graph, row))] = label
            label += 1
    return labels


@dataclass(frozen=True, slots=True)
class Search:
    """A depth-first search of a whole graph.

    `order` holds the rows as they were met: the subtree below a row is one slice of it.
    By row: `position` in `order`, `parent` (-1 for a root), `low` (smallest position that its
    subtree reaches by one edge to an ancestor), `size` of its subtree, `root`.
    """

    order: IntArray
    position: IntArray
    parent: IntArray
    low: IntArray
    size: IntArray
    root: IntArray


def depth_first(graph: nx.Graph[int]) -> Search:
    """Search all components, from the smallest row of each. O(n + m log m), no recursion."""
    n = graph.number_of_nodes()
    neighbours = [sorted(graph.adj[row]) for row in range(n)]
    position, parent, root = [-1] * n, [-1] * n, [-1] * n
    order: list[int] = []
    for start in range(n):
        if position[start] < 0:
            _visit(start, neighbours, (order, position, parent, root))
    low, size = _returns(neighbours, order, position, parent)
    found = (order, position, parent, low, size, root)
    return Search(*(np.array(part, dtype=np.int64) for part in found))


def _visit(
    start: int,
    neighbours: list[list[int]],
    found: tuple[list[int], list[int], list[int], list[int]],
) -> None:
    order, position, parent, root = found
    stack = [(start, iter(neighbours[start]))]
    position[start], root[start] = len(order), start
    order.append(start)
    while stack:
        row, rest = stack[-1]
        for other in rest:
            if position[other] < 0:
                position[other], parent[other], root[other] = len(order), row, start
                order.append(other)
                stack.append((other, iter(neighbours[other])))
                break
        else:
            stack.pop()


def _returns(
    neighbours: list[list[int]], order: list[int], position: list[int], parent: list[int]
) -> tuple[list[int], list[int]]:
    low, size = list(position), [1] * len(order)
    for row in reversed(order):
        above = parent[row]
        reached = (position[other] for other in neighbours[row] if other != above)
        low[row] = min(low[row], min(reached, default=low[row]))
        if above >= 0:
            low[above] = min(low[above], low[row])
            size[above] += size[row]
    return low, size


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where a graph holds by one row or one edge only.

    `points` tells the articulation points by row, `cut_off` what each would cut off (the weight
    of its component without it and without the largest part left; 0 elsewhere), `links` the
    edges that are the only way between their two sides. `below` is the weight of the subtree of
    each row in `search`: one side of an only link is the subtree of its lower end.
    """

    points: BoolArray
    cut_off: IntArray
    links: IntArray
    search: Search
    weights: IntArray
    below: IntArray

    def parts(self, row: int) -> list[IntArray]:
        """Parts that `row` would cut off: all but the largest left, the largest first.

        Rows of a part are sorted; empty where `row` is no articulation point. O(n).
        """
        if not self.points[row]:
            return []
        pieces = [np.sort(piece) for piece in self._pieces(row)]
        pieces.sort(key=lambda piece: (-self.weights[piece].sum(), -len(piece), piece[0]))
        return pieces[1:]

    def _pieces(self, row: int) -> Iterator[IntArray]:
        search = self.search
        children = np.flatnonzero(search.parent == row)
        is_root = search.parent[row] < 0
        alone = children if is_root else children[search.low[children] >= search.position[row]]
        left = search.root == search.root[row]
        left[row] = False
        for child in alone:
            first = search.position[child]
            piece = search.order[first : first + search.size[child]]
            left[piece] = False
            yield piece
        if left.any():
            yield np.flatnonzero(left)


def cuts(graph: nx.Graph[int], *, weights: IntArray | None = None) -> Cuts:
    """Articulation points, what each cuts off, and only links, in one pass. O(n + m log m).

    Args:
        graph: the rows and their ties.
        weights: what each row counts for in `cut_off` (1 for an actor, 0 for a committee that is
            a node of a two-mode graph); 1 everywhere if absent.

    References:
        Hopcroft & Tarjan (1973), Communications of the ACM 16:372; ranking by what breaks:
        Borgatti (2006), Computational & Mathematical Organization Theory 12:21.
    """
    search = depth_first(graph)
    n = len(search.order)
    weight = np.ones(n, dtype=np.int64) if weights is None else weights.astype(np.int64)
    child = np.flatnonzero(search.parent >= 0)
    above = search.parent[child]
    below = _subtree_weights(search, weight)
    is_root = search.parent == -1
    alone = is_root[above] | (search.low[child] >= search.position[above])
    largest, total, pieces = (np.zeros(n, dtype=np.int64) for _ in range(3))
    np.maximum.at(largest, above[alone], below[child[alone]])
    np.add.at(total, above[alone], below[child[alone]])
    np.add.at(pieces, above[alone], 1)
    points = np.where(is_root, pieces > 1, pieces > 0)
    rest = below[search.root] - weight - total
    cut_off = np.where(points, total + rest - np.maximum(largest, rest), 0)
    links = _sorted_pairs(child, above, search.low[child] > search.position[above])
    return Cuts(points, cut_off, links, search, weight, below)


def _subtree_weights(search: Search, weight: IntArray) -> IntArray:
    summed = np.concatenate(([0], np.cumsum(weight[search.order])))
    return np.asarray(summed[search.position + search.size] - summed[search.position])


def _sorted_pairs(first: IntArray, second: IntArray, kept: BoolArray) -> IntArray:
    pairs = np.stack([np.minimum(first, second), np.maximum(first, second)], axis=1)[kept]
    return np.asarray(pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))])


def articulation_points(graph: nx.Graph[int]) -> BoolArray:
    """Whether removing each row adds a component (a cut vertex). O(n + m log m)."""
    return cuts(graph).points


def actors_cut_off(graph: nx.Graph[int]) -> IntArray:
    """Rows that each articulation point would cut off, 0 elsewhere. O(n + m log m).

    Size of its component, less itself, less the largest part left (METHOD A3).
    """
    return cuts(graph).cut_off


def only_links(graph: nx.Graph[int]) -> IntArray:
    """Edges whose removal adds a component (bridges): (k, 2) rows, sorted. O(n + m log m)."""
    return cuts(graph).links


def density(graph: nx.Graph[int]) -> float | None:
    """Share of the pairs of rows that are tied, 0-1; None under two rows."""
    n = graph.number_of_nodes()
    return 2 * graph.number_of_edges() / (n * (n - 1)) if n > 1 else None


def degree_centralisation(graph: nx.Graph[int]) -> float | None:
    """Degree centralisation of Freeman (1979): star = 1, circle = 0; None under three rows."""
    counts = partner_counts(graph)
    n = len(counts)
    return float((counts.max() - counts).sum() / ((n - 1) * (n - 2))) if n > 2 else None


def connectedness(labels: IntArray) -> float | None:
    """Share of the pairs of rows that reach each other, 0-1; None under two rows.

    One less the fragmentation F of Borgatti (2006).

    Args:
        labels: component of each row, as `components` gives it.
    """
    n = len(labels)
    sizes = np.bincount(labels) if n else np.zeros(0, dtype=np.int64)
    return float((sizes * (sizes - 1)).sum() / (n * (n - 1))) if n > 1 else None


def shortest_paths(graph: nx.Graph[int], start: int, end: int, *, limit: int = 3) -> IntArray:
    """The shortest ways from `start` to `end`, at most `limit`, in the order of their rows.

    Returns:
        (k, length + 1) rows; (0, 0) where no way exists; ((start,),) for `start == end`.
        O(n + m) and what is returned.
    """
    distance = _distances(graph, end)
    if start not in distance:
        return np.zeros((0, 0), dtype=np.int64)
    ways: list[list[int]] = []
    stack = [[start]]
    while stack and len(ways) < limit:
        way = stack.pop()
        left = distance[way[-1]]
        if not left:
            ways.append(way)
            continue
        following = (row for row in graph.adj[way[-1]] if distance[row] == left - 1)
        stack.extend([*way, row] for row in sorted(following, reverse=True))
    return np.array(ways, dtype=np.int64)


def _distances(graph: nx.Graph[int], source: int) -> dict[int, int]:
    distance = {source: 0}
    waiting = deque([source])
    while waiting:
        row = waiting.popleft()
        for other in graph.adj[row]:
            if other not in distance:
                distance[other] = distance[row] + 1
                waiting.append(other)
    return distance
