"""Reads one CSV file of MODEL.md into columns of raw text, each row with its physical line.

The separator (comma or semicolon) is the one that the header uses. Rows are taken as they are
written: nothing is typed, repaired or guessed here. What makes the file unreadable as a whole is
an `InputError`; what is wrong with one row is a `Problem` of that row.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.sources.encoding import decoded, read_bytes
from actors_graph.sources.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 200
MAX_CELL: Final = 32_767

# Excel's own first line, which names the separator.
_SEPARATOR_HINT: Final = re.compile(r'"?sep=([;,])"?\Z', re.IGNORECASE)
_QUOTED: Final = re.compile(r'"[^"]*"')
_MARKS: Final = re.compile(r"[,;\t]")
# Enough characters to see the header and, under titles, the first rows.
_START: Final = 65_536
HEAD_ROWS: Final = 30


@dataclass(frozen=True, slots=True)
class RawTable:
    """A file as it is written: one list of text a column, all of the same length as `lines`.

    `lines` holds the physical line on which each row starts, counted from 1; `skipped` the lines
    of rows that could not be read, which `problems` name; `head` the first records below the
    header, as they are.
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

    @property
    def rows_read(self) -> int:
        """Rows below the header, blank ones left out."""
        return len(self.lines) + len(self.skipped)


def read_canonical(path: Path) -> RawTable:
    """Read a CSV file.

    Raises:
        InputError: the file cannot be read as a whole (encoding, size, quotes, header).
    """
    text = decoded(read_bytes(path), file=path.name)
    separator, skip = _separator(text.content, file=path.name)
    records = _records(text.content, separator=separator, file=path.name)
    filled = ((line, cells) for line, cells in records if any(map(str.strip, cells)))
    first = next(islice(filled, skip, None), None)
    if first is None:
        raise InputError(
            "le fichier n’a aucune cellule remplie.",
            file=path.name,
            remedy="Vérifiez que c’est le bon fichier.",
        )
    header_row, header = first
    names = _header(header, line=header_row, file=path.name)
    raw = RawTable(path.name, text.encoding, separator, header_row, names, [], [])
    _fill(raw, filled)
    return raw


def _separator(content: str, *, file: str) -> tuple[str, int]:
    """Separator of the header, and how many lines of Excel's own come before it."""
    start = [line for line in content[:_START].splitlines() if line.strip()][:HEAD_ROWS]
    hint = _SEPARATOR_HINT.match(start[0].strip())
    if hint:
        return hint.group(1), 1
    # A title has no separator: the first line that has one tells.
    bare = next((line for line in map(_unquoted, start) if _MARKS.search(line)), "")
    counts = {mark: bare.count(mark) for mark in (",", ";", "\t")}
    best = max(counts, key=lambda mark: counts[mark])
    if best == "\t" and counts["\t"]:
        raise InputError(
            "les colonnes sont séparées par des tabulations.",
            file=file,
            line=1,
            remedy="Enregistrez-le au format « CSV UTF-8 » (virgule ou point-virgule).",
        )
    return (best if counts[best] else ","), 0


def _unquoted(line: str) -> str:
    return _QUOTED.sub("", line)


def _records(content: str, *, separator: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record with the physical line on which it starts."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(error, file=file, line=line) from error


def _unreadable(error: csv.Error, *, file: str, line: int) -> InputError:
    if "field larger" in str(error):
        return _too_long(file=file, line=line, column="")
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


def _too_long(*, file: str, line: int, column: str) -> InputError:
    return InputError(
        "la cellule dépasse 32 767 caractères.",
        file=file,
        line=line,
        column=column,
        remedy="Raccourcissez-la.",
    )


def _header(cells: list[str], *, line: int, file: str) -> tuple[str, ...]:
    names = [cell.strip() for cell in cells]
    if len(names) > MAX_COLUMNS:
        raise InputError(
            f"le fichier a {len(names)} colonnes, plus que les 200 permises.",
            file=file,
            line=line,
            remedy="Ne gardez que les colonnes utiles.",
        )
    return tuple(names)


def _fill(raw: RawTable, records: Iterator[tuple[int, list[str]]]) -> None:
    width = len(raw.header)
    kept: list[list[str]] = []
    for line, cells in records:
        if len(raw.head) < HEAD_ROWS:
            raw.head.append((line, cells))
        if len(cells) != width and not _is_padded(cells, width):
            raw.problems.append(_wrong_width(line, found=len(cells), expected=width))
            raw.skipped.append(line)
            continue
        kept.append(cells[:width])
        raw.lines.append(line)
        if len(kept) > MAX_ROWS:
            raise InputError(
                "plus de 200 000 lignes.",
                file=raw.file,
                remedy="Coupez le fichier en plusieurs.",
            )
    raw.columns.extend(list(column) for column in zip(*kept, strict=True))
    if not kept:
        raw.columns.extend([] for _ in range(width))
    _check_lengths(raw)


def _is_padded(cells: list[str], width: int) -> bool:
    """Whether a longer record only has empty cells too many, as spreadsheets write."""
    return len(cells) > width and not any(map(str.strip, cells[width:]))


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
        if column and len(max(column, key=len)) > MAX_CELL:
            row = next(i for i, cell in enumerate(column) if len(cell) > MAX_CELL)
            raise _too_long(file=raw.file, line=raw.lines[row], column=name)
