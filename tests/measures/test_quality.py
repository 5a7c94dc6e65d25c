"""What is missing where, what to check, whom to call: by hand on a directory of nine rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from actors_graph.measures.quality import (
    Age,
    Lack,
    Reason,
    quality,
    quality_by_place,
    to_call,
    to_check,
)
from actors_graph.model import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts
    from actors_graph.measures.quality import Quality

FULL = {"commune": "Vichy", "commune_code": "03310", "themes": ["emploi"], "checked_on": "2026-06"}
ACTORS: list[dict[str, Any]] = [
    {"id": "a", **FULL, "phone": "04 70 11 22 33"},
    {"id": "b", **FULL, "checked_on": "2026-02-28"},
    {"id": "c", **FULL, "checked_on": "2025-08-31", "commune_code": "03190"},
    {"id": "d", **FULL, "checked_on": "2024-08-31", "partners_asked_on": "2024"},
    {"id": "e", "commune": "Vichi"},
    {"id": "stub", "status": "inconnu"},
    {"id": "elu", "kind": "elu"},
    {"id": "closed", "status": "inactif"},
    {"id": "register", "status": "a_decouvrir"},
]
TERRITORIES = [
    {"id": "bassin:v", "kind": "bassin", "name": "Bassin de Vichy", "communes": ["03310"]},
    {"id": "bassin:m", "kind": "bassin", "name": "Bassin de Moulins", "communes": ["03190"]},
]


def contacts(*rows: dict[str, str]) -> pa.Table:
    return pa.Table.from_pylist(
        [{"id": str(n), **row} for n, row in enumerate(rows)],
        schema=TABLES["contacts"].arrow_schema,
    )


PEOPLE = contacts(
    {"actor": "b", "last_name": "Petit", "first_name": "Zoé"},
    {"actor": "b", "last_name": "Roy", "phone": "04 70 99 88 77"},
    {"actor": "d", "last_name": "Petit"},
)


@pytest.fixture(scope="module")
def facts(measure: Callable[..., Facts]) -> Facts:
    return measure(
        actors=ACTORS,
        collaborations=[("a", "b"), ("b", "c"), ("a", "stub")],
        territories=TERRITORIES,
    )


@pytest.fixture(scope="module")
def found(facts: Facts) -> Quality:
    return quality(facts, contacts=PEOPLE)


def ids(structures: tuple[Any, ...]) -> list[str]:
    return [one.id for one in structures]


def test_only_active_structures_are_looked_at(found: Quality) -> None:
    assert ids(found.structures) == ["a", "b", "c", "d", "e", "stub"]
    assert ids(found.described) == ["a", "b", "c", "d", "e"]


def test_each_lack_has_its_list_and_its_n(found: Quality) -> None:
    lists = {lack: ids(found.lacking(lack)) for lack in found.asked}

    assert lists == {
        Lack.IDENTITY: ["stub"],
        Lack.COMMUNE: ["e"],
        Lack.THEME: ["e"],
        Lack.PARTNERS: ["e"],
        # « c » has no contact, no phone and no email.
        Lack.CONTACT: ["c", "e"],
    }
    assert (found.n(Lack.IDENTITY), found.n(Lack.THEME)) == (6, 5)


def test_ages_begin_the_day_after_six_twelve_twenty_four_months(found: Quality) -> None:
    """At 2026-09-01: 28 February is over six months, 31 August 2025 over one year."""
    ages = {age: ids(found.aged(age)) for age in Age}

    assert ages == {
        Age.RECENT: ["a"],
        Age.SIX_MONTHS: ["b"],
        Age.ONE_YEAR: ["c"],
        Age.TWO_YEARS: ["d"],
        Age.NEVER: ["e"],
    }


def test_what_is_missing_is_said_with_its_n(found: Quality) -> None:
    assert found.sentences() == (
        "2\xa0structures sur 5 sans contact, téléphone ni courriel.",
        "1\xa0structure sur 6 connue par un nom seulement, à identifier.",
        "1\xa0structure sur 5 sans commune.",
        "1\xa0structure sur 5 sans thème.",
        "On ne sait pas avec qui travaille 1\xa0structure sur 5.",
    )


def test_a_view_without_contacts_asks_for_none(facts: Facts) -> None:
    public = quality(facts, contacts=None)

    assert Lack.CONTACT not in public.asked
    assert public.lacking(Lack.CONTACT) == ()


def test_each_territory_is_counted(facts: Facts, found: Quality) -> None:
    places = quality_by_place(facts, found)

    assert [(place.id, place.name, place.n) for place in places] == [
        ("bassin:m", "Bassin de Moulins", 1),
        ("bassin:v", "Bassin de Vichy", 3),
        ("", "", 2),
    ]
    assert places[0].lacking[Lack.CONTACT] == 1
    assert places[2].lacking == {
        Lack.IDENTITY: 1,
        Lack.COMMUNE: 1,
        Lack.THEME: 1,
        Lack.PARTNERS: 1,
        Lack.CONTACT: 1,
    }
    assert places[2].aged[Age.NEVER] == 1


def test_the_oldest_checks_of_most_partners_come_first(found: Quality) -> None:
    assert ids(to_check(found)) == ["d", "stub", "e", "c", "b"]


def test_one_calls_those_who_can_tell_something(found: Quality) -> None:
    calls = to_call(found, contacts=PEOPLE)

    assert [(call.structure.id, call.phone, call.contact) for call in calls] == [
        ("d", "", "Petit"),
        ("e", "", ""),
    ]
    assert calls[0].why == (
        "Sans partenaire connu, fiche vérifiée il y a plus de 2 ans : est-ce toujours vrai ?"
    )


def test_never_checked_is_not_two_years_and_never_noted_is_not_none(
    measure: Callable[..., Facts],
) -> None:
    """A file just loaded: a pair without a date of check, a member of a committee."""
    facts = measure(
        actors=["a", "b", {"id": "c", "checked_on": "2024-08"}, "member"],
        collaborations=[("a", "b"), ("b", "c")],
        committees=[{"id": "x", "name": "Comité", "level": "local"}],
        participations=[{"actor": "member", "target": "x", "role": "membre"}],
    )

    found = quality(facts, contacts=None)
    calls = {call.structure.id: (call.reason, call.why) for call in to_call(found, contacts=None)}

    assert ids(found.lacking(Lack.PARTNERS)) == ["member"]
    assert calls == {
        "member": (Reason.UNASKED, "Nous ne savons pas avec qui elle travaille."),
        "c": (Reason.OLD, "Fiche vérifiée il y a plus de 2 ans."),
        "a": (Reason.NEVER, "Fiche jamais vérifiée."),
        "b": (Reason.NEVER, "Fiche jamais vérifiée."),
    }
    assert list(calls) == ["member", "c", "a", "b"]


def test_partners_out_of_the_scope_are_partners(measure: Callable[..., Facts]) -> None:
    facts = measure(
        {"kinds": "association"},
        actors=["a", {"id": "b", "kind": "collectivite"}],
        collaborations=[("a", "b")],
    )

    (one,) = quality(facts, contacts=None).structures

    assert (one.partners, one.asked) == (1, True)


def test_who_can_be_reached_comes_first(measure: Callable[..., Facts]) -> None:
    facts = measure(actors=[{"id": "a"}, {"id": "b"}, {"id": "c", "phone": "1"}])
    people = contacts(
        {"actor": "b", "last_name": "Petit", "first_name": "Zoé"},
        {"actor": "b", "last_name": "Roy", "phone": "04 70 99 88 77"},
    )

    calls = to_call(quality(facts, contacts=people), contacts=people)

    assert [(call.structure.id, call.phone, call.contact) for call in calls] == [
        ("b", "04 70 99 88 77", "Roy"),
        ("c", "1", ""),
        ("a", "", ""),
    ]


def test_an_empty_directory_lacks_nothing(measure: Callable[..., Facts]) -> None:
    empty = measure()

    found = quality(empty, contacts=contacts())

    assert found.sentences() == ("Rien ne manque dans ces fiches.",)
    assert quality_by_place(empty, found) == ()
    assert to_check(found) == ()
