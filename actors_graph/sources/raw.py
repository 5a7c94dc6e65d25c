"""A table as a file writes it: columns of raw text, each row with its physical line.

Rows are taken as they are written: nothing is typed, repaired or guessed. What makes a file
unreadable as a whole is an `InputError`; what is wrong with one row is a `Problem` of that row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.words import quoted

if TYPE_CHECKING:
    from actors_graph.sources.problems import Problem

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 200
MAX_CELL: Final = 32_767

# `header_row` of a table without a line of column names.
NO_HEADER: Final = -1


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it is written: one list of text a column, all of the same length as `lines`.

    Attributes:
        file: name of the file, without its folder.
        encoding: how its accents are written (`utf-8`, `cp1252`…); empty for a workbook.
        separator: what parts its columns; empty for a workbook, or where each line is one cell.
        header_row: physical line of the column names, counted from 1; 0 when the file has none
            and they are « Colonne A », « Colonne B »…
        header: name of each column, as written; a name may come twice.
        lines: physical line on which each row starts, counted from 1.
        columns: the cells, by column.
        problems: what is to be said about the file and its lines.
        skipped: lines of the rows that could not be read, which `problems` name.
        head: the first rows, each with its line.
        sheet: name of the sheet of the workbook; empty for a text file.
        format: `csv`, `xlsx`, `ods` or `xls`: what the content is, whatever the file is called.
        groups: heading above each column name in a header of two lines; empty texts elsewhere.
    """

    file: str
    encoding: str
    separator: str
    header_row: int
    header: tuple[str, ...]
    lines: list[int]
    columns: list[list[str]]
    problems: list[Problem] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)
    head: list[tuple[int, list[str]]] = field(default_factory=list)
    sheet: str = ""
    format: str = "csv"
    groups: tuple[str, ...] = ()

    @property
    def rows_read(self) -> int:
        """Rows below the header, blank ones left out."""
        return len(self.lines) + len(self.skipped)

    @property
    def origin(self) -> str:
        """The file and, in a workbook, the sheet, as an error names them."""
        return origin(self.file, self.sheet)


def origin(file: str, sheet: str = "") -> str:
    r"""Return how an error names a table.

    >>> origin("liste.xlsx", "Bureau")
    'liste.xlsx, feuille «\xa0Bureau\xa0»'
    """
    return f"{file}, feuille {quoted(sheet)}" if sheet else file
