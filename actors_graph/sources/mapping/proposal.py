"""What a table is and where its columns go: proposed from what it holds, corrected by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.errors import InputError
from actors_graph.sources.kinds import importable, kind_of, unrecognised
from actors_graph.sources.mapping.choices import (
    ColumnChoice,
    Mapping,
    corrected,
    fingerprint,
)
from actors_graph.sources.mapping.guess import assigned, columns_of
from actors_graph.sources.mapping.kinds import canonical_kind, grid_names, kind_guess
from actors_graph.sources.mapping.targets import kind_words
from actors_graph.text import fold
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from actors_graph.sources.raw import RawTable

__all__ = [
    "ColumnChoice",
    "Mapping",
    "corrected",
    "fingerprint",
    "kind_named",
    "proposed",
]


def proposed(raw: RawTable, *, kind: str = "", remembered: Mapping | None = None) -> Mapping:
    """Return what a table seems to be, and where each of its columns would go.

    Args:
        raw: the table as it is written.
        kind: what it is, where a person said it.
        remembered: what was decided for a table of the same columns; taken as it is.

    Raises:
        InputError: nothing tells what the table is.
    """
    print_ = fingerprint(raw.header)
    if remembered is not None and remembered.fingerprint == print_:
        return remembered
    columns = columns_of(raw)
    names = grid_names(raw, columns)
    said = kind_named(kind) if kind else canonical_kind(raw)
    if said:
        guesses = assigned(columns, kind=said, names=names)
    else:
        said, guesses = kind_guess(raw, columns, names=names)
    if not said:
        raise unrecognised(raw)
    return Mapping(
        said,
        tuple(
            ColumnChoice(column.position, column.header, guess.target, guess.confidence, guess.why)
            for column, guess in zip(columns, guesses, strict=True)
        ),
        print_,
    )


def kind_named(word: str) -> str:
    """Return the kind of table that a person names.

    Raises:
        InputError: there is no such kind.
    """
    asked = fold(word)
    for kind in kind_words():
        if asked == fold(kind):
            return kind
    for table in importable():
        if asked in {fold(table.name), fold(table.title)}:
            return kind_of(table)
    raise InputError(
        f"{quoted(word)} n’est pas une sorte de fichier connue.",
        remedy=f"Sortes possibles : {listing(list(kind_words()), conjunction='ou')}.",
    )
