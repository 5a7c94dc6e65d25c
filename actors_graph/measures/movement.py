"""What changed between two dates, among the actors that were there at both (METHOD A12).

Only dated ties tell: one without a start may always have been there. A better survey looks like
growth; the two dates are compared on the same perimeter, and one year says little.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow.compute as pc

from actors_graph.algorithms.resampling import bootstrap_ties
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import Claim
from actors_graph.measures.judged import are_declared, judged, said_by
from actors_graph.network.statements import first_day, last_day_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from actors_graph.algorithms.plain import IntArray
    from actors_graph.measures.evidence import Evidence
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.judged import Judged

Pair = tuple[str, str]

SMALLEST_TEAM: Final = 5


@dataclass(frozen=True, slots=True)
class Movement:
    """Ties and actors of two dates of one scope.

    Attributes:
        before, after: evidence at the two dates.
        stayers: actors present at both.
        kept, new, lost: pairs of stayers with a dated tie at both dates, at the later one only,
            at the earlier one only; sorted ids.
        undated: pairs of stayers with a tie of unknown start, counted in none of the three.
        entries, exits: ids of the actors present at one date only.
        judged: whether there are more ties than before, by paired bootstrap; None where too few,
            or where ties are no choice (`are_declared`).
        claim: how it may be said.
    """

    before: Evidence
    after: Evidence
    stayers: int
    kept: tuple[Pair, ...]
    new: tuple[Pair, ...]
    lost: tuple[Pair, ...]
    undated: int
    entries: tuple[str, ...]
    exits: tuple[str, ...]
    judged: Judged | None
    claim: Claim

    @property
    def jaccard(self) -> float | None:
        """Ties kept over all ties seen at one date or the other, 0-1; None without any."""
        seen = len(self.kept) + len(self.new) + len(self.lost)
        return len(self.kept) / seen if seen else None

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return {
            "before": self.before.as_of,
            "after": self.after.as_of,
            "stayers": self.stayers,
            "kept": len(self.kept),
            "new": [list(pair) for pair in self.new],
            "lost": [list(pair) for pair in self.lost],
            "undated": self.undated,
            "entries": list(self.entries),
            "exits": list(self.exits),
            "jaccard": self.jaccard,
            "verdict": self.judged and self.judged.to_dict(),
            "claim": str(self.claim),
        }


def movement(before: Facts, after: Facts) -> Movement:
    """Compare two dates of one scope.

    An actor created after the earlier date was not there yet, whatever its file says. O(n + m),
    and O(draws x (n + m)) for the verdict.

    References:
        Snijders & Borgatti (1999), Connections 22(2):161, paired.
    """
    there, now = _present(before), _present(after)
    stayers = there & now
    old, old_undated = _pairs(before, stayers)
    recent, recent_undated = _pairs(after, stayers)
    undated = old_undated | recent_undated
    old, recent = old - undated, recent - undated
    enough = (
        last_day_text(before.network.on) < last_day_text(after.network.on)
        and len(stayers) >= SMALLEST_TEAM
        and len(old | recent) >= BY_FIELD["movement"].min_ties
    )
    return Movement(
        before=before.evidence,
        after=after.evidence,
        stayers=len(stayers),
        kept=tuple(sorted(old & recent)),
        new=tuple(sorted(recent - old)),
        lost=tuple(sorted(old - recent)),
        undated=len(undated),
        entries=tuple(sorted(now - there)),
        exits=tuple(sorted(there - now)),
        judged=_compared(stayers, old, recent) if enough and are_declared(after) else None,
        claim=said_by(after) if enough else Claim.WITHHELD,
    )


def _present(facts: Facts) -> set[str]:
    """Actors of the network that were created by its date, or at an unknown one."""
    actors, on = facts.network.actors, last_day_text(facts.network.on)
    created = pc.less_equal(first_day(actors["created_on"]), on)
    return set(actors["id"].filter(pc.fill_null(created, fill_value=True)).to_pylist())


def _pairs(facts: Facts, among: Collection[str]) -> tuple[set[Pair], set[Pair]]:
    """Pairs of those actors with a dated tie, and those with an undated one."""
    network = facts.network
    columns = (network.ties[name].to_pylist() for name in ("first", "second", "since"))
    dated: set[Pair] = set()
    undated: set[Pair] = set()
    for first, second, since in zip(*columns, strict=True):
        pair = network.ids[first], network.ids[second]
        if pair[0] in among and pair[1] in among:
            (dated if since else undated).add(pair)
    return dated, undated


def _compared(stayers: Collection[str], old: set[Pair], recent: set[Pair]) -> Judged:
    """Whether there are more ties than before: the difference beside its error, both by draws."""
    row_of = {actor: row for row, actor in enumerate(sorted(stayers))}

    def rows(pairs: set[Pair]) -> IntArray:
        found = [(row_of[one], row_of[two]) for one, two in sorted(pairs)]
        return np.array(found, dtype=np.int64).reshape(-1, 2)

    drawn = bootstrap_ties([rows(old), rows(recent)], len(stayers))
    differences = (drawn[:, 1] - drawn[:, 0]).astype(np.float64)
    return judged(len(recent) - len(old), differences - differences.mean())
