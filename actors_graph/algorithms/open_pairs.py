"""Pairs of rows that are not tied and share a partner: who could be put in touch.

Only pairs with a common partner are listed: their number grows with the sum of squared degrees,
not with the square of the rows. Scores say how close two rows already are; they find what is
probably true already, and no gap (METHOD §6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

from actors_graph.algorithms.brokerage import adjacency, row_blocks, row_sums, tied

if TYPE_CHECKING:
    import networkx as nx

    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class OpenPairs:
    """Pairs that are not tied and share a partner, sorted by first then second row.

    Attributes:
        pairs: (k, 2) rows, smaller first.
        common: number of common partners, at least 1.
        resource_allocation: sum over the common partners of 1 / their number of partners: a
            small partner shared says more than one that everybody has.
        adamic_adar: the same with 1 / log of that number.
        jaccard: common partners among all partners of the two, 0-1.
    """

    pairs: IntArray
    common: IntArray
    resource_allocation: FloatArray
    adamic_adar: FloatArray
    jaccard: FloatArray

    def best(self, count: int) -> IntArray:
        """Places of the best by resource allocation; equal ones in the order of their rows."""
        # Rounded: the same sum in another order may differ by its last bit.
        return np.argsort(-self.resource_allocation.round(12), kind="stable")[:count]


def open_pairs(graph: nx.Graph[int], *, counts: BoolArray | None = None) -> OpenPairs:
    """Pairs that are not tied and share a partner, with their scores.

    Args:
        graph: the rows and their ties.
        counts: by row, whether it counts as a common partner (not the institution that is the
            partner of all); all rows if absent.

    Returns:
        The pairs. O(sum of squared degrees) in time; in memory, that of the pairs.

    References:
        Resource allocation: Zhou, Lü & Zhang (2009), European Physical Journal B 71:623;
        Adamic & Adar (2003), Social Networks 25:211.
    """
    ties = adjacency(graph)
    degree = row_sums(ties)
    # A row with one partner is nobody's common partner: it must only not divide by zero.
    partners = np.maximum(degree, 2)
    between = np.ones(len(degree), dtype=np.bool_) if counts is None else counts
    weights = (np.ones(len(degree)), 1 / partners, 1 / np.log(partners))
    steps = [_lines(ties, between, by) for by in weights]
    lost = _lines(ties, ~between, weights[0])
    blocks = [_scores(ties, rows, steps, lost) for rows in row_blocks(ties, ties)]
    empty = np.zeros((0, 6))
    first, second, common, allocated, adamic, unheard = np.concatenate([empty, *blocks]).T
    pairs = np.stack([first, second], axis=1).astype(np.int64)
    met = degree[pairs].sum(axis=1) - common - unheard
    return OpenPairs(pairs, common.astype(np.int64), allocated, adamic, common / met)


def _scores(
    ties: sp.csr_array[np.int64],
    rows: slice,
    steps: list[sp.csr_array[np.float64]],
    lost: sp.csr_array[np.float64],
) -> FloatArray:
    """Open pairs whose first row is in the block: both rows, each score, partners not counted."""
    left = ties[rows].astype(np.float64)
    # All have the same pattern, hence the same order once sorted.
    scored = [sp.triu(left @ step, k=rows.start + 1).tocsr() for step in steps]
    for one in scored:
        one.sort_indices()
    found = scored[0].tocoo()
    first, second = found.row.astype(np.int64) + rows.start, found.col.astype(np.int64)
    kept = ~tied(ties, first, second)
    unheard = _at((left @ lost).tocsr(), first - rows.start, second)
    columns = (first, second, *(one.data for one in scored), unheard)
    return np.stack(columns, axis=1).astype(np.float64)[kept]


def _lines(
    ties: sp.csr_array[np.int64], kept: BoolArray, by: FloatArray
) -> sp.csr_array[np.float64]:
    """The lines of the rows that are kept, each multiplied by what the row has."""
    lines = sp.csr_array((np.where(kept, by, 0), (range(len(by)), range(len(by)))), ties.shape)
    lines.eliminate_zeros()
    return (lines @ ties.astype(np.float64)).tocsr()


def _at(matrix: sp.csr_array[np.float64], first: IntArray, second: IntArray) -> FloatArray:
    """Entries of a matrix at these places, 0 where it holds none."""
    matrix.sort_indices()
    found = matrix.tocoo()
    n = matrix.shape[1]
    keys = np.append(found.row.astype(np.int64) * n + found.col, -1)
    values = np.append(found.data, 0)
    asked = first * n + second
    places = np.searchsorted(keys[:-1], asked)
    return np.where(keys[places] == asked, values[places], 0)
