"""The facts of a network, each computed once: what every finding, number and sentence reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.algorithms import plain
from actors_graph.measures.claims import claims
from actors_graph.measures.evidence import evidence

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import BoolArray, Cuts, IntArray
    from actors_graph.measures.evidence import Claim, Evidence
    from actors_graph.network import Network


@dataclass(frozen=True)
class Facts:
    """Facts of one network, in the order of its rows; computed at the first question."""

    network: Network

    @cached_property
    def evidence(self) -> Evidence:
        """What these facts rest on."""
        return evidence(self.network)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """How far each measure may be said, by its field."""
        return claims(self.network, self.evidence)

    @cached_property
    def partners(self) -> IntArray:
        """Rows tied to each row: partners, or committees, projects and meetings in two modes."""
        return plain.partner_counts(self.network.graph)

    @cached_property
    def components(self) -> IntArray:
        """Label of the connected group of each row, by its smallest row."""
        return plain.components(self.network.graph)

    @cached_property
    def cuts(self) -> Cuts:
        """Articulation points, what each cuts off, only links; only actors are counted."""
        weights = self.network.is_actor.astype(np.int64)
        return plain.cuts(self.network.graph, weights=weights)

    @cached_property
    def alone(self) -> BoolArray:
        """By actor, whether it has no tie in the network."""
        return np.asarray(self.partners[: self.network.actor_count] == 0)

    @cached_property
    def group_sizes(self) -> IntArray:
        """Actors in each connected group, by label."""
        inside = self.components[self.network.is_actor]
        return np.bincount(inside, minlength=int(self.components.max(initial=-1)) + 1)
