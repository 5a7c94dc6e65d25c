"""Opening the file of a SQLite store, and saying in French why it cannot be used."""

from __future__ import annotations

import secrets
import sqlite3
from typing import TYPE_CHECKING, Final

from actors_graph.errors import (
    StoreBrokenError,
    StoreBusyError,
    StoreError,
    StoreUnavailableError,
)
from actors_graph.model import SCHEMA_VERSION
from actors_graph.store.sqlite_load import replace_content
from actors_graph.store.sqlite_schema import quoted_name, whole_schema
from actors_graph.store.sqlite_upgrade import keep_copy, upgraded_dump

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from actors_graph.store.upgrades import Upgrader

_PATIENCE_S: Final = 10.0


def connect(
    path: Path, *, identity_key: str, upgraders: Mapping[int, Upgrader]
) -> sqlite3.Connection:
    """Open the file for writing, make it with its folder, or upgrade it; see `SqliteStore`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Contacts are in it: readable by its owner only, and SQLite gives its log the same mode.
        path.touch(mode=0o600, exist_ok=True)
        connection = sqlite3.connect(
            path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
        )
    except sqlite3.DatabaseError as error:
        raise unusable(path, error) from error
    except OSError as error:
        raise StoreUnavailableError(
            f"Le dossier « {path.parent} » ne peut pas être utilisé ({error.strerror}).",
            remedy="Choisissez un autre dossier par le réglage ACTORS_GRAPH_DATA_DIR.",
        ) from error
    try:
        _prepare(connection, path, identity_key=identity_key, upgraders=upgraders)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise unusable(path, error) from error
    except StoreError:
        connection.close()
        raise
    return connection


def _prepare(
    connection: sqlite3.Connection,
    path: Path,
    *,
    identity_key: str,
    upgraders: Mapping[int, Upgrader],
) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if not connection.execute("SELECT name FROM sqlite_schema LIMIT 1").fetchone():
        _create(connection, identity_key)
    version = connection.execute("SELECT schema_version FROM store").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise StoreBrokenError(
            f"« {path} » a été écrit par une version plus récente du programme.",
            remedy="Mettez le programme à jour.",
        )
    if version < SCHEMA_VERSION:
        _upgrade(connection, path, version=version, upgraders=upgraders)


def _upgrade(
    connection: sqlite3.Connection,
    path: Path,
    *,
    version: int,
    upgraders: Mapping[int, Upgrader],
) -> None:
    keep_copy(connection, path, version=version)
    dump = upgraded_dump(connection, path, upgraders=upgraders)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for kind, name in connection.execute("SELECT type, name FROM sqlite_schema").fetchall():
            if kind == "table" and not name.startswith("sqlite_"):
                connection.execute(f"DROP TABLE {quoted_name(name)}")
        _make_tables(connection, identity_key=dump.info.identity_key)
        replace_content(connection, dump)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _create(connection: sqlite3.Connection, identity_key: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have made it while this one waited for its turn.
    if not connection.execute("SELECT name FROM sqlite_schema LIMIT 1").fetchone():
        _make_tables(connection, identity_key=identity_key or secrets.token_hex(32))
    connection.execute("COMMIT")


def _make_tables(connection: sqlite3.Connection, *, identity_key: str) -> None:
    for statement in whole_schema().split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(
        "INSERT INTO store (one, schema_version, identity_key) VALUES (1, ?, ?)",
        [SCHEMA_VERSION, identity_key],
    )


def unusable(path: Path, error: sqlite3.DatabaseError) -> StoreError:
    """What an error of SQLite means to the user."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return StoreBusyError(
            "Un autre programme écrit en ce moment dans ces données.",
            remedy="Attendez qu’il ait fini, puis recommencez.",
        )
    if "unable to open" in text or "readonly" in text:
        return StoreUnavailableError(
            f"Le fichier « {path} » ne peut pas être ouvert.",
            remedy="Vérifiez qu’il vous appartient et que le disque n’est pas protégé.",
        )
    if "full" in text:
        return StoreUnavailableError(
            f"Le disque de « {path} » est plein. Rien n’a été écrit.",
            remedy="Libérez de la place, puis recommencez.",
        )
    return StoreBrokenError(
        f"« {path} » n’est pas un fichier de données du programme, ou il est abîmé.",
        remedy="Restaurez une sauvegarde avec la commande « restore ».",
    )
