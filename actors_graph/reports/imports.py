"""The report of an import as a workbook: counts, every line that was said, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.reports.workbook import Column, Sheet, workbook
from actors_graph.sources import Severity
from actors_graph.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.changes.report import FileReport, ImportReport
    from actors_graph.reports.workbook import Cell

_COUNTS: Final = (
    Column("Fichier"),
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

    def sheet(name: str, columns: tuple[Column, ...], rows: list[list[Cell]]) -> Sheet:
        return Sheet(name, columns, rows, title=title, scope=_outcome(report), on=on, source=names)

    return workbook(
        [
            sheet("Comptes", _COUNTS, [_counts(file) for file in report.files]),
            sheet("Lignes", _LINES, [line for file in report.files for line in _lines(file)]),
        ]
    )


def _outcome(report: ImportReport) -> str:
    changes = count(report.changes, "changement")
    if report.applied:
        return f"Import {report.import_id} : {changes}."
    if report.refused:
        return f"Rien n’est importé : {count(report.refused, 'ligne')} à corriger."
    if not report.changes:
        return "Rien à changer : tout est déjà dans les données."
    return f"Rien n’est encore importé : {changes} à faire."


def _counts(file: FileReport) -> list[Cell]:
    counts = (file.rows_read, file.kept, file.new, file.changed, file.unchanged)
    return [file.file, file.kind, *counts, file.repaired, file.refused, file.header_row]


def _lines(file: FileReport) -> Iterator[list[Cell]]:
    for problem in file.problems:
        where = (file.file, problem.line, problem.column, problem.value)
        yield [*where, _EFFECTS[problem.severity], problem.message, problem.remedy]
