"""Which families meet: ties between each two groups, beside what is expected (METHOD A7)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Final

from actors_graph.algorithms import mixing
from actors_graph.algorithms.resampling import shuffled_cells
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.crossing import documented_groups
from actors_graph.measures.evidence import Claim
from actors_graph.measures.judged import are_declared, judged_together, said_by
from actors_graph.measures.narrower import at_each_level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.algorithms.plain import IntArray
    from actors_graph.measures.evidence import Evidence
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.groups import By
    from actors_graph.measures.judged import Judged

# Under so many expected ties a cell says nothing, full or empty.
SMALLEST_EXPECTED: Final = 5.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Ties between two groups, or inside one.

    Attributes:
        first, second: the groups, in the order of their names; the same one for inside.
        ties: observed.
        possible: pairs of actors.
        expected: ties if all possible pairs were as often tied.
        judged: None where it was not asked, or under five expected.
        claim: withheld under five expected.
    """

    first: str
    second: str
    ties: int
    possible: int
    expected: float
    judged: Judged | None
    claim: Claim

    @property
    def ratio(self) -> float | None:
        """Observed over expected: 1 = as often as anywhere; None where nothing is expected."""
        return self.ties / self.expected if self.expected else None

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return {
            "groups": [self.first, self.second],
            "ties": self.ties,
            "possible": self.possible,
            "expected": self.expected,
            "ratio": self.ratio,
            "verdict": self.judged and self.judged.to_dict(),
            "claim": str(self.claim),
        }


@dataclass(frozen=True, slots=True)
class MixingTable:
    """The table of a network at one level of collaboration.

    Attributes:
        by: which groups; empty where an actor may be in several.
        level: collaborations of at least that level.
        evidence: what it rests on, at that level.
        actors: documented actors of a known group.
        cells: upper triangle, by the order of the groups.
        claim: how the table may be said; each cell has its own.
    """

    by: By
    level: int
    evidence: Evidence
    actors: int
    cells: tuple[Cell, ...]
    claim: Claim

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return {
            "by": str(self.by),
            "level": self.level,
            "actors": self.actors,
            "cells": [cell.to_dict() for cell in self.cells],
            "claim": str(self.claim),
        }


def mixing_at_each_level(facts: Facts, *, by: By, verdicts: bool = True) -> tuple[MixingTable, ...]:
    """The table at each level of collaboration (`at_each_level`)."""
    found = at_each_level(facts).values()
    return tuple(mixing_table(one, by=by, verdicts=verdicts) for one in found)


def mixing_table(facts: Facts, *, by: By, verdicts: bool = True) -> MixingTable:
    """Ties between each two groups; kept with the facts.

    Args:
        facts: the network.
        by: kind or level; themes and territories only where no actor has several.
        verdicts: whether each cell is judged, by permutations and together (Holm).

    O(n + m), and O(draws x (m + groups^2)) for the verdicts.
    """
    return facts.kept(("mixing", by, verdicts), lambda: _table(facts, by, verdicts=verdicts))


def _table(facts: Facts, by: By, *, verdicts: bool) -> MixingTable:
    found, edges = documented_groups(facts, by), facts.network.edges
    labels, size = found.partition.labels, len(found.names)
    actors = int((labels >= 0).sum())
    enough = (
        found.single
        and size > 1
        and actors >= BY_FIELD["mixing"].min_actors
        and are_declared(facts)
    )
    counts = mixing.mixing_counts(edges, labels, groups=size)
    possible = mixing.possible_pairs(labels, groups=size)
    expected = mixing.expected_ties(counts, possible)
    places = list(combinations_with_replacement(range(size if found.single else 0), 2))
    told = [place for place in places if expected[place] >= SMALLEST_EXPECTED]
    said = _judged(edges, labels, counts, told) if verdicts and enough else {}
    claim = said_by(facts) if enough else Claim.WITHHELD
    cells = tuple(
        Cell(
            first=found.names[place[0]],
            second=found.names[place[1]],
            ties=int(counts[place]),
            possible=int(possible[place]),
            expected=float(expected[place]),
            judged=said.get(place),
            claim=claim if place in told else Claim.WITHHELD,
        )
        for place in places
    )
    return MixingTable(by, facts.network.scope.min_level, facts.evidence, actors, cells, claim)


def _judged(
    edges: IntArray, labels: IntArray, counts: IntArray, told: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Judged]:
    """The verdicts of some cells, judged together."""
    if not told:
        return {}
    drawn = shuffled_cells(edges, labels, size=len(counts))
    observed = [int(counts[place]) for place in told]
    found = judged_together(observed, [drawn[:, one, two] for one, two in told])
    return dict(zip(told, found, strict=True))
