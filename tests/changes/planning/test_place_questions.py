"""A name that several communes bear is asked about, and the answer places the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.imports import import_files
from actors_graph.changes.planning.questions import QuestionKind
from actors_graph.changes.same_actor.answers import LATER
from actors_graph.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.access import Session

# Several communes of France bear this name (reference geography); the line has no postal code.
LINES = "id;nom;type;commune;source\na;Les Amis;association;Saint-Sauveur;x\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "acteurs.csv"
    path.write_text(LINES, encoding="utf-8")
    return path


def test_homonym_is_asked_with_its_departements(session: Session, file: Path) -> None:
    question = import_files(session, [file], dry_run=True).questions[0]

    assert question.kind is QuestionKind.COMMUNE
    assert question.sentence == "Ligne 2 : dans quelle commune est «\xa0Saint-Sauveur\xa0» ?"
    assert {one.name for one in question.candidates} == {"Saint-Sauveur"}
    assert len({one.commune for one in question.candidates}) == len(question.candidates) > 1


def test_answer_places_the_row_and_takes_the_warning_back(session: Session, file: Path) -> None:
    question = import_files(session, [file], dry_run=True).questions[0]
    code = question.candidates[-1].id

    report = import_files(session, [file], answers={question.key: f"commune:{code}"})

    assert session.tables(["actors"])["actors"]["commune_code"].to_pylist() == [code]
    assert not report.questions
    assert not [one for one in report.files[0].problems if one.value == "Saint-Sauveur"]


def test_name_left_for_later_stays_without_a_code(session: Session, file: Path) -> None:
    question = import_files(session, [file], dry_run=True).questions[0]

    report = import_files(session, [file], answers={question.key: LATER})

    assert session.tables(["actors"])["actors"]["commune_code"].to_pylist() == [None]
    assert [one for one in report.files[0].problems if one.value == "Saint-Sauveur"]


def test_commune_that_was_not_offered_is_not_taken(session: Session, file: Path) -> None:
    question = import_files(session, [file], dry_run=True).questions[0]

    import_files(session, [file], answers={question.key: "commune:03190"})

    assert session.tables(["actors"])["actors"]["commune_code"].to_pylist() == [None]


def test_progress_is_told_and_stops_before_anything_is_written(
    session: Session, file: Path
) -> None:
    told: list[str] = []

    def stop_late(share: float, step: str) -> None:
        told.append(step)
        if step == "Écriture…":
            assert share < 1
            raise InputError("arrêté")

    with pytest.raises(InputError, match="arrêté"):
        import_files(session, [file], progress=stop_late)

    assert told == ["Lecture des fichiers…", "Vérification des lignes…", "Rapport…", "Écriture…"]
    assert session.revision().number == 0


def test_commune_where_most_of_the_file_lies_comes_first(session: Session, tmp_path: Path) -> None:
    """Moulins: 03190 in the Allier, 35198 in Ille-et-Vilaine, where the list also has Rennes."""
    path = tmp_path / "acteurs.csv"
    named = ["Vichy", "Cusset", "Montluçon", "Moulins", "Moulins", "Rennes"]
    rows = [f"{i},Amis {i},association,{commune},x" for i, commune in enumerate(named)]
    path.write_text("\n".join(["id,nom,type,commune,source", *rows, ""]), encoding="utf-8")

    question = import_files(session, [path], dry_run=True).questions[0]

    assert question.sentence.startswith("Ligne 5 et 1 autre : dans quelle commune est")
    assert question.candidates[0].id == "03190"
    assert question.candidates[0].reason == "le département de 3 autres lignes"
    assert not any(one.reason for one in question.candidates[1:])


def test_a_name_that_leads_far_from_the_others_is_asked(session: Session, tmp_path: Path) -> None:
    """Allier is also a commune of the Hautes-Pyrénées: 65005."""
    path = tmp_path / "acteurs.csv"
    named = ["Vichy", "Cusset", "Montluçon", "Allier"]
    rows = [f"{i},Amis {i},association,{commune},x" for i, commune in enumerate(named)]
    path.write_text("\n".join(["id,nom,type,commune,source", *rows, ""]), encoding="utf-8")

    (question,) = import_files(session, [path], dry_run=True).questions

    assert [(one.id, one.reason) for one in question.candidates] == [("65005", "")]


def test_two_communes_of_one_departement_are_not_told_apart_by_it(
    session: Session, tmp_path: Path
) -> None:
    """Saint-Pourçain-sur-Sioule (5,000 inhabitants) before -sur-Besbre (400), neither proposed."""
    path = tmp_path / "acteurs.csv"
    named = ["Vichy", "Cusset", "Montluçon", "St Pourçain"]
    rows = [f"{i},Amis {i},association,{commune},x" for i, commune in enumerate(named)]
    path.write_text("\n".join(["id,nom,type,commune,source", *rows, ""]), encoding="utf-8")

    (question,) = import_files(session, [path], dry_run=True).questions

    assert [(one.id, one.reason) for one in question.candidates] == [("03254", ""), ("03253", "")]
