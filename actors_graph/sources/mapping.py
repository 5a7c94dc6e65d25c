"""What a table is and where its columns go: proposed from what it holds, corrected by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.sources.columns import placement
from actors_graph.sources.kinds import kind_of, recognised, table_named
from actors_graph.sources.mapping_choices import (
    CERTAIN,
    IGNORED,
    ColumnChoice,
    Mapping,
    corrected,
    fingerprint,
)

if TYPE_CHECKING:
    from actors_graph.sources.raw import RawTable

__all__ = ["ColumnChoice", "Mapping", "corrected", "fingerprint", "proposed"]


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
    table = table_named(kind) if kind else recognised(raw)
    places = placement(table, raw.header)
    targets = {
        position: table.by_name[name].column
        for name, positions in places.fields.items()
        for position in positions
    }
    columns = tuple(
        ColumnChoice(position, name, targets[position], CERTAIN, "nom de colonne du modèle")
        if position in targets
        else ColumnChoice(position, name, IGNORED, CERTAIN, "pas de place dans ce fichier")
        for position, name in enumerate(raw.header)
    )
    return Mapping(kind_of(table), columns, print_)
