"""Opening a file of an older schema: keep a copy, upgrade the records, fill the file again.

The same upgraders serve backups and both engines (MODEL rule 12; see `upgrades`).
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors_graph.errors import StoreBrokenError
from actors_graph.model import LIST_SEPARATOR, SCHEMA_VERSION, TABLES, FieldType
from actors_graph.store.backup import dump_of_records
from actors_graph.store.sqlite_journal import OPERATION_COLUMNS, record_of_operation
from actors_graph.store.sqlite_schema import quoted_name
from actors_graph.store.upgrades import upgraded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.store.contract import Dump
    from actors_graph.store.upgrades import Records, Upgrader


def keep_copy(connection: sqlite3.Connection, path: Path, *, version: int) -> Path:
    """Copy the file of an old schema beside its backups, by SQLite's own means."""
    folder = Path(f"{path}.sauvegardes")
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"avant-mise-a-jour-v{version}.sqlite"
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)
    copy.chmod(0o600)
    return copy


def upgraded_dump(
    connection: sqlite3.Connection, path: Path, *, upgraders: Mapping[int, Upgrader]
) -> Dump:
    """The content of a file of an older schema, as a dump of today's.

    Raises:
        StoreBrokenError: no upgrader leads to today's schema, or the file lacks what it needs.
    """
    try:
        records = upgraded(_records(connection), to_version=SCHEMA_VERSION, upgraders=upgraders)
        return dump_of_records(records)
    except (KeyError, ValueError, TypeError) as error:
        raise StoreBrokenError(
            f"« {path} » a été écrit par une version ancienne que celle-ci ne sait pas reprendre.",
            remedy="Ouvrez-le avec l’ancienne version et faites-en une sauvegarde.",
        ) from error


def _records(connection: sqlite3.Connection) -> Records:
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    content = {name: _rows(connection, name) for name in names if not name.startswith("sqlite_")}
    store = content.pop("store")[0]
    revision, stamps = store.pop("revision"), json.loads(store.pop("stamps"))
    store.pop("one")
    operations = connection.execute(
        f"SELECT {OPERATION_COLUMNS} FROM operations ORDER BY seq"  # noqa: S608 constant
    ).fetchall()
    journal = {name: content.pop(name) for name in ("operations", "payloads", "touched")}
    records: Records = {
        "manifest": {
            "schema_version": store["schema_version"],
            "revision": revision,
            "stamps": stamps,
            "info": store,
        },
        "journal/operations.jsonl": [record_of_operation(row) for row in operations],
        "journal/payloads.jsonl": journal["payloads"],
        "journal/touched.jsonl": [[row["seq"], row["entity"]] for row in journal["touched"]],
    }
    for name, rows in content.items():
        records[f"tables/{name}.jsonl"] = [_plain(name, row) for row in rows]
    return records


def _rows(connection: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {quoted_name(name)}")  # noqa: S608 quoted
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def _plain(name: str, row: dict[str, Any]) -> dict[str, Any]:
    fields = TABLES[name].by_name if name in TABLES else {}
    plain: dict[str, Any] = {}
    for column, value in row.items():
        if value is None:
            continue
        field = fields.get(column)
        is_list = field is not None and field.type is FieldType.LIST
        plain[column] = value.split(LIST_SEPARATOR) if is_list else value
    return plain
