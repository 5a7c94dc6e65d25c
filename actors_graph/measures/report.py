"""All the numbers of a network as plain values: what `measures --json` prints (DESIGN §6).

Every key is there; None where a number is undefined or not computed, never a wrong one. The
claims say which of them may be said: the numbers themselves are raw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms import brokerage, positions
from actors_graph.measures.claims import BETWEENNESS_LIMIT
from actors_graph.measures.concentration import concentration
from actors_graph.measures.crossing import crossing_at_each_level
from actors_graph.measures.groups import By, kind_labels
from actors_graph.measures.links import only_links
from actors_graph.measures.mixing_table import mixing_at_each_level
from actors_graph.measures.movement import movement
from actors_graph.measures.partners import committee_ties, partners
from actors_graph.measures.passages import passages
from actors_graph.measures.summary import summary

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from actors_graph.algorithms.plain import IntArray
    from actors_graph.measures.facts import Facts

ROLES: Final = ("coordinator", "itinerant", "gatekeeper", "liaison")


def measures_report(
    facts: Facts,
    *,
    by: By = By.KIND,
    with_actors: bool = True,
    verdicts: bool = False,
    before: Facts | None = None,
) -> dict[str, object]:
    """Measure a network.

    Args:
        facts: the network.
        by: the groups of `pairs_bridged`, `pairs_only_way` and `roles`.
        with_actors: False leaves the list of actors out.
        verdicts: True judges what crosses a border and how ties concentrate, by thousands of
            draws: 2 s at 300 actors.
        before: the same scope at an earlier date, for `movement`.

    Returns:
        `scope`, `by`, `evidence`, `network`, `partners`, `concentration`, `crossing` and `mixing`
        (at each level), `only_links`, `claims`; `actors` (by id); `committee` where the scope has
        one; `movement` where an earlier date is given.
    """
    report: dict[str, object] = {
        "scope": facts.network.scope.to_dict() | {"on": facts.network.on},
        "by": str(by),
        "evidence": facts.evidence.to_dict(),
        "network": summary(facts).to_dict(),
        "partners": partners(facts).to_dict(),
        "concentration": concentration(facts, verdicts=verdicts).to_dict(),
        "crossing": [],
        "mixing": [],
        "only_links": [[link.first, link.second] for link in only_links(facts)],
        "claims": {field: str(claim) for field, claim in facts.claims.items()},
    }
    if by is not By.NONE:
        crossings = crossing_at_each_level(facts, by=by, verdicts=verdicts)
        report["crossing"] = [one.to_dict() for one in crossings]
        tables = mixing_at_each_level(facts, by=by, verdicts=verdicts)
        report["mixing"] = [one.to_dict() for one in tables]
    if facts.network.scope.committee:
        report["committee"] = committee_ties(facts).to_dict()
    if before is not None:
        report["movement"] = movement(before, facts).to_dict()
    if with_actors:
        report["actors"] = actor_measures(facts, by=by)
    return report


def actor_measures(facts: Facts, *, by: By = By.KIND) -> list[dict[str, object]]:
    """Measures of each actor, by id; None where undefined. Kept with the facts."""
    return facts.kept(("measures", by), lambda: _rows(_columns(facts, by)))


def _rows(columns: dict[str, list[object]]) -> list[dict[str, object]]:
    names, values = tuple(columns), zip(*columns.values(), strict=True)
    return [dict(zip(names, row, strict=True)) for row in values]


def _columns(facts: Facts, by: By) -> dict[str, list[object]]:
    network = facts.network
    graph, n = network.graph, network.actor_count
    found = passages(facts, by=by)
    one_mode = not network.scope.is_two_mode
    undefined = np.full(len(network.ids), np.nan)
    expert = {
        "constraint": positions.constraint(graph) if one_mode else undefined,
        "effective_size": positions.effective_size(graph) if one_mode else undefined,
        "core": positions.core_numbers(graph),
        "betweenness": positions.betweenness(graph)
        if len(network.ids) <= BETWEENNESS_LIMIT
        else undefined,
        "pairs_bridged": found.bridged,
        "pairs_only_way": found.only_way,
    }
    diversity = brokerage.partner_diversity(graph, kind_labels(network))
    return {
        "id": list(network.ids[:n]),
        "documented": network.documented.tolist(),
        "partners": facts.partners[:n].tolist(),
        "component": facts.components[:n].tolist(),
        "cuts_off": facts.cuts.cut_off[:n].tolist(),
        **{name: plain_values(values[:n]) for name, values in expert.items()},
        "roles": _roles(found.roles, n),
        "diversity": plain_values(diversity[:n]),
    }


def plain_values(values: NDArray[np.float64] | IntArray) -> list[object]:
    """Numbers as Python values, None for NaN (JSON has no NaN, and it breaks sorting)."""
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124  # NaN


def _roles(counts: IntArray | None, n: int) -> list[object]:
    if counts is None:
        return [None] * n
    return [dict(zip(ROLES, row, strict=True)) for row in counts[:n].tolist()]
