"""Does everything pass by one actor, and without the institution (METHOD A8)?

How far ties concentrate follows from how many actors and ties there are: the number is read beside
its band in random graphs of the same size, never against another committee.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.algorithms.resampling import largest_degrees
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import Claim
from actors_graph.measures.judged import are_declared, judged
from actors_graph.measures.narrower import without_institution

if TYPE_CHECKING:
    from collections.abc import Collection

    from actors_graph.algorithms.plain import FloatArray, IntArray
    from actors_graph.measures.evidence import Evidence
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.judged import Judged


@dataclass(frozen=True, slots=True)
class Concentration:
    """How far the ties of the documented actors gather on one of them.

    Attributes:
        evidence: what it rests on.
        actors: documented actors; of the others nobody knows the ties.
        ties: between actors.
        value: Freeman's centralisation of degrees, 0 (all alike) to 1 (a star); None in two
            modes, or under three actors.
        judged: beside random graphs of as many actors and ties; None where not asked, or where
            ties are no choice (`are_declared`).
        without: ids of the institution left out in `alone`; none in the network: empty.
        alone: the same without them; None where there is none.
        claim: how it may be said.
    """

    evidence: Evidence
    actors: int
    ties: int
    value: float | None
    judged: Judged | None
    without: tuple[str, ...]
    alone: Concentration | None
    claim: Claim

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return {
            "actors": self.actors,
            "ties": self.ties,
            "value": self.value,
            "verdict": self.judged and self.judged.to_dict(),
            "without": list(self.without),
            "alone": self.alone and self.alone.to_dict(),
            "claim": str(self.claim),
        }


def concentration(
    facts: Facts, *, without: Collection[str] = (), verdicts: bool = True
) -> Concentration:
    """Concentration with and without the institution, each beside its band.

    Args:
        facts: the network.
        without: ids left out instead of the département and its services.
        verdicts: whether random graphs are drawn.

    O(n + m), and O(draws x (n + m)) for the bands.

    References:
        Freeman (1979), Social Networks 1:215; Anderson, Butts & Carley (1999), Social Networks
        21:239.
    """
    left = without_institution(facts, without)
    found = _concentration(facts, verdicts=verdicts)
    if left is None:
        return found
    removed = sorted(set(facts.network.ids) - set(left.network.ids))
    actors = [one for one in removed if facts.network.row_of[one] < facts.network.actor_count]
    alone = _concentration(left, verdicts=verdicts)
    return Concentration(
        evidence=found.evidence,
        actors=found.actors,
        ties=found.ties,
        value=found.value,
        judged=found.judged,
        without=tuple(actors),
        alone=alone,
        claim=found.claim,
    )


def _concentration(facts: Facts, *, verdicts: bool) -> Concentration:
    network = facts.network
    partners = facts.partners[: network.actor_count][network.documented]
    n, m = len(partners), int(partners.sum()) // 2
    defined = n >= 3 and not network.scope.is_two_mode
    value = float(_freeman(partners.max(keepdims=True), n, m)[0]) if defined else None
    claim = facts.claims["degree_centralisation"]
    if n < BY_FIELD["degree_centralisation"].min_actors:
        claim = Claim.WITHHELD
    compared = None
    if verdicts and value is not None and claim is not Claim.WITHHELD and are_declared(facts):
        compared = judged(value, _freeman(largest_degrees(n, m), n, m))
    return Concentration(facts.evidence, n, m, value, compared, (), None, claim)


def _freeman(largest: IntArray, n: int, m: int) -> FloatArray:
    """Sum of (largest - k) over its largest possible value, (n - 1)(n - 2); n >= 3."""
    return np.asarray((n * largest - 2 * m) / ((n - 1) * (n - 2)), dtype=np.float64)
