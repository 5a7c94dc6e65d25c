"""Measures of published networks; the expected values are those of the case files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from actors_graph.measures import By, measures_report, only_links, summary
from actors_graph.measures.report import actor_measures

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts

pytestmark = pytest.mark.shared

CASES = ("v02", "v03", "v04", "v10", "v11", "v12")
# Name of a measure in the case files, field of ours.
WHOLE = {
    "n_nodes": "actors",
    "n_edges": "ties",
    "density": "density",
    "mean_degree": "mean_partners",
    "degree_centralization": "degree_centralisation",
    "n_components": "components",
    "connectedness": "connectedness",
}
BY_ACTOR = {
    "degree": "partners",
    "betweenness_raw": "betweenness",
    "constraint": "constraint",
    "effective_size": "effective_size",
    "core_number": "core",
    "brokered_pairs": "pairs_bridged",
    "exclusive_pairs": "pairs_only_way",
    "participation_coefficient": "diversity",
}
# The two factions of the karate club stand for two kinds.
BY = {None: By.NONE, "kind": By.KIND, "level": By.LEVEL, "faction": By.KIND}
ROLES = {
    "coordinator": "coordinator",
    "consultant": "itinerant",
    "gatekeeper_representative": "gatekeeper",
    "liaison": "liaison",
}


def expected(case: dict[str, Any], names: dict[str, str] | set[str]) -> list[dict[str, Any]]:
    return [one for one in case["expected"] if one["measure"] in names and not one.get("weight")]


@pytest.mark.parametrize("name", CASES)
def test_whole_network_equals_the_case(
    case: Callable[..., Any], measure_case: Callable[..., Facts], name: str
) -> None:
    facts = measure_case(name)
    found = summary(facts).to_dict()

    for one in expected(case(name), WHOLE):
        value = found[WHOLE[one["measure"]]]
        assert value == pytest.approx(one["values"], abs=one["tolerance"]), one["measure"]
    for one in expected(case(name), {"isolates", "articulation_points", "bridges"}):
        flags = {"isolates": facts.alone, "articulation_points": facts.cuts.points}
        if one["measure"] == "bridges":
            links = sorted([link.first, link.second] for link in only_links(facts))
            assert links == sorted(sorted(pair) for pair in one["values"])
        else:
            ids = zip(facts.network.ids, flags[one["measure"]], strict=True)
            assert sorted(actor for actor, flag in ids if flag) == sorted(one["values"])


@pytest.mark.parametrize("name", CASES)
def test_each_actor_equals_the_case(
    case: Callable[..., Any], measure_case: Callable[..., Facts], name: str
) -> None:
    facts = measure_case(name)

    for one in expected(case(name), BY_ACTOR):
        by = BY[one.get("attribute")]
        found = {row["id"]: row[BY_ACTOR[one["measure"]]] for row in actor_measures(facts, by=by)}
        wanted = {actor: found[actor] for actor in one["values"]}
        assert wanted == {
            actor: None if value is None else pytest.approx(value, abs=one["tolerance"])
            for actor, value in one["values"].items()
        }, one["measure"]


@pytest.mark.parametrize("name", ["v04", "v10"])
def test_roles_equal_the_case(
    case: Callable[..., Any], measure_case: Callable[..., Facts], name: str
) -> None:
    facts = measure_case(name)

    for one in expected(case(name), {"gf_roles_unordered"}):
        rows = actor_measures(facts, by=BY[one["attribute"]])
        found = {row["id"]: row["roles"] for row in rows}
        for actor, roles in one["values"].items():
            assert found[actor] == {ROLES[role]: roles[role] for role in ROLES}


@pytest.mark.parametrize("name", ["v02", "v03", "v04", "v10", "v11"])
def test_cuts_off_is_what_removing_the_actor_says(
    case: Callable[..., Any], measure_case: Callable[..., Facts], name: str
) -> None:
    facts = measure_case(name)
    graph, row_of = facts.network.graph, facts.network.row_of

    largest = expected(case(name), {"largest_component_after_removal"})
    for row in actor_measures(facts):
        removed = row_of[str(row["id"])]
        others = set(nx.node_connected_component(graph, removed)) - {removed}
        left = max(map(len, nx.connected_components(graph.subgraph(others))), default=0)
        assert row["cuts_off"] == len(others) - left
        for one in largest:
            if len(others) > 1:
                assert left == one["values"][row["id"]]


# METHOD A8 and the ladder of v10; without ITPC the centralisation falls from .504 to .360.
def test_indiana_by_rung_and_without_its_lead_agency(measure_case: Callable[..., Facts]) -> None:
    rungs = [summary(measure_case("v10", {"min_level": str(rung)})) for rung in range(1, 5)]
    without = summary(measure_case("v10", {"without": "ITPC"}))

    assert [round(one.density or 0, 3) for one in rungs] == [0.537, 0.537, 0.267, 0.140]
    assert round(rungs[0].degree_centralisation or 0, 3) == 0.504
    assert round(without.degree_centralisation or 0, 3) == 0.360
    assert rungs[0].articulation_points == 0


@pytest.mark.parametrize(
    ("name", "by", "actor", "pairs"),
    [
        ("v10", By.LEVEL, "ITPC", (104, 6)),
        ("v10", By.KIND, "ITPC", (109, 5)),
        ("v03", By.NONE, "Medici", (14, 13)),
    ],
)
def test_printed_passages(
    measure_case: Callable[..., Facts], name: str, by: By, actor: str, pairs: tuple[int, int]
) -> None:
    report = measures_report(measure_case(name), by=by)

    actors: Any = report["actors"]
    row = next(row for row in actors if row["id"] == actor)
    assert (row["pairs_bridged"], row["pairs_only_way"]) == pairs
