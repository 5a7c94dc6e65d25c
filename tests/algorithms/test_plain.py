from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.algorithms import plain

SMALL = 24


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph[int]:
    """Graphs of up to 24 rows with lone rows and several components, edges in any order."""
    n = draw(st.integers(0, SMALL))
    pairs = list(itertools.combinations(range(n), 2))
    edges = draw(st.lists(st.sampled_from(pairs), max_size=2 * n)) if pairs else []
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(draw(st.permutations(range(n))))
    graph.add_edges_from(edges)
    return graph


def without_edge(graph: nx.Graph[int], a: int, b: int) -> nx.Graph[int]:
    left = graph.copy()
    left.remove_edge(a, b)
    return left


def parts_left(graph: nx.Graph[int], row: int) -> list[set[int]]:
    """Parts of the component of `row` once it is removed, the largest first: the slow way."""
    inside = set(nx.node_connected_component(graph, row)) - {row}
    return sorted(nx.connected_components(graph.subgraph(inside)), key=lambda p: (-len(p), min(p)))


@given(graphs())
def test_components_follow_their_smallest_row(graph: nx.Graph[int]) -> None:
    labels = plain.components(graph)

    expected = sorted(nx.connected_components(graph), key=min)
    assert [set(np.flatnonzero(labels == i)) for i in range(len(expected))] == expected


@given(graphs())
def test_points_equal_networkx_and_links_what_removing_says(graph: nx.Graph[int]) -> None:
    found = plain.cuts(graph)

    assert set(np.flatnonzero(found.points)) == set(nx.articulation_points(graph))
    edges = sorted(sorted(edge) for edge in graph.edges)
    cutting = [(a, b) for a, b in edges if not nx.has_path(without_edge(graph, a, b), a, b)]
    assert [(a, b) for a, b in found.links.tolist()] == cutting


@given(graphs())
def test_cut_off_is_what_removing_says(graph: nx.Graph[int]) -> None:
    found = plain.cuts(graph)

    for row in graph:
        parts = parts_left(graph, row)
        assert found.cut_off[row] == sum(len(part) for part in parts[1:])
        assert [set(part.tolist()) for part in found.parts(row)] == parts[1:]


@given(graphs(), st.data())
def test_cut_off_counts_the_given_weights(graph: nx.Graph[int], data: st.DataObject) -> None:
    n = graph.number_of_nodes()
    weights = np.array(data.draw(st.lists(st.integers(0, 1), min_size=n, max_size=n)), dtype=int)

    found = plain.cuts(graph, weights=weights)

    for row in graph:
        sizes = sorted(weights[list(part)].sum() for part in parts_left(graph, row))
        assert found.cut_off[row] == sum(sizes[:-1])
        assert sum(weights[part].sum() for part in found.parts(row)) == sum(sizes[:-1])


@given(graphs(), st.randoms(use_true_random=False))
def test_results_ignore_the_order_of_nodes_and_edges(graph: nx.Graph[int], random: object) -> None:
    nodes, edges = list(graph.nodes), list(graph.edges)
    random.shuffle(nodes)  # type: ignore[attr-defined]  # a random.Random from hypothesis
    random.shuffle(edges)  # type: ignore[attr-defined]  # idem
    other: nx.Graph[int] = nx.Graph()
    other.add_nodes_from(nodes)
    other.add_edges_from((b, a) for a, b in edges)

    assert plain.components(other).tolist() == plain.components(graph).tolist()
    assert plain.actors_cut_off(other).tolist() == plain.actors_cut_off(graph).tolist()
    assert plain.articulation_points(other).tolist() == plain.articulation_points(graph).tolist()
    assert plain.only_links(other).tolist() == plain.only_links(graph).tolist()
    assert plain.partner_counts(other).tolist() == plain.partner_counts(graph).tolist()


@given(graphs())
def test_renaming_rows_renames_the_result(graph: nx.Graph[int]) -> None:
    n = graph.number_of_nodes()
    mirrored = nx.relabel_nodes(graph, {row: n - 1 - row for row in graph})

    assert plain.actors_cut_off(mirrored).tolist() == plain.actors_cut_off(graph)[::-1].tolist()


@given(graphs())
def test_connectedness_is_the_share_of_pairs_with_a_path(graph: nx.Graph[int]) -> None:
    value = plain.connectedness(plain.components(graph))

    pairs = list(itertools.combinations(graph, 2))
    reached = sum(nx.has_path(graph, a, b) for a, b in pairs)
    assert value == (pytest.approx(reached / len(pairs)) if pairs else None)


@given(graphs())
def test_shortest_paths_are_those_of_networkx(graph: nx.Graph[int]) -> None:
    for a, b in itertools.islice(itertools.combinations(graph, 2), 10):
        expected = sorted(nx.all_shortest_paths(graph, a, b)) if nx.has_path(graph, a, b) else []

        assert plain.shortest_paths(graph, a, b, limit=99).tolist() == expected
        assert plain.shortest_paths(graph, a, b).tolist() == expected[:3]


def test_shortest_path_to_oneself_is_one_row() -> None:
    assert plain.shortest_paths(nx.path_graph(3), 1, 1).tolist() == [[1]]


def test_long_path_does_not_recurse() -> None:
    n = 100_000
    graph = nx.path_graph(n)

    found = plain.cuts(graph)

    assert found.points.sum() == n - 2
    assert found.cut_off[[0, 1, n // 2]].tolist() == [0, 1, n // 2 - 1]
    assert len(found.links) == n - 1
    assert plain.components(graph).max() == 0


# Freeman (1979), Social Networks 1:215: star 1, circle 0; seven nodes in a line 1/15.
@pytest.mark.parametrize(
    ("graph", "expected"),
    [(nx.star_graph(6), 1), (nx.cycle_graph(7), 0), (nx.path_graph(7), 1 / 15)],
    ids=["star", "circle", "line"],
)
def test_degree_centralisation_of_the_shapes_of_freeman(
    graph: nx.Graph[int], expected: float
) -> None:
    assert plain.degree_centralisation(graph) == pytest.approx(expected)


def test_small_graphs_have_no_undefined_number() -> None:
    empty: nx.Graph[int] = nx.empty_graph(0)
    one = nx.empty_graph(1)

    assert plain.density(one) is None
    assert plain.degree_centralisation(nx.empty_graph(2)) is None
    assert plain.connectedness(plain.components(one)) is None
    assert plain.only_links(empty).shape == (0, 2)
    assert plain.actors_cut_off(empty).shape == (0,)
    assert plain.components(empty).shape == (0,)
