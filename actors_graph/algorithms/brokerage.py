"""Who stands between whom: open pairs of partners, counted by sparse matrix products.

An *open pair* of a row is an unordered pair of its partners that are not tied to each other. A
`Partition` says which pairs count: those whose two ends differ (in kind, in theme…), or all.
Plain reference code beside `plain`. Products are taken by blocks of rows: an institution tied to
everybody costs time, the sum of squared degrees, and no memory but that of the result.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import scipy.sparse as sp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx

    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray


# Terms of a product held at once: some tens of megabytes.
_TERMS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Partition:
    """Groups of rows and which groups differ.

    `labels` gives the group of each row, -1 for an unknown one (such a row counts in no pair);
    `differ[g, h]` whether a pair of rows of groups g and h counts: symmetric, usually False on
    the diagonal, all True where any pair counts. Actors with several themes are grouped by their
    exact set of themes, and two sets differ when they share nothing.
    """

    labels: IntArray
    differ: BoolArray

    @classmethod
    def of(cls, labels: IntArray) -> Partition:
        """Groups that differ from each other and not from themselves."""
        count = int(labels.max(initial=-1)) + 1
        return cls(labels, ~np.eye(count, dtype=np.bool_))

    @classmethod
    def none(cls, n: int) -> Partition:
        """No groups: any pair of the n rows counts."""
        return cls(np.zeros(n, dtype=np.int64), np.ones((1, 1), dtype=np.bool_))

    def apart(self, first: IntArray, second: IntArray) -> BoolArray:
        """Whether each pair of rows counts."""
        one, two = self.labels[first], self.labels[second]
        if not self.differ.size:
            return np.zeros(len(one), dtype=np.bool_)
        return np.asarray((one >= 0) & (two >= 0) & self.differ[one, two])


def adjacency(graph: nx.Graph[int]) -> sp.csr_array[np.int64]:
    """Adjacency matrix of 0 and 1, rows in order. O(n + m)."""
    n = graph.number_of_nodes()
    edges = np.array(list(graph.edges()), dtype=np.int64).reshape(-1, 2)
    rows = np.concatenate([edges[:, 0], edges[:, 1]])
    columns = np.concatenate([edges[:, 1], edges[:, 0]])
    ones = np.ones(len(rows), dtype=np.int64)
    return sp.csr_array((ones, (rows, columns)), shape=(n, n))


def row_sums(matrix: sp.csr_array[np.int64]) -> IntArray:
    """Sum of each row of a matrix of counts."""
    return np.asarray(matrix.sum(axis=1), dtype=np.int64).ravel()


def row_blocks(left: sp.csr_array[np.int64], right: sp.csr_array[np.int64]) -> Iterator[slice]:
    """Slices of the rows of `left` whose products with `right` make a few million terms each."""
    lengths = np.diff(right.indptr).astype(np.int64)[left.indices]
    terms = np.concatenate(([0], np.cumsum(lengths)))[left.indptr[1:]]
    bounds = np.flatnonzero(np.diff(terms // _TERMS)) + 1
    starts = [0, *bounds.tolist(), left.shape[0]]
    for start, stop in itertools.pairwise(starts):
        if stop > start:
            yield slice(start, stop)


def ways_between(
    mask: sp.csr_array[np.int64], left: sp.csr_array[np.int64], right: sp.csr_array[np.int64]
) -> IntArray:
    """For each row of `mask`, the ways by `left` then `right` to the rows that it is tied to."""
    parts = [
        row_sums(mask[rows].multiply(left[rows] @ right).tocsr())
        for rows in row_blocks(left, right)
    ]
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def tied(ties: sp.csr_array[np.int64], first: IntArray, second: IntArray) -> BoolArray:
    """Whether each pair of rows is tied: its key among those of the ties, in order. O(m log m)."""
    n = ties.shape[0]
    pairs = ties.tocoo()
    keys = np.append(np.sort(pairs.row.astype(np.int64) * n + pairs.col), -1)
    asked = first * n + second
    return np.asarray(keys[np.searchsorted(keys[:-1], asked)] == asked)


def pairs_bridged(graph: nx.Graph[int], partition: Partition) -> IntArray:
    """Open pairs of each row that differ: unordered, not tied to each other (METHOD A9).

    All pairs of differing partners, by groups, less those that a tie closes.
    O(sum of squared degrees + n x groups).

    References:
        Gould & Fernandez (1989), Sociological Methodology 19:89.
    """
    ties = adjacency(graph)
    crossing = _masked(ties, partition.apart)
    closed = ways_between(ties, ties, crossing) // 2
    if not partition.differ.size:
        return closed
    counts = _counts_by_group(ties, partition).toarray()
    differ = partition.differ.astype(np.int64)
    ordered = ((counts @ differ) * counts).sum(axis=1) - counts @ differ.diagonal()
    return np.asarray(ordered // 2 - closed)


def pairs_only_way(graph: nx.Graph[int], partition: Partition) -> IntArray:
    """Open pairs of each row that differ and have no other common partner.

    O(sum of squared degrees).

    References:
        Hamilton, Hileman & Bodin (2020), Social Networks 61:1 (exclusivity).
    """
    n = graph.number_of_nodes()
    found = np.zeros(n, dtype=np.int64)
    for block in _only_ways(graph, partition):
        found += np.bincount(block[:, 1], minlength=n)
    return found


def only_ways(graph: nx.Graph[int], partition: Partition) -> IntArray:
    """The pairs whose one common partner is their only short way.

    Returns:
        (k, 3) rows: one end, the partner between, the other end; first end < other, sorted.
    """
    empty = np.zeros((0, 3), dtype=np.int64)
    return np.concatenate([empty, *_only_ways(graph, partition)])


def brokerage_roles(graph: nx.Graph[int], labels: IntArray) -> IntArray:
    """Roles of Gould and Fernandez of each row, undirected, over unordered open pairs.

    Columns: coordinator (both partners of its own group), itinerant (both of one other group),
    gatekeeper (one of its group, one of another; = gatekeeper + representative), liaison (three
    groups). A row or a partner of unknown group (-1) counts in none.

    Returns:
        (n, 4) counts. O(sum of squared degrees + n x groups).
    """
    partition = Partition.of(labels)
    ties = _masked(adjacency(graph), lambda a, b: (labels[a] >= 0) & (labels[b] >= 0))
    crossing = _masked(ties, partition.apart)
    within = (ties - crossing).tocsr()
    inside = row_sums(within)
    outside = row_sums(crossing)
    by_group = _counts_by_group(crossing, partition)
    alike = row_sums(by_group.multiply(by_group) - by_group) // 2
    all_pairs = (
        inside * (inside - 1) // 2,
        alike,
        inside * outside,
        outside * (outside - 1) // 2 - alike,
    )
    closed = (
        ways_between(within, within, within) // 2,
        ways_between(crossing, crossing, within) // 2,
        ways_between(crossing, within, crossing),
        ways_between(crossing, crossing, crossing) // 2,
    )
    return np.stack([a - b for a, b in zip(all_pairs, closed, strict=True)], axis=1)


def partner_diversity(graph: nx.Graph[int], labels: IntArray) -> FloatArray:
    """Index of Blau of the groups of each row's partners, 0-1; NaN without a known partner.

    Equals the participation coefficient with these groups as modules. O(n + m).

    References:
        Blau (1977); Guimerà & Amaral (2005), Nature 433:895.
    """
    counts = _counts_by_group(adjacency(graph), Partition.of(labels))
    total = row_sums(counts)
    squares = row_sums(counts.multiply(counts))
    known = np.where(total > 0, total, 1)
    return np.where(total > 0, 1 - squares / known.astype(np.float64) ** 2, np.nan)


def _only_ways(graph: nx.Graph[int], partition: Partition) -> Iterator[IntArray]:
    """The only ways by blocks of their first rows, sorted."""
    ties = adjacency(graph)
    numbers = sp.csr_array(
        (ties.indices.astype(np.int64) + 1, ties.indices, ties.indptr), ties.shape
    )
    for rows in row_blocks(ties, ties):
        common = sp.triu(ties[rows] @ ties, k=rows.start + 1).tocsr()
        # The sum of the common partners' numbers: where there is one only, it is that partner.
        named = sp.triu(numbers[rows] @ ties, k=rows.start + 1).tocsr()
        common.sort_indices()
        named.sort_indices()
        pairs = common.tocoo()
        single = np.flatnonzero(pairs.data == 1)
        first, second = (ends[single].astype(np.int64) for ends in (pairs.row, pairs.col))
        first += rows.start
        middle = named.data[single] - 1
        kept = partition.apart(first, second) & ~tied(ties, first, second)
        found = np.stack([first, middle, second], axis=1)[kept]
        yield np.asarray(found[np.lexsort((found[:, 2], found[:, 1], found[:, 0]))])


def _counts_by_group(ties: sp.csr_array[np.int64], partition: Partition) -> sp.csr_array[np.int64]:
    known = np.flatnonzero(partition.labels >= 0)
    shape = (len(partition.labels), max(len(partition.differ), 1))
    ones = np.ones(len(known), dtype=np.int64)
    member = sp.csr_array((ones, (known, partition.labels[known])), shape=shape)
    return (ties @ member).tocsr()


def _masked(
    ties: sp.csr_array[np.int64], keeps: Callable[[IntArray, IntArray], BoolArray]
) -> sp.csr_array[np.int64]:
    pairs = ties.tocoo()
    first, second = pairs.row.astype(np.int64), pairs.col.astype(np.int64)
    kept = keeps(first, second)
    ones = np.ones(int(kept.sum()), dtype=np.int64)
    return sp.csr_array((ones, (first[kept], second[kept])), shape=ties.shape)
