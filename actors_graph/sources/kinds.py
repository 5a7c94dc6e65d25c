"""Which file of MODEL.md a table is: what the user says, else its name, else its columns."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from actors_graph.errors import InputError
from actors_graph.model import TABLES
from actors_graph.text import fold
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from actors_graph.model import Table
    from actors_graph.sources.raw import RawTable


def kind_of(table: Table) -> str:
    """Return the word by which users and commands name a table: the name of its file.

    >>> kind_of(TABLES["actors"])
    'acteurs'
    """
    return PurePath(table.file).stem


def table_named(kind: str) -> Table:
    """Return the table of a word given by the user.

    Raises:
        InputError: no file of the model has that name.
    """
    asked = fold(kind)
    for table in importable():
        if asked in {kind_of(table), fold(table.name), fold(table.title)}:
            return table
    kinds = listing([kind_of(table) for table in importable()], conjunction="ou")
    raise InputError(
        f"{quoted(kind)} n’est pas une sorte de fichier connue.",
        remedy=f"Sortes possibles : {kinds}.",
    )


def importable() -> list[Table]:
    """Tables that have a file, in the order of the model."""
    return [table for table in TABLES.values() if table.file]


def unrecognised(raw: RawTable) -> InputError:
    """Return the error of a table that is no known kind."""
    kinds = listing([kind_of(table) for table in importable()], conjunction="ou")
    shown = listing([quoted(name) for name in raw.header if name], limit=6)
    return InputError(
        f"les colonnes ({shown}) ne sont celles d’aucun fichier connu.",
        file=raw.origin,
        line=raw.header_row,
        remedy=f"Dites ce que c’est avec --as ({kinds}), ou partez d’un modèle (templates).",
    )
