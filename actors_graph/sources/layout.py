"""From the filled records of a table to its columns: header, rows, what does not fit."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from actors_graph.errors import InputError
from actors_graph.sources.delimited import too_long
from actors_graph.sources.headers import (
    HEAD_ROWS,
    column_names,
    footer,
    found_header,
    headings,
    left_out,
    letter,
)
from actors_graph.sources.problems import Problem, Severity
from actors_graph.sources.raw import MAX_CELL, MAX_COLUMNS, MAX_ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.sources.headers import Head, Record
    from actors_graph.sources.raw import RawTable


def laid_out(records: list[Record], *, raw: RawTable, header_row: int = 0) -> RawTable:
    """Return the table that the filled records of a file or sheet hold.

    Args:
        records: the filled records, at least one; in a workbook all of the same width.
        raw: what is known of the table before: file, sheet, encoding, separator, problems.
        header_row: line of the column names, if the user names it (see `tables.Choices`).

    Raises:
        InputError: too many columns or rows, too long a cell, no such header.
    """
    head = found_header(records, asked=header_row, file=raw.origin)
    rows = records[head.place + 1 :]
    width = _width(records, head)
    end = len(rows) - footer(rows, width=width)
    problems = [*raw.problems, *map(left_out, rows[end:])]
    rows = rows[:end]
    if len(rows) > MAX_ROWS:
        raise InputError(
            "plus de 200 000 lignes.", file=raw.origin, remedy="Coupez le fichier en plusieurs."
        )
    kept, misfits = _fitting(rows, width)
    problems += [_wrong_width(line, found=len(cells), expected=width) for line, cells in misfits]
    columns = [list(column) for column in zip(*(cells for _, cells in kept), strict=True)]
    names, groups, columns = _named(records, head, columns or [[] for _ in range(width)])
    if len(names) > MAX_COLUMNS:
        raise InputError(
            f"le fichier a {len(names)} colonnes, plus que les 200 permises.",
            file=raw.origin,
            line=records[max(head.place, 0)][0],
            remedy="Ne gardez que les colonnes utiles.",
        )
    if head.place < 0:
        problems.insert(0, _no_header(records[0][0]))
    table = dataclasses.replace(
        raw,
        header_row=records[head.place][0] if head.place >= 0 else 0,
        header=names,
        groups=groups,
        lines=[line for line, _ in kept],
        columns=columns,
        problems=problems,
        skipped=[line for line, _ in misfits],
        head=rows[:HEAD_ROWS],
    )
    _check_lengths(table)
    return table


def _width(records: Sequence[Record], head: Head) -> int:
    if head.place >= 0:
        return len(records[head.place][1])
    widths = [len(cells) for _, cells in records]
    return max(set(widths), key=widths.count)


def _fitting(rows: Sequence[Record], width: int) -> tuple[list[Record], list[Record]]:
    kept: list[Record] = []
    misfits: list[Record] = []
    for line, cells in rows:
        if len(cells) == width:
            kept.append((line, cells))
        elif _is_padded(cells, width):
            kept.append((line, cells[:width]))
        else:
            misfits.append((line, cells))
    return kept, misfits


def _is_padded(cells: list[str], width: int) -> bool:
    """Whether a longer record only has empty cells too many, as spreadsheets write."""
    return len(cells) > width and not any(map(str.strip, cells[width:]))


def _named(
    records: Sequence[Record], head: Head, columns: list[list[str]]
) -> tuple[tuple[str, ...], tuple[str, ...], list[list[str]]]:
    """Name the columns; the empty ones at the right without a name are no columns."""
    width = len(columns)
    if head.place < 0:
        return tuple(f"Colonne {letter(at)}" for at in range(width)), (), columns
    groups: tuple[str, ...] = ()
    if head.above >= 0:
        groups = headings(records[head.above][1], width=width)
    own = records[head.place][1]
    while width > 1 and not own[width - 1].strip() and not any(map(str.strip, columns[width - 1])):
        width -= 1
    names = column_names(own[:width], groups[:width])
    named = tuple(
        name or (f"Colonne {letter(at)}" if any(map(str.strip, columns[at])) else "")
        for at, name in enumerate(names)
    )
    return named, groups[:width], columns[:width]


def _no_header(line: int) -> Problem:
    return Problem(
        line,
        "",
        "",
        "aucune ligne ne nomme les colonnes : elles s’appellent ici « Colonne A », « Colonne B »…",
        Severity.WARNING,
        "Ajoutez une ligne de noms en haut du tableau, ou dites ce que chacune contient.",
    )


def _wrong_width(line: int, *, found: int, expected: int) -> Problem:
    return Problem(
        line,
        "",
        "",
        f"la ligne a {found} cellule{'s' if found > 1 else ''}, l’en-tête {expected}.",
        Severity.REFUSED,
        "Une virgule ou un point-virgule dans un texte veut des guillemets autour.",
    )


def _check_lengths(raw: RawTable) -> None:
    for name, column in zip(raw.header, raw.columns, strict=True):
        if max(map(len, column), default=0) > MAX_CELL:
            row = next(at for at, cell in enumerate(column) if len(cell) > MAX_CELL)
            raise too_long(file=raw.origin, line=raw.lines[row], column=name)
