"""Actors and what they take part in, two kinds of rows: sizes, shared memberships, projections.

The graph is that of a two-mode network: rows 0..actors-1 are actors, the others committees,
projects or meetings. A membership matrix has a line by actor and a column by other row; ties
between rows of one kind are left out. A projection is for drawing and for facts (« three meetings
shared »): centralities on it mean nothing, for a meeting of 40 makes 780 pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

from actors_graph.algorithms.brokerage import row_sums
from actors_graph.algorithms.mixing import edge_pairs

if TYPE_CHECKING:
    import networkx as nx

    from actors_graph.algorithms.plain import FloatArray, IntArray


def memberships(graph: nx.Graph[int], *, actors: int) -> sp.csr_array[np.int64]:
    """Who takes part in what: (actors, others) of 0 and 1. O(n + m log m)."""
    pairs = edge_pairs(graph)
    between = pairs[(pairs[:, 0] < actors) & (pairs[:, 1] >= actors)]
    shape = (actors, graph.number_of_nodes() - actors)
    ones = np.ones(len(between), dtype=np.int64)
    return sp.csr_array((ones, (between[:, 0], between[:, 1] - actors)), shape=shape)


def two_mode_density(members: sp.csr_array[np.int64]) -> float | None:
    """Share of the possible memberships that exist, 0-1; None where one side is empty.

    There is no diagonal to leave out: an actor and a meeting are never the same.
    """
    actors, others = members.shape
    return float(members.sum() / (actors * others)) if actors and others else None


def two_mode_degrees(members: sp.csr_array[np.int64]) -> FloatArray:
    """Ties of each row over the size of the other side, 0-1, actors then others; NaN without.

    References:
        Borgatti & Everett (1997), Social Networks 19:243.
    """
    actors, others = members.shape
    by_actor = row_sums(members) / others if others else np.full(actors, np.nan)
    by_other = row_sums(members.T.tocsr()) / actors if actors else np.full(others, np.nan)
    return np.concatenate([by_actor, by_other])


def two_mode_betweenness(raw: FloatArray, *, actors: int) -> FloatArray:
    """Raw betweenness over the largest that a row of its side can have, 0-1; NaN where none can.

    Args:
        raw: raw betweenness of each row of a graph whose ties all join the two sides.
        actors: number of rows of the first side.

    References:
        Borgatti & Halgin (2011), SAGE Handbook of Social Network Analysis, p. 417.
    """
    others = len(raw) - actors
    largest = np.repeat(
        [_largest_betweenness(actors, others), _largest_betweenness(others, actors)],
        [actors, others],
    )
    return np.where(largest > 0, raw / np.where(largest > 0, largest, 1), np.nan)


def _largest_betweenness(own: int, other: int) -> float:
    """Betweenness of the best placed row of a side, given the two sizes."""
    if not own or not other:
        return 0
    wide, left = divmod(own - 1, other)
    hub = other**2 * (wide + 1) ** 2 + other * (wide + 1) * (2 * left - wide - 1)
    return (hub - left * (2 * wide - left + 3)) / 2


@dataclass(frozen=True, slots=True)
class Projection:
    """Pairs of rows of one side that share a row of the other, sorted.

    Attributes:
        pairs: (k, 2) rows, smaller first.
        shared: rows of the other side that the two share, at least 1.
        newman: sum over them of 1 / (size - 1): a pair that meets alone gives 1, a meeting of 40
            gives 1/39; a row's sum is the number of its meetings with somebody else.
        overlap: shared over the smaller number of memberships of the two, 0-1.
    """

    pairs: IntArray
    shared: IntArray
    newman: FloatArray
    overlap: FloatArray


def projection(members: sp.csr_array[np.int64], *, largest: int | None = None) -> Projection:
    """Pairs of lines that share a column, with their weights.

    Args:
        members: membership matrix; give its transpose for the pairs of the other side.
        largest: size above which a column joins nobody (a plenary); no limit if absent.

    Returns:
        The pairs. O(sum of squared sizes), in time and memory.

    References:
        Newman (2001), Physical Review E 64:016132; simple weights: Opsahl (2009).
    """
    matrix = members.tocsr()
    sizes = row_sums(matrix.T.tocsr())
    kept = sizes >= 2 if largest is None else (sizes >= 2) & (sizes <= largest)
    shared = _products(matrix, kept.astype(np.float64))
    newman = _products(matrix, kept / np.maximum(sizes - 1, 1))
    pairs = np.stack([shared.row, shared.col], axis=1).astype(np.int64)
    counts = shared.data.round().astype(np.int64)
    own = row_sums(matrix)
    return Projection(pairs, counts, newman.data, counts / own[pairs].min(axis=1))


def _products(matrix: sp.csr_array[np.int64], by: FloatArray) -> sp.coo_array[np.float64]:
    """Weighted products of the lines two by two, above the diagonal, in order; no zero."""
    columns = np.flatnonzero(by)
    kept = matrix.astype(np.float64)[:, columns].tocsr()
    scaled = sp.csr_array(
        (kept.data * by[columns][kept.indices], kept.indices, kept.indptr), kept.shape
    )
    found = sp.triu(kept @ scaled.T.tocsr(), k=1).tocsr()
    found.sort_indices()
    return found.tocoo()


def chance_to_share(members: sp.csr_array[np.int64], pairs: IntArray) -> FloatArray:
    """Chance that two lines share as many columns or more, each keeping its number; 0-1.

    One-sided, each pair by itself: of 1,000 pairs, 50 fall below 5 % by chance alone.

    Args:
        members: membership matrix.
        pairs: (k, 2) lines.

    Returns:
        (k,) chances, 1 for a pair that shares nothing.

    References:
        Hypergeometric law: Tumminello et al. (2011), PLOS ONE 6:e17994.
    """
    from scipy.stats import hypergeom  # slow to import

    matrix = members.tocsr()
    own = row_sums(matrix)
    one, two = matrix[pairs[:, 0]].tocsr(), matrix[pairs[:, 1]].tocsr()
    shared = row_sums(one.multiply(two).tocsr())
    first, second = own[pairs[:, 0]], own[pairs[:, 1]]
    # Few cases for many pairs: each is computed once.
    cases, of_pair = np.unique(np.stack([shared, first, second]), axis=1, return_inverse=True)
    law = hypergeom.sf(cases[0] - 1, max(matrix.shape[1], 1), cases[1], cases[2])
    return np.asarray(law, dtype=np.float64)[of_pair.ravel()]
