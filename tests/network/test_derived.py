"""A network made from a network is the one its scope would have drawn, column by column."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.network import network, parse_scope
from actors_graph.network.derived import at_level, without

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.network import Network

ALL_FAMILIES = "collaboration,financement,adhesion,mandat,participation,copresence"


@pytest.fixture(scope="module")
def drawn(read_rows: Callable[..., Any]) -> Any:  # noqa: ANN401  a reader of the tests
    """Forty actors in two communes, ties of four families, five committees."""
    chance = random.Random(5)
    actors: list[dict[str, Any]] = [
        {
            "id": f"a{place:02d}",
            "kind": chance.choice(["association", "elu", "collectivite"]),
            "commune_code": chance.choice(["03190", "03310"]),
        }
        for place in range(40)
    ]
    actors[0] |= {"kind": "collectivite", "name": "Département de l'Allier"}
    actors[1] |= {"part_of": "a00"}
    actors[2] |= {"part_of": "a01"}
    pairs = [chance.sample(range(40), 2) for _ in range(90)]
    levels = [chance.choice([None, 1, 2, 3, 4]) for _ in pairs]
    ties = [
        {"a": f"a{one:02d}", "b": f"a{two:02d}", "level": level}
        for (one, two), level in zip(pairs, levels, strict=True)
    ]
    return read_rows(
        actors=actors,
        collaborations=ties[:70],
        fundings=[{"funder": tie["a"], "beneficiary": tie["b"]} for tie in ties[60:]],
        committees=[{"id": f"c{place}", "name": f"C{place}"} for place in range(5)],
        participations=[
            {"actor": f"a{chance.randrange(40):02d}", "target": f"c{chance.randrange(5)}"}
            for _ in range(12)
        ],
    )


def content(built: Network) -> dict[str, Any]:
    return {
        "scope": replace(built.scope, without=tuple(sorted(built.scope.without))),
        "sentence": built.sentence,
        "ids": built.ids,
        "others": built.others.to_pylist(),
        "documented": built.documented.tolist(),
        "ties": built.ties.to_pylist(),
        "statements": built.statements.to_pylist(),
        "leaving": built.ties_leaving,
        "elsewhere": built.partners_elsewhere.tolist(),
    }


SCOPES = [
    {},
    {"families": ALL_FAMILIES},
    {"families": ALL_FAMILIES, "perimeter": "com:03190"},
    {"families": "collaboration,participation", "kinds": "association,elu", "min_level": "2"},
]


@pytest.mark.parametrize("options", SCOPES)
def test_without_some_is_the_network_of_that_scope(drawn: Any, options: dict[str, str]) -> None:  # noqa: ANN401
    whole = network(drawn, parse_scope(options))
    removed = whole.ids[1 : whole.actor_count : 3]

    found = without(whole, removed)

    asked = network(drawn, replace(whole.scope, without=removed))
    assert content(found) == content(asked)
    assert len(found.ids) < len(whole.ids)
    assert without(whole, ["unknown"]) is whole


@pytest.mark.parametrize("options", SCOPES)
@pytest.mark.parametrize("level", [2, 3, 4])
def test_at_a_level_is_the_network_of_that_scope(
    drawn: Any,  # noqa: ANN401
    options: dict[str, str],
    level: int,
) -> None:
    whole = network(drawn, parse_scope(options))

    found = at_level(whole, level)

    asked = network(drawn, replace(whole.scope, min_level=max(level, whole.scope.min_level)))
    assert content(found) == content(asked)
    assert at_level(whole, whole.scope.min_level) is whole


def test_one_after_the_other_is_both(drawn: Any) -> None:  # noqa: ANN401
    whole = network(drawn, parse_scope({"families": ALL_FAMILIES, "perimeter": "com:03310"}))
    removed = whole.ids[: whole.actor_count : 2]

    asked = network(drawn, replace(whole.scope, min_level=3, without=removed))

    assert content(at_level(without(whole, removed), 3)) == content(asked)
    assert content(without(at_level(whole, 3), removed)) == content(asked)


def test_institution_is_the_departement_and_its_parts(drawn: Any) -> None:  # noqa: ANN401
    assert network(drawn, parse_scope({})).institution == {"a00", "a01", "a02"}


@pytest.mark.parametrize(
    ("actor", "is_one"),
    [
        ({"kind": "collectivite", "subtype": "Département"}, True),
        ({"kind": "service_public", "name": "Conseil départemental de l’Allier"}, True),
        ({"kind": "collectivite", "name": "CD 03", "siren": "220300016"}, True),
        ({"kind": "collectivite", "name": "Département du Rhône"}, True),
        ({"kind": "collectivite", "name": "Le Département"}, True),
        ({"kind": "service_public", "name": "Conseil départemental 03"}, True),
        ({"kind": "service_public", "name": "Conseil départemental de l'accès au droit"}, False),
        ({"kind": "service_public", "name": "Département de cardiologie"}, False),
        ({"kind": "collectivite", "name": "Départemental Golf"}, False),
        ({"kind": "elu", "subtype": "conseiller départemental"}, False),
        ({"kind": "association", "name": "Département de basket"}, False),
        ({"kind": "collectivite", "name": "Vichy", "siren": "210303103"}, False),
    ],
)
def test_what_makes_a_departement(
    read_rows: Callable[..., Any], actor: dict[str, str], *, is_one: bool
) -> None:
    reader = read_rows(actors=[{"id": "x"} | actor, {"id": "y", "part_of": "y"}])

    assert network(reader, parse_scope({})).institution == ({"x"} if is_one else set())
