"""Pairs of partners that meet through one actor, and those it is the only way for (METHOD A9)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.algorithms import brokerage
from actors_graph.measures.groups import By, groups

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import IntArray
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.groups import Groups


@dataclass(frozen=True)
class Passages:
    """Open pairs of a network between groups; by row, and one by one."""

    facts: Facts
    groups: Groups

    @cached_property
    def bridged(self) -> IntArray:
        """By row: pairs of its partners, in different groups, not tied to each other."""
        return brokerage.pairs_bridged(self.facts.network.graph, self.groups.partition)

    @cached_property
    def only_ways(self) -> IntArray:
        """(k, 3) rows: one end, the one between, the other end, of the pairs with one way only."""
        return brokerage.only_ways(self.facts.network.graph, self.groups.partition)

    @cached_property
    def only_way(self) -> IntArray:
        """By row: those of its pairs that have no other common partner."""
        return np.bincount(self.only_ways[:, 1], minlength=len(self.facts.network.ids))

    @cached_property
    def roles(self) -> IntArray | None:
        """(n, 4) pairs by role; None where actors may be in several groups or in none."""
        if not self.groups.single:
            return None
        return brokerage.brokerage_roles(self.facts.network.graph, self.groups.partition.labels)

    def pairs_through(self, row: int) -> list[tuple[str, str]]:
        """Ids of the pairs whose only way is that row, in the order of the rows."""
        ids = self.facts.network.ids
        through = self.only_ways[self.only_ways[:, 1] == row]
        return [(ids[first], ids[second]) for first, _, second in through.tolist()]


def passages(facts: Facts, *, by: By = By.KIND) -> Passages:
    """Open pairs between the groups of `by`; kept with the facts."""
    return facts.kept(("passages", by), lambda: Passages(facts, groups(facts.network, by)))
