"""The embedded store: one SQLite file in the user's data folder.

Durable by SQLite's own means: WAL, `synchronous=FULL`, one transaction an operation. One writer
at a time in the process (a lock) and on the machine (BEGIN IMMEDIATE, ten seconds of patience).
Rows are read as Arrow by `sqlite_read`.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from actors_graph.errors import StoreError
from actors_graph.model import TABLES, ChangeSet, Counts
from actors_graph.model.canonical import canonical_hash
from actors_graph.store import journal as journals
from actors_graph.store.contract import Dump, Payload, Revision, StoreInfo
from actors_graph.store.erasure import forgotten_ids
from actors_graph.store.places import refuse_network_drive
from actors_graph.store.sqlite_file import connect, unusable
from actors_graph.store.sqlite_journal import (
    OPERATION_COLUMNS,
    forget_values,
    operation_from,
    record,
    replayed,
    write_description,
)
from actors_graph.store.sqlite_load import fill_tables, replace_content
from actors_graph.store.sqlite_read import acquire_reader, lock_of, release_reader
from actors_graph.store.sqlite_write import write_changes
from actors_graph.store.upgrades import UPGRADERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import pyarrow as pa

    from actors_graph.model import Change, Operation, Receipt
    from actors_graph.store.upgrades import Upgrader


class SqliteStore:
    """A store in one file; made empty when the file does not exist."""

    engine = "sqlite"

    def __init__(
        self,
        path: Path,
        *,
        identity_key: str = "",
        upgraders: Mapping[int, Upgrader] = UPGRADERS,
    ) -> None:
        """Open the file, or make it with its folder.

        Args:
            path: the file.
            identity_key: salts the ids of élus in a new store; random when empty.
            upgraders: what brings a file of an older schema to today's.

        Raises:
            StoreUnavailableError: the folder cannot be used, or lies on a network drive.
            StoreBrokenError: the file is not a store, or is damaged.
        """
        self.path = path.expanduser().resolve()
        self.location = str(self.path)
        refuse_network_drive(self.path)
        self._lock = lock_of(self.path)
        with self._lock:
            self._connection = connect(self.path, identity_key=identity_key, upgraders=upgraders)
            self._reader = acquire_reader(self.path)
        self._closed = False

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
                self._connection.execute("COMMIT")
            except sqlite3.IntegrityError as error:
                raise StoreError(
                    "Une ligne renvoie à un acteur ou à une séance qui n’existe pas. "
                    "Rien n’a été écrit.",
                    remedy="Importez aussi le fichier qui les contient.",
                ) from error
            except sqlite3.DatabaseError as error:
                raise unusable(self.path, error) from error
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    # ---------------------------------------------------------------- reading

    def tables(
        self, names: Sequence[str], *, ids: Sequence[str] | None = None
    ) -> dict[str, pa.Table]:
        """See `contract.Store.tables`. About 3 µs a row."""
        return self._reader.tables(names, ids=ids)

    def revision(self) -> Revision:
        """See `contract.Store.revision`."""
        with self._lock:
            number, stamps = self._connection.execute(
                "SELECT revision, stamps FROM store"
            ).fetchone()
        return Revision(number, json.loads(stamps))

    def info(self) -> StoreInfo:
        """See `contract.Store.info`."""
        with self._lock:
            row = self._connection.execute(
                "SELECT schema_version, identity_key, as_of, title, notice, sealed_revision, "
                "sealed_hash FROM store"
            ).fetchone()
        return StoreInfo(*row)

    def journal(self, *, entity: str | None = None) -> list[Operation]:
        """See `contract.Store.journal`."""
        where = "" if entity is None else " WHERE seq IN (SELECT seq FROM touched WHERE entity = ?)"
        select = f"SELECT {OPERATION_COLUMNS} FROM operations{where} ORDER BY seq"  # noqa: S608 constants
        with self._lock:
            rows = self._connection.execute(select, [] if entity is None else [entity]).fetchall()
        return [operation_from(row) for row in rows]

    def changes(self, seq: int) -> tuple[Change, ...]:
        """See `contract.Store.changes`."""
        with self._lock:
            row = self._connection.execute(
                "SELECT data FROM payloads WHERE seq = ?", [seq]
            ).fetchone()
        return journals.unpack(row[0]) if row else ()

    def payloads(self) -> Iterator[Payload]:
        """See `contract.Store.payloads`."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT seq, salt, data, rewritten FROM payloads ORDER BY seq"
            ).fetchall()
        for seq, salt, data, rewritten in rows:
            yield Payload(seq, salt, data, bool(rewritten))

    def canonical_hash(self) -> str:
        """See `contract.Store.canonical_hash`."""
        return canonical_hash(TABLES, self.tables(list(TABLES)))

    # ---------------------------------------------------------------- writing

    def apply(self, change_set: ChangeSet) -> Receipt:
        """See `contract.Store.apply`."""
        with self._writing() as connection:
            done = replayed(connection, change_set.operation_id)
            if done:
                return done
            write_changes(connection, change_set.changes)
            return record(connection, change_set, keep_values=True)

    def erase(self, change_set: ChangeSet, *, also: Collection[str] = ()) -> Receipt:
        """See `contract.Store.erase`. Rewrites the file: O(size of the store)."""
        ids = forgotten_ids(change_set, also)
        with self._writing() as connection:
            done = replayed(connection, change_set.operation_id)
            if done:
                return done
            write_changes(connection, change_set.changes)
            forget_values(connection, ids)
            receipt = record(connection, change_set, keep_values=False)
        with self._lock:
            # Freed pages and the log still hold the values: both are rewritten.
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return receipt

    def load(self, tables: Mapping[str, pa.Table], *, at: str, by: str, reason: str) -> Receipt:
        """See `contract.Store.load`. One transaction: a broken load leaves an empty store."""
        created = sum(columns.num_rows for columns in tables.values())
        change_set = ChangeSet((), "chargement", at, by, reason, details={"created": created})
        with self._without_foreign_keys() as connection:
            if connection.execute("SELECT revision FROM store").fetchone()[0]:
                raise StoreError(
                    "Le chargement en bloc demande des données vides.",
                    remedy="Choisissez un autre fichier par --store, ou importez les fichiers.",
                )
            fill_tables(connection, tables)
            return record(
                connection,
                change_set,
                keep_values=False,
                stamped=[name for name, columns in tables.items() if columns.num_rows],
                counts=Counts(created=created),
            )

    def describe(self, info: StoreInfo) -> None:
        """See `contract.Store.describe`."""
        with self._writing() as connection:
            write_description(connection, info)

    def dump(self) -> Dump:
        """See `contract.Store.dump`. Writers wait meanwhile, so that all parts agree."""
        with self._writing() as connection:
            touched = connection.execute("SELECT seq, entity FROM touched").fetchall()
            return Dump(
                info=self.info(),
                revision=self.revision(),
                tables=self.tables(list(TABLES)),
                operations=self.journal(),
                payloads=list(self.payloads()),
                touched=touched,
            )

    def fill(self, dump: Dump) -> None:
        """See `contract.Store.fill`."""
        with self._without_foreign_keys() as connection:
            replace_content(connection, dump)

    @contextmanager
    def _without_foreign_keys(self) -> Iterator[sqlite3.Connection]:
        # Checked in one pass before the commit: twice as fast as row by row.
        with self._lock:
            self._connection.execute("PRAGMA foreign_keys = OFF")
            try:
                with self._writing() as connection:
                    yield connection
                    if connection.execute("PRAGMA foreign_key_check").fetchone():
                        raise sqlite3.IntegrityError
            finally:
                self._connection.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """See `contract.Store.close`."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._connection.close()
                release_reader(self.path)

    def remove(self) -> None:
        """Close the store and delete its files."""
        self.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)
