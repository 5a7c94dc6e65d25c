from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.measures.groups import By, groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts

TERRITORIES = [
    {"id": "dep:03", "kind": "departement", "name": "Allier"},
    {"id": "arr:1", "kind": "arrondissement", "name": "Moulins", "parents": ["dep:03"]},
    {"id": "arr:2", "kind": "arrondissement", "name": "Vichy", "parents": ["dep:03"]},
    {"id": "com:03190", "kind": "commune", "code": "03190", "name": "M", "parents": ["arr:1"]},
    {"id": "com:03310", "kind": "commune", "code": "03310", "name": "V", "parents": ["arr:2"]},
]


def named(facts: Facts, by: By) -> dict[str, str | None]:
    found = groups(facts.network, by)
    labels = found.partition.labels.tolist()
    names = [found.names[label] if label >= 0 else None for label in labels]
    return dict(zip(facts.network.ids, names, strict=True))


def apart(facts: Facts, by: By) -> set[str]:
    """Pairs of actors that differ."""
    network = facts.network
    partition = groups(network, by).partition
    rows = range(len(network.ids))
    labels = partition.labels
    return {
        network.ids[a] + network.ids[b]
        for a in rows
        for b in rows
        if a < b and min(labels[a], labels[b]) >= 0 and partition.differ[labels[a], labels[b]]
    }


def test_kinds_are_known_and_single(measure: Callable[..., Facts]) -> None:
    facts = measure(actors=["a", {"id": "b", "kind": "elu"}, "c"])

    assert named(facts, By.KIND) == {"a": "association", "b": "elu", "c": "association"}
    assert apart(facts, By.KIND) == {"ab", "bc"}
    assert groups(facts.network, By.KIND).single


def test_level_is_the_widest_territory_or_that_of_an_authority(
    measure: Callable[..., Facts],
) -> None:
    facts = measure(
        territories=TERRITORIES,
        actors=[
            {"id": "a", "acts_in": ["com:03190", "dep:03", "arr:1"]},
            {"id": "b", "acts_in": ["com:63113"]},
            {"id": "c", "kind": "collectivite", "subtype": "departement"},
            {"id": "d", "subtype": "club de lecture"},
        ],
    )

    assert named(facts, By.LEVEL) == {
        "a": "departement",
        "b": "commune",
        "c": "departement",
        "d": None,
    }
    assert apart(facts, By.LEVEL) == {"ab", "bc"}


def test_actors_that_share_a_broad_theme_do_not_differ(measure: Callable[..., Facts]) -> None:
    facts = measure(
        themes=[
            {"id": "culture", "label": "Culture"},
            {"id": "theatre", "label": "Théâtre", "parent": "culture"},
            {"id": "sport", "label": "Sport"},
            {"id": "boucle", "label": "Boucle", "parent": "boucle"},
        ],
        actors=[
            {"id": "a", "themes": ["theatre"]},
            {"id": "b", "themes": ["culture", "sport"]},
            {"id": "c", "themes": ["sport"]},
            {"id": "d", "themes": ["boucle"]},
            {"id": "e", "themes": []},
        ],
    )

    assert apart(facts, By.THEME) == {"ac", "ad", "bd", "cd"}
    assert not groups(facts.network, By.THEME).single


def test_territory_is_the_bassin_of_the_commune(measure: Callable[..., Facts]) -> None:
    rows: dict[str, Any] = {
        "actors": [
            {"id": "a", "commune_code": "03190"},
            {"id": "b", "commune_code": "03310"},
            {"id": "c", "commune_code": "63113"},
            {"id": "d"},
        ],
    }
    bassin = {"id": "bassin:x", "kind": "bassin", "name": "X", "communes": ["03190", "03310"]}

    by_arrondissement = measure(territories=TERRITORIES, **rows)
    by_bassin = measure(territories=[*TERRITORIES, bassin], **rows)

    assert named(by_arrondissement, By.TERRITORY) == {
        "a": "arr:1",
        "b": "arr:2",
        # Clermont-Ferrand, by the reference geography.
        "c": "arr:632",
        "d": None,
    }
    assert apart(by_bassin, By.TERRITORY) == set()


def test_without_groups_any_two_actors_differ_but_no_committee(
    measure: Callable[..., Facts],
) -> None:
    facts = measure(
        {"families": "participation"},
        actors=["a", "b"],
        committees=[{"id": "k", "name": "Comité"}],
        participations=[("a", "k")],
    )

    assert apart(facts, By.NONE) == {"ab"}


@pytest.mark.parametrize("by", list(By))
def test_nobody_makes_no_group(measure: Callable[..., Facts], by: By) -> None:
    assert groups(measure().network, by).partition.labels.tolist() == []
