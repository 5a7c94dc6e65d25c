"""How many partners an actor has, and how many pairs of a committee know each other (A4, A5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.algorithms import plain
from actors_graph.algorithms.resampling import DRAWS, SEED, bootstrap_ties
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import Claim
from actors_graph.measures.narrower import without_institution

if TYPE_CHECKING:
    from actors_graph.measures.evidence import Evidence
    from actors_graph.measures.facts import Facts


@dataclass(frozen=True, slots=True)
class Partners:
    """Partners of a documented actor (METHOD A4); of the others nobody asked.

    Attributes:
        evidence: what it rests on.
        actors: documented actors.
        mean, median: of their partners (committees, projects… in two modes); None without any.
        mean_alone: the mean without the institution; None where it is not in the network, or leaves
            too few actors.
        claim: how it may be said.
    """

    evidence: Evidence
    actors: int
    mean: float | None
    median: float | None
    mean_alone: float | None
    claim: Claim

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return {
            "actors": self.actors,
            "mean": self.mean,
            "median": self.median,
            "mean_alone": self.mean_alone,
            "claim": str(self.claim),
        }


@dataclass(frozen=True, slots=True)
class CommitteeTies:
    """Pairs of members of one committee that are tied (METHOD A5).

    Attributes:
        evidence: what it rests on.
        members: of the committee.
        undocumented: those of whom nothing is known.
        pairs: tied.
        density: tied pairs over possible ones, 0-1.
        error: its standard error by vertex bootstrap, 0-1; None where nothing may be said.
        draws, seed: of the bootstrap.
        claim: withheld out of one committee of 5 to 50 members and its collaborations.
    """

    evidence: Evidence
    members: int
    undocumented: int
    pairs: int
    density: float | None
    error: float | None
    draws: int
    seed: int
    claim: Claim

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return {
            "members": self.members,
            "undocumented": self.undocumented,
            "pairs": self.pairs,
            "density": self.density,
            "error": self.error,
            "draws": self.draws,
            "seed": self.seed,
            "claim": str(self.claim),
        }


def partners(facts: Facts) -> Partners:
    """Mean and median partners of the documented actors, with and without the institution. O(n)."""
    found = _documented(facts)
    left = without_institution(facts)
    alone = _documented(left) if left else np.empty(0)
    claim, minimum = facts.claims["mean_partners"], BY_FIELD["mean_partners"].min_actors
    if len(found) < minimum:
        claim = Claim.WITHHELD
    return Partners(
        evidence=facts.evidence,
        actors=len(found),
        mean=float(found.mean()) if len(found) else None,
        median=float(np.median(found)) if len(found) else None,
        mean_alone=float(alone.mean()) if len(alone) >= minimum else None,
        claim=claim,
    )


def _documented(facts: Facts) -> plain.IntArray:
    return facts.partners[: facts.network.actor_count][facts.network.documented]


def committee_ties(facts: Facts) -> CommitteeTies:
    """Tied pairs of a committee, and how far another committee of the kind would differ.

    O(draws x (n + m)).

    References:
        Snijders & Borgatti (1999), Connections 22(2):161.
    """
    network, claim = facts.network, facts.claims["density"]
    n = network.actor_count
    density = None if network.scope.is_two_mode else plain.density(network.graph)
    error = None
    if claim is not Claim.WITHHELD:
        drawn = bootstrap_ties([network.edges], n)[:, 0]
        error = float(drawn.std()) / (n * (n - 1) / 2)
    return CommitteeTies(
        evidence=facts.evidence,
        members=n,
        undocumented=n - facts.evidence.documented,
        pairs=facts.evidence.ties,
        density=density,
        error=error,
        draws=DRAWS,
        seed=SEED,
        claim=claim,
    )
