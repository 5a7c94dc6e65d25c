"""Reading a SQLite store as Arrow tables, through ADBC (C, without the GIL).

The wheel of ADBC carries a SQLite of its own, so two copies of SQLite hold the same file. POSIX
locks belong to the process and vanish when *any* descriptor of the file is closed
(sqlite.org/howtocorrupt, 2.2.1): the reader of a file is therefore shared by all stores of the
process on that file, and closed only after the last of them has closed its own connection.
"""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model import LIST_SEPARATOR, TABLES, FieldType
from actors_graph.store.sqlite_schema import select_sql

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from adbc_driver_manager.dbapi import Connection

    from actors_graph.model import Field

# The driver infers a column's type from its first batch: one batch holds any table whole.
_BATCH_ROWS: Final = str(4_000_000)


class Reader:
    """Arrow tables of one file; one query at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file, which must exist."""
        from adbc_driver_sqlite import dbapi

        self._connection: Connection = dbapi.connect(path.as_uri())
        self._lock = threading.Lock()

    def tables(
        self, names: Sequence[str], *, ids: Sequence[str] | None = None
    ) -> dict[str, pa.Table]:
        """The tables in one snapshot."""
        with self._lock:
            try:
                return {name: self._table(name, ids) for name in names}
            finally:
                # Ends the read transaction: the next call sees what was committed since.
                self._connection.rollback()

    def close(self) -> None:
        """Release the file; only where no connection of the process writes in it."""
        with self._lock:
            self._connection.close()

    def _table(self, name: str, ids: Sequence[str] | None) -> pa.Table:
        table = TABLES[name]
        with self._connection.cursor() as cursor:
            cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": _BATCH_ROWS})
            if ids is None:
                cursor.execute(select_sql(table, by_ids=False))
            else:
                cursor.execute(select_sql(table, by_ids=True), [json.dumps(list(ids))])
            raw = cursor.fetch_arrow_table()
        columns = [_decoded(field, raw.column(field.name)) for field in table.fields]
        version = raw.column("version").cast(pa.int64())
        return pa.table([*columns, version], schema=table.arrow_schema)


def _decoded(field: Field, column: pa.ChunkedArray) -> pa.ChunkedArray:
    if field.type is FieldType.LIST:
        # An empty column comes back as integers: everything is null.
        return pc.split_pattern(column.cast(pa.string()), LIST_SEPARATOR)
    return column if column.type == field.type.arrow else column.cast(field.type.arrow)


# The open readers and how many stores use each.
_READERS: Final[dict[Path, tuple[Reader, int]]] = {}
_READERS_LOCK: Final = threading.Lock()


def acquire_reader(path: Path) -> Reader:
    """The reader of a file, shared by the stores of the process that are open on it."""
    with _READERS_LOCK:
        reader, users = _READERS.get(path) or (Reader(path), 0)
        _READERS[path] = (reader, users + 1)
        return reader


def release_reader(path: Path) -> None:
    """Close the reader when the last store on the file has closed its own connection."""
    with _READERS_LOCK:
        reader, users = _READERS[path]
        if users > 1:
            _READERS[path] = (reader, users - 1)
        else:
            del _READERS[path]
            reader.close()
