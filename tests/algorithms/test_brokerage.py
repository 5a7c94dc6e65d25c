from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.algorithms import brokerage
from actors_graph.algorithms.brokerage import Partition

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import IntArray

SMALL = 16
COORDINATOR, ITINERANT, GATEKEEPER, LIAISON = range(4)


@st.composite
def labelled_graphs(draw: st.DrawFn) -> tuple[nx.Graph[int], IntArray]:
    """Graphs of up to 16 rows, each in one of four groups or in an unknown one (-1)."""
    n = draw(st.integers(0, SMALL))
    pairs = list(itertools.combinations(range(n), 2))
    edges = draw(st.lists(st.sampled_from(pairs), max_size=4 * n)) if pairs else []
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(edges)
    labels = draw(st.lists(st.integers(-1, 3), min_size=n, max_size=n))
    return graph, np.array(labels, dtype=np.int64)


def open_pairs(graph: nx.Graph[int], row: int) -> list[tuple[int, int]]:
    """Unordered pairs of partners that are not tied: by the definition."""
    pairs = itertools.combinations(sorted(graph.adj[row]), 2)
    return [(a, b) for a, b in pairs if not graph.has_edge(a, b)]


def role(own: int, first: int, second: int) -> int:
    if first == second:
        return COORDINATOR if first == own else ITINERANT
    return GATEKEEPER if own in (first, second) else LIAISON


@given(labelled_graphs())
def test_pairs_are_those_of_the_definition(case: tuple[nx.Graph[int], IntArray]) -> None:
    graph, labels = case

    for partition in (Partition.of(labels), Partition.none(len(labels))):
        bridged, only = Counter[int](), Counter[int]()
        for row in graph:
            for a, b in open_pairs(graph, row):
                if partition.apart(np.array([a]), np.array([b]))[0]:
                    bridged[row] += 1
                    only[row] += len(set(graph.adj[a]) & set(graph.adj[b])) == 1
        rows = range(len(labels))
        found = brokerage.pairs_bridged(graph, partition).tolist()
        assert found == [bridged[row] for row in rows]
        assert brokerage.pairs_only_way(graph, partition).tolist() == [only[row] for row in rows]


@given(labelled_graphs())
def test_overlapping_groups_differ_where_they_share_nothing(
    case: tuple[nx.Graph[int], IntArray],
) -> None:
    graph, labels = case
    # Groups 0..3 stand for the sets {a}, {b}, {a, b}, {c}.
    sets = [{"a"}, {"b"}, {"a", "b"}, {"c"}]
    differ = np.array([[not one & two for two in sets] for one in sets])

    found = brokerage.pairs_bridged(graph, Partition(labels, differ))

    expected = [
        sum(
            min(labels[a], labels[b]) >= 0 and not sets[labels[a]] & sets[labels[b]]
            for a, b in open_pairs(graph, row)
        )
        for row in range(len(labels))
    ]
    assert found.tolist() == expected


@given(labelled_graphs())
def test_roles_are_those_of_the_definition(case: tuple[nx.Graph[int], IntArray]) -> None:
    graph, labels = case
    expected = np.zeros((len(labels), 4), dtype=np.int64)
    for row in graph:
        for a, b in open_pairs(graph, row):
            if min(labels[[row, a, b]]) >= 0:
                expected[row, role(labels[row], labels[a], labels[b])] += 1

    found = brokerage.brokerage_roles(graph, labels)

    assert found.tolist() == expected.tolist()


@given(labelled_graphs())
def test_bridged_pairs_are_gatekeepers_and_liaisons(case: tuple[nx.Graph[int], IntArray]) -> None:
    graph, labels = case
    known = np.maximum(labels, 0)

    roles = brokerage.brokerage_roles(graph, known)

    bridged = brokerage.pairs_bridged(graph, Partition.of(known))
    assert (roles[:, GATEKEEPER] + roles[:, LIAISON]).tolist() == bridged.tolist()


def test_only_ways_name_both_ends() -> None:
    # 0-1-2 is the only way between 0 and 2; 0 and 4 meet through 1 and through 3.
    graph = nx.Graph([(0, 1), (1, 2), (1, 4), (0, 3), (3, 4)])

    found = brokerage.only_ways(graph, Partition.none(5))

    assert found.tolist() == [[0, 1, 2], [2, 1, 4]]


# Counts, Blau's index computed with R vegan (diversity, index "simpson").
@pytest.mark.parametrize(
    ("counts", "expected"),
    [((10, 10, 10, 10), 0.75), ((37, 1, 1, 1), 0.1425), ((1, 12, 3, 2), 0.512346), ((5,), 0)],
    ids=["even", "uneven", "mixed", "one kind"],
)
def test_diversity_equals_vegan(counts: tuple[int, ...], expected: float) -> None:
    labels = [0, *(kind for kind, count in enumerate(counts) for _ in range(count))]

    found = brokerage.partner_diversity(nx.star_graph(sum(counts)), np.array(labels))

    assert found[0] == pytest.approx(expected, abs=1e-6)


def test_diversity_of_a_lone_row_is_undefined() -> None:
    assert np.isnan(brokerage.partner_diversity(nx.empty_graph(1), np.array([0]))[0])
