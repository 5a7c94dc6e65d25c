from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from actors_graph.map import communities
from actors_graph.map.communities import detected_groups

if TYPE_CHECKING:
    import pytest

TWO_CLIQUES = np.array(
    [*nx.disjoint_union(nx.complete_graph(6), nx.complete_graph(5)).edges(), (0, 6)]
)


def test_two_cliques_are_two_groups_the_larger_first() -> None:
    found = detected_groups(TWO_CLIQUES, np.ones(len(TWO_CLIQUES)), count=11)
    assert found.tolist() == [0] * 6 + [1] * 5


def test_an_actor_with_one_partner_follows_it() -> None:
    edges = np.vstack([TWO_CLIQUES, [[8, 11], [2, 12]]])
    found = detected_groups(edges, np.ones(len(edges)), count=13)
    assert found[11] == found[8]
    assert found[12] == found[2]


def test_two_actors_tied_to_each_other_alone_are_a_group() -> None:
    found = detected_groups(np.array([[0, 1], [2, 3]]), np.ones(2), count=5)
    assert found.tolist() == [0, 0, 1, 1, 2]


def test_lone_actors_share_the_last_number() -> None:
    found = detected_groups(TWO_CLIQUES, np.ones(len(TWO_CLIQUES)), count=14)
    assert found[11:].tolist() == [2, 2, 2]


def test_a_large_network_is_searched_by_propagation(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.planted_partition_graph(8, 25, 0.6, 0.002, seed=4)
    edges = np.array(graph.edges())
    monkeypatch.setattr(communities, "LOUVAIN_LIMIT", 100)
    found = detected_groups(edges, np.ones(len(edges)), count=200)
    assert len(set(found.tolist())) >= 8
    for number in set(found.tolist()):
        assert nx.is_connected(graph.subgraph(np.flatnonzero(found == number).tolist()))
