from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.algorithms import mixing
from actors_graph.algorithms.brokerage import Partition

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import IntArray

SMALL = 14
GROUPS = 4


@st.composite
def labelled_graphs(draw: st.DrawFn) -> tuple[nx.Graph[int], IntArray]:
    """Graphs of up to 14 rows, each in one of four groups or in an unknown one (-1)."""
    n = draw(st.integers(0, SMALL))
    pairs = list(itertools.combinations(range(n), 2))
    graph: nx.Graph[int] = nx.empty_graph(n)
    graph.add_edges_from(draw(st.lists(st.sampled_from(pairs), max_size=3 * n)) if pairs else [])
    labels = draw(st.lists(st.integers(-1, GROUPS - 1), min_size=n, max_size=n))
    return graph, np.array(labels, dtype=np.int64)


def counted(pairs: list[tuple[int, int]], labels: IntArray) -> list[list[int]]:
    """Pairs between each two groups, one by one."""
    found = [[0] * GROUPS for _ in range(GROUPS)]
    for a, b in pairs:
        one, two = sorted((int(labels[a]), int(labels[b])))
        if one >= 0:
            found[one][two] += 1
            found[two][one] += one != two
    return found


@given(labelled_graphs())
def test_counts_and_pairs_are_those_counted_one_by_one(
    case: tuple[nx.Graph[int], IntArray],
) -> None:
    graph, labels = case
    ties = mixing.edge_pairs(graph)

    counts = mixing.mixing_counts(ties, labels, groups=GROUPS)
    possible = mixing.possible_pairs(labels, groups=GROUPS)

    assert ties.tolist() == sorted(sorted(edge) for edge in graph.edges)
    assert counts.tolist() == counted(list(graph.edges), labels)
    assert possible.tolist() == counted(list(itertools.combinations(graph, 2)), labels)
    expected = mixing.expected_ties(counts, possible)
    total = np.triu(counts).sum()
    assert np.triu(expected).sum() == pytest.approx(total)


@given(labelled_graphs(), st.data())
def test_draws_of_labels_count_as_one_by_one(
    case: tuple[nx.Graph[int], IntArray], data: st.DataObject
) -> None:
    graph, labels = case
    draws = np.array(
        [data.draw(st.permutations(labels.tolist())) for _ in range(3)], dtype=np.int64
    )
    ties = mixing.edge_pairs(graph)

    assert mixing.mixing_counts(ties, draws, groups=GROUPS).tolist() == [
        mixing.mixing_counts(ties, one, groups=GROUPS).tolist() for one in draws
    ]


@given(labelled_graphs())
def test_crossing_is_what_the_definition_says(case: tuple[nx.Graph[int], IntArray]) -> None:
    graph, labels = case
    # Groups 0..3 stand for the sets {a}, {b}, {a, b}, {c}: two differ when they share nothing.
    sets = [{"a"}, {"b"}, {"a", "b"}, {"c"}]
    differ = np.array([[not one & two for two in sets] for one in sets])

    found = mixing.crossing(mixing.edge_pairs(graph), Partition(labels, differ))

    known = [(a, b) for a, b in itertools.combinations(graph, 2) if min(labels[a], labels[b]) >= 0]
    apart = {pair for pair in known if differ[labels[pair[0]], labels[pair[1]]]}
    tied = [pair for pair in known if graph.has_edge(*pair)]
    assert found.external == sum(pair in apart for pair in tied)
    assert found.internal == sum(pair not in apart for pair in tied)
    assert found.possible_external == len(apart)
    assert found.possible_internal == len(known) - len(apart)
    if tied:
        assert found.ei is not None
        assert found.bounds is not None
        assert found.bounds[0] - 1e-12 <= found.ei <= found.bounds[1] + 1e-12


@given(labelled_graphs())
def test_index_of_rows_and_groups_counts_the_ties_of_members(
    case: tuple[nx.Graph[int], IntArray],
) -> None:
    graph, labels = case
    partition = Partition(labels, ~np.eye(GROUPS, dtype=np.bool_))
    ties = mixing.edge_pairs(graph)

    seen = {
        row: [labels[row] != labels[other] for other in graph.adj[row] if labels[other] >= 0]
        for row in graph
        if labels[row] >= 0
    }
    rows = mixing.ei_of_rows(ties, partition)
    groups = mixing.ei_of_groups(ties, partition)

    def index(outside: list[bool]) -> float:
        return 2 * sum(outside) / len(outside) - 1 if outside else np.nan

    assert rows == pytest.approx([index(seen.get(row, [])) for row in graph], nan_ok=True)
    inside = [[o for row in seen if labels[row] == g for o in seen[row]] for g in range(GROUPS)]
    assert groups == pytest.approx([index(one) for one in inside], nan_ok=True)


@given(labelled_graphs())
def test_assortativity_equals_networkx(case: tuple[nx.Graph[int], IntArray]) -> None:
    graph, labels = case
    known: nx.Graph[int] = nx.Graph(graph.subgraph(np.flatnonzero(labels >= 0).tolist()))
    nx.set_node_attributes(known, {row: int(labels[row]) for row in known}, "group")

    found = mixing.assortativity(mixing.edge_pairs(graph), labels)

    if len({labels[row] for edge in known.edges for row in edge}) < 2:
        assert found is None
    else:
        assert found == pytest.approx(nx.attribute_assortativity_coefficient(known, "group"))


@given(labelled_graphs())
def test_degree_assortativity_equals_networkx(case: tuple[nx.Graph[int], IntArray]) -> None:
    graph = case[0]

    found = mixing.degree_assortativity(graph)

    if len({graph.degree(row) for edge in graph.edges for row in edge}) < 2:
        assert found is None
    else:
        assert found == pytest.approx(nx.degree_assortativity_coefficient(graph))


def test_no_tie_has_no_index() -> None:
    found = mixing.crossing(mixing.edge_pairs(nx.empty_graph(2)), Partition.of(np.array([0, 1])))

    assert (found.share, found.ei, found.bounds) == (None, None, None)
    assert (found.expected_share, found.expected_ei) == (1, 1)
    lone = mixing.crossing(mixing.edge_pairs(nx.empty_graph(1)), Partition.of(np.array([-1])))
    assert lone.expected_share is None
