"""What is said of columns and cells that feed nothing, so that none is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.sources.mapping_choices import IGNORED, REMARKS
from actors_graph.sources.problems import Problem, Severity
from actors_graph.sources.synonyms import is_private

if TYPE_CHECKING:
    from actors_graph.sources.extracts import TableContent
    from actors_graph.sources.mapping_choices import ColumnChoice
    from actors_graph.sources.raw import RawTable

_PRIVATE: Final = "donnée personnelle : la colonne n’a pas été lue et rien n’en est gardé."
_REMARKS: Final = "des remarques peuvent juger des personnes : la colonne n’est pas reprise."
_UNPLACED: Final = "la colonne n’a pas de place dans ce fichier : elle n’a pas été lue."


def warn(
    content: TableContent, line: int | None, column: str, value: str, message: str, remedy: str = ""
) -> None:
    """Add a warning on a cell, or on a column (`line` of its header)."""
    content.problems.append(Problem(line, column, value, message, Severity.WARNING, remedy))


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
