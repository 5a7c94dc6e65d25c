"""The report of an import as a workbook says all that the report says."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl

from actors_graph.changes.planning.questions import Candidate, Question, QuestionKind
from actors_graph.changes.report import FileReport, ImportReport
from actors_graph.reports import import_report
from actors_graph.sources import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

QUESTION = Question(
    "k",
    QuestionKind.SAME_ACTOR,
    "Liste =1.csv",
    82,
    "nom",
    "C.S. La Rotonde",
    (Candidate("loc:rotonde", "Centre social La Rotonde", "Cusset", "même nom abrégé"),),
    (82, 90),
)
HEADER_ROW = 6  # title, outcome, date and source, that it names people, an empty line


def report_of(problems: Sequence[Problem], *, refused: int = 0, applied: bool = False) -> bytes:
    file = FileReport(
        file="Liste =1.csv",
        kind="acteurs",
        encoding="utf-8",
        separator=";",
        header_row=3,
        rows_read=212,
        kept=200,
        new=150,
        changed=20,
        unchanged=30,
        repaired=7,
        refused=refused,
        problems=tuple(problems),
        sheet="Liste",
        made={"actors": {"new": 150, "changed": 20, "unchanged": 30}, "contacts": {"new": 12}},
    )
    report = ImportReport(
        (file,),
        182,
        import_id="4" if applied else "",
        applied=applied,
        questions=(QUESTION,),
    )
    return import_report(report, on="2026-09-01")


def rows(content: bytes, sheet: str) -> list[tuple[object, ...]]:
    tab = openpyxl.load_workbook(io.BytesIO(content))[sheet]
    return list(tab.iter_rows(min_row=HEADER_ROW, values_only=True))


def test_counts_are_numbers_under_their_titles() -> None:
    titles, values = rows(report_of([]), "Comptes")

    assert dict(zip(titles, values, strict=True)) == {
        "Fichier": "Liste =1.csv",
        "Feuille": "Liste",
        "Ce que c’est": "acteurs",
        "Lignes lues": 212,
        "Gardées": 200,
        "Nouvelles": 150,
        "Modifiées": 20,
        "Inchangées": 30,
        "Réparées": 7,
        "Refusées": 0,
        "Ligne des titres": 3,
    }


def test_every_line_is_there_with_what_was_done() -> None:
    """More lines than a page shows, and a value that would be a formula."""
    problems = [
        Problem(line, "code_insee", "3190", "lu 03190 (le zéro s’était perdu).", Severity.REPAIRED)
        for line in range(4, 104)
    ]
    problems.append(
        Problem(110, "type", "=1+1", "n’est pas un type.", Severity.REFUSED, "Choisissez-en un.")
    )
    _, *lines = rows(report_of(problems, refused=1), "Lignes")

    assert len(lines) == 101
    assert lines[0][1:6] == (
        4,
        "code_insee",
        "3190",
        "réparée",
        "lu 03190 (le zéro s’était perdu).",
    )
    assert lines[-1] == (
        "Liste =1.csv",
        110,
        "type",
        "=1+1",
        "refusée",
        "n’est pas un type.",
        "Choisissez-en un.",
    )


def test_what_is_written_is_counted_by_table() -> None:
    _, *made = rows(report_of([]), "Écrit")

    assert made == [
        ("Liste =1.csv", "Acteurs", 150, 20, 30),
        ("Liste =1.csv", "Contacts", 12, 0, 0),
    ]


def test_questions_are_there_with_what_is_proposed() -> None:
    _, question = rows(report_of([]), "Questions")

    assert question[:4] == ("Liste =1.csv", 82, "nom", "C.S. La Rotonde")
    assert question[5:] == ("Centre social La Rotonde", "Cusset", "même nom abrégé", "90")


def test_report_of_a_file_that_names_people_says_that_it_is_internal() -> None:
    said = openpyxl.load_workbook(io.BytesIO(report_of([])))["Lignes"]["A4"].value

    assert str(said).startswith("Document interne")


def test_first_lines_say_what_came_of_it() -> None:
    def said(content: bytes) -> object:
        return openpyxl.load_workbook(io.BytesIO(content))["Comptes"]["A2"].value

    assert said(report_of([])) == "Rien n’est encore importé : 170\xa0lignes à importer."
    assert said(report_of([], refused=2)) == "Rien n’est importé : 2\xa0lignes à corriger."
    assert said(report_of([], applied=True)) == "Import 4 : 170\xa0lignes."
