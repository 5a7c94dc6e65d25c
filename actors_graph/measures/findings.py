"""All that may be said of a network, in the order in which it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.measures.alone import alone
from actors_graph.measures.evidence import Claim
from actors_graph.measures.hinges import hinges
from actors_graph.measures.sentences import (
    alone_findings,
    hinge_finding,
    next_step,
    summary_findings,
    withheld,
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
    said = [*summary_findings(facts, summary(facts)), *alone_findings(facts, alone(facts))]
    if facts.claims["cuts_off"] is Claim.WITHHELD:
        return (*said, withheld("cuts_off"))
    return (*said, *(hinge_finding(facts, hinge) for hinge in hinges(facts)))
