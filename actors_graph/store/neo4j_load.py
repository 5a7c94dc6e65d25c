"""Filling a Neo4j store in bulk, in as many transactions as it takes.

Neo4j holds no transaction of that size in memory, so the Store node carries a mark while the load
goes on: a store with the mark is not read, and a load that was interrupted starts again from
nothing. Ends of ties are checked before the first row is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.errors import StoreError
from actors_graph.model import NODES, TABLES, FieldType
from actors_graph.store.neo4j_driver import run
from actors_graph.store.neo4j_errors import missing_end
from actors_graph.store.neo4j_links import REFERENCES, draw_from
from actors_graph.store.neo4j_write import BATCH_ROWS, create_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from neo4j import Session, Transaction

    from actors_graph.model import Field, Table

    # Runs a piece of work in a managed transaction, once.
    Once = Callable[[Callable[[Transaction], None]], None]

_JOURNAL = ("operations", "payloads", "touched")


def refuse_missing_ends(tables: Mapping[str, pa.Table]) -> None:
    """Refuse ties whose ends are not in the tables.

    Raises:
        StoreError: an end does not exist; nothing has been written.
    """
    for name, columns in tables.items():
        table = TABLES[name]
        for end in (table.source, table.target) if table.is_tie and columns.num_rows else ():
            known = [
                tables[target].column("id")
                for target in table.by_name[end].refers_to
                if target in tables
            ]
            chunks = [chunk for column in known for chunk in column.chunks]
            ids = pa.chunked_array(chunks, pa.string()).combine_chunks()
            missing = pc.invert(pc.is_in(columns.column(end), value_set=ids))
            if not table.by_name[end].required:
                missing = pc.and_(missing, pc.is_valid(columns.column(end)))
            if pc.any(missing).as_py():
                raise missing_end()


def load_tables(tables: Mapping[str, pa.Table], once: Once) -> None:
    """Create all rows, nodes first, then draw the relationships of their references."""
    for name in TABLES:
        if name in tables:
            for rows in _row_batches(TABLES[name], tables[name]):
                once(_creation(TABLES[name], rows))
    for table, field in REFERENCES:
        if table.name in tables and field.name in tables[table.name].column_names:
            for ids in _id_batches(tables[table.name], field):
                once(_drawing(table, field, ids))


def clear(session: Session) -> None:
    """Delete every row and the journal, in batches; the Store node and other labels stay."""
    names = [f"{table.name}_clear_ties" for table in NODES]
    names += [f"{name}_clear" for name in (*(table.name for table in NODES), *_JOURNAL)]
    for name in names:
        # These statements commit as they go, which no managed transaction allows.
        run(session, f"load/{name}").consume()


def _creation(table: Table, rows: list[list[Any]]) -> Callable[[Transaction], None]:
    def work(tx: Transaction) -> None:
        # Read back first: a batch whose commit was lost on the way may be there already.
        first = [rows[0][0]]
        if run(tx, f"change/{table.name}_versions", ids=first).single() is None:
            create_rows(tx, table, rows)

    return work


def _drawing(table: Table, field: Field, ids: list[str]) -> Callable[[Transaction], None]:
    return lambda tx: draw_from(tx, table, field, ids)


def _row_batches(table: Table, columns: pa.Table) -> Iterator[list[list[Any]]]:
    """Rows as lists of values in the order of the fields, then the version (1 if none)."""
    missing = [f.name for f in table.fields if f.required and f.name not in columns.column_names]
    if missing:
        message = f"Le chargement n’a pas de colonne « {missing[0]} »."
        raise StoreError(message)
    for start in range(0, columns.num_rows, BATCH_ROWS):
        part = columns.slice(start, BATCH_ROWS)
        values = [_plain(field, part) for field in table.fields]
        present = "version" in columns.column_names
        versions = part.column("version").to_pylist() if present else [1] * part.num_rows
        yield [list(row) for row in zip(*values, versions, strict=True)]


def _plain(field: Field, columns: pa.Table) -> list[Any]:
    if field.name not in columns.column_names:
        return [None] * columns.num_rows
    column = columns.column(field.name)
    if field.type is FieldType.LIST:
        return [items or None for items in column.to_pylist()]
    if pa.types.is_string(column.type):
        column = pc.if_else(pc.equal(column, ""), None, column)
    values: list[Any] = column.cast(field.type.arrow).to_pylist()
    return values


def _id_batches(columns: pa.Table, field: Field) -> Iterator[list[str]]:
    """Ids of the rows that hold the reference."""
    with_value = columns.filter(pc.is_valid(columns.column(field.name))).column("id")
    for start in range(0, len(with_value), BATCH_ROWS):
        yield with_value.slice(start, BATCH_ROWS).to_pylist()
