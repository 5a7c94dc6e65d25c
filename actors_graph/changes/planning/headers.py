"""Checks the header of a file of the model: what finds no place is said, what clashes stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.sources import Problem, Severity
from actors_graph.text import fold
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Collection

    from actors_graph.model import Table
    from actors_graph.sources import Placement, RawTable

# Columns of registers of people that are never kept, whatever the file.
_PRIVATE_COLUMNS: Final = ("naissance", "sexe", "csp", "categorie socio", "nationalite", "civilite")


def check_header(
    raw: RawTable, table: Table, places: Placement, *, used: Collection[int] = ()
) -> list[Problem]:
    """Say which columns find no place; stop at those that cannot be told apart.

    Args:
        raw: the file as it is written.
        table: what it holds.
        places: where its columns go.
        used: positions of the columns that another table of the same file reads.

    Raises:
        InputError: two columns for one field, or a required column that is missing.
    """
    for first, second in places.clashes:
        raise InputError(
            f"les colonnes {first + 1} et {second + 1} ({quoted(raw.header[first])} et "
            f"{quoted(raw.header[second])}) disent la même chose.",
            file=raw.file,
            line=raw.header_row,
            column=raw.header[second],
            remedy="Gardez-en une seule.",
        )
    for target in table.fields:
        if target.required and target.column and target.name not in places.fields | {"id": ()}:
            raise InputError(
                f"la colonne {quoted(target.column)} manque.",
                file=raw.file,
                line=raw.header_row,
                remedy="Ajoutez-la : elle est obligatoire pour ce fichier.",
            )
    problems = [_unplaced(raw, place) for place in places.unplaced if place not in used]
    for position, name in enumerate(raw.header):
        if not name and any(map(str.strip, raw.columns[position])):
            message = f"la colonne {position + 1} n’a pas de nom : elle n’a pas été lue."
            problems.append(
                Problem(raw.header_row, "", "", message, Severity.WARNING, "Nommez-la.")
            )
    return problems


def _unplaced(raw: RawTable, position: int) -> Problem:
    name = raw.header[position]
    private = any(word in fold(name) for word in _PRIVATE_COLUMNS)
    message = (
        "donnée personnelle : la colonne n’a pas été lue et rien n’en est gardé."
        if private
        else "la colonne n’a pas de place dans ce fichier : elle n’a pas été lue."
    )
    return Problem(raw.header_row, name, "", message, Severity.WARNING)
