"""The same facts asked of fewer ties or fewer actors: at each level, without the institution.

Whatever crosses a border depends on how close a tie is asked for (METHOD, decision 4), and on the
one through which everything passes (decision 6): both are a network like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.measures.facts import Facts
from actors_graph.model.kinds import Family
from actors_graph.network.derived import at_level, without
from actors_graph.network.scope import LEVELS

if TYPE_CHECKING:
    from collections.abc import Collection


def at_each_level(facts: Facts) -> dict[int, Facts]:
    """Facts by level of collaboration: at least 1, 2, 3, 4; kept with the facts.

    From the level of the scope on. A tie « non précisé » is known, and of no level 2 (MODEL rule
    3). Without collaborations there is one level, that of the scope.
    """
    lowest = facts.network.scope.min_level
    if Family.COLLABORATION not in facts.network.scope.families:
        return {lowest: facts}

    def computed() -> dict[int, Facts]:
        above = range(lowest + 1, LEVELS.stop)
        return {lowest: facts} | {level: Facts(at_level(facts.network, level)) for level in above}

    return facts.kept("at each level", computed)


def without_institution(facts: Facts, actors: Collection[str] = ()) -> Facts | None:
    """Facts without the département and its services, or without other actors; kept.

    None where none of them is in the network.
    """
    removed = frozenset(actors) or facts.network.institution

    def computed() -> Facts | None:
        found = without(facts.network, removed)
        return None if found is facts.network else Facts(found)

    return facts.kept(("without", removed), computed)
