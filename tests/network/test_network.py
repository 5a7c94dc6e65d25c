from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pytest

from actors_graph.errors import InputError
from actors_graph.network import network, parse_scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.network import Network

TERRITORIES = [
    {"id": "dep:03", "kind": "departement", "name": "Allier"},
    {"id": "arr:1", "kind": "arrondissement", "name": "Moulins", "parents": ["dep:03"]},
    {
        "id": "com:03190",
        "kind": "commune",
        "code": "03190",
        "name": "Moulins",
        "parents": ["arr:1"],
    },
    {"id": "com:03321", "kind": "commune", "code": "03321", "name": "Yzeure", "parents": ["arr:1"]},
    {"id": "com:03310", "kind": "commune", "code": "03310", "name": "Vichy", "parents": ["dep:03"]},
    {"id": "perso:nord", "kind": "perso", "name": "Nord", "communes": ["03321", "03190"]},
    {"id": "arr:2", "kind": "arrondissement", "name": "Vide", "parents": ["dep:03"]},
]


@pytest.fixture
def build(read_rows: Callable[..., Any]) -> Callable[..., Network]:
    """A network of rows, at the date of the tests: `build({"min_level": "2"}, actors=…)`."""

    def network_of(options: dict[str, str], **tables: list[Any]) -> Network:
        return network(read_rows(**tables), parse_scope(options))

    return network_of


def pairs(found: Network) -> list[str]:
    return [f"{found.ids[a]}-{found.ids[b]}" for a, b in found.edges.tolist()]


def test_rule_3_statements_collapse_to_a_pair(build: Callable[..., Network]) -> None:
    found = build(
        {},
        actors=["a", "b", "c"],
        collaborations=[
            {"a": "a", "b": "b", "level": 2, "starts_on": "2021-05", "declared_by": "a"},
            {"a": "b", "b": "a", "level": 3, "starts_on": "2019", "declared_by": "b"},
            {"a": "a", "b": "b"},
            {"a": "b", "b": "c", "level": 1, "declared_by": "c"},
            {"a": "c", "b": "b", "declared_by": "c", "evidence": "declaration"},
            {"a": "c", "b": "c"},
        ],
    )

    assert found.ties.to_pylist() == [
        {
            "first": 0,
            "second": 1,
            "family": "collaboration",
            "level": 3,
            "since": "2019",
            "confirmed": True,
            "statements": 3,
        },
        {
            "first": 1,
            "second": 2,
            "family": "collaboration",
            "level": 1,
            "since": None,
            "confirmed": False,
            "statements": 2,
        },
    ]
    assert found.statements["id"].to_pylist() == [f"collaborations:00{i}" for i in range(5)]


def test_rule_3_an_act_confirms_alone(build: Callable[..., Network]) -> None:
    found = build(
        {"confirmed_only": "oui"},
        actors=["a", "b", "c"],
        collaborations=[{"a": "a", "b": "b", "evidence": "acte"}, ("b", "c")],
        memberships=[("a", "c")],
    )

    assert pairs(found) == ["a-b"]


def test_rule_3_unspecified_level_is_known_but_not_level_two(build: Callable[..., Network]) -> None:
    rows: dict[str, Any] = {
        "actors": ["a", "b", "c"],
        "collaborations": [("a", "b"), {"a": "b", "b": "c", "level": 2}],
        "memberships": [("a", "c")],
    }

    assert pairs(build({"min_level": "1"}, **rows)) == ["a-b", "b-c"]
    assert pairs(build({"min_level": "2"}, **rows)) == ["b-c"]
    # A level is that of a collaboration: the other families are kept.
    both = {"min_level": "2", "families": "collaboration,adhesion"}
    assert pairs(build(both, **rows)) == ["a-c", "b-c"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "on", "valid"),
    [
        (None, None, "2026-09-01", True),
        ("2026", None, "2026-01-01", True),
        ("2026", None, "2025-12-31", False),
        ("2026-09", None, "2026-09-01", True),
        ("2026-09-02", None, "2026-09-01", False),
        (None, "2026", "2026-12-31", True),
        (None, "2026-02", "2026-02-28", True),
        (None, "2026-02", "2026-03-01", False),
        (None, "2026-08-31", "2026-09-01", False),
        ("2026-03-15", None, "2026-03", True),
        (None, "2026-03-15", "2026-03", False),
        (None, "2026-03", "2026-03", True),
    ],
)
def test_rule_5_partial_dates_are_first_day_and_last_day(
    build: Callable[..., Network], starts_on: str, ends_on: str, on: str, *, valid: bool
) -> None:
    tie = {"a": "a", "b": "b", "starts_on": starts_on, "ends_on": ends_on}

    found = build({"on": on}, actors=["a", "b"], collaborations=[tie])

    assert (pairs(found) == ["a-b"]) is valid
    assert found.on == on


def test_rule_5_since_keeps_later_and_undated_ties(build: Callable[..., Network]) -> None:
    found = build(
        {"since": "2024-03"},
        actors=["a", "b", "c", "d"],
        collaborations=[
            {"a": "a", "b": "b", "starts_on": "2024"},
            {"a": "b", "b": "c", "starts_on": "2024-03-01"},
            ("c", "d"),
        ],
    )

    assert pairs(found) == ["b-c", "c-d"]


def test_rule_6_families_mix_and_stay_counted_apart(build: Callable[..., Network]) -> None:
    found = build(
        {"families": "financement,adhesion,mandat"},
        actors=["a", "b", "c"],
        fundings=[
            {"funder": "a", "beneficiary": "b", "year": 2024, "amount": 100},
            {"funder": "a", "beneficiary": "b", "decided_on": "2027-01-04", "amount": 100},
        ],
        memberships=[("b", "a")],
        mandates=[("c", "a"), ("c", "a")],
    )

    assert pairs(found) == ["a-b", "a-c"]
    assert found.ties["family"].to_pylist() == ["adhesion", "financement", "mandat"]
    assert len(found.statements) == 4
    assert found.ties["confirmed"].to_pylist() == [None, None, None]
    assert found.ties["since"].to_pylist() == [None, "2024", None]


def test_rule_6_committees_and_meetings_are_nodes_of_their_own(
    build: Callable[..., Network],
) -> None:
    rows: dict[str, Any] = {
        "actors": ["a", "b", "c"],
        "committees": [{"id": "k", "name": "Comité"}, {"id": "vide", "name": "Vide"}],
        "projects": [{"id": "p", "name": "Projet"}],
        "meetings": [{"id": "s", "title": "Séance", "held_on": "2026-05-02"}],
        "participations": [("a", "k"), ("b", "k"), {"actor": "b", "target": "p"}],
        "attendances": [
            ("c", "s"),
            {"actor": "a", "meeting": "s", "state": "excuse"},
            {"actor": None, "meeting": "s", "people": 12},
        ],
    }

    both = build({"families": "participation,copresence"}, **rows)
    earlier = build({"families": "copresence", "on": "2026-05-01"}, **rows)

    assert both.ids == ("a", "b", "c", "k", "p", "s")
    assert both.actor_count == 3
    assert both.is_actor.tolist() == [True] * 3 + [False] * 3
    assert pairs(both) == ["a-k", "b-k", "b-p", "c-s"]
    assert both.others.to_pylist()[2] == {"id": "s", "name": "Séance", "table": "meetings"}
    assert pairs(earlier) == []
    assert earlier.ids == ("a", "b", "c")


def test_rule_5_dissolved_and_to_discover_are_outside(build: Callable[..., Network]) -> None:
    actors = [
        {"id": "actif", "status": "actif"},
        {"id": "dissous", "status": "dissous"},
        {"id": "dissous-2025", "status": "dissous", "dissolved_on": "2025"},
        {"id": "ici"},
        {"id": "inactif", "status": "inactif"},
        {"id": "inconnu", "status": "inconnu"},
        {"id": "registre", "status": "a_decouvrir"},
    ]
    ties = [("actif", "dissous-2025"), ("actif", "ici"), ("dissous", "registre")]

    now = build({}, actors=actors, collaborations=ties)
    before = build({"on": "2025-06-01"}, actors=actors, collaborations=ties)

    assert now.ids == ("actif", "ici", "inactif", "inconnu")
    assert pairs(now) == ["actif-ici"]
    assert now.ties_leaving == 1
    assert "dissous-2025" in before.ids
    assert before.ties_leaving == 0


def test_rule_7_documented_is_a_tie_of_any_family_or_an_answer(
    build: Callable[..., Network],
) -> None:
    rows: dict[str, Any] = {
        "actors": ["a", {"id": "b", "partners_asked_on": "2026-01-05"}, "c", "d", "e"],
        "committees": [{"id": "k", "name": "Comité"}],
        "meetings": [{"id": "s", "title": "Séance", "held_on": "2020-01-01"}],
        "participations": [("c", "k")],
        "memberships": [{"actor": "d", "organisation": "d", "ends_on": "2001"}],
        "attendances": [{"actor": "e", "meeting": "s", "state": "invite"}],
    }

    found = build({}, **rows)
    documented = build({"boundary": "documented"}, **rows)

    assert dict(zip(found.ids, found.documented.tolist(), strict=True)) == {
        "a": False,
        "b": True,
        "c": True,
        "d": True,
        "e": False,
    }
    assert documented.ids == ("b", "c", "d")


@pytest.mark.parametrize(
    ("perimeter", "inside"),
    [
        ("com:03190", "acts,dep,moulins"),
        ("com:03321", "acts,dep,yzeure"),
        ("arr:1", "acts,dep,moulins,yzeure"),
        ("dep:03", "acts,dep,moulins,vichy,yzeure"),
        ("perso:nord", "acts,dep,moulins,yzeure"),
        ("com:03310,com:03321", "acts,dep,vichy,yzeure"),
        ("arr:2", ""),
        # Of the reference geography, not of the store: the arrondissement of Vichy.
        ("arr:033", "dep,vichy"),
    ],
)
def test_rule_5_perimeter_is_where_one_is_or_acts(
    build: Callable[..., Network], perimeter: str, inside: str
) -> None:
    found = build(
        {"perimeter": perimeter},
        territories=TERRITORIES,
        actors=[
            {"id": "moulins", "commune_code": "03190"},
            {"id": "yzeure", "commune_code": "03321"},
            {"id": "vichy", "commune_code": "03310", "acts_in": []},
            {"id": "acts", "commune_code": "63113", "acts_in": ["com:63113", "arr:1"]},
            {"id": "dep", "acts_in": ["dep:03"]},
            {"id": "nowhere"},
        ],
        collaborations=[("moulins", "nowhere"), ("moulins", "vichy")],
    )

    assert ",".join(found.ids) == inside


def test_rule_5_kinds_themes_committee_and_without_narrow(build: Callable[..., Network]) -> None:
    rows: dict[str, Any] = {
        "actors": [
            {"id": "a", "themes": ["culture"]},
            {"id": "b", "kind": "elu", "themes": ["theatre", "sport"]},
            {"id": "c", "themes": ["sport"]},
            {"id": "d"},
        ],
        "themes": [
            {"id": "culture", "label": "Culture"},
            {"id": "theatre", "label": "Théâtre", "parent": "culture"},
            {"id": "sport", "label": "Sport"},
        ],
        "committees": [{"id": "k", "name": "Comité"}],
        "participations": [("a", "k"), {"actor": "c", "target": "k", "ends_on": "2020"}],
    }

    assert build({"kinds": "elu"}, **rows).ids == ("b",)
    assert build({"themes": "culture"}, **rows).ids == ("a", "b")
    assert build({"themes": "theatre,sport"}, **rows).ids == ("b", "c")
    assert build({"committee": "k"}, **rows).ids == ("a",)
    assert build({"without": "a,d"}, **rows).ids == ("b", "c")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"perimeter": "arr:3"}, "Le territoire « arr:3 » n’existe pas. Possibles : arr:"),
        ({"themes": "x"}, "Le thème « x » n’existe pas."),
        ({"committee": "x"}, "Le comité « x » n’existe pas."),
        ({"without": "x"}, "L’acteur « x » n’existe pas. Possibles : a."),
    ],
    ids=["perimeter", "themes", "committee", "without"],
)
def test_unknown_id_is_said(
    build: Callable[..., Network], options: dict[str, str], sentence: str
) -> None:
    with pytest.raises(InputError) as caught:
        build(options, actors=["a"], territories=TERRITORIES)

    assert sentence in str(caught.value)


def test_rows_do_not_depend_on_the_order_of_the_store(build: Callable[..., Network]) -> None:
    ties = [("b", "c"), ("a", "c"), ("d", "a")]

    one = build({}, actors=["a", "b", "c", "d"], collaborations=ties)
    two = build({}, actors=["d", "c", "b", "a"], collaborations=ties[::-1])

    assert one.ids == two.ids
    assert np.array_equal(one.edges, two.edges)
    assert nx.utils.graphs_equal(one.graph, two.graph)


def test_empty_store_is_an_empty_network(build: Callable[..., Network]) -> None:
    found = build({"families": "collaboration,participation"})

    assert found.ids == ()
    assert found.edges.shape == (0, 2)
    assert found.graph.number_of_nodes() == 0


def test_sentence_says_the_scope(build: Callable[..., Network]) -> None:
    found = build(
        {
            "perimeter": "arr:1",
            "kinds": "association,service_public",
            "min_level": "2",
            "on": "2026-03-01",
            "without": "dep",
        },
        actors=[{"id": "dep", "name": "Département"}],
        territories=TERRITORIES,
    )

    assert found.sentence.replace("\xa0", " ") == (
        "Associations et services publics de l’arrondissement de Moulins, "
        "liens notés de niveau 2 et plus, au 1er mars 2026, sans « Département »"
    )


def test_sentence_of_the_default_scope_has_a_date(build: Callable[..., Network]) -> None:
    assert build({}).sentence == "Acteurs, liens notés, au 1er septembre 2026"


def test_a_merged_commune_lies_where_its_successor_does(build: Callable[..., Network]) -> None:
    # Meaulne (03168) and Vitray (03318) became Meaulne-Vitray (03168) on 2017-01-01.
    found = build({"perimeter": "com:03168"}, actors=[{"id": "a", "commune_code": "03318"}])

    assert found.ids == ("a",)
