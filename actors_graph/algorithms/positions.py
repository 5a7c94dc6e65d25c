"""Where a row stands in its graph: the measures of the expert page, exact.

Same interface as `plain`: a graph on the rows 0..n-1, arrays in row order. Undefined is NaN.
Effective size is our own, by sparse products: networkx 3.6.1 divides by the wrong axis on weighted
and directed graphs, and allocates n x n floats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import scipy.sparse as sp

from actors_graph.algorithms.brokerage import adjacency, row_sums, ways_between
from actors_graph.algorithms.mixing import edge_pairs

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import FloatArray, IntArray


def core_numbers(graph: nx.Graph[int]) -> IntArray:
    """Largest k such that each row is in a k-core. O(n + m).

    References:
        Batagelj & Zaveršnik (2003), arXiv:cs/0310049.
    """
    cores = nx.core_number(graph)
    return np.array([cores[row] for row in range(len(cores))], dtype=np.int64)


def triangles(graph: nx.Graph[int]) -> IntArray:
    """Tied pairs among the neighbours of each row. O(sum of squared degrees)."""
    ties = adjacency(graph)
    return ways_between(ties, ties, ties) // 2


def transitivity(graph: nx.Graph[int]) -> float | None:
    """Share of the pairs of partners of a same row that are tied, 0-1; None without such a pair.

    O(sum of squared degrees).

    References:
        Wasserman & Faust (1994), Social Network Analysis, p. 243.
    """
    degree = row_sums(adjacency(graph))
    pairs = (degree * (degree - 1)).sum() // 2
    return float(triangles(graph).sum() / pairs) if pairs else None


def effective_size(graph: nx.Graph[int], *, weights: FloatArray | None = None) -> FloatArray:
    """Partners of each row that are not redundant: k - 2t/k where ties have no strength.

    Args:
        graph: the rows and their ties.
        weights: strength of each tie in the order of `edge_pairs`, above 0; never a distance.

    Returns:
        (n,) sizes, at most k; NaN without a partner. O(sum of squared degrees).

    References:
        Burt (1992), Structural Holes; closed form: Borgatti (1997), Connections 20(1):35.
    """
    ties = _strengths(graph, weights)
    degree = np.diff(ties.indptr)
    strongest = np.zeros(len(degree))
    np.maximum.at(strongest, np.repeat(np.arange(len(degree)), degree), ties.data)
    relative = _lines_over(ties, strongest)
    shared = (_shares(ties) @ relative.T).multiply(ties.astype(np.bool_))
    redundant: FloatArray = np.asarray(shared.sum(axis=1)).ravel()
    return np.where(degree > 0, degree - redundant, np.nan)


def efficiency(graph: nx.Graph[int]) -> FloatArray:
    """Effective size of each row over its partners, 0-1; NaN without a partner.

    References:
        Burt (1992), Structural Holes.
    """
    degree = row_sums(adjacency(graph))
    return effective_size(graph) / np.where(degree > 0, degree, 1)


def constraint(graph: nx.Graph[int], *, weights: FloatArray | None = None) -> FloatArray:
    """Constraint of each row, by the whole-network model; NaN without a partner.

    No share: a triangle gives 1.125. UCINET stays inside the ego network by default and finds
    more. O(sum of squared degrees).

    Args:
        graph: the rows and their ties.
        weights: strength of each tie in the order of `edge_pairs`, above 0; never a distance.

    References:
        Burt (1992), Structural Holes.
    """
    ties = _strengths(graph, weights)
    shares = _shares(ties)
    invested = shares + (shares @ shares).multiply(ties.astype(np.bool_))
    total: FloatArray = np.asarray(invested.multiply(invested).sum(axis=1)).ravel()
    return np.where(np.diff(ties.indptr) > 0, total, np.nan)


def within_group_z(graph: nx.Graph[int], labels: IntArray) -> FloatArray:
    """Ties of each row inside its group, in standard deviations from the mean of its group.

    0 where all of a group have as many; NaN for a row of unknown group (-1). O(n + m).

    References:
        Guimerà & Amaral (2005), Nature 433:895 (within-module degree).
    """
    pairs = edge_pairs(graph)
    inside = pairs[labels[pairs[:, 0]] == labels[pairs[:, 1]]]
    degree = np.bincount(inside.ravel(), minlength=len(labels)).astype(np.float64)
    known = labels >= 0
    group = labels[known]
    sizes = np.maximum(np.bincount(group), 1)
    centred = degree[known] - (np.bincount(group, degree[known]) / sizes)[group]
    spread = np.sqrt(np.bincount(group, centred**2) / sizes)[group]
    found = np.full(len(labels), np.nan)
    found[known] = np.where(spread > 0, centred / np.where(spread > 0, spread, 1), 0)
    return found


def betweenness(graph: nx.Graph[int]) -> FloatArray:
    """Shortest ways between two other rows that pass by each row, over unordered pairs; raw.

    O(n m): for the actors of one territory.

    References:
        Freeman (1977); algorithm: Brandes (2001), Journal of Mathematical Sociology 25:163.
    """
    values = nx.betweenness_centrality(graph, normalized=False)
    return np.array([values[row] for row in range(len(values))], dtype=np.float64)


def betweenness_normalised(raw: FloatArray) -> FloatArray:
    """Raw betweenness over the pairs of other rows, 0-1; NaN under three rows.

    References:
        Freeman (1977), Sociometry 40:35.
    """
    n = len(raw)
    return 2 * raw / ((n - 1) * (n - 2)) if n > 2 else np.full(n, np.nan)


def betweenness_centralisation(raw: FloatArray) -> float | None:
    """Centralisation by raw betweenness: star = 1, circle = 0; None under three rows.

    References:
        Freeman (1979), Social Networks 1:215.
    """
    n = len(raw)
    return float(2 * (raw.max() - raw).sum() / ((n - 1) ** 2 * (n - 2))) if n > 2 else None


def _strengths(graph: nx.Graph[int], weights: FloatArray | None) -> sp.csr_array[np.float64]:
    pairs = edge_pairs(graph)
    n = graph.number_of_nodes()
    values = np.ones(len(pairs)) if weights is None else weights.astype(np.float64)
    rows, columns = np.concatenate([pairs, pairs[:, ::-1]]).T
    return sp.csr_array((np.tile(values, 2), (rows, columns)), shape=(n, n))


def _shares(ties: sp.csr_array[np.float64]) -> sp.csr_array[np.float64]:
    """What each row puts in each of its ties: its lines sum to 1."""
    return _lines_over(ties, np.asarray(ties.sum(axis=1), dtype=np.float64).ravel())


def _lines_over(ties: sp.csr_array[np.float64], by: FloatArray) -> sp.csr_array[np.float64]:
    values = ties.data / np.repeat(by, np.diff(ties.indptr))
    return sp.csr_array((values, ties.indices, ties.indptr), ties.shape)
