"""Copies of a network without some of its ties, hundreds read at once.

They are the blocks of one graph: what hangs on a single edge is peeled off, round after round, in
arrays; only what is left, where every row has two ways or more, is searched in depth, by
`plain.search`. `plain.cuts` is the oracle of each copy.

Same interface as `plain`: rows 0..n-1, pairs of rows as (k, 2) arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.algorithms.plain import search

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import BoolArray, IntArray


@dataclass(frozen=True, slots=True)
class Thinned:
    """Copies of a network, each without some of its edges.

    Attributes:
        cut_off: (draws, n) what each row would cut off, 0 where it is no articulation point.
        side: (draws, k) weight of the smaller side of each edge that is an only link; -1 for an
            edge that is none, or is absent.
        tied: (draws, n) whether each row has an edge left.
    """

    cut_off: IntArray
    side: IntArray
    tied: BoolArray


def thinned(edges: IntArray, present: BoolArray, *, weights: IntArray) -> Thinned:
    """Articulation points, only links and lone rows of each copy. O(draws (n + m)).

    Args:
        edges: (k, 2) rows, smaller first, sorted, once each.
        present: (draws, k) edges of each copy.
        weights: (n,) what each row counts for in what is cut off.
    """
    draws, n = len(present), len(weights)
    draw, edge = np.nonzero(present)
    blocks = edges[edge] + (draw * n)[:, None]
    cut_off, side, degree = _cuts(blocks, np.tile(weights.astype(np.int64), draws))
    sides = np.full(present.shape, -1, dtype=np.int64)
    sides[draw, edge] = side
    return Thinned(cut_off.reshape(draws, n), sides, (degree > 0).reshape(draws, n))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """By row: the parts that come apart without it, and the weight of what hangs below it."""

    below: IntArray
    total: IntArray
    largest: IntArray
    count: IntArray
    root: IntArray

    @classmethod
    def of(cls, weights: IntArray) -> _Pieces:
        total, largest, count = (np.zeros_like(weights) for _ in range(3))
        return cls(weights.copy(), total, largest, count, np.arange(len(weights)))

    def add(self, above: IntArray, weights: IntArray) -> None:
        """Note parts that only `above` holds."""
        np.add.at(self.total, above, weights)
        np.maximum.at(self.largest, above, weights)
        np.add.at(self.count, above, 1)


def _cuts(edges: IntArray, weights: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """Cut off by row, smaller side by edge (-1 for no only link), degree by row."""
    degree = np.bincount(edges.ravel(), minlength=len(weights))
    pieces = _Pieces.of(weights)
    side = np.full(len(edges), -1, dtype=np.int64)
    left, rounds = _peel(edges, degree, pieces, side)
    _search_core(edges, left, pieces, side)
    for leaves, above in reversed(rounds):
        pieces.root[leaves] = pieces.root[above]
    whole = pieces.below[pieces.root]
    is_root = pieces.root == np.arange(len(weights))
    points = pieces.count > is_root
    rest = whole - weights - pieces.total
    most = np.maximum(pieces.largest, rest)
    cut_off = np.where(points, pieces.total + rest - most, 0)
    only = side >= 0
    side[only] = np.minimum(side[only], whole[edges[only, 0]] - side[only])
    return cut_off, side, degree


def _peel(
    edges: IntArray, degree: IntArray, pieces: _Pieces, side: IntArray
) -> tuple[IntArray, list[tuple[IntArray, IntArray]]]:
    """Take the rows with one edge off, until none is left; give the degrees then, and the rounds.

    The one edge of such a row is the sum of the numbers of its edges not yet taken off.
    """
    numbers = np.arange(len(edges))
    left, held = degree.copy(), np.zeros_like(degree)
    for end in (0, 1):
        np.add.at(held, edges[:, end], numbers)
    rounds = []
    leaves = np.flatnonzero(left == 1)
    while len(leaves):
        edge = held[leaves]
        above = edges[edge].sum(axis=1) - leaves
        # Of two that have only each other, the first goes.
        going = (left[above] > 1) | (leaves < above)
        leaves, edge, above = leaves[going], edge[going], above[going]
        rounds.append((leaves, above))
        side[edge] = pieces.below[leaves]
        pieces.add(above, pieces.below[leaves])
        np.add.at(pieces.below, above, pieces.below[leaves])
        left[leaves] = 0
        np.subtract.at(left, above, 1)
        np.subtract.at(held, above, edge)
        leaves = np.unique(above)
        leaves = leaves[left[leaves] == 1]
    return left, rounds


def _search_core(edges: IntArray, left: IntArray, pieces: _Pieces, side: IntArray) -> None:
    """Search what is left in depth, each row with the weight of what was peeled off it."""
    rows = np.flatnonzero(left)
    if not len(rows):
        return
    place = np.full(len(left), -1, dtype=np.int64)
    place[rows] = np.arange(len(rows))
    inside = np.flatnonzero((place[edges] >= 0).all(axis=1) & (side < 0))
    ends = place[edges[inside]]
    found = search(_neighbours(ends, len(rows)))
    summed = np.concatenate(([0], np.cumsum(pieces.below[rows][found.order])))
    below = summed[found.position + found.size] - summed[found.position]
    child = np.flatnonzero(found.parent >= 0)
    above = found.parent[child]
    alone = (found.parent[above] < 0) | (found.low[child] >= found.position[above])
    pieces.add(rows[above[alone]], below[child[alone]])
    pieces.below[rows] = below
    pieces.root[rows] = rows[found.root]
    only = found.low[child] > found.position[above]
    lower, upper = np.minimum(child, above)[only], np.maximum(child, above)[only]
    keys = ends[:, 0] * len(rows) + ends[:, 1]
    order = np.argsort(keys)
    at = order[np.searchsorted(keys[order], lower * len(rows) + upper)]
    side[inside[at]] = below[child[only]]


def _neighbours(ends: IntArray, n: int) -> list[list[int]]:
    both = np.concatenate([ends, ends[:, ::-1]])
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    stops = np.cumsum(np.bincount(both[:, 0], minlength=n)).tolist()
    others = both[:, 1].tolist()
    return [others[start:stop] for start, stop in zip([0, *stops], stops, strict=False)]
