"""The one reader of files: any table, as its author wrote it.

What a file is, is decided by its content, never by its name. What was chosen (how the accents are
written, the separator, the line of the column names, the sheets) is kept on each `RawTable` and
may be imposed by `Choices`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.sources.contents import refuse_other_formats
from actors_graph.sources.delimited import delimited
from actors_graph.sources.encoding import damage, decoded, read_bytes
from actors_graph.sources.layout import laid_out
from actors_graph.sources.mapping.synonyms import known_names
from actors_graph.sources.problems import Problem, Severity
from actors_graph.sources.raw import RawTable
from actors_graph.sources.workbooks import is_workbook, read_workbook
from actors_graph.text import fold
from actors_graph.words import agreed, count, listing, quoted

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user imposes on the reading of a file; empty values are found by the reader.

    Attributes:
        encoding: how the accents are written (`utf-8`, `cp1252`, `latin-1`, `utf-16`,
            `mac-roman`, `cp850`).
        separator: what parts the columns of a text file (`,`, `;`, `|`, a tab or « tab »).
        header_row: physical line of the column names, counted from 1; `raw.NO_HEADER` for none.
        sheets: names of the sheets to read; all that are filled by default.
    """

    encoding: str = ""
    separator: str = ""
    header_row: int = 0
    sheets: tuple[str, ...] = ()


# Names of a sheet that explains the others, folded.
_EXPLAINING: Final = {"lisez moi", "lisezmoi", "readme", "mode d emploi", "notice"}

NO_CHOICES: Final = Choices()


def read_tables(path: Path, choices: Choices = NO_CHOICES) -> list[RawTable]:
    """Read the tables of a file: one of a text file, one for each filled sheet of a workbook.

    Raises:
        InputError: the file cannot be read as a whole, or a choice does not fit it.
    """
    return tables_of(read_bytes(path), file=path.name, choices=choices)


def tables_of(data: bytes, *, file: str, choices: Choices = NO_CHOICES) -> list[RawTable]:
    """Read the tables of the content of a file; see `read_tables`."""
    if is_workbook(data):
        return _sheet_tables(data, file=file, choices=choices)
    refuse_other_formats(data, file=file)
    return [_text_table(data, file=file, choices=choices)]


def _sheet_tables(data: bytes, *, file: str, choices: Choices) -> list[RawTable]:
    book = read_workbook(data, file=file, sheets=choices.sheets)
    tables = []
    for sheet in book.sheets:
        raw = RawTable(file, "", "", 0, (), [], [], sheet=sheet.name, format=book.format)
        width = max(len(cells) for _, cells in sheet.records)
        records = [(line, cells + [""] * (width - len(cells))) for line, cells in sheet.records]
        tables.append(
            laid_out(records, raw=raw, header_row=choices.header_row, across=sheet.across)
        )
    if not choices.sheets:
        tables = _with_rows(tables)
    if book.hidden:
        tables[0].problems.insert(0, _hidden(book.hidden))
    return tables


def _with_rows(tables: list[RawTable]) -> list[RawTable]:
    """Leave aside the sheets that explain and those with nothing under their columns.

    A template of many sheets is filled in on some. Where none holds a row they stay, so that the
    file is said to be empty.
    """
    meant = [raw for raw in tables if fold(raw.sheet) not in _EXPLAINING] or tables
    kept = [raw for raw in meant if raw.rows_read] or meant
    names = {raw.sheet for raw in kept}
    aside = [raw for raw in meant if raw.sheet not in names]
    # That most sheets of a template stay empty is no news; that one of notes is not read may be.
    notes = [raw.sheet for raw in aside if known_names(raw.header) < len(raw.header)]
    if notes:
        kept[0].problems.insert(0, _without_rows(notes))
    return kept


def _without_rows(names: list[str]) -> Problem:
    shown = listing([quoted(name) for name in names], limit=5)
    left = agreed("laissé", n=len(names), noun="feuille")
    message = f"{count(len(names), 'feuille')} sans tableau, {left} de côté : {shown}."
    return Problem(None, "", "", message, Severity.WARNING)


def _hidden(names: tuple[str, ...]) -> Problem:
    shown = listing([quoted(name) for name in names], limit=5)
    left = agreed("laissé", n=len(names), noun="feuille")
    message = f"{count(len(names), 'feuille masquée')}, {left} de côté : {shown}."
    remedy = "Pour la lire, affichez-la dans le classeur et enregistrez-le."
    return Problem(None, "", "", message, Severity.WARNING, remedy)


def _text_table(data: bytes, *, file: str, choices: Choices) -> RawTable:
    text = decoded(data, file=file, encoding=choices.encoding)
    cut = delimited(text.content, file=file, separator=choices.separator)
    if not cut.records:
        raise InputError(
            "le fichier n’a aucune cellule remplie.",
            file=file,
            remedy="Vérifiez que c’est le bon fichier.",
        )
    raw = RawTable(file, text.encoding, cut.separator, 0, (), [], [])
    raw = laid_out(cut.records, raw=raw, header_row=choices.header_row)
    spoilt = damage(text.content)
    if spoilt:
        lines = f"{count(spoilt.lines, 'ligne')}"
        raw.problems.insert(
            0,
            Problem(
                spoilt.line,
                "",
                "",
                f"des accents sont abîmés ({quoted(spoilt.found)}) sur {lines} du fichier.",
                Severity.WARNING,
                "Reprenez le fichier d’origine, ou enregistrez-le de nouveau.",
            ),
        )
    return raw
