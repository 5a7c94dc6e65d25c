"""What the rows of an import become: ids, stubs, themes, places, élus, ties of other kinds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors_graph.model import TABLES
from actors_graph.model.ids import elu_id, tie_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

ACTORS = "id,nom,type,source\na,Régie,association,liste\nb,CCAS,service_public,liste\n"


def rows(session: Session, table: str) -> dict[str, dict[str, Any]]:
    """Filled values of the rows of a table, by id, without versions and derived fields."""
    derived = {field.name for field in TABLES[table].fields if field.derived} | {"version"}
    return {
        row["id"]: {k: v for k, v in row.items() if v is not None and k not in derived}
        for row in session.tables([table])[table].to_pylist()
    }


def messages(report: ImportReport) -> list[str]:
    return [problem.sentence for file in report.files for problem in file.problems]


def test_rule_1_given_ids_win_then_reference_then_registers(bring: Bring, session: Session) -> None:
    head = "id,nom,type,rna,siret,commune,source,reference\n"
    bring(
        acteurs=f"{head}x,Un,association,W034001234,,,liste,1\n"
        ",Deux,association,W034009999,38413899600028,,liste,2\n"
        ",Trois,association,,38413899600028,,liste,3\n"
        ",L'Étoile,association,,,Cusset,liste,\n"
    )
    assert set(rows(session, "actors")) == {
        "x",
        "rna:W034009999",
        "siret:38413899600028",
        "loc:l-etoile-cusset",
    }

    report = bring(acteurs=f"{head},Un renommé,association,W034001234,,,liste,1\n")

    assert (report.files[0].changed, report.files[0].new) == (1, 0)
    assert rows(session, "actors")["x"]["name"] == "Un renommé"


def test_rule_1_the_id_of_a_tie_is_that_of_its_facts(bring: Bring, session: Session) -> None:
    ties = "acteur_a,acteur_b,nature,source\nb,a,Convention,liste\n"

    bring(acteurs=ACTORS, collaborations=ties)

    wanted = tie_id(
        TABLES["collaborations"], {"a": "a", "b": "b", "nature": "convention", "source": "liste"}
    )
    assert list(rows(session, "collaborations")) == [wanted]


def test_an_unknown_actor_of_a_tie_becomes_a_stub_and_is_said(
    bring: Bring, session: Session
) -> None:
    report = bring(
        acteurs=ACTORS,
        collaborations="acteur_a,acteur_b,source\na,zz,liste\nb,zz,liste\n",
        mandats="elu,organe,source\nelu:1,b,rne\n",
    )

    actors = rows(session, "actors")
    assert actors["zz"] == {
        "id": "zz",
        "name": "zz",
        "kind": "autre",
        "status": "inconnu",
        "source": "liste",
    }
    assert actors["elu:1"]["kind"] == "elu"
    said = [
        (problem.line, problem.value, problem.severity)
        for file in report.files
        for problem in file.problems
    ]
    assert said == [(2, "zz", "warning"), (2, "elu:1", "warning")]
    assert report.changes == 7

    bring(acteurs="id,nom,type,source\nzz,Zèbre,association,liste\n")
    assert "status" not in rows(session, "actors")["zz"]


def test_a_theme_is_found_by_its_words_or_created(bring: Bring, session: Session) -> None:
    report = bring(
        themes="id,libelle,synonymes\nth:num,Numérique,inclusion numérique|ordinateurs\n",
        acteurs="id,nom,type,themes,source\n"
        "a,Régie,association,numerique|Ordinateurs|Lutte contre l'isolement,s\n"
        "b,CCAS,service_public,lutte contre l’isolement|mobilite,s\n",
    )

    themes = rows(session, "themes")
    assert set(themes) == {"th:num", "loc:lutte-contre-l-isolement", "mobilite"}
    assert themes["loc:lutte-contre-l-isolement"]["label"] == "Lutte contre l'isolement"
    actors = rows(session, "actors")
    assert actors["a"]["themes"] == ["th:num", "loc:lutte-contre-l-isolement"]
    assert actors["b"]["themes"] == ["loc:lutte-contre-l-isolement", "mobilite"]
    assert len([message for message in messages(report) if "thème" in message]) == 2


def test_a_commune_brings_its_territories_from_the_reference(
    bring: Bring, session: Session
) -> None:
    report = bring(
        acteurs="id,nom,type,code_insee,agit_sur,source\n"
        "a,Régie,association,3190,epci:200071140,s\nb,CCAS,service_public,03190,,s\n"
    )

    territories = rows(session, "territories")
    assert {"com:03190", "arr:032", "dep:03", "reg:84", "epci:200071140"} <= set(territories)
    assert territories["com:03190"]["name"] == "Moulins"
    assert report.files[0].repaired == 1
    assert rows(session, "actors")["a"]["commune_code"] == "03190"
    assert len([message for message in messages(report) if "géographie" in message]) == 1


def test_an_elu_keeps_name_office_and_dates_only(bring: Bring, session: Session) -> None:
    report = bring(
        acteurs="id,nom,type,sous_type,telephone,courriel,adresse,date_naissance,source\n"
        "e,Camille Test,elu,maire,04 70 11 22 33,c@exemple.fr,1 rue X,1960-01-01,rne\n"
    )

    assert rows(session, "actors")["e"] == {
        "id": "e",
        "name": "Camille Test",
        "kind": "elu",
        "subtype": "maire",
        "source": "rne",
    }
    columns = {problem.column for problem in report.files[0].problems}
    assert columns == {"telephone", "courriel", "adresse", "date_naissance"}


def test_rule_1_the_id_of_an_elu_hides_the_birth_date(bring: Bring, session: Session) -> None:
    head = "nom,type,date_naissance,source\n"
    content = f"{head}Camille Test,elu,12/04/1960,rne\nCamille Test,elu,1971-01-02,rne\n"

    bring(acteurs=content)

    key = session.info().identity_key.encode()
    dates = ("1960-04-12", "1971-01-02")
    wanted = {elu_id(name="Camille TEST", birth_date=day, identity_key=key) for day in dates}
    assert set(rows(session, "actors")) == wanted
    assert bring(acteurs=content).changes == 0
    files = [path for path in Path(session.location).parent.iterdir() if path.is_file()]
    stored = b"".join(path.read_bytes() for path in files)
    assert not any(day.encode() in stored for day in (*dates, "12/04/1960"))


def test_a_collaboration_of_another_type_goes_to_its_own_table(
    bring: Bring, session: Session
) -> None:
    report = bring(
        acteurs=ACTORS,
        collaborations="source_id,cible_id,type,intensite,formelle,date_debut,montant,source\n"
        'b,a,adhesion,3,oui,2020,,s\nb,a,mandat,,,2021,,s\nb,a,financement,,,,"1 000,5",s\n'
        "b,a,partenariat,2,,2019,,s\n",
    )

    assert report.files[1].kept == 4
    (member,) = rows(session, "memberships").values()
    assert (member["actor"], member["organisation"], member["starts_on"]) == ("b", "a", "2020")
    (office,) = rows(session, "mandates").values()
    assert (office["elu"], office["organ"]) == ("b", "a")
    (grant,) = rows(session, "fundings").values()
    assert (grant["funder"], grant["amount"]) == ("b", 100050)
    (tie,) = rows(session, "collaborations").values()
    assert (tie["a"], tie["b"], tie["level"]) == ("a", "b", 2)
    said = [(problem.line, problem.column) for problem in report.files[1].problems]
    assert said == [(1, "formelle"), (2, "intensite")]
