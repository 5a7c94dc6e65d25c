"""Writing rows in SQLite: the statements of one operation, grouped, inside a transaction.

These functions neither begin nor end a transaction: `SqliteStore` does.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import TYPE_CHECKING

from actors_graph.errors import Conflict, ConflictError
from actors_graph.model import TABLES
from actors_graph.store.sqlite_schema import encode, insert_sql, update_sql

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors_graph.model import Change


def write_changes(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Create, update and delete the rows.

    Raises:
        ConflictError: some rows exist already, are missing, or have another version.
    """
    created: dict[str, list[Change]] = defaultdict(list)
    updated: dict[tuple[str, tuple[str, ...], bool], list[Change]] = defaultdict(list)
    deleted: dict[tuple[str, bool], list[Change]] = defaultdict(list)
    for change in changes:
        checked = change.version is not None
        if change.before is None:
            created[change.table].append(change)
        elif change.after is None:
            deleted[change.table, checked].append(change)
        else:
            updated[change.table, tuple(change.after), checked].append(change)
    for name, group in created.items():
        _create(connection, name, group)
    for (name, fields, checked), group in updated.items():
        _update(connection, name, fields, group, checked=checked)
    for (name, checked), group in deleted.items():
        _delete(connection, name, group, checked=checked)


def _create(connection: sqlite3.Connection, name: str, changes: list[Change]) -> None:
    table = TABLES[name]
    rows = (
        [*(encode(field, (change.after or {}).get(field.name)) for field in table.fields), 1]
        for change in changes
    )
    connection.execute("SAVEPOINT creating")
    try:
        connection.executemany(insert_sql(table), rows)
    except sqlite3.IntegrityError as error:
        if "UNIQUE" not in str(error):
            raise
        # Else the rows inserted before the failure would seem to have been there.
        connection.execute("ROLLBACK TO creating")
        raise _conflict("existe déjà", name, _present(connection, name, changes)) from error


def _update(
    connection: sqlite3.Connection,
    name: str,
    fields: tuple[str, ...],
    changes: list[Change],
    *,
    checked: bool,
) -> None:
    table = TABLES[name]
    kinds = [table.by_name[field] for field in fields]
    rows = []
    for change in changes:
        after = change.after or {}
        row = [*(encode(kind, after.get(kind.name)) for kind in kinds), change.id]
        rows.append([*row, change.version] if checked else row)
    cursor = connection.executemany(update_sql(table, fields, checked=checked), rows)
    if cursor.rowcount != len(rows):
        raise _conflict("a été modifiée entre-temps", name, changes)


def _delete(
    connection: sqlite3.Connection, name: str, changes: list[Change], *, checked: bool
) -> None:
    condition = "id = ? AND version = ?" if checked else "id = ?"
    statement = f"DELETE FROM {TABLES[name].name} WHERE {condition}"  # noqa: S608 name of the model
    rows = [[change.id, change.version] if checked else [change.id] for change in changes]
    if connection.executemany(statement, rows).rowcount != len(rows):
        raise _conflict("a été modifiée ou supprimée entre-temps", name, changes)


def _present(connection: sqlite3.Connection, name: str, changes: list[Change]) -> list[Change]:
    statement = f"SELECT 1 FROM {TABLES[name].name} WHERE id = ?"  # noqa: S608 name of the model
    return [
        change for change in changes if connection.execute(statement, [change.id]).fetchone()
    ] or changes


def _conflict(what: str, name: str, changes: list[Change]) -> ConflictError:
    first = changes[0]
    more = f" et {len(changes) - 1} autres" if len(changes) > 1 else ""
    return ConflictError(
        f"{TABLES[name].title} : une ligne {what} ({first.id}{more}). Rien n’a été écrit.",
        conflicts=tuple(
            Conflict(name, change.id, "version", change.version, None) for change in changes
        ),
        remedy="Relisez la fiche, puis recommencez.",
    )
