from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.algorithms import positions


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph[int]:
    n = draw(st.integers(1, 14))
    pairs = list(itertools.combinations(range(n), 2))
    graph: nx.Graph[int] = nx.empty_graph(n)
    graph.add_edges_from(draw(st.lists(st.sampled_from(pairs), max_size=3 * n)) if pairs else [])
    return graph


@given(graphs())
def test_effective_size_is_partners_less_their_redundancy(graph: nx.Graph[int]) -> None:
    # Burt's own formula: each partner counts 1 less the share of the others it is tied to.
    found = positions.effective_size(graph)

    for row in graph:
        partners = set(graph.adj[row])
        redundant = sum(len(partners & set(graph.adj[one])) / len(partners) for one in partners)
        expected = len(partners) - redundant if partners else np.nan
        assert found[row] == pytest.approx(expected, nan_ok=True)


@given(graphs())
def test_constraint_core_and_betweenness_equal_networkx(graph: nx.Graph[int]) -> None:
    rows = range(graph.number_of_nodes())

    constraint = nx.constraint(graph)
    assert positions.constraint(graph) == pytest.approx([constraint[r] for r in rows], nan_ok=True)
    cores = nx.core_number(graph)
    assert positions.core_numbers(graph).tolist() == [cores[row] for row in rows]
    between = nx.betweenness_centrality(graph, normalized=False)
    assert positions.betweenness(graph) == pytest.approx([between[row] for row in rows])


def test_triangle_of_actors_is_more_than_fully_constrained() -> None:
    # METHOD: constraint is no percentage.
    assert positions.constraint(nx.complete_graph(3)) == pytest.approx([1.125] * 3)
    assert positions.triangles(nx.complete_graph(4)).tolist() == [3] * 4


# Borgatti (1997), Connections 20(1):35, figure; constraint and effective size of G, A and C.
def test_borgatti_example() -> None:
    names = "ABCDEFG"
    edges = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "CG"]
    graph: nx.Graph[int] = nx.empty_graph(7)
    graph.add_edges_from((names.index(edge[0]), names.index(edge[1])) for edge in edges)

    assert positions.effective_size(graph)[[6, 0, 2]] == pytest.approx([4.67, 2.5, 1], abs=0.01)
    assert positions.constraint(graph)[[6, 0, 2]] == pytest.approx([0.400, 0.595, 1], abs=0.001)
