"""A row written by hand: same checks as an import, never over somebody else's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.changes.by_hand.forms import create_actor, create_row, edit_row, remove_tie
from actors_graph.changes.same_actor.answers import known_pairs
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import ConflictError, InputError
from actors_graph.model import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

ACTORS = TABLES["actors"]


@pytest.fixture
def one(bring: Bring, session: Session) -> Session:
    bring(acteurs="id,nom,type,telephone,source\na,Régie,association,04 70 11 22 33,liste\n")
    return session


def test_a_correction_is_typed_journaled_and_versioned(one: Session) -> None:
    report = edit_row(one, ACTORS, {"phone": "", "siret": "384 138 996 00028"}, id="a", version=1)

    row = one.tables(["actors"])["actors"].to_pylist()[0]
    assert (row["phone"], row["siret"], row["version"]) == (None, "38413899600028", 2)
    assert [problem.severity for problem in report.problems] == ["repaired"]
    assert one.journal()[-1].action == "edit"


def test_nothing_is_written_when_nothing_changes(one: Session) -> None:
    report = edit_row(one, ACTORS, {"name": " Régie "}, id="a", version=1)

    assert report.receipt is None
    assert len(one.journal()) == 1


def test_a_second_writer_is_told(one: Session) -> None:
    edit_row(one, ACTORS, {"name": "Régie neuve"}, id="a", version=1)

    with pytest.raises(ConflictError, match="entre-temps par") as conflict:
        edit_row(one, ACTORS, {"name": "Autre"}, id="a", version=1)

    # Who, and what each field was and is.
    assert f"par {one.user.name} le " in str(conflict.value)
    assert "nom : «\xa0Régie neuve\xa0» maintenant, «\xa0Régie\xa0» avant" in str(conflict.value)
    found = {c.field: (c.expected, c.found) for c in conflict.value.conflicts}
    assert found["name"] == ("Régie", "Régie neuve")
    assert len(one.journal()) == 2


@pytest.mark.parametrize(
    "texts",
    [
        {"name": ""},
        {"kind": "licorne"},
        {"commune_code": "99999"},
        {"part_of": "a"},
        {"created_on": "2020", "dissolved_on": "2019-05"},
        {"part_of": "zz"},
        {"kind": "elu"},
        {"kind": "elu", "email": "x@exemple.fr"},
    ],
)
def test_a_wrong_value_is_refused(one: Session, texts: dict[str, str]) -> None:
    with pytest.raises(InputError) as refusal:
        edit_row(one, ACTORS, texts, id="a", version=1)

    assert refusal.value.column
    assert len(one.journal()) == 1


def test_what_a_person_corrects_is_checked_today(one: Session) -> None:
    edit_row(one, ACTORS, {"acronym": "RQ"}, id="a", version=1)
    assert fields(one, "a")["checked_on"] == "2026-09-01"

    edit_row(one, ACTORS, {"acronym": "", "checked_on": "2026-05"}, id="a", version=2)
    assert fields(one, "a")["checked_on"] == "2026-05"


def test_a_name_completed_by_hand_is_no_longer_unknown(bring: Bring, session: Session) -> None:
    bring(
        acteurs="id,nom,type,source\na,Régie,association,s\n",
        collaborations="acteur_a,acteur_b,source\na,mystere,s\n",
    )
    edit_row(session, ACTORS, {"name": "Le Mystère"}, id="mystere", version=1)
    assert fields(session, "mystere")["status"] is None

    # A file of before says otherwise: the name that was checked since stays.
    report = bring(acteurs="id,nom,type,source\nmystere,Enigme,association,s\n")

    assert any("valeur gardée" in problem.message for problem in report.files[0].problems)
    assert fields(session, "mystere")["name"] == "Le Mystère"


def test_a_commune_is_found_as_an_import_finds_it(one: Session) -> None:
    report = edit_row(one, ACTORS, {"commune": "Cuset", "postal_code": "03300"}, id="a", version=1)

    assert fields(one, "a")["commune_code"] == "03095"
    assert fields(one, "a")["commune"] == "Cuset"
    assert "Cusset" in report.problems[0].message
    territories = one.tables(["territories"])["territories"].column("id").to_pylist()
    assert {"com:03095", "dep:03"} <= set(territories)
    assert one.check().sound


def test_another_commune_takes_the_place_of_the_first(one: Session) -> None:
    texts = {"commune": "Vichy", "lat": "46.12", "lon": "3.42"}
    edit_row(one, ACTORS, texts, id="a", version=1)

    # A form sends back what it showed: the code is that of the commune before.
    texts = {"commune": "Cusset", "commune_code": "03310"}
    report = edit_row(one, ACTORS, texts, id="a", version=2)

    now = fields(one, "a")
    assert (now["commune_code"], now["lat"], now["lon"]) == ("03095", None, None)
    assert "retiré" in report.problems[-1].message


def test_a_commune_that_could_be_two_is_asked(one: Session) -> None:
    report = edit_row(one, ACTORS, {"commune": "Saint-Sauveur"}, id="a", version=1)

    assert fields(one, "a")["commune_code"] is None
    assert report.problems[0].message.startswith("peut être")


def test_what_looks_like_a_known_actor_is_asked_first(one: Session) -> None:
    texts = {"name": "REGIE", "kind": "association"}

    asked = create_actor(one, texts)

    assert [(c.id, c.name) for c in asked.candidates] == [("a", "Régie")]
    assert (asked.receipt, len(one.journal())) == (None, 1)


def test_a_namesake_is_created_once_somebody_says_so(one: Session) -> None:
    first = create_actor(one, {"name": "Amicale", "kind": "association"})
    before = one.canonical_hash()

    second = create_actor(
        one, {"name": "Amicale", "kind": "association"}, different_from=[first.id]
    )

    assert (first.id, second.id) == ("loc:amicale", "loc:amicale-2")
    assert known_pairs(one) == {("loc:amicale", "loc:amicale-2"): "different"}
    assert fields(one, second.id)["source"] == "saisie"
    assert second.receipt is not None
    undo(one, str(second.receipt.seq))
    assert one.canonical_hash() == before


def test_a_contact_a_project_and_a_tie_are_written_by_hand(one: Session) -> None:
    create_actor(one, {"name": "Secours du Sichon", "kind": "association", "id": "b"})
    create_row(one, TABLES["contacts"], {"actor": "a", "last_name": "Petit", "phone": "0470112233"})
    create_row(one, TABLES["projects"], {"name": "Village", "kind": "evenement"})
    tie = create_row(one, TABLES["collaborations"], {"a": "b", "b": "a", "level": "2"})

    row = one.tables(["collaborations"])["collaborations"].to_pylist()[0]
    assert (row["a"], row["b"], row["source"], row["checked_on"]) == (
        "a",
        "b",
        "saisie",
        "2026-09-01",
    )
    assert one.tables(["contacts"])["contacts"].to_pylist()[0]["phone"] == "04 70 11 22 33"
    assert one.check().sound
    with pytest.raises(InputError, match="elle-même"):
        create_row(one, TABLES["collaborations"], {"a": "a", "b": "a"})
    with pytest.raises(InputError, match="existe déjà"):
        create_row(one, TABLES["collaborations"], {"a": "a", "b": "b"})
    remove_tie(one, TABLES["collaborations"], id=tie.id, version=1)
    assert one.tables(["collaborations"])["collaborations"].num_rows == 0


def test_only_a_tie_is_taken_away(one: Session) -> None:
    with pytest.raises(InputError, match="lien"):
        remove_tie(one, ACTORS, id="a", version=1)
    with pytest.raises(InputError, match="n’existe plus"):
        remove_tie(one, TABLES["collaborations"], id="zz", version=1)


def fields(session: Session, row: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = session.tables(["actors"], ids=[row])["actors"].to_pylist()
    return found[0]


def test_a_new_row_takes_an_id_of_its_own(one: Session) -> None:
    texts = {"name": "L’Étoile", "kind": "association", "source": "main"}

    assert create_row(one, ACTORS, texts).id == "loc:l-etoile"
    with pytest.raises(InputError, match="existe déjà"):
        create_row(one, ACTORS, texts)
