"""Reading a SQLite store as Arrow tables, through ADBC (C, without the GIL).

The wheel of ADBC carries a SQLite of its own, so two copies of SQLite hold the same file. Copies
tell each other what they do by POSIX locks, which never conflict within one process and vanish
when *any* descriptor of the file is closed (sqlite.org/howtocorrupt, 2.2.1): a writer would empty
the log under a reader of the same process. So all that a process does with one file takes one
lock (`lock_of`), and its reader is closed after the last connection that writes. Between
processes SQLite's own locks do their work.
"""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
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


# One lock a file for the life of the process: re-entrant, since a dump reads while it writes.
_LOCKS: Final[dict[Path, threading.RLock]] = {}
_LOCKS_LOCK: Final = threading.Lock()


def lock_of(path: Path) -> threading.RLock:
    """The lock that every use of a file by this process takes."""
    with _LOCKS_LOCK:
        return _LOCKS.setdefault(path, threading.RLock())


# Halves of a snapshot that differ are read again; after so many times, one after the other.
_ATTEMPTS: Final = 3
# The driver has none of its own, and says « database is locked » at once.
_PATIENCE_MS: Final = 10_000


class Reader:
    """Arrow tables of one file, nodes and ties side by side; one question at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file, which must exist; the caller holds its lock."""
        # Two, because reading is bound by one core each and releases the GIL: 1.5 times faster.
        self._connections = (_opened(path), _opened(path))
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sqlite-read")
        self._lock = lock_of(path)

    def tables(
        self, names: Sequence[str], *, ids: Sequence[str] | None = None
    ) -> dict[str, pa.Table]:
        """The tables in one snapshot."""
        nodes = [name for name in names if not TABLES[name].is_tie]
        ties = [name for name in names if TABLES[name].is_tie]
        first, second = self._connections
        with self._lock:
            for _ in range(_ATTEMPTS if nodes and ties and ids is None else 0):
                beside = self._threads.submit(_snapshot, second, nodes, ids)
                tied = _snapshot(first, ties, ids)
                plain = beside.result()
                if tied.revision == plain.revision:
                    found = tied.tables | plain.tables
                    return {name: found[name] for name in names}
            return _snapshot(first, names, ids).tables

    def close(self) -> None:
        """Release the file; only where no connection of the process writes in it."""
        with self._lock:
            self._threads.shutdown()
            for connection in self._connections:
                connection.close()


def _opened(path: Path) -> Connection:
    from adbc_driver_sqlite import dbapi

    connection = dbapi.connect(path.as_uri())
    with connection.cursor() as cursor:
        # A reader waits only while another connection opens or empties the log: see _PATIENCE_MS.
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        cursor.fetchall()
    connection.rollback()
    return connection


@dataclass(frozen=True, slots=True)
class _Snapshot:
    revision: int
    tables: dict[str, pa.Table]


def _snapshot(connection: Connection, names: Sequence[str], ids: Sequence[str] | None) -> _Snapshot:
    try:
        with connection.cursor() as cursor:
            # The first statement begins the read transaction: what follows sees this revision.
            cursor.execute("SELECT revision FROM store")
            revision = int(cursor.fetchone()[0])  # type: ignore[index]  # the one Store row
        return _Snapshot(revision, {name: _table(connection, name, ids) for name in names})
    finally:
        # Ends the read transaction: the next call sees what was committed since.
        connection.rollback()


def _table(connection: Connection, name: str, ids: Sequence[str] | None) -> pa.Table:
    table = TABLES[name]
    with connection.cursor() as cursor:
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
