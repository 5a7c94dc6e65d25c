"""Public registers as files of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.changes.heads import FileHead, ReadFile
from actors_graph.sources.registers import read_register

if TYPE_CHECKING:
    from pathlib import Path

# The word by which a register is named where other files have that of their table.
KIND: Final = "registre"


def register_file(path: Path, *, departement: str = "") -> ReadFile:
    """Read a register, for a département or as a whole.

    Raises:
        InputError: an archive of several départements when none is given, a damaged file.
    """
    reading = read_register(path, departement=departement)
    head = FileHead(
        path.name,
        KIND,
        frozenset({reading.table}),
        len(reading.lines),
        encoding=reading.encoding,
        separator=reading.separator,
        header_row=1,
    )
    return ReadFile(head, list(reading.extracts.values()), reading.problems)
