"""Which rows are named by the rows that would stay after some changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model import TABLES, FieldType
from actors_graph.model.ids import territory_ref

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from actors_graph.changes.known import Reads
    from actors_graph.model import Change, Field, Table, Value


def referring(names: Collection[str]) -> list[tuple[Table, Field]]:
    """Fields of the model that may name a row of one of these tables."""
    return [
        (table, field)
        for table in TABLES.values()
        for field in table.fields
        if not set(field.refers_to).isdisjoint(names)
    ]


def named_after(
    reads: Reads, *, deleted: Collection[tuple[str, str]], updates: Iterable[Change]
) -> set[tuple[str, str]]:
    """Rows among the deleted ones that the rows left would still name.

    Args:
        reads: the session.
        deleted: the rows that would go, as (table, id).
        updates: the changes that would be made to rows that stay.
    """
    names = {table for table, _ in deleted}
    fields = referring(names)
    tables = reads.tables(list({table.name: None for table, _ in fields}))
    overlay = {(change.table, change.id): change.after or {} for change in updates}
    found: set[tuple[str, str]] = set()
    for table, field in fields:
        gone = {row for name, row in deleted if name == table.name}
        changed = {
            row
            for (name, row), after in overlay.items()
            if name == table.name and field.name in after
        }
        values = _values(tables[table.name], field, without=gone | changed)
        for row in changed - gone:
            values.update(_items(overlay[table.name, row][field.name]))
        for value in values:
            target = territory_ref(table, field.name, value)
            found.update((name, target) for name in field.refers_to if (name, target) in deleted)
    return found


def _values(rows: pa.Table, field: Field, *, without: set[str]) -> set[str]:
    if without:
        gone = pc.is_in(rows.column("id"), value_set=pa.array(sorted(without), pa.string()))
        rows = rows.filter(pc.invert(gone))
    column = rows.column(field.name)
    if field.type is FieldType.LIST:
        column = pc.list_flatten(column)
    return set(pc.unique(column).drop_null().to_pylist())


def _items(value: Value) -> list[str]:
    if value is None:
        return []
    return value if isinstance(value, list) else [str(value)]
