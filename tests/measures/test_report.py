from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.measures import By, measures_report, summary
from actors_graph.measures.about import MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts

REPORT_KEYS = [
    "scope",
    "by",
    "evidence",
    "network",
    "partners",
    "concentration",
    "crossing",
    "mixing",
    "only_links",
    "claims",
    "actors",
]
NETWORK_KEYS = {
    "actors",
    "ties",
    "statements",
    "components",
    "largest_component",
    "isolates",
    "isolates_documented",
    "articulation_points",
    "mean_partners",
    "density",
    "degree_centralisation",
    "connectedness",
}
ACTOR_KEYS = [
    "id",
    "documented",
    "partners",
    "component",
    "cuts_off",
    "constraint",
    "effective_size",
    "core",
    "betweenness",
    "pairs_bridged",
    "pairs_only_way",
    "roles",
    "diversity",
]


@pytest.mark.parametrize("by", list(By))
def test_rule_8_report_is_json_with_every_key(measure: Callable[..., Facts], by: By) -> None:
    facts = measure(actors=["a", "b", "c"], collaborations=[("a", "b")])

    report: Any = json.loads(json.dumps(measures_report(facts, by=by), allow_nan=False))

    assert list(report) == REPORT_KEYS
    assert report["network"].keys() >= NETWORK_KEYS
    assert [list(row) for row in report["actors"]] == [ACTOR_KEYS] * 3
    assert [row["id"] for row in report["actors"]] == ["a", "b", "c"]
    assert report["actors"][2]["constraint"] is None
    assert report["only_links"] == [["a", "b"]]
    assert list(report["claims"]) == [about.field for about in MEASURES]
    assert report["evidence"]["scope"] == "Acteurs, liens notés, au 1er septembre 2026"
    assert "actors" not in measures_report(facts, by=by, with_actors=False)


def test_empty_network_has_a_report(measure: Callable[..., Facts]) -> None:
    report: Any = measures_report(measure())

    assert report["actors"] == report["only_links"] == []
    assert report["network"]["largest_component"] == 0
    assert report["network"]["mean_partners"] is report["evidence"]["completeness"] is None


def test_rule_6_two_modes_measure_the_graph_of_both(measure: Callable[..., Facts]) -> None:
    facts = measure(
        {"families": "participation"},
        actors=list("abcd"),
        committees=[{"id": "k", "name": "K"}, {"id": "l", "name": "L"}],
        participations=[("a", "k"), ("b", "k"), ("b", "l")],
    )

    found = summary(facts)

    assert (found.actors, found.ties, found.isolates) == (4, 3, 2)
    assert (found.components, found.largest_component) == (3, 2)
    assert found.articulation_points == 2
    assert found.density == pytest.approx(3 / 8)
    assert found.degree_centralisation is None
    assert facts.claims["degree_centralisation"] == "withheld"


@pytest.mark.parametrize(
    ("checked", "actors", "claims"),
    [
        (8, 8, {"articulation_points": "ok", "isolates": "ok", "connectedness": "ok"}),
        (6, 8, {"articulation_points": "question", "isolates": "question", "components": "ok"}),
        (7, 7, {"articulation_points": "withheld", "only_links": "withheld", "components": "ok"}),
        (4, 4, {"components": "withheld", "mean_partners": "withheld", "isolates": "ok"}),
    ],
    ids=["all checked", "three quarters checked", "seven actors", "four actors"],
)
def test_rule_8_claims_follow_the_minima_of_the_method(
    measure: Callable[..., Facts], checked: int, actors: int, claims: dict[str, str]
) -> None:
    facts = measure(
        actors=[
            {"id": f"a{i}", "checked_on": "2025-01-01" if i < checked else None}
            for i in range(actors)
        ],
        collaborations=[("a0", "a1")],
    )

    assert facts.evidence.completeness == pytest.approx(checked / actors)
    assert {field: str(facts.claims[field]) for field in claims} == claims


def test_density_is_said_of_one_committee_of_declared_ties(measure: Callable[..., Facts]) -> None:
    rows: dict[str, Any] = {
        "actors": list("abcdef"),
        "committees": [{"id": "k", "name": "K"}],
        "participations": [(actor, "k") for actor in "abcde"],
        "collaborations": [("a", "b"), ("a", "f")],
    }

    inside = measure({"committee": "k"}, **rows)

    assert inside.claims["density"] == "ok"
    assert summary(inside).density == pytest.approx(1 / 10)
    assert inside.evidence.ties_leaving == 1
    assert measure({}, **rows).claims["density"] == "withheld"
    mixed = {"committee": "k", "families": "collaboration,adhesion"}
    assert measure(mixed, **rows).claims["density"] == "withheld"
