"""All that may be said of a network, in the order in which it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.measures.alone import alone
from actors_graph.measures.concentration import concentration
from actors_graph.measures.crossing import crossing_at_each_level
from actors_graph.measures.evidence import Claim
from actors_graph.measures.groups import By
from actors_graph.measures.hinges import hinges
from actors_graph.measures.mixing_table import mixing_table
from actors_graph.measures.narrower import at_each_level
from actors_graph.measures.partners import committee_ties, partners
from actors_graph.measures.sentences import (
    alone_findings,
    hinge_finding,
    next_step,
    summary_findings,
    withheld,
)
from actors_graph.measures.sentences_families import (
    crossing_finding,
    crossing_findings,
    mixing_findings,
)
from actors_graph.measures.sentences_whole import (
    committee_finding,
    concentration_finding,
    partners_finding,
)
from actors_graph.measures.summary import summary

if TYPE_CHECKING:
    from actors_graph.measures.evidence import Finding
    from actors_graph.measures.facts import Facts


def findings(facts: Facts) -> tuple[Finding, ...]:
    """What holds, who has no known partner, who alone holds others to the rest.

    Without any tie: the next step alone. With too few actors, why hinges are not said.
    """
    step = next_step(facts)
    if step is not None:
        return (step,)
    said = [
        *summary_findings(facts, summary(facts)),
        *_told(partners_finding(facts, partners(facts))),
        *alone_findings(facts, alone(facts)),
    ]
    if facts.claims["cuts_off"] is Claim.WITHHELD:
        return (*said, withheld("cuts_off"))
    return (*said, *(hinge_finding(facts, hinge) for hinge in hinges(facts)))


def family_findings(facts: Facts, *, by: By = By.KIND) -> tuple[Finding, ...]:
    """Ties between families at each level where they may be told, and which families meet.

    With verdicts: some tenths of a second at 300 actors. Nothing without a tie, or without groups
    (`By.NONE`); the first finding says why where nothing may be told.
    """
    if by is By.NONE or not facts.evidence.ties:
        return ()
    first, *above = crossing_at_each_level(facts, by=by)
    levels = at_each_level(facts)
    closer = [crossing_finding(levels[one.level], one) for one in above]
    return (
        *crossing_findings(facts, first),
        *_told(*closer),
        *mixing_findings(facts, mixing_table(facts, by=by)),
    )


def whole_findings(facts: Facts) -> tuple[Finding, ...]:
    """Partners, concentration, and the ties of the committee where one is looked at."""
    if not facts.evidence.ties:
        return ()
    said = [
        partners_finding(facts, partners(facts)),
        concentration_finding(facts, concentration(facts)),
    ]
    if facts.network.scope.committee:
        said.append(committee_finding(facts, committee_ties(facts)))
    return tuple(said)


def _told(*found: Finding) -> list[Finding]:
    return [one for one in found if one.claim is not Claim.WITHHELD]
