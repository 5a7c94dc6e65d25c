from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from actors_graph.algorithms import open_pairs, two_mode


def meetings(*sizes: int) -> nx.Graph[int]:
    """Each meeting gathers its first actors, of as many as the largest gathers."""
    actors = max(sizes)
    graph: nx.Graph[int] = nx.empty_graph(actors + len(sizes))
    for place, size in enumerate(sizes):
        graph.add_edges_from((actor, actors + place) for actor in range(size))
    return graph


# METHOD §7: a plenary of 40 makes 780 pairs of 1/39 each; a working pair gives 1.
def test_plenary_weighs_little_or_nothing() -> None:
    members = two_mode.memberships(meetings(40, 2, 1), actors=40)

    everyone = two_mode.projection(members)
    without = two_mode.projection(members, largest=39)
    with_it = two_mode.projection(members, largest=40)

    assert len(everyone.pairs) == 780
    assert everyone.newman[:2] == pytest.approx([1 + 1 / 39, 1 / 39])
    assert everyone.shared[:2].tolist() == [2, 1]
    assert len(with_it.pairs) == 780
    assert without.pairs.tolist() == [[0, 1]]
    assert without.newman.tolist() == [1]


def test_newman_weights_of_a_row_sum_to_its_meetings_with_somebody() -> None:
    members = two_mode.memberships(meetings(5, 3, 2, 1), actors=5)

    found = two_mode.projection(members)

    sums = np.zeros(5)
    np.add.at(sums, found.pairs[:, 0], found.newman)
    np.add.at(sums, found.pairs[:, 1], found.newman)
    assert sums == pytest.approx([3, 3, 2, 1, 1])


def test_ties_inside_one_side_are_left_out() -> None:
    graph = meetings(2, 2)
    graph.add_edges_from([(0, 1), (2, 3)])

    assert two_mode.memberships(graph, actors=2).toarray().tolist() == [[1, 1], [1, 1]]


def test_one_side_only_has_no_number() -> None:
    nobody = two_mode.memberships(nx.empty_graph(3), actors=0)

    assert two_mode.two_mode_density(nobody) is None
    assert np.isnan(two_mode.two_mode_degrees(nobody)).all()
    assert np.isnan(two_mode.two_mode_betweenness(np.zeros(3), actors=3)).all()
    assert len(two_mode.projection(nobody).pairs) == 0


def test_institution_may_count_as_nobody_s_common_partner() -> None:
    # 0 is the partner of all; 1 and 2 share 3 as well.
    graph: nx.Graph[int] = nx.star_graph(4)
    graph.add_edges_from([(1, 3), (2, 3)])
    counts = np.array([False, True, True, True, True])

    everybody = open_pairs.open_pairs(graph)
    others = open_pairs.open_pairs(graph, counts=counts)

    assert everybody.pairs.tolist() == [[1, 2], [1, 4], [2, 4], [3, 4]]
    assert everybody.common.tolist() == [2, 1, 1, 1]
    assert everybody.resource_allocation == pytest.approx([1 / 4 + 1 / 3, 1 / 4, 1 / 4, 1 / 4])
    assert others.pairs.tolist() == [[1, 2]]
    assert others.common.tolist() == [1]
    assert others.resource_allocation == pytest.approx([1 / 3])
    # One of the two partners that they have in all is counted.
    assert others.jaccard == pytest.approx([1 / 2])
    assert everybody.best(2).tolist() == [0, 1]
