"""A name that several communes bear is asked about, and the answer places the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.imports import import_files
from actors_graph.changes.planning.questions import QuestionKind
from actors_graph.changes.same_actor.answers import LATER
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import InputError
from actors_graph.sources import Severity

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


HEAD = "id,nom,type,commune,source"


def allier_list(*communes: str, source: str = "x") -> str:
    """Actors of the Allier, where two communes are called Saint-Pourçain (03253, 03254)."""
    rows = enumerate(["Vichy", "Cusset", "Montluçon", *communes])
    lines = [f"{source}{i},Amis {source}{i},association,{name},{source}" for i, name in rows]
    return "\n".join([HEAD, *lines, ""])


def answered(session: Session, file: Path) -> str:
    """Import a list whose only question is answered; return the number of the import."""
    file.write_text(allier_list("St Pourçain"), encoding="utf-8")
    question = import_files(session, [file], dry_run=True).questions[0]
    return import_files(session, [file], answers={question.key: "commune:03253"}).import_id


def test_answer_is_remembered_for_the_source_and_the_name(session: Session, file: Path) -> None:
    answered(session, file)
    assert not import_files(session, [file]).changes
    file.write_text(allier_list("St Pourçain", "ST POURÇAIN"), encoding="utf-8")

    trial = import_files(session, [file], dry_run=True)
    report = import_files(session, [file])

    assert not trial.questions
    assert trial.changes == report.changes == 1
    assert session.tables(["actors"])["actors"]["commune_code"].to_pylist()[3:] == ["03253"] * 2
    assert [
        (one.line, one.severity, one.message)
        for one in report.files[0].problems
        if "POUR" in one.value.upper()
    ] == [
        (
            line,
            Severity.REPAIRED,
            "lu Saint-Pourçain-sur-Besbre (03253), comme vous l’aviez répondu.",
        )
        for line in (5, 6)
    ]


def test_answer_of_one_source_is_not_that_of_another(session: Session, file: Path) -> None:
    answered(session, file)
    file.write_text(allier_list("St Pourçain", source="y"), encoding="utf-8")

    assert len(import_files(session, [file], dry_run=True).questions) == 1


def test_answer_goes_with_its_import(session: Session, file: Path) -> None:
    before = session.canonical_hash()
    number = answered(session, file)

    undo(session, number)

    assert session.canonical_hash() == before
    assert len(import_files(session, [file], dry_run=True).questions) == 1


def test_communes_and_actors_are_asked_under_their_own_titles(
    session: Session, file: Path, tmp_path: Path
) -> None:
    known = tmp_path / "connus"
    known.mkdir()
    first = known / "acteurs.csv"
    first.write_text(
        "id;nom;type;commune;source\nz;Les Amis du Cèdre;association;;y\n", encoding="utf-8"
    )
    import_files(session, [first])
    file.write_text(
        "nom;type;commune;source\nLes Amis;association;Saint-Sauveur;x\n"
        "Les Amis du Cèdre;association;Vichy;x\n",
        encoding="utf-8",
    )

    report = import_files(session, [file], dry_run=True)
    lines = list(report.lines())

    assert {one.kind for one in report.questions} == {
        QuestionKind.COMMUNE,
        QuestionKind.SAME_ACTOR,
    }
    place, same = (
        lines.index("Dans quelle commune ?"),
        lines.index("Est-ce la même structure ?"),
    )
    assert "Saint-Sauveur" in lines[place + 1]
    assert "Cèdre" in lines[same + 1]
