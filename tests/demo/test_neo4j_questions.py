"""The stories of the demonstration, told by the questions on a real Neo4j."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
import pytest
from demo import stories

from actors_graph.access.opening import open_session
from actors_graph.changes.imports import import_files
from actors_graph.measures import Facts, alone
from actors_graph.model import TABLES
from actors_graph.model.canonical import rows_of
from actors_graph.network import network, parse_scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.settings import Settings

Answer: TypeAlias = list[dict[str, Any]]
Ask: TypeAlias = "Callable[..., Answer]"

pytestmark = pytest.mark.neo4j
ON = "2026-09-01"
EVERYTHING = {"limit": "100000"}


@pytest.fixture(scope="module")
def session(
    neo4j_of_module: Settings, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    """The demonstration, imported in Neo4j."""
    settings = dataclasses.replace(
        neo4j_of_module, data_dir=tmp_path_factory.mktemp("data"), today=date(2026, 9, 1)
    )
    with open_session(settings) as opened:
        report = import_files(opened, sorted(folder.glob("*.csv")))
        assert report.applied
        yield opened


@pytest.fixture(scope="module")
def facts(session: Session) -> Facts:
    return Facts(network(session, parse_scope({})))


@pytest.fixture(scope="module")
def graph(facts: Facts) -> nx.Graph[str]:
    """The partners of each actor, as our measures see them."""
    ids = facts.network.ids
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(ids)
    graph.add_edges_from((ids[first], ids[second]) for first, second in facts.network.graph.edges)
    return graph


@pytest.fixture(scope="module")
def ask(session: Session) -> Ask:
    return lambda name, **values: session.ask(name, values)


def rows(session: Session, table: str) -> Answer:
    return list(rows_of(TABLES[table], session.tables([table])[table]))


def silo() -> tuple[str, str]:
    first, second = sorted(stories.SILO)
    return first, second


def ids(answer: Answer) -> list[str]:
    return [row["id"] for row in answer]


def test_partners(ask: Ask, facts: Facts, graph: nx.Graph[str]) -> None:
    answer = ask("partners", actor=stories.HINGE)
    here = facts.network.row_of[stories.HINGE]
    ties = {
        facts.network.ids[pair["first"] + pair["second"] - here]: pair
        for pair in facts.network.ties.to_pylist()
        if here in (pair["first"], pair["second"])
    }

    assert set(ids(answer)) == set(graph[stories.HINGE])
    for row in answer:
        pair = ties[row["id"]]
        expected = (pair["level"], pair["since"], pair["statements"])
        assert (row["level"], row["since"], row["statements"]) == expected


def test_partner_counts(ask: Ask, graph: nx.Graph[str]) -> None:
    answer = ask("partner_counts", **EVERYTHING)

    assert {row["id"]: row["partners"] for row in answer} == dict(graph.degree())
    assert answer[0]["partners"] == max(row["partners"] for row in answer) > 10


def test_without_known_partner(ask: Ask, facts: Facts) -> None:
    found = ids(ask("without_known_partner"))

    assert sorted(found) == sorted(alone(facts).documented)
    assert len(found) == stories.LONE_RECENT + stories.LONE_OLD


def test_never_documented(ask: Ask, facts: Facts) -> None:
    found = ids(ask("never_documented"))

    assert sorted(found) == sorted(alone(facts).undocumented)
    assert len(found) == stories.NEVER_DOCUMENTED


def test_only_partner(ask: Ask, graph: nx.Graph[str]) -> None:
    hubs = sorted(graph, key=lambda actor: (-graph.degree(actor), actor))[:8]
    for actor in [*hubs, stories.HINGE, stories.ONLY_WAY]:
        expected = {other for other in graph[actor] if graph.degree(other) == 1}
        assert set(ids(ask("only_partner", actor=actor))) == expected


def test_common_partners(ask: Ask, graph: nx.Graph[str]) -> None:
    answer = ask("common_partners", at_least="3", **EVERYTHING)
    expected = {
        (first, second): common
        for first, second in combinations(sorted(graph), 2)
        if second not in graph[first]
        and (common := len(set(graph[first]) & set(graph[second]))) >= 3
    }

    assert {(row["first"], row["second"]): row["common"] for row in answer} == expected
    assert expected[silo()] >= len(stories.SILO_COMMON)


def test_reached_from(ask: Ask, facts: Facts, graph: nx.Graph[str]) -> None:
    for actor in (stories.HINGE, stories.LONE_EXAMPLE):
        answer = ask("reached_from", actor=actor)
        expected = nx.single_source_shortest_path_length(graph, actor)
        label = facts.components[facts.network.row_of[actor]]

        assert {row["id"]: row["steps"] for row in answer} | {actor: 0} == dict(expected)
        assert len(answer) + 1 == facts.group_sizes[label]


def test_mandates_ending(ask: Ask, facts: Facts) -> None:
    answer = ask("mandates_ending", before="2028-04", **EVERYTHING)
    expected = {
        (elu, organ, end)
        for elu, offices in facts.network.mandates_ending.items()
        for organ, end in offices
        if end < "2028-04"
    }

    assert {(row["elu"], row["organ_name"], row["ends_on"]) for row in answer} == expected
    ends = {row["ends_on"] for row in answer if row["elu"] == stories.ONLY_WAY}
    assert ends == {stories.ONLY_WAY_MANDATE_ENDS}


def test_committee_composition(ask: Ask, session: Session) -> None:
    kinds = {row["id"]: row["kind"] for row in rows(session, "actors")}
    for committee in (stories.DEPARTEMENTAL_COMMITTEE, *stories.LOCAL_COMMITTEES):
        members = {
            row["actor"]
            for row in rows(session, "participations")
            if row["target"] == committee and (row["ends_on"] or "9") >= ON
        }
        answer = ask("committee_composition", committee=committee)
        assert {row["kind"]: row["members"] for row in answer} == Counter(
            kinds[member] for member in members
        )
        assert all(len(row["names"]) == row["members"] for row in answer)


def test_funding_by_year(ask: Ask, session: Session) -> None:
    expected: Counter[tuple[Any, ...]] = Counter()
    for row in rows(session, "fundings"):
        expected[row["year"], row["funder"], row["beneficiary"]] += row["amount"]
    answer = ask("funding_by_year", **EVERYTHING)

    found = {(row["year"], row["funder"], row["beneficiary"]): row["amount"] for row in answer}
    assert found == expected
    assert sum(row["grants"] for row in answer) == stories.GRANTS


def test_services_apart(ask: Ask, session: Session, graph: nx.Graph[str]) -> None:
    whole = {row["id"]: row["part_of"] for row in rows(session, "actors") if row["part_of"]}
    expected = {}
    for first, second in combinations(sorted(set(whole) & set(graph)), 2):
        institution = whole[first]
        common = {
            other
            for other in set(graph[first]) & set(graph[second])
            if whole.get(other) != institution and other != institution
        }
        if whole[second] == institution and second not in graph[first] and len(common) >= 2:
            expected[first, second] = len(common)
    answer = ask("services_apart", **EVERYTHING)

    assert {(row["first"], row["second"]): row["common"] for row in answer} == expected
    assert expected[silo()] == len(stories.SILO_COMMON)


def test_not_checked_since(ask: Ask, facts: Facts) -> None:
    answer = ask("not_checked_since", since="2024-09-01", **EVERYTHING)
    expected = {
        row["id"]
        for row in facts.network.actors.select(["id", "checked_on"]).to_pylist()
        if (row["checked_on"] or "") < "2024-09-01"
    }

    assert set(ids(answer)) == expected
    assert set(alone(facts).to_call) <= expected


def test_attendance(ask: Ask, session: Session) -> None:
    seen: Counter[tuple[Any, ...]] = Counter()
    for row in rows(session, "attendances"):
        if row["actor"] is None:
            seen[row["meeting"], "inhabitants"] += row["people"]
        else:
            seen[row["meeting"], row["state"]] += 1
    answer = ask("attendance")

    assert len(answer) == stories.MEETINGS
    for row in answer:
        expected = [seen[row["id"], key] for key in ("present", "excuse", "absent", "inhabitants")]
        assert [row[key] for key in ("present", "excused", "absent", "inhabitants")] == expected
    assert sum(row["inhabitants"] for row in answer) > 0


def test_followups_overdue(ask: Ask, session: Session) -> None:
    names = {row["id"]: row["name"] for row in rows(session, "actors")}
    late = {row["id"]: row for row in rows(session, "followups") if (row["due_on"] or "9") < ON}
    answer = ask("followups_overdue")

    assert len(answer) == stories.OVERDUE
    assert stories.OVERDUE_SINCE_APRIL in ids(answer)
    for row in answer:
        assert row["actor"] == names[late[row["id"]]["actor"]]


def test_themes_of_territory(ask: Ask, session: Session, facts: Facts) -> None:
    parents = {row["id"]: row["parents"] or [] for row in rows(session, "territories")}

    def inside(territory: str) -> bool:
        return territory == "arr:033" or any(map(inside, parents.get(territory, [])))

    expected: Counter[str] = Counter()
    for row in facts.network.actors.select(["commune_code", "themes"]).to_pylist():
        if inside(f"com:{row['commune_code']}"):
            expected.update(set(row["themes"] or []))
    answer = ask("themes_of_territory", territory="arr:033")

    assert {row["theme"]: row["actors"] for row in answer} == {
        row["id"]: expected[row["id"]] for row in rows(session, "themes")
    }
    assert max(expected.values()) > 3
