"""A number judged beside what chance gives: three answers, and what to draw again (METHOD 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors_graph.algorithms.resampling import chance, holm
from actors_graph.measures.evidence import COMPLETENESS_MINIMUM, Claim
from actors_graph.model.kinds import Family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.algorithms.plain import FloatArray, IntArray
    from actors_graph.algorithms.resampling import Chance, Verdict
    from actors_graph.measures.facts import Facts


@dataclass(frozen=True, slots=True)
class Judged:
    """What may be said of a number; `p` is adjusted where several were judged together."""

    chance: Chance
    p: float
    verdict: Verdict

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json` and Méthode; the screen shows the verdict alone."""
        found = self.chance
        return {
            "verdict": str(self.verdict),
            "p": self.p,
            "p_low": found.p_low,
            "p_high": found.p_high,
            "mean": found.mean,
            "sd": found.sd,
            "band": [found.low, found.high],
            "draws": found.draws,
            "seed": found.seed,
        }


def judged(observed: float, drawn: FloatArray | IntArray) -> Judged:
    """Judge one number by its draws."""
    found = chance(observed, drawn)
    return Judged(found, found.p, found.verdict())


def judged_together(
    observed: Sequence[float], drawn: Sequence[FloatArray | IntArray]
) -> list[Judged]:
    """Judge several numbers of one question, so that their number makes none of them (Holm)."""
    found = [chance(one, values) for one, values in zip(observed, drawn, strict=True)]
    adjusted = holm([one.p for one in found])
    return [Judged(one, p, one.verdict(p)) for one, p in zip(found, adjusted, strict=True)]


def are_declared(facts: Facts) -> bool:
    """Whether all ties are collaborations, which actors choose.

    A mandate ties an élu to an organ and an adhesion a commune to its EPCI, by law: that they
    cross a border is no preference.
    """
    return facts.network.scope.families == (Family.COLLABORATION,)


def said_by(facts: Facts) -> Claim:
    """A fact, or a question where too few actors were checked of late."""
    known = (facts.evidence.completeness or 0.0) >= COMPLETENESS_MINIMUM
    return Claim.OK if known else Claim.QUESTION
