"""What is said of columns and cells that feed nothing, so that none is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.sources.mapping.choices import IGNORED, REMARKS
from actors_graph.sources.mapping.synonyms import is_private
from actors_graph.sources.problems import Problem, Severity
from actors_graph.words import quoted

if TYPE_CHECKING:
    from actors_graph.sources.extracts import TableContent
    from actors_graph.sources.mapping.choices import ColumnChoice
    from actors_graph.sources.raw import RawTable
    from actors_graph.sources.shapes.directory import Directory

_FOOTER_ROWS: Final = 8
_PRIVATE: Final = "donnée personnelle : la colonne n’a pas été lue et rien n’en est gardé."
_REMARKS: Final = "des remarques peuvent juger des personnes : la colonne n’est pas reprise."
_UNPLACED: Final = "la colonne n’a pas de place dans ce fichier : elle n’a pas été lue."


def warn(
    content: TableContent, line: int | None, column: str, value: str, message: str, remedy: str = ""
) -> None:
    """Add a warning on a cell, or on a column (`line` of its header)."""
    content.problems.append(Problem(line, column, value, message, Severity.WARNING, remedy))


def say_slips(content: TableContent, directory: Directory) -> None:
    """Say which names of cells were read as those of actors of the file but for a slip."""
    for text, (name, line, label) in directory.slips.items():
        content.problems.append(
            Problem(line, label, text, f"lu {quoted(name)}.", Severity.REPAIRED)
        )
    directory.slips.clear()


def footnotes(content: TableContent) -> frozenset[int]:
    """Return the places of the last rows that are notes under a list, and say them.

    One filled cell, after an empty line, at the very end: « x = membre ».
    """
    raw = content.raw
    filled = [sum(map(bool, map(str.strip, cells))) for cells in zip(*raw.columns, strict=True)]
    start = len(raw.lines)
    while start > max(1, len(raw.lines) - _FOOTER_ROWS) and filled[start - 1] == 1:
        start -= 1
    gaps = [row for row in range(max(start, 1), len(raw.lines)) if _follows_a_gap(raw, row)]
    notes = range(gaps[0], len(raw.lines)) if gaps and len(raw.columns) > 1 else range(0)
    for row in notes:
        text = next(cells[row] for cells in raw.columns if cells[row].strip())
        warn(
            content, raw.lines[row], "", text.strip(), "note sous le tableau : elle n’est pas lue."
        )
    return frozenset(notes)


def _follows_a_gap(raw: RawTable, row: int) -> bool:
    between = raw.lines[row] - raw.lines[row - 1]
    skipped = sum(raw.lines[row - 1] < line < raw.lines[row] for line in raw.skipped)
    # A cell of several lines makes a physical gap without any empty line.
    breaks = max(cells[row - 1].count("\n") for cells in raw.columns)
    return between - skipped - breaks > 1


def say_left_out(content: TableContent) -> None:
    """Say which columns that hold something are not read."""
    raw = content.raw
    for choice in content.mapping.columns:
        if choice.target not in {IGNORED, REMARKS}:
            continue
        if any(map(str.strip, raw.columns[choice.position])):
            content.problems.append(_left_out(raw, choice))


def _left_out(raw: RawTable, choice: ColumnChoice) -> Problem:
    line, name = raw.header_row, choice.header
    if choice.target == REMARKS:
        remedy = "Relisez-la : ce qui décrit la structure peut aller dans sa description."
        return Problem(line, name, "", _REMARKS, Severity.WARNING, remedy)
    if is_private(name):
        return Problem(line, name, "", _PRIVATE, Severity.WARNING)
    if not name:
        message = f"la colonne {choice.position + 1} n’a pas de nom : elle n’a pas été lue."
        return Problem(line, "", "", message, Severity.WARNING, "Nommez-la.")
    if choice.why.endswith("dit déjà cela"):
        message = f"{choice.why} : celle-ci n’a pas été lue."
        return Problem(line, name, "", message, Severity.WARNING)
    return Problem(line, name, "", _UNPLACED, Severity.WARNING)
