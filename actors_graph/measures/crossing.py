"""Ties that cross a border, beside what would cross it with no preference (METHOD A6).

The raw share says nothing where groups are unequal: it is read beside the share of all possible
pairs that differ, and a verdict asks whether labels dealt out at random would do as much. Only
documented actors of a known group count: of the others nobody knows with whom they work, or what
they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms import mixing
from actors_graph.algorithms.brokerage import Partition
from actors_graph.algorithms.resampling import shuffle
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import Claim
from actors_graph.measures.groups import groups
from actors_graph.measures.judged import are_declared, judged, judged_together, said_by
from actors_graph.measures.narrower import at_each_level

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import FloatArray, IntArray
    from actors_graph.algorithms.resampling import Shuffled
    from actors_graph.measures.evidence import Evidence
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.groups import By, Groups
    from actors_graph.measures.judged import Judged

# Two groups of three can be dealt out in ten ways: no verdict could ever be reached with fewer.
SMALLEST_GROUP: Final = 3


@dataclass(frozen=True, slots=True)
class GroupCrossing:
    """The ties of the members of one group, seen from them.

    Attributes:
        group: kind, level, or id of a theme or a territory.
        actors: its documented members.
        partners: their partners, a tie inside the group counting for both of its ends.
        share: of these partners, those outside the group, 0-1; None without any.
        expected: share of the other actors that are outside: the value with no preference.
        judged: None where it was not asked, or not enough is known.
        claim: withheld under three members.
    """

    group: str
    actors: int
    partners: int
    share: float | None
    expected: float | None
    judged: Judged | None
    claim: Claim


@dataclass(frozen=True, slots=True)
class CrossingTies:
    """Ties between groups at one level of collaboration; numbers are raw, `claim` says the rest.

    Attributes:
        by: which groups.
        level: collaborations of at least that level.
        evidence: what it rests on, at that level.
        actors: documented actors of a known group.
        unknown: documented actors of no known group, left out with their ties.
        smallest: members of the smallest group.
        counts: ties and possible pairs, inside groups and between them; shares and E-I.
        judged: None where it was not asked, or not enough is known.
        groups: each group, seen from its members.
        claim: how it may be said.
    """

    by: By
    level: int
    evidence: Evidence
    actors: int
    unknown: int
    smallest: int
    counts: mixing.Crossing
    judged: Judged | None
    groups: tuple[GroupCrossing, ...]
    claim: Claim

    @property
    def too_small(self) -> tuple[str, ...]:
        """Groups of which too few actors are known to say anything of the whole."""
        return tuple(one.group for one in self.groups if one.actors < SMALLEST_GROUP)

    @property
    def ties(self) -> int:
        """Ties between these actors."""
        return self.counts.internal + self.counts.external

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return {
            "by": str(self.by),
            "level": self.level,
            "actors": self.actors,
            "unknown": self.unknown,
            "ties": self.ties,
            "crossing": self.counts.external,
            "share": self.counts.share,
            "expected": self.counts.expected_share,
            "ei": self.counts.ei,
            "ei_expected": self.counts.expected_ei,
            "verdict": self.judged and self.judged.to_dict(),
            "groups": [
                {
                    "group": one.group,
                    "actors": one.actors,
                    "partners": one.partners,
                    "share": one.share,
                    "expected": one.expected,
                    "verdict": one.judged and one.judged.to_dict(),
                    "claim": str(one.claim),
                }
                for one in self.groups
            ],
            "claim": str(self.claim),
        }


def crossing_at_each_level(
    facts: Facts, *, by: By, verdicts: bool = True
) -> tuple[CrossingTies, ...]:
    """Ties that cross a border, at each level of collaboration (`at_each_level`)."""
    found = at_each_level(facts).values()
    return tuple(crossing(one, by=by, verdicts=verdicts) for one in found)


def crossing(facts: Facts, *, by: By, verdicts: bool = True) -> CrossingTies:
    """Ties between the groups of a network, and each group by its members; kept with the facts.

    Args:
        facts: the network.
        by: kind, level, theme or territory; two actors differ when they share none.
        verdicts: False leaves the permutations out: O(n + m), and no verdict.

    O(draws x m x groups) with verdicts.

    References:
        Krackhardt & Stern (1988), Social Psychology Quarterly 51:123.
    """
    return facts.kept(("crossing", by, verdicts), lambda: _crossing(facts, by, verdicts=verdicts))


def documented_groups(facts: Facts, by: By) -> Groups:
    """Groups of the documented actors; any other row is of no known group."""
    return facts.kept(("documented groups", by), lambda: _documented(facts, by))


def _documented(facts: Facts, by: By) -> Groups:
    found = groups(facts.network, by)
    labels = found.partition.labels.copy()
    labels[: facts.network.actor_count][~facts.network.documented] = -1
    return replace(found, partition=Partition(labels, found.partition.differ))


def _crossing(facts: Facts, by: By, *, verdicts: bool) -> CrossingTies:
    found, edges = documented_groups(facts, by), facts.network.edges
    counts = mixing.crossing(edges, found.partition)
    sizes = _sizes(found)
    actors = int((found.partition.labels >= 0).sum())
    claim = _claim(facts, actors=actors, ties=counts.internal + counts.external, sizes=sizes)
    enough = _enough(facts, actors, counts.internal + counts.external)
    drawn = (
        shuffle(edges, found.partition, found.holds)
        if verdicts and enough and counts.possible_external
        else None
    )
    return CrossingTies(
        by=by,
        level=facts.network.scope.min_level,
        evidence=facts.evidence,
        actors=actors,
        unknown=int(facts.network.documented.sum()) - actors,
        smallest=min(sizes[sizes > 0].tolist(), default=0),
        counts=counts,
        judged=judged(counts.external, drawn.crossing) if drawn else None,
        groups=_group_crossings(facts, found, edges, drawn, enough=enough),
        claim=claim,
    )


def _sizes(found: Groups) -> IntArray:
    """Documented members of each value: an actor with three themes is of three."""
    known = found.partition.labels[found.partition.labels >= 0]
    return np.asarray(found.holds[known].sum(axis=0), dtype=np.int64)


def _enough(facts: Facts, actors: int, ties: int) -> bool:
    about = BY_FIELD["crossing"]
    return are_declared(facts) and actors >= about.min_actors and ties >= about.min_ties


def _claim(facts: Facts, *, actors: int, ties: int, sizes: IntArray) -> Claim:
    present = sizes[sizes > 0]
    if not _enough(facts, actors, ties) or len(present) < 2 or present.min() < SMALLEST_GROUP:
        return Claim.WITHHELD
    return said_by(facts)


def _group_crossings(
    facts: Facts, found: Groups, edges: IntArray, drawn: Shuffled | None, *, enough: bool
) -> tuple[GroupCrossing, ...]:
    inside, ends = _of_groups(found, edges)
    sizes, actors = _sizes(found), int((found.partition.labels >= 0).sum())
    expected = (actors - sizes) / max(actors - 1, 1)
    judges = [
        place
        for place, size in enumerate(sizes.tolist())
        if SMALLEST_GROUP <= size <= actors - SMALLEST_GROUP and ends[place]
    ]
    said: dict[int, Judged] = {}
    if drawn is not None:
        shares = [
            _outside(drawn.inside[:, place], drawn.ends[:, place], void=expected[place])
            for place in judges
        ]
        observed = _outside(inside, ends, void=expected)[judges].tolist()
        said = dict(zip(judges, judged_together(observed, shares), strict=True))
    claim = said_by(facts) if enough else Claim.WITHHELD
    return tuple(
        GroupCrossing(
            group=value,
            actors=int(sizes[place]),
            partners=int(ends[place]),
            share=float((ends[place] - 2 * inside[place]) / ends[place]) if ends[place] else None,
            expected=float(expected[place]) if actors > 1 else None,
            judged=said.get(place),
            claim=claim if place in judges else Claim.WITHHELD,
        )
        for place, value in enumerate(found.values)
        if sizes[place]
    )


def _of_groups(found: Groups, edges: IntArray) -> tuple[IntArray, IntArray]:
    """Ties inside each value, and ends of ties in it, between known actors."""
    labels = found.partition.labels
    kept = edges[(labels[edges] >= 0).all(axis=1)]
    first, second = found.holds[labels[kept[:, 0]]], found.holds[labels[kept[:, 1]]]
    inside = (first & second).sum(axis=0, dtype=np.int64)
    ends = first.sum(axis=0, dtype=np.int64) + second.sum(axis=0, dtype=np.int64)
    return inside, ends


def _outside(inside: IntArray, ends: IntArray, *, void: FloatArray) -> FloatArray:
    """Share of the partners that are outside; `void` where a draw leaves the group no tie."""
    return np.where(ends > 0, (ends - 2 * inside) / np.maximum(ends, 1), void)
