"""Where a row stands in its graph: the measures of the expert page, exact.

Same interface as `plain`: a graph on the rows 0..n-1, arrays in row order. Undefined is NaN.
Effective size is a closed form of our own: networkx 3.6.1 divides by the wrong axis on weighted
and directed graphs, and allocates n x n floats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import scipy.sparse as sp

from actors_graph.algorithms.brokerage import adjacency, row_sums

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
    return row_sums(ties.multiply(ties @ ties)) // 2


def effective_size(graph: nx.Graph[int]) -> FloatArray:
    """Partners of each row that are not redundant: k - 2t/k; NaN without a partner.

    References:
        Burt (1992); closed form: Borgatti (1997), Connections 20(1):35.
    """
    degree = np.array([len(graph.adj[row]) for row in range(graph.number_of_nodes())], dtype=float)
    known = np.where(degree > 0, degree, 1)
    return np.where(degree > 0, degree - 2 * triangles(graph) / known, np.nan)


def constraint(graph: nx.Graph[int]) -> FloatArray:
    """Constraint of each row, by the whole-network model; NaN without a partner.

    No share: a triangle gives 1.125. O(sum of squared degrees).

    References:
        Burt (1992), Structural Holes.
    """
    ties = adjacency(graph)
    degree = row_sums(ties)
    known = np.where(degree > 0, degree, 1)
    shares = sp.csr_array(
        (np.repeat(1 / known, np.diff(ties.indptr)), ties.indices, ties.indptr), ties.shape
    )
    invested = shares + (shares @ shares).multiply(ties)
    total: FloatArray = np.asarray(invested.multiply(invested).sum(axis=1)).ravel()
    return np.where(degree > 0, total, np.nan)


def betweenness(graph: nx.Graph[int]) -> FloatArray:
    """Shortest ways between two other rows that pass by each row, over unordered pairs; raw.

    O(n m): for the actors of one territory.

    References:
        Freeman (1977); algorithm: Brandes (2001), Journal of Mathematical Sociology 25:163.
    """
    values = nx.betweenness_centrality(graph, normalized=False)
    return np.array([values[row] for row in range(len(values))], dtype=np.float64)
