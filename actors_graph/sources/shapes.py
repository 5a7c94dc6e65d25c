"""From tables and what their columns mean to rows of the model, whatever the shape of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.sources.extracts import Extract, TableContent
from actors_graph.sources.mapping_targets import kind_table
from actors_graph.sources.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actors_graph.model import Table
    from actors_graph.sources.mapping_choices import Mapping
    from actors_graph.sources.raw import RawTable


def extracts(
    tables: Sequence[tuple[RawTable, Mapping]],
    *,
    names: Iterable[str] = (),  # noqa: ARG001 - read by the cells of partners
) -> list[TableContent]:
    """Return what the tables of one file say, one content a table, in their order.

    Args:
        tables: the tables of one file (its sheets), with the mapping of each.
        names: other names of actors that a cell may hold (other files, the store): they tell
            where a cell that lists partners is to be cut.
    """
    return [_content(raw, mapping) for raw, mapping in tables]


def _content(raw: RawTable, mapping: Mapping) -> TableContent:
    content = TableContent(raw, mapping)
    table = kind_table(mapping.kind)
    if table is not None:
        content.extracts.append(_columns(raw, mapping, table))
    for choice in mapping.columns:
        filled = any(map(str.strip, raw.columns[choice.position]))
        if choice.target == "ignorer" and filled:
            message = "la colonne n’a pas de place dans ce fichier : elle n’a pas été lue."
            content.problems.append(
                Problem(raw.header_row, choice.header, "", message, Severity.WARNING)
            )
    return content


def _columns(raw: RawTable, mapping: Mapping, table: Table) -> Extract:
    extract = Extract(table.name, list(raw.lines))
    for field in table.fields:
        positions = mapping.positions(field.column) if field.column else []
        if not positions:
            continue
        columns = [raw.columns[position] for position in positions]
        extract.labels[field.name] = " | ".join(raw.header[position] for position in positions)
        extract.cells[field.name] = (
            list(columns[0])
            if len(columns) == 1
            else ["|".join(filter(None, cells)) for cells in zip(*columns, strict=True)]
        )
    return extract
