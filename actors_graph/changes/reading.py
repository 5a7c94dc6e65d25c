"""Reads the files of an import into their text by table of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.changes.routes import model_file
from actors_graph.errors import InputError
from actors_graph.sources import read_canonical, recognised, table_named

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.changes.heads import ReadFile


def read_files(path: Path, *, kind: str | None = None) -> list[ReadFile]:
    """Read one file: one item for each of its tables.

    Args:
        path: the file.
        kind: what it is, in the words of the user; by default its name or columns tell.

    Raises:
        InputError: the file cannot be read as a whole, or holds no row.
    """
    raw = read_canonical(path)
    table = table_named(kind) if kind else recognised(raw)
    file = model_file(raw, table)
    if not raw.rows_read:
        raise InputError(
            "le fichier n’a aucune ligne sous l’en-tête.",
            file=raw.file,
            remedy="Vérifiez que c’est le bon fichier.",
        )
    return [file]
