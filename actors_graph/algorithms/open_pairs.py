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

from actors_graph.algorithms.brokerage import adjacency, row_sums, tied

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
        The pairs. O(sum of squared degrees), in time and memory.

    References:
        Resource allocation: Zhou, Lü & Zhang (2009), European Physical Journal B 71:623;
        Adamic & Adar (2003), Social Networks 25:211.
    """
    ties = adjacency(graph)
    degree = row_sums(ties)
    between = np.ones(len(degree)) if counts is None else counts.astype(np.float64)
    # A common partner has two partners at least: smaller degrees only must not divide by zero.
    shared = np.maximum(degree, 2)
    ones = _scaled(ties, np.ones(len(degree)))
    paths = sp.triu(ones @ _scaled(ties, between), k=1).tocsr().tocoo()
    first, second = paths.row.astype(np.int64), paths.col.astype(np.int64)
    kept = (paths.data > 0) & ~tied(ties, first, second)
    order = np.flatnonzero(kept)[np.lexsort((second[kept], first[kept]))]
    pairs = np.stack([first[order], second[order]], axis=1)
    common = paths.data[order].astype(np.int64)
    allocated = _at(ones @ _scaled(ties, between / shared), pairs)
    adamic = _at(ones @ _scaled(ties, between / np.log(shared)), pairs)
    met = degree[pairs].sum(axis=1) - _at(ones @ ones, pairs)
    return OpenPairs(pairs, common, allocated, adamic, common / met)


def _scaled(ties: sp.csr_array[np.int64], by: FloatArray) -> sp.csr_array[np.float64]:
    """Ties whose line of each row is multiplied by what that row has."""
    values = ties.data * np.repeat(by, np.diff(ties.indptr))
    return sp.csr_array((values, ties.indices, ties.indptr), ties.shape)


def _at(matrix: sp.csr_array[np.float64], pairs: IntArray) -> FloatArray:
    """Entries of a matrix at these pairs, all of which it holds."""
    matrix.sort_indices()
    found = matrix.tocoo()
    n = matrix.shape[0]
    keys = found.row.astype(np.int64) * n + found.col
    return np.asarray(found.data[np.searchsorted(keys, pairs[:, 0] * n + pairs[:, 1])])
