"""How a sentence names a node of a network, and counts actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.model.kinds import ActorKind
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors_graph.measures.facts import Facts


def name_of(facts: Facts, row: int) -> str:
    """A name as a complement: an élu's as it is, any other between quotation marks."""
    label = facts.network.labels[row]
    is_elu = row < facts.network.actor_count and kind_of(facts, row) is ActorKind.ELU
    return label if is_elu else quoted(label)


def kind_of(facts: Facts, row: int) -> ActorKind:
    """Kind of the actor of a row."""
    kinds = facts.kept("kinds", facts.network.actors["kind"].to_pylist)
    return ActorKind(kinds[row])


def names_of(facts: Facts, rows: Iterable[int], *, limit: int) -> str:
    """The names of some rows, in a reader's order: « A, B et 3 autres »."""
    ordered = sorted(rows, key=facts.network.reading_order.__getitem__)
    return listing([name_of(facts, row) for row in ordered], limit=limit)
