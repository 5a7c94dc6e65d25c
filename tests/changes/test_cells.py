"""Columns of a file: what a cell holds for another field, what is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

HEAD = "id,nom,type,siret,siren,code_postal,commune,courriel,site_web,cree_le,source\n"


def row_of(session: Session, actor: str) -> dict[str, Any]:
    table = session.tables(["actors"], ids=[actor])["actors"]
    return {name: value for name, value in table.to_pylist()[0].items() if value is not None}


def test_what_a_cell_holds_for_another_field_goes_there(
    bring: Callable[..., ImportReport], session: Session
) -> None:
    bring(
        acteurs=f"{HEAD}a,Un,association,732829320,,03200 Vichy,,,un@exemple.fr,43567,x\n"
        "b,Deux,association,,,03200 Vichy,Cusset,deux@exemple.fr,autre@exemple.fr,2018-2019,x\n"
    )

    one, two = row_of(session, "a"), row_of(session, "b")
    assert (one["siren"], one["postal_code"], one["commune"]) == ("732829320", "03200", "Vichy")
    assert (one["commune_code"], one["email"]) == ("03310", "un@exemple.fr")
    assert "siret" not in one
    assert "website" not in one
    assert one["created_on"] == "2019-04-12"
    # What the row says of its own stays.
    assert (two["commune"], two["email"]) == ("Cusset", "deux@exemple.fr")
    assert (two["created_on"], two["dissolved_on"]) == ("2018", "2019")


def test_each_repair_is_said_on_its_line(bring: Callable[..., ImportReport]) -> None:
    report = bring(
        acteurs=f"{HEAD}a,Un,association,732829320,,,,,,,x\nb,Deux,association,,,3200,,,,,x\n"
    ).files[0]

    said = [(one.line, one.column, one.value, one.severity.value) for one in report.problems]
    assert said == [(2, "siret", "732829320", "repaired"), (3, "code_postal", "3200", "repaired")]
    assert report.repaired == 2


def test_what_equal_cells_hold_is_said_once(
    bring: Callable[..., ImportReport], session: Session
) -> None:
    zeros = "".join(f"{i},Nom {i},Mairie,00000000000000,,,,,,,x\n" for i in "abc")

    report = bring(acteurs=f"{HEAD}{zeros}").files[0]

    said = [(one.line, one.value, one.message.replace("\xa0", " ")) for one in report.problems]
    assert said == [
        (2, "Mairie", "lu « collectivité » (3 lignes)."),
        (2, "00000000000000", "que des zéros : lu comme vide (3 lignes)."),
    ]
    assert "siret" not in row_of(session, "a")


def test_a_line_break_parts_a_list_and_is_a_space_elsewhere(
    bring: Callable[..., ImportReport], session: Session
) -> None:
    bring(
        acteurs='id,nom,type,source,description,themes\na,Un,association,x,"deux\nlignes","sport\nsanté"\n'
    )

    one = row_of(session, "a")
    assert (one["description"], len(one["themes"])) == ("deux lignes", 2)
