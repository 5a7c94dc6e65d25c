"""The cells of a text file: which separator, and each record with its physical line.

The separator is the one that gives most lines the same number of cells, the known column names
first; quotes follow RFC 4180. A text in which no separator does so (minutes, a letter, a list of
names) is one cell a line.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.sources.mapping.synonyms import known_names
from actors_graph.sources.raw import MAX_ROWS
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.sources.headers import Record

SEPARATORS: Final = (",", ";", "\t", "|")
# Excel's own first line, which names the separator.
_HINT: Final = re.compile(r'"?sep=([;,\t|])"?\Z', re.IGNORECASE)
_SAID: Final = {"tab": "\t", "tabulation": "\t", "\\t": "\t", "virgule": ",", "point-virgule": ";"}
# Enough to see the header under its titles and the first rows.
_START: Final = 65_536
_SAMPLE_ROWS: Final = 100
_HEAD_ROWS: Final = 30
# A table whose lines are less alike than that is a text.
_LEAST_ALIKE: Final = 0.4
_NO_TABLE: Final = (0, 0.0, 0)


@dataclass(frozen=True, slots=True)
class Delimited:
    """The filled records of a text file and what parts their cells (empty: one cell a line)."""

    separator: str
    records: list[Record]


def delimited(content: str, *, file: str, separator: str = "") -> Delimited:
    """Return the filled records of a text.

    Args:
        content: the text of the file.
        file: its name, for the errors.
        separator: what the user names; by default it is found.

    Raises:
        InputError: a quote is not closed or misplaced, a cell or the file is too long.
    """
    mark, skip = _asked(separator, file=file), 0
    first = next((line for line in io.StringIO(content) if line.strip()), "")
    hint = _HINT.match(first.strip())
    if hint:
        mark, skip = mark or hint.group(1), 1
    if not mark:
        mark = _found(content[:_START])
    if not mark and (mark := _found(_bare(content[:_START]))):
        content = _bare(content)
    # Where each line is one cell, marks alone are an empty row of a table.
    blank = None if mark else " " + "".join(SEPARATORS)
    records: list[Record] = []
    for line, cells in _lines(content) if not mark else _split(content, mark=mark, file=file):
        if not any(cell.strip(blank) for cell in cells):
            continue
        records.append((line, cells))
        if len(records) > MAX_ROWS + _SAMPLE_ROWS:
            break
    return Delimited(mark, records[skip:])


def _asked(separator: str, *, file: str) -> str:
    mark = _SAID.get(separator.casefold(), separator)
    if mark and mark not in SEPARATORS:
        raise InputError(
            f"{quoted(separator)} ne peut pas séparer des colonnes.",
            file=file,
            remedy=f"Choix possibles : {listing([*SEPARATORS[:2], 'tab', '|'], conjunction='ou')}.",
        )
    return mark


def _found(start: str) -> str:
    """Separator of the first lines; empty when none makes a table of them."""
    scores = {mark: _likeness(start, mark) for mark in SEPARATORS}
    best = max(scores, key=lambda mark: scores[mark])
    return best if scores[best] > _NO_TABLE else ""


def _likeness(start: str, mark: str) -> tuple[int, float, int]:
    """How well a separator makes a table: names of columns known, share of lines alike, cells.

    The share comes before the cells: a mark that the header lacks only parts the items of a list
    or the decimals of a sum, however many there are.
    """
    if mark not in start:
        return _NO_TABLE
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=mark)
    rows: list[list[str]] = []
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append(cells)
            if len(rows) == _SAMPLE_ROWS:
                break
    except csv.Error:
        return _NO_TABLE
    wide = Counter(len(cells) for cells in rows if len(cells) > 1)
    if not wide:
        return _NO_TABLE
    width, times = max(wide.items(), key=lambda item: (item[1], item[0]))
    alike = times / len(rows)
    full = [cells for cells in rows[:_HEAD_ROWS] if len(cells) == width]
    named = max((n for cells in full if (n := known_names(cells)) > 1), default=0)
    if alike < _LEAST_ALIKE and (times == 1 or not named):
        return _NO_TABLE
    return named, alike, width


def _bare(content: str) -> str:
    """Take off the quotes around each line, which a table opened and saved wrongly gets."""
    return "".join(f"{cell}\n" for _, (cell,) in _lines(content))


def _lines(content: str) -> Iterator[Record]:
    for number, line in enumerate(io.StringIO(content, newline=None), start=1):
        cell = line.rstrip("\n")
        if len(cell) > 1 and cell[0] == cell[-1] == '"':
            cell = cell[1:-1].replace('""', '"')
        yield number, [cell]


def _split(content: str, *, mark: str, file: str) -> Iterator[Record]:
    """Give each record with the physical line on which it starts."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=mark, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(error, file=file, line=line) from error


def _unreadable(error: csv.Error, *, file: str, line: int) -> InputError:
    if "field larger" in str(error):
        return too_long(file=file, line=line, column="")
    if "unexpected end" in str(error):
        return InputError(
            "un guillemet ouvert n’est jamais refermé.",
            file=file,
            line=line,
            remedy="Ajoutez le guillemet qui manque, ou doublez ceux du texte.",
        )
    return InputError(
        "un guillemet est mal placé.",
        file=file,
        line=line,
        remedy="Dans une cellule entre guillemets, doublez ceux du texte.",
    )


def too_long(*, file: str, line: int, column: str) -> InputError:
    """Return the refusal of a cell beyond what a spreadsheet can hold."""
    return InputError(
        "la cellule dépasse 32 767 caractères.",
        file=file,
        line=line,
        column=column,
        remedy="Raccourcissez-la.",
    )
