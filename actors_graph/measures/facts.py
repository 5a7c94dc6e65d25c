"""The facts of a network, each computed once: what every finding, number and sentence reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np

from actors_graph.algorithms import plain
from actors_graph.measures.claims import claims
from actors_graph.measures.evidence import evidence
from actors_graph.model.kinds import Family

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from actors_graph.algorithms.plain import BoolArray, Cuts, IntArray
    from actors_graph.measures.evidence import Claim, Evidence
    from actors_graph.network import Network

T = TypeVar("T")


@dataclass(frozen=True)
class Facts:
    """Facts of one network, in the order of its rows; computed at the first question."""

    network: Network
    _kept: dict[Hashable, object] = field(default_factory=dict, repr=False, compare=False)

    def kept(self, key: Hashable, compute: Callable[[], T]) -> T:
        """What was computed under that key, or what `compute` gives, kept from now on."""
        if key not in self._kept:
            self._kept[key] = compute()
        return cast("T", self._kept[key])

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
    def unasked(self) -> BoolArray:
        """By actor, whether no partner of it is known and nobody asked: never « none ».

        Only where collaborations are looked at: another family is a record, and none is none.
        """
        network = self.network
        if Family.COLLABORATION not in network.scope.families:
            return np.zeros(network.actor_count, dtype=np.bool_)
        return np.asarray(self.alone & (network.partners_elsewhere == 0) & ~network.asked)

    @cached_property
    def group_sizes(self) -> IntArray:
        """Actors in each connected group, by label."""
        inside = self.components[self.network.is_actor]
        return np.bincount(inside, minlength=int(self.components.max(initial=-1)) + 1)
