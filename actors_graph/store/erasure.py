"""Removing rows from a dump: what an erasure does to the backups (MODEL rules 9 and 13)."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model import TABLES, FieldType
from actors_graph.store import journal as journals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from actors_graph.model import ChangeSet, Table
    from actors_graph.store.contract import Dump, Payload


def forgotten_ids(change_set: ChangeSet, also: Collection[str]) -> frozenset[str]:
    """Ids whose values an erasure forgets: those of the deleted rows, and earlier ones."""
    deleted = (change.id for change in change_set.changes if change.after is None)
    return frozenset(deleted).union(also)


def without_rows(dump: Dump, ids: frozenset[str]) -> Dump:
    """The dump without these rows, the references to them, and their values in the journal."""
    return dataclasses.replace(
        dump,
        tables={name: _without(TABLES[name], rows, ids) for name, rows in dump.tables.items()},
        payloads=list(_forgotten(dump, ids)),
        touched=[(seq, entity) for seq, entity in dump.touched if entity not in ids],
    )


def _without(table: Table, rows: pa.Table, ids: frozenset[str]) -> pa.Table:
    gone = pa.array(sorted(ids), pa.string())
    kept = rows.filter(pc.invert(pc.is_in(rows.column("id"), value_set=gone)))
    for field in table.fields:
        if not field.refers_to:
            continue
        index = kept.schema.get_field_index(field.name)
        column = kept.column(index)
        if field.type is FieldType.LIST:
            lists = [
                None if items is None else [item for item in items if item not in ids] or None
                for items in column.to_pylist()
            ]
            cleaned = pa.array(lists, field.type.arrow)
        else:
            named = pc.is_in(column, value_set=gone)
            cleaned = pc.if_else(named, pa.scalar(None, field.type.arrow), column)
        kept = kept.set_column(index, kept.schema.field(index), cleaned)
    return kept


def _forgotten(dump: Dump, ids: frozenset[str]) -> Iterator[Payload]:
    for payload in dump.payloads:
        after = journals.forget(payload, ids)
        same = journals.unpack(after.data) == journals.unpack(payload.data)
        yield payload if same else after
