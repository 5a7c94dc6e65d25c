"""The expert set of METHOD: positions of one actor, in bands, and what a whole network adds.

Never a rank: « premiers 10 % » says that at most one actor in ten has more.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms import mixing, positions, removal
from actors_graph.measures.claims import BETWEENNESS_LIMIT
from actors_graph.measures.groups import kind_labels

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from actors_graph.algorithms.plain import FloatArray, IntArray
    from actors_graph.algorithms.removal import Removal
    from actors_graph.measures.facts import Facts


class Band(StrEnum):
    """Where a value stands among those of all the actors."""

    FIRST_TENTH = "first_tenth"
    FIRST_QUARTER = "first_quarter"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    NOTHING = "nothing"


_SHARES: Final = ((Band.FIRST_TENTH, 0.10), (Band.FIRST_QUARTER, 0.25), (Band.FIRST_HALF, 0.50))


@dataclass(frozen=True)
class Expert:
    """The expert numbers of a network, by actor; each computed at the first question."""

    facts: Facts

    @property
    def betweenness(self) -> FloatArray | None:
        """Raw, over unordered pairs; None of a network too large for it."""
        if len(self.facts.network.ids) > BETWEENNESS_LIMIT:
            return None
        return self._kept("betweenness", positions.betweenness)

    @property
    def bands(self) -> list[Band] | None:
        """Band of the betweenness of each actor; None of a network too large."""
        values = self.betweenness
        return None if values is None else bands_of(values)

    @property
    def constraint(self) -> FloatArray:
        """Whole-network constraint; NaN without a partner."""
        return self._kept("constraint", positions.constraint)

    @property
    def effective_size(self) -> FloatArray:
        """Partners that are not redundant; NaN without a partner."""
        return self._kept("effective_size", positions.effective_size)

    @property
    def core(self) -> IntArray:
        """Core number."""
        return self.facts.kept(
            "core",
            lambda: positions.core_numbers(self.facts.network.graph)[: self._n],
        )

    @property
    def removal(self) -> Removal:
        """What is left of the network without each of its rows."""
        return self.facts.kept("removal", lambda: removal.after_removal(self.facts.cuts))

    @property
    def fragmentation(self) -> float | None:
        """Share of the pairs of actors that cannot reach each other, 0-1; None under two."""
        labels = self.facts.components[: self._n]
        return removal.fragmentation(labels)

    @property
    def lost(self) -> FloatArray:
        """By actor, fragmentation without it less fragmentation with it; NaN under three actors."""
        return self.removal.fragmentation[: self._n] - (self.fragmentation or 0.0)

    @property
    def assortativity(self) -> float | None:
        """By kind: 1 only ties inside a kind, 0 no preference; None where undefined."""
        return mixing.assortativity(self.facts.network.edges, kind_labels(self.facts.network))

    @property
    def _n(self) -> int:
        return self.facts.network.actor_count

    def _kept(self, name: str, compute: Callable[[nx.Graph[int]], FloatArray]) -> FloatArray:
        return self.facts.kept(name, lambda: compute(self.facts.network.graph)[: self._n])


def bands_of(values: FloatArray) -> list[Band]:
    """Band of each value: the share of all that are strictly greater. O(n log n).

    Equal values share their band; a value of nothing is in none.

    >>> [str(band) for band in bands_of(np.array([9.0, 5, 5, 1, 1, 0, 0, 0, 0, 0]))][:4]
    ['first_tenth', 'first_quarter', 'first_quarter', 'first_half']
    """
    ordered = np.sort(values)
    greater = len(values) - np.searchsorted(ordered, values, side="right")
    shares = (greater / max(len(values), 1)).tolist()
    return [
        _band(share) if value > 0 else Band.NOTHING
        for share, value in zip(shares, values.tolist(), strict=True)
    ]


def _band(share: float) -> Band:
    return next((band for band, most in _SHARES if share < most), Band.SECOND_HALF)
