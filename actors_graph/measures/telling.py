"""Everything that may be said of a network, measure by measure, in the order of Méthode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from actors_graph.measures.alone import alone
from actors_graph.measures.coverage import coverage, coverage_findings
from actors_graph.measures.diversity import one_kind_finding
from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.findings import family_findings, whole_findings
from actors_graph.measures.groups import By
from actors_graph.measures.hinges import hinges
from actors_graph.measures.knowledge import knowledge_findings
from actors_graph.measures.movement import movement
from actors_graph.measures.sentences import (
    alone_findings,
    hinge_finding,
    next_step,
    summary_findings,
    withheld,
)
from actors_graph.measures.sentences_between import passage_findings
from actors_graph.measures.sentences_expert import expert_findings
from actors_graph.measures.sentences_groups import (
    closer_groups_finding,
    connectedness_finding,
    hinges_finding,
    largest_finding,
    links_findings,
    more_hinges_finding,
)
from actors_graph.measures.sentences_whole import movement_finding
from actors_graph.measures.summary import summary
from actors_graph.measures.wording import known_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from actors_graph.measures.facts import Facts

# Those that cut off most; the others are in the list « Font le lien ».
_HINGES_TOLD: Final = 8

_Teller: TypeAlias = "Callable[[Facts, By], Iterable[Finding]]"


def told(facts: Facts, *, by: By = By.KIND, before: Facts | None = None) -> tuple[Finding, ...]:
    """All the findings of a network; of a measure that may not be said, the reason.

    Without any tie, what is known of the fiches and the next step. Betweenness and the like are
    computed: seconds at a thousand actors.

    Args:
        facts: the network.
        by: the groups between which actors stand.
        before: the same scope at an earlier date, to say what moved.
    """
    known = knowledge_findings(facts)
    step = next_step(facts)
    if step is not None:
        return (*(one for one in known if one.claim is not Claim.WITHHELD), step)
    rest = (finding for teller in _TELLERS for finding in teller(facts, by))
    moved = () if before is None else (movement_finding(facts, movement(before, facts)),)
    return (*known, *rest, *moved, *expert_findings(facts))


def _alone(facts: Facts, _: By) -> Iterable[Finding]:
    if _is_withheld(facts, "isolates"):
        return (withheld("isolates"),)
    found = alone_findings(facts, alone(facts))
    if any(one.measure == "isolates" for one in found):
        return found
    return (_nobody_alone(facts), *found)


def _nobody_alone(facts: Facts) -> Finding:
    claim = facts.claims["isolates"]
    said = f"{known_on(facts, claim)}aucun acteur n’est sans partenaire noté."
    return Finding("isolates", claim, said, (), 0)


def _groups(facts: Facts, _: By) -> Iterable[Finding]:
    held = [one for one in summary_findings(facts, summary(facts)) if one.measure == "components"]
    closer = closer_groups_finding(facts)
    yield from held or [withheld("components")]
    if held and closer is not None:
        yield closer
    yield largest_finding(facts)
    yield connectedness_finding(facts)


def _hinges(facts: Facts, _: By) -> Iterable[Finding]:
    yield hinges_finding(facts)
    if _is_withheld(facts, "cuts_off"):
        yield withheld("cuts_off")
    else:
        found = hinges(facts)
        yield from (hinge_finding(facts, one) for one in found[:_HINGES_TOLD])
        if len(found) > _HINGES_TOLD:
            yield more_hinges_finding(facts, found[_HINGES_TOLD:])
    yield from links_findings(facts)


def _between(facts: Facts, by: By) -> Iterable[Finding]:
    yield from family_findings(facts, by=by)
    yield from passage_findings(facts, by=by)
    yield one_kind_finding(facts)


def _coverage(facts: Facts, _: By) -> Iterable[Finding]:
    return coverage_findings(facts, coverage(facts))


def _whole(facts: Facts, _: By) -> Iterable[Finding]:
    return whole_findings(facts)


def _is_withheld(facts: Facts, field: str) -> bool:
    return facts.claims[field] is Claim.WITHHELD


_TELLERS: Final[tuple[_Teller, ...]] = (_alone, _groups, _hinges, _whole, _between, _coverage)
