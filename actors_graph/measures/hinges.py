"""Actors, committees or projects that alone hold groups together (METHOD A3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import IntArray
    from actors_graph.measures.facts import Facts

# What cuts off one actor only is « un seul partenaire », another list.
SMALLEST_HINGE: Final = 2


@dataclass(frozen=True, slots=True)
class Hinge:
    """What would come apart without one node of the network.

    Attributes:
        id: the actor, or the committee, project or meeting of a two-mode network.
        cuts_off: actors that would no longer be tied to the largest part left.
        groups: ids of these actors, group by group, the largest first, by name inside.
    """

    id: str
    cuts_off: int
    groups: tuple[tuple[str, ...], ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of all the actors cut off, group by group."""
        return tuple(actor for group in self.groups for actor in group)


def hinges(facts: Facts, *, smallest: int = SMALLEST_HINGE) -> tuple[Hinge, ...]:
    """Nodes without which at least `smallest` actors are cut off, those that cut most first.

    Equal ones follow their names. O(n) for each hinge, one search for all.
    """
    rows = np.flatnonzero(facts.cuts.points & (facts.cuts.cut_off >= smallest)).tolist()
    order = facts.network.reading_order
    rows.sort(key=lambda row: (-facts.cuts.cut_off[row], order[row]))
    return tuple(hinge(facts, row) for row in rows)


def hinge(facts: Facts, row: int) -> Hinge:
    """What one row cuts off; nothing where it is no articulation point."""
    network = facts.network
    parts = (_actor_rows(facts, part) for part in facts.cuts.parts(row))
    groups = [part for part in parts if part]
    groups.sort(key=lambda part: (-len(part), network.reading_order[part[0]]))
    return Hinge(
        id=network.ids[row],
        cuts_off=int(facts.cuts.cut_off[row]),
        groups=tuple(tuple(network.ids[actor] for actor in part) for part in groups),
    )


def _actor_rows(facts: Facts, part: IntArray) -> list[int]:
    rows: list[int] = part[part < facts.network.actor_count].tolist()
    return sorted(rows, key=facts.network.reading_order.__getitem__)
