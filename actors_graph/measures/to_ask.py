"""Whom to ask first with whom they work: structures of whose partners nothing is known.

First those that have most neighbours in the directory (same commune, same theme): their partners
are most likely to be in it already, so that an hour spent asking gives most ties. This orders a
list; it says nothing of anybody.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.model.kinds import ActorKind, ActorStatus

if TYPE_CHECKING:
    from actors_graph.measures.facts import Facts

# Where nobody noted a partner nor asked for any: a zero would read as « none ».
TO_ASK: Final = "à demander"
# Nobody can ask a row that only a tie names, and people are not asked for partners.
_NOT_ASKED = {ActorStatus.STUB.value, ActorStatus.TO_IDENTIFY.value}


@dataclass(frozen=True, slots=True)
class ToAsk:
    """The structures of a network, by what is known of their partners.

    Attributes:
        waiting: ids of those of whose partners nothing is known, whom to ask first first; one
            that sits in a committee and was never asked is one of them.
        done: how many were asked, or have a partner noted.
    """

    waiting: tuple[str, ...]
    done: int

    @property
    def total(self) -> int:
        """All the structures that can be asked."""
        return len(self.waiting) + self.done


def to_ask(facts: Facts) -> ToAsk:
    """Sort out the structures to ask. O(n log n)."""
    network = facts.network
    columns = ("id", "kind", "status", "commune_code", "themes")
    rows = [network.actors[name].to_pylist() for name in columns]
    structures = [
        (row, identifier, commune, themes or [])
        for row, (identifier, kind, status, commune, themes) in enumerate(zip(*rows, strict=True))
        if kind != ActorKind.ELU and status not in _NOT_ASKED
    ]
    places = Counter(commune for _, _, commune, _ in structures if commune)
    subjects = Counter(theme for *_, themes in structures for theme in themes)
    waiting = [one for one in structures if not network.asked[one[0]]]
    waiting.sort(
        key=lambda one: (
            -places[one[2]] - sum(subjects[theme] for theme in one[3]),
            network.reading_order[one[0]],
        )
    )
    return ToAsk(tuple(one[1] for one in waiting), len(structures) - len(waiting))


def neighbours(facts: Facts, actor: str, *, most: int) -> tuple[str, ...]:
    """Return actors near another: same commune and theme, same commune, same theme, by name.

    Only to propose names to tick. O(n).
    """
    network = facts.network
    here = network.row_of.get(actor)
    if here is None:
        return ()
    communes = network.actors["commune_code"].to_pylist()
    themes = facts.kept(
        "themes by actor",
        lambda: [frozenset(one or ()) for one in network.actors["themes"].to_pylist()],
    )
    scores = [
        2 * (communes[row] is not None and communes[row] == communes[here])
        + bool(themes[row] & themes[here])
        for row in range(network.actor_count)
    ]
    near = [row for row, score in enumerate(scores) if score and row != here]
    near.sort(key=lambda row: (-scores[row], network.reading_order[row]))
    return tuple(network.ids[row] for row in near[:most])
