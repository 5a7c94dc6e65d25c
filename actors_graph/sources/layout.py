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
    heading,
    headings,
    left_out,
    letter,
)
from actors_graph.sources.problems import Problem, Severity
from actors_graph.sources.raw import MAX_CELL, MAX_COLUMNS, MAX_ROWS
from actors_graph.words import number

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from actors_graph.sources.headers import Head, Record
    from actors_graph.sources.raw import RawTable


def laid_out(
    records: list[Record],
    *,
    raw: RawTable,
    header_row: int = 0,
    across: Collection[int] = (),
) -> RawTable:
    """Return the table that the filled records of a file or sheet hold.

    Args:
        records: the filled records, at least one; in a workbook all of the same width.
        raw: what is known of the table before: file, sheet, encoding, separator, problems.
        header_row: line of the column names, if the user names it (see `tables.Choices`).
        across: lines whose only cell is merged over several columns.

    Raises:
        InputError: too many columns or rows, too long a cell, no such header.
    """
    head = found_header(records, asked=header_row, file=raw.origin)
    rows, problems = _rows(records, head, across)
    if len(rows) > MAX_ROWS:
        raise InputError(
            "plus de 200 000 lignes.", file=raw.origin, remedy="Coupez le fichier en plusieurs."
        )
    width = _width(records, head)
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
    table = dataclasses.replace(
        raw,
        header_row=records[head.place][0] if head.place >= 0 else 0,
        header=names,
        groups=groups,
        lines=[line for line, _ in kept],
        columns=columns,
        problems=[*raw.problems, *problems],
        skipped=[line for line, _ in misfits],
        head=[
            (line, [column[at] for column in columns])
            for at, (line, _) in enumerate(kept[:HEAD_ROWS])
        ],
    )
    _check_lengths(table)
    return table


def _rows(
    records: list[Record], head: Head, across: Collection[int]
) -> tuple[list[Record], list[Problem]]:
    """Rows below the header without those that are none, and what is to be said of these."""
    problems = [_no_header(records[0][0])] if head.place < 0 else []
    rows = records[head.place + 1 :]
    end = len(rows) - footer(rows, width=_width(records, head))
    below = list(map(left_out, rows[end:]))
    del rows[end:]
    if across:
        problems += [heading(record) for record in rows if record[0] in across]
        rows = [record for record in rows if record[0] not in across]
    names = records[head.place][1] if head.place >= 0 else []
    # An export cut into pages writes its header on each.
    again = [line for line, cells in rows if cells == names]
    if again:
        problems.append(_repeated(again))
        rows = [record for record in rows if record[1] != names]
    return rows, [*problems, *below]


def _width(records: Sequence[Record], head: Head) -> int:
    if head.place >= 0:
        return len(records[head.place][1])
    widths = [len(cells) for _, cells in records]
    return max(set(widths), key=widths.count)


def _fitting(rows: list[Record], width: int) -> tuple[list[Record], list[Record]]:
    if all(len(cells) == width for _, cells in rows):
        return rows, []
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
    """Name the columns; those without a name and without a cell are no columns."""
    width = len(columns)
    own = records[head.place][1] if head.place >= 0 else [""] * width
    filled = [any(map(str.strip, column)) for column in columns]
    places = [at for at in range(width) if filled[at] or own[at].strip()] or [0]
    groups: tuple[str, ...] = ()
    if head.above >= 0:
        above = headings(records[head.above][1], width=width)
        groups = tuple(above[at] for at in places)
    names = column_names([own[at] for at in places], groups)
    named = tuple(
        name or f"Colonne {letter(at)}" if filled[at] else name
        for at, name in zip(places, names, strict=True)
    )
    return named, groups, [columns[at] for at in places]


def _repeated(lines: Sequence[int]) -> Problem:
    return Problem(
        lines[0],
        "",
        "",
        f"les noms des colonnes sont écrits {number(len(lines) + 1)} fois : "
        "ces lignes ne sont pas des lignes du tableau.",
        Severity.WARNING,
    )


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
