"""Which records may be one actor: the pairs that somebody must look at, and those that are sure.

What is proposed depends on the two records alone, but for the limits that `blocks` tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.matching.blocks import candidates
from actors_graph.matching.records import Pair
from actors_graph.matching.verdicts import subjects, verdict_on

if TYPE_CHECKING:
    from actors_graph.matching.records import Records


def same_actor_pairs(records: Records, *, against: Records | None = None) -> list[Pair]:
    """Pairs of records that may be one actor, by position.

    Args:
        records: what is compared.
        against: what the records are compared with; None = each other.

    Returns:
        Pairs without repetition, the surest verdict first, then by position.
    """
    first = subjects(records)
    second = None if against is None else subjects(against)
    found = []
    for a, b in candidates(first, second):
        verdict = verdict_on(first[a], (first if second is None else second)[b])
        if verdict is not None:
            found.append(Pair(a, b, *verdict))
    return sorted(found, key=lambda pair: (-pair.verdict, pair.a, pair.b))
