"""Copies of a network without some of its ties, hundreds read at once.

They are the blocks of one graph, searched in breadth in arrays: its blocks without articulation
point are found as connected groups of the edges of a spanning tree (Tarjan & Vishkin 1985), with
a loop on the levels of the tree only. `plain.cuts` is the oracle of each copy.

Same interface as `plain`: rows 0..n-1, pairs of rows as (k, 2) arrays.

References:
    Tarjan & Vishkin (1985), SIAM Journal on Computing 14:862.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp
from scipy.sparse import csgraph

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
    cut_off, side = _cuts(blocks, np.tile(weights.astype(np.int64), draws))
    sides = np.full(present.shape, -1, dtype=np.int64)
    sides[draw, edge] = side
    tied = np.bincount(blocks.ravel(), minlength=draws * n) > 0
    return Thinned(cut_off.reshape(draws, n), sides, tied.reshape(draws, n))


@dataclass(frozen=True, slots=True)
class _Tree:
    """A spanning tree of the copies, its nodes numbered by their place in a search in breadth.

    Node 0 is one more than the rows: it ties the components together. The children of a node
    follow each other, and parents have the order of their children.

    Attributes:
        place: (n,) node of each row.
        parent: node above each node; 0 for node 0.
        levels: the levels below node 0, each a slice of the nodes.
    """

    place: IntArray
    parent: IntArray
    levels: list[slice]

    def summed(self, values: IntArray) -> IntArray:
        """Sum of the values over the subtree of each node."""
        return self._gathered(values, np.add)

    def least(self, values: IntArray) -> IntArray:
        """Least value in the subtree of each node."""
        return self._gathered(values, np.minimum)

    def most(self, values: IntArray) -> IntArray:
        """Greatest value in the subtree of each node."""
        return self._gathered(values, np.maximum)

    def _gathered(self, values: IntArray, join: np.ufunc) -> IntArray:
        found = values.copy()
        for level in reversed(self.levels):
            join.at(found, self.parent[level], found[level])
        return found

    def preorder(self, size: IntArray) -> IntArray:
        """Place of each node where each subtree is one run, from the sizes of the subtrees."""
        order = np.zeros_like(size)
        for level in self.levels:
            before = np.cumsum(size[level]) - size[level]
            above = self.parent[level]
            first = np.searchsorted(above, above)
            order[level] = order[above] + 1 + before - before[first]
        return order


def _tree(edges: IntArray, rows: int) -> _Tree:
    graph = _adjacency(edges, rows)
    _, label = csgraph.connected_components(graph, directed=False)
    starts = np.unique(label, return_index=True)[1]
    roots = np.stack([starts, np.full(len(starts), rows)], axis=1)
    whole = _adjacency(np.concatenate([edges, roots]), rows + 1)
    order, above = csgraph.breadth_first_order(whole, rows, directed=True)
    place = np.empty(rows + 1, dtype=np.int64)
    place[order] = np.arange(rows + 1)
    above[rows] = rows
    parent = place[above[order]]
    levels, start = [], 1
    while start <= rows:
        # The next level ends before the first child of a node of its own.
        end = int(np.searchsorted(parent, start))
        levels.append(slice(start, end))
        start = end
    return _Tree(place[:rows], parent, levels)


def _adjacency(edges: IntArray, rows: int) -> sp.csr_array:
    both = np.concatenate([edges, edges[:, ::-1]])
    ones = np.ones(len(both), dtype=np.int8)
    return sp.csr_array((ones, (both[:, 0], both[:, 1])), shape=(rows, rows))


def _cuts(edges: IntArray, weights: IntArray) -> tuple[IntArray, IntArray]:
    """Cut off by row, smaller side by edge (-1 for no only link)."""
    tree = _tree(edges, len(weights))
    nodes = len(weights) + 1
    weight = np.zeros(nodes, dtype=np.int64)
    weight[tree.place] = weights
    below = tree.summed(weight)
    size = tree.summed(np.ones(nodes, dtype=np.int64))
    ends = np.sort(tree.place[edges], axis=1)
    in_tree = tree.parent[ends[:, 1]] == ends[:, 0]
    order = tree.preorder(size)
    low, high = _reached(tree, order, ends[~in_tree])
    held = (low >= order) & (high < order + size)
    block = _blocks(tree, (order, size, low, high), ends[~in_tree])
    root = _roots(tree, nodes)
    whole = below[root]
    cut_off = _cut_off(tree, block, weight, below, whole)
    side = np.full(len(edges), -1, dtype=np.int64)
    lower = ends[:, 1]
    only = in_tree & held[lower]
    side[only] = np.minimum(below[lower], whole[lower] - below[lower])[only]
    return cut_off[tree.place], side


def _roots(tree: _Tree, nodes: int) -> IntArray:
    """The node of its component that is just below node 0."""
    root = np.arange(nodes)
    for level in tree.levels[1:]:
        root[level] = root[tree.parent[level]]
    return root


def _reached(tree: _Tree, order: IntArray, others: IntArray) -> tuple[IntArray, IntArray]:
    """Least and greatest place that a subtree reaches by the edges that are not of the tree."""
    low, high = order.copy(), order.copy()
    for end in (0, 1):
        np.minimum.at(low, others[:, end], order[others[:, 1 - end]])
        np.maximum.at(high, others[:, end], order[others[:, 1 - end]])
    return tree.least(low), tree.most(high)


def _blocks(
    tree: _Tree, found: tuple[IntArray, IntArray, IntArray, IntArray], others: IntArray
) -> IntArray:
    """Label, by node, of the block that holds the edge above it.

    Two edges of the tree are in one block where an edge outside it joins their lower ends (in
    breadth, neither is above the other), or where what is below leaves the subtree of the upper.
    """
    order, size, low, high = found
    above = tree.parent
    leaves = (low < order[above]) | (high >= order[above] + size[above])
    lower = np.flatnonzero(leaves)
    joined = np.concatenate([others, np.stack([above[lower], lower], axis=1)])
    _, label = csgraph.connected_components(_adjacency(joined, len(above)), directed=False)
    return np.asarray(label, dtype=np.int64)


def _cut_off(
    tree: _Tree, block: IntArray, weight: IntArray, below: IntArray, whole: IntArray
) -> IntArray:
    """What each node cuts off: the blocks that hang below it, but for the largest part left."""
    nodes = len(weight)
    above = tree.parent
    hanging = np.flatnonzero((block != block[above]) & (above > 0))
    labels, first, piece = np.unique(block[hanging], return_index=True, return_inverse=True)
    pieces = np.zeros(len(labels), dtype=np.int64)
    np.add.at(pieces, piece, below[hanging])
    top = above[hanging[first]]
    total, largest = np.zeros(nodes, dtype=np.int64), np.zeros(nodes, dtype=np.int64)
    np.add.at(total, top, pieces)
    np.maximum.at(largest, top, pieces)
    count = np.bincount(top, minlength=nodes)
    points = count > (above == 0)
    rest = whole - weight - total
    return np.where(points, total + rest - np.maximum(largest, rest), 0)
