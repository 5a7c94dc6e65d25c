"""Random graphs to try the algorithms on: lone rows, several components, parallel statements."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from actors_graph.algorithms import mixing

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import FloatArray, IntArray

Graph: TypeAlias = "nx.Graph[int]"

LARGEST = 24
GROUPS = 4


@dataclass(frozen=True)
class GraphCase:
    """A graph on the rows 0..n-1, what an algorithm may ask beside it, and other row numbers.

    `statements` may say a tie several times, in either direction. `labels` and `others` are
    groups of the rows (-1 for none), `strength` a weight by tie. The first `actors` rows are the
    actors of a two-mode graph. `order` gives each row its number in the graph `renamed`.
    """

    n: int
    statements: tuple[tuple[int, int], ...]
    labels: IntArray
    others: IntArray
    strength: dict[tuple[int, int], int]
    actors: int
    order: IntArray

    @cached_property
    def graph(self) -> Graph:
        # Rows and ties come in any order: the statements are drawn in one.
        graph: Graph = nx.Graph()
        graph.add_nodes_from(self.order.tolist())
        graph.add_edges_from(self.statements)
        return graph

    @cached_property
    def ties(self) -> IntArray:
        return mixing.edge_pairs(self.graph)

    @cached_property
    def weights(self) -> FloatArray:
        return np.array([self.strength[a, b] for a, b in self.ties.tolist()], dtype=np.float64)

    @cached_property
    def weighted(self) -> Graph:
        graph = self.graph.copy()
        for (a, b), weight in self.strength.items():
            graph.edges[a, b]["weight"] = weight
        return graph

    @cached_property
    def renamed(self) -> GraphCase:
        """The same with each row under its other number."""
        order = self.order
        back = np.argsort(order, kind="stable")

        def moved(pair: tuple[int, int]) -> tuple[int, int]:
            return int(order[pair[0]]), int(order[pair[1]])

        return GraphCase(
            self.n,
            tuple(moved(pair)[::-1] for pair in reversed(self.statements)),
            self.labels[back],
            self.others[back],
            {ordered(moved(pair)): weight for pair, weight in self.strength.items()},
            self.actors,
            np.arange(self.n),
        )

    @cached_property
    def two_mode(self) -> GraphCase:
        """The same with the ties between its two sides only, renamed each within its side."""
        between = tuple(pair for pair in self.statements if self._crosses(pair))
        strength = {pair: weight for pair, weight in self.strength.items() if self._crosses(pair)}
        sides = np.concatenate(
            [
                np.argsort(self.order[: self.actors]),
                self.actors + np.argsort(self.order[self.actors :]),
            ]
        )
        return GraphCase(
            self.n, between, self.labels, self.others, strength, self.actors, sides.astype(np.int64)
        )

    def _crosses(self, pair: tuple[int, int]) -> bool:
        return min(pair) < self.actors <= max(pair)


def ordered(pair: tuple[int, int]) -> tuple[int, int]:
    return min(pair), max(pair)


@st.composite
def graph_cases(draw: st.DrawFn) -> GraphCase:
    """Graphs of up to 24 rows in up to four pieces, from no tie to nearly all, at random."""
    # Most have ten rows or more: of three rows there are few graphs, soon all drawn.
    n = draw(st.integers(10, LARGEST) | st.integers(5, LARGEST) | st.integers(0, LARGEST))
    pieces = draw(st.integers(1, 4))
    density = draw(st.sampled_from([0.05, 0.1, 0.2, 0.4, 0.8]))
    chance = random.Random(draw(st.integers(0, 2**32)))
    piece = [chance.randrange(pieces) for _ in range(n)]
    pairs = [(a, b) for a, b in itertools.combinations(range(n), 2) if piece[a] == piece[b]]
    ties = [pair for pair in pairs if chance.random() < density]
    again = [
        pair[::-1] if chance.random() < 0.5 else pair for pair in ties if chance.random() < 0.2
    ]
    statements = ties + again
    chance.shuffle(statements)
    return GraphCase(
        n,
        tuple(statements),
        np.array([chance.randrange(-1, GROUPS) for _ in range(n)], dtype=np.int64),
        np.array([chance.randrange(-1, 3) for _ in range(n)], dtype=np.int64),
        {pair: chance.randrange(1, 6) for pair in ties},
        chance.randint(0, n),
        np.array(chance.sample(range(n), n), dtype=np.int64),
    )
