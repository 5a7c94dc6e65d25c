"""Actors without known partner (METHOD A1): a fact only where somebody asked (MODEL rule 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.measures.evidence import recently_checked

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import BoolArray
    from actors_graph.measures.facts import Facts


@dataclass(frozen=True, slots=True)
class Alone:
    """Actors without a known partner, as ids, in the order of their names.

    One whose partners the scope leaves out (another bassin, another kind) is none of them.

    Attributes:
        known: documented and recently checked: without known partner.
        to_call: documented, but not checked for two years: to be called first.
        undocumented: nobody noted with whom they work; never said to be alone.
        one_partner: tied to one actor only, in the scope or out of it.
    """

    known: tuple[str, ...]
    to_call: tuple[str, ...]
    undocumented: tuple[str, ...]
    one_partner: tuple[str, ...]

    @property
    def documented(self) -> tuple[str, ...]:
        """All that are documented and have no tie: recently checked, then to be called."""
        return (*self.known, *self.to_call)


def alone(facts: Facts) -> Alone:
    """Sort out the actors without a tie. O(n log n).

    A network without any tie names no one: nothing is known of who works with whom.
    """
    network = facts.network
    if not len(network.edges):
        return Alone((), (), (), ())
    recent = recently_checked(network.actors["checked_on"], on=network.on)
    elsewhere = network.partners_elsewhere
    lone, documented = facts.alone & (elsewhere == 0), network.documented
    one = facts.partners[: network.actor_count] + elsewhere == 1
    return Alone(
        known=_named(facts, lone & documented & recent),
        to_call=_named(facts, lone & documented & ~recent),
        undocumented=_named(facts, lone & ~documented),
        one_partner=_named(facts, one),
    )


def _named(facts: Facts, chosen: BoolArray) -> tuple[str, ...]:
    """Ids of the actors chosen, by name then id: a reader's order."""
    network = facts.network
    rows = sorted(np.flatnonzero(chosen).tolist(), key=network.reading_order.__getitem__)
    return tuple(network.ids[row] for row in rows)
