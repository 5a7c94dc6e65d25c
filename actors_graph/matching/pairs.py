"""Which records may be one actor: the pairs that somebody must look at, and those that are sure.

Every record of a commune is compared with those of its commune that share a word with it, never
with all: 100,000 records would make five billion pairs.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from actors_graph.matching.records import Pair
from actors_graph.matching.verdicts import subjects, verdict_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actors_graph.matching.records import Records
    from actors_graph.matching.verdicts import Subject


def same_actor_pairs(records: Records, *, against: Records | None = None) -> list[Pair]:
    """Pairs of records that may be one actor, by position.

    Args:
        records: what is compared.
        against: what the records are compared with; None = each other.

    Returns:
        Pairs without repetition, the surest verdict first, then by position.
    """
    first = subjects(records)
    second = first if against is None else subjects(against)
    found = []
    for a, b in sorted(set(_candidates(first, None if against is None else second))):
        verdict = verdict_on(first[a], second[b])
        if verdict is not None:
            found.append(Pair(a, b, *verdict))
    return sorted(found, key=lambda pair: (-pair.verdict, pair.a, pair.b))


def _candidates(
    first: Sequence[Subject], second: Sequence[Subject] | None
) -> Iterator[tuple[int, int]]:
    ours = _blocks(first)
    if second is None:
        for positions in ours.values():
            yield from combinations(positions, 2)
        return
    theirs = _blocks(second)
    for key, positions in ours.items():
        yield from product(positions, theirs.get(key, ()))


def _blocks(subjects: Sequence[Subject]) -> dict[object, list[int]]:
    """Positions by what they must share with another to be compared, ascending."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for position, subject in enumerate(subjects):
        for reading in subject.name.readings:
            blocks[subject.commune, tuple(sorted(reading))].append(position)
        for number in subject.numbers.keys:
            blocks[number].append(position)
    return blocks
