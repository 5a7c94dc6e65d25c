"""The report of an import as a workbook: counts, what is written, every line, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES
from actors_graph.reports.workbook import Column, Sheet, workbook
from actors_graph.sources import Severity, kind_of
from actors_graph.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.changes.report import FileReport, ImportReport
    from actors_graph.reports.workbook import Cell

_COUNTS: Final = (
    Column("Fichier"),
    Column("Feuille"),
    Column("Ce que c’est"),
    Column("Lignes lues"),
    Column("Gardées", help="Nouvelles, modifiées et inchangées."),
    Column("Nouvelles"),
    Column("Modifiées"),
    Column("Inchangées"),
    Column("Réparées", help="Parmi les lignes gardées, celles dont une valeur a été corrigée."),
    Column("Refusées"),
    Column("Ligne des titres", help="La ligne du fichier qui donne le nom des colonnes."),
)
_LINES: Final = (
    Column("Fichier"),
    Column("Ligne"),
    Column("Colonne"),
    Column("Valeur"),
    Column("Effet"),
    Column("Ce qui est dit", width=60),
    Column("Que faire", width=50),
)
_QUESTIONS: Final = (
    Column("Fichier"),
    Column("Ligne"),
    Column("Colonne"),
    Column("Écrit"),
    Column("Question", width=60),
    Column("Proposé"),
    Column("Commune"),
    Column("Pourquoi"),
    Column("Autres lignes"),
)
_MADE: Final = (
    Column("Fichier"),
    Column("Table"),
    Column("Nouvelles"),
    Column("Modifiées"),
    Column("Inchangées"),
)
_PERSONAL: Final = (
    "Document interne : ce fichier nomme des personnes, et ce rapport recopie des valeurs."
)
_EFFECTS: Final = {
    Severity.REFUSED: "refusée",
    Severity.REPAIRED: "réparée",
    Severity.WARNING: "à savoir",
}


def import_report(report: ImportReport, *, on: str = "") -> bytes:
    """Return the report of an import, or of its trial, as an XLSX file.

    Args:
        report: what the import said.
        on: the day, ISO; empty where it is not to be written.
    """
    title = "Essai d’import" if not report.applied else "Rapport d’import"
    names = ", ".join(file.file for file in report.files)

    notes = (_PERSONAL,) if any(map(_holds_people, report.files)) else ()

    def sheet(name: str, columns: tuple[Column, ...], rows: list[list[Cell]]) -> Sheet:
        return Sheet(
            name,
            columns,
            rows,
            title=title,
            scope=_outcome(report),
            on=on,
            source=names,
            notes=notes,
        )

    return workbook(
        [
            sheet("Comptes", _COUNTS, [_counts(file) for file in report.files]),
            sheet("Écrit", _MADE, [line for file in report.files for line in _made(file)]),
            sheet("Lignes", _LINES, [line for file in report.files for line in _lines(file)]),
            sheet("Questions", _QUESTIONS, [*_questions(report)]),
        ]
    )


def _holds_people(file: FileReport) -> bool:
    return "contacts" in file.made or file.kind == kind_of(TABLES["contacts"])


def _outcome(report: ImportReport) -> str:
    left = f" {count(report.refused, 'ligne')} à corriger." if report.refused else ""
    if report.applied:
        return f"Import {report.import_id} : {report.amount}.{left}"
    if report.refused and not report.valid_only:
        return f"Rien n’est importé :{left}"
    if not report.changes:
        return f"Rien à changer : tout est déjà dans les données.{left}"
    return f"Rien n’est encore importé : {report.amount} à importer.{left}"


def _counts(file: FileReport) -> list[Cell]:
    counts = (file.rows_read, file.kept, file.new, file.changed, file.unchanged)
    return [file.file, file.sheet, file.kind, *counts, file.repaired, file.refused, file.header_row]


def _made(file: FileReport) -> Iterator[list[Cell]]:
    for table, n in file.made.items():
        title = TABLES[table].title
        yield [file.file, title, n.get("new", 0), n.get("changed", 0), n.get("unchanged", 0)]


def _questions(report: ImportReport) -> Iterator[list[Cell]]:
    for one in report.questions:
        others = ", ".join(str(line) for line in one.lines if line != one.line)
        for candidate in one.candidates:
            proposed = (candidate.name, candidate.commune, candidate.reason)
            yield [one.file, one.line, one.column, one.value, one.sentence, *proposed, others]


def _lines(file: FileReport) -> Iterator[list[Cell]]:
    for problem in file.problems:
        where = (file.file, problem.line, problem.column, problem.value)
        yield [*where, _EFFECTS[problem.severity], problem.message, problem.remedy]
