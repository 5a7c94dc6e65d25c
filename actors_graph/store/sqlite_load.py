"""Filling the tables of a SQLite file in bulk from Arrow.

Indexes are dropped before and made again after. Rows go through `executemany` on columns turned
to Python once, which is what bounds the speed: about 2 µs a value.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import repeat
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from actors_graph.errors import StoreError
from actors_graph.model import LIST_SEPARATOR, TABLES, FieldType
from actors_graph.store.sqlite_journal import (
    write_description,
    write_operation,
    write_payload,
)
from actors_graph.store.sqlite_schema import index_ddl, index_names, insert_sql

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    import pyarrow as pa

    from actors_graph.model import Field, Table
    from actors_graph.store.contract import Dump


def fill_tables(connection: sqlite3.Connection, tables: Mapping[str, pa.Table]) -> None:
    """Insert all rows of the tables, inside the caller's transaction."""
    for name, columns in tables.items():
        if columns.num_rows:
            # In the order of their ids, rows are written, indexed and read back in one sweep.
            _fill(connection, TABLES[name], columns.sort_by("id"))


def _fill(connection: sqlite3.Connection, table: Table, columns: pa.Table) -> None:
    for index in index_names(table):
        connection.execute(f"DROP INDEX IF EXISTS {index}")
    values = [_plain(field, columns) for field in table.fields]
    versions = (
        columns.column("version").to_pylist()
        if "version" in columns.column_names
        else [1] * columns.num_rows
    )
    connection.executemany(insert_sql(table), zip(*values, versions, strict=True))
    for statement in index_ddl(table):
        connection.execute(statement)


def _plain(field: Field, columns: pa.Table) -> Iterable[object]:
    if field.name not in columns.column_names:
        if field.required:
            message = f"Le chargement n’a pas de colonne « {field.name} »."
            raise StoreError(message)
        return repeat(None, columns.num_rows)
    column = columns.column(field.name)
    if column.null_count == len(column):
        return repeat(None, len(column))
    if field.type is FieldType.LIST:
        joined = pc.binary_join(column, LIST_SEPARATOR)
        column = pc.if_else(pc.equal(joined, ""), None, joined)
    values: list[object] = column.to_pylist()
    return values


def replace_content(connection: sqlite3.Connection, dump: Dump) -> None:
    """Replace rows, journal and Store row by those of a dump, inside the caller's transaction."""
    for name in (*TABLES, "touched", "payloads", "operations"):
        connection.execute(f"DELETE FROM {name}")  # noqa: S608 names come from the model
    fill_tables(connection, dump.tables)
    entities: dict[int, list[str]] = defaultdict(list)
    for seq, entity in dump.touched:
        entities[seq].append(entity)
    for operation in dump.operations:
        write_operation(
            connection,
            operation,
            details=json.dumps(dict(operation.details), ensure_ascii=False),
            payload=None,
            entities=entities[operation.seq],
        )
    for payload in dump.payloads:
        write_payload(connection, payload)
    write_description(connection, dump.info)
    connection.execute(
        "UPDATE store SET revision = ?, stamps = ?, identity_key = ?",
        [dump.revision.number, json.dumps(dict(dump.revision.stamps)), dump.info.identity_key],
    )
