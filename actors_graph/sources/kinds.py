"""Which file of MODEL.md a table is: what the user says, else its name, else its columns."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from actors_graph.errors import InputError
from actors_graph.model import TABLES
from actors_graph.sources.columns import column_key, placement
from actors_graph.text import fold
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def recognised(raw: RawTable) -> Table:
    """Return the table that a file holds, by its name, else by its columns.

    Raises:
        InputError: neither says which, or the header is not on the first line.
    """
    words = set(fold(PurePath(raw.file).stem).split())
    named = [table for table in importable() if kind_of(table) in words]
    if len(named) == 1 and _matched(named[0], raw.header):
        return named[0]
    _refuse_title_rows(raw)
    scores = {table.name: _score(table, raw.header) for table in importable()}
    best = max(scores.values())
    winners = [TABLES[name] for name, score in scores.items() if score == best]
    if best <= 0 or len(winners) > 1:
        raise unrecognised(raw)
    return winners[0]


def _matched(table: Table, header: Sequence[str]) -> int:
    return len(placement(table, header).fields)


def _score(table: Table, header: Sequence[str]) -> int:
    """Fields found; 0 when a required one is missing, because the file cannot be of that kind."""
    found = placement(table, header).fields
    required = {field.name for field in table.fields if field.required and field.column}
    missing = required - found.keys() - {"id"}
    return 0 if missing else len(found)


def _refuse_title_rows(raw: RawTable) -> None:
    """Say where the header is when the first lines are a title."""
    known = {column_key(name) for table in importable() for name in _names(table)}
    if sum(column_key(name) in known for name in raw.header) >= 2:
        return
    for line, cells in raw.head:
        if sum(column_key(cell) in known for cell in cells) >= 2:
            raise InputError(
                f"l’en-tête est à la ligne {line}, sous un titre.",
                file=raw.file,
                line=raw.header_row,
                remedy="Supprimez les lignes au-dessus de l’en-tête.",
            )


def _names(table: Table) -> list[str]:
    return [
        name for field in table.fields if field.column for name in (field.column, *field.synonyms)
    ]


def unrecognised(raw: RawTable) -> InputError:
    """Return the error of a table that is no known kind."""
    kinds = listing([kind_of(table) for table in importable()], conjunction="ou")
    shown = listing([quoted(name) for name in raw.header if name], limit=6)
    return InputError(
        f"les colonnes ({shown}) ne sont celles d’aucun fichier connu.",
        file=raw.file,
        line=raw.header_row,
        remedy=f"Dites ce que c’est avec --as ({kinds}), ou partez d’un modèle (templates).",
    )
