from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
import networkx as nx
import numpy as np
from hypothesis import given, settings

from actors_graph.algorithms import plain
from actors_graph.algorithms.thinning import thinned

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import BoolArray, IntArray


def built(n: int, edges: IntArray) -> nx.Graph[int]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(map(tuple, edges.tolist()))
    return graph


@st.composite
def networks(draw: st.DrawFn) -> tuple[int, IntArray, BoolArray]:
    """Rows, edges and three copies of them, with lone rows and several components."""
    n = draw(st.integers(2, 14))
    every = [(one, two) for one in range(n) for two in range(one + 1, n)]
    edges = sorted(draw(st.sets(st.sampled_from(every), min_size=1, max_size=2 * n)))
    left = draw(st.lists(st.booleans(), min_size=3 * len(edges), max_size=3 * len(edges)))
    return n, np.array(edges, dtype=np.int64), np.array(left).reshape(3, -1)


def smaller_side(graph: nx.Graph[int], edge: tuple[int, int], weights: IntArray) -> int:
    without = graph.copy()
    without.remove_edge(*edge)
    sides = (nx.node_connected_component(without, end) for end in edge)
    return min(int(weights[list(side)].sum()) for side in sides)


@given(networks(), st.integers(0, 2**14 - 1))
@settings(max_examples=300)
def test_each_copy_equals_the_plain_search(
    drawn: tuple[int, IntArray, BoolArray], nobodies: int
) -> None:
    """`plain.cuts` is the oracle; some rows count for nobody, as a committee does."""
    n, edges, present = drawn
    weights = np.array([(nobodies >> row) & 1 for row in range(n)], dtype=np.int64)

    found = thinned(edges, present, weights=weights)

    for copy in range(len(present)):
        graph = built(n, edges[present[copy]])
        expected = plain.cuts(graph, weights=weights)
        links = {tuple(edge) for edge in expected.links.tolist()}
        sides = {
            tuple(edge): side
            for edge, side in zip(edges.tolist(), found.side[copy].tolist(), strict=True)
            if side >= 0
        }
        assert found.cut_off[copy].tolist() == expected.cut_off.tolist()
        assert sides == {link: smaller_side(graph, link, weights) for link in links}
        assert found.tied[copy].tolist() == (plain.partner_counts(graph) > 0).tolist()


def test_a_long_path_and_a_long_circle_do_not_recurse() -> None:
    n = 3_000
    path = np.stack([np.arange(n - 1), np.arange(1, n)], axis=1)
    circle = np.concatenate([[[0, 1], [0, n - 1]], path[1:]])
    ones = np.ones(n, dtype=np.int64)

    hanging = thinned(path, np.ones((1, n - 1), dtype=np.bool_), weights=ones)
    closed = thinned(circle, np.ones((1, n), dtype=np.bool_), weights=ones)

    assert hanging.cut_off[0, n // 2] == n // 2 - 1
    assert (hanging.side >= 0).all()
    assert not closed.cut_off.any()
    assert (closed.side == -1).all()


def test_a_copy_keeps_the_order_of_rows_and_edges() -> None:
    edges = np.array([[0, 1], [1, 2], [2, 3]])
    found = thinned(edges, np.ones((2, 3), dtype=np.bool_), weights=np.ones(4, dtype=np.int64))

    assert found.cut_off.tolist() == [[0, 1, 1, 0]] * 2
    assert found.side.tolist() == [[1, 2, 1]] * 2
