"""The journal of a SQLite store: appending, replaying, forgetting.

These functions neither begin nor end a transaction: `SqliteStore` does.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from actors_graph.model import Counts, Operation, Receipt
from actors_graph.store import journal as journals
from actors_graph.store.contract import Payload

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from actors_graph.model import ChangeSet
    from actors_graph.store.contract import StoreInfo

# Tables whose changes do not change what a network is (MODEL: « answers and users move none »).
_WITHOUT_STAMP: Final = frozenset({"answers"})
OPERATION_COLUMNS: Final = (
    "seq, at, by, action, reason, source, operation_id, created, updated, deleted, digest, "
    "chain, details"
)


def write_operation(
    connection: sqlite3.Connection,
    operation: Operation,
    *,
    details: str,
    payload: Payload | None,
    entities: Iterable[str],
) -> None:
    """Append one line to the journal, its values, and the rows it touched."""
    counts = operation.counts
    connection.execute(
        "INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            operation.seq,
            operation.at,
            operation.by,
            operation.action,
            operation.reason,
            operation.source,
            operation.operation_id,
            counts.created,
            counts.updated,
            counts.deleted,
            operation.digest,
            operation.chain,
            details,
        ],
    )
    if payload is not None:
        write_payload(connection, payload)
    connection.executemany(
        "INSERT OR IGNORE INTO touched VALUES (?, ?)",
        ((entity, operation.seq) for entity in entities),
    )


def write_payload(connection: sqlite3.Connection, payload: Payload) -> None:
    """Keep, or replace, the values of one operation."""
    connection.execute(
        "INSERT OR REPLACE INTO payloads VALUES (?, ?, ?, ?)",
        [payload.seq, payload.salt, payload.data, int(payload.rewritten)],
    )


def record_of_operation(row: tuple[object, ...]) -> dict[str, Any]:
    """A row of OPERATION_COLUMNS as the record that a backup keeps."""
    columns = dict(zip(OPERATION_COLUMNS.split(", "), row, strict=True))
    counts = {name: columns.pop(name) for name in ("created", "updated", "deleted")}
    return {**columns, "counts": counts, "details": json.loads(str(columns["details"]))}


def operation_from(row: tuple[object, ...]) -> Operation:
    """One line of the journal, from a row of OPERATION_COLUMNS."""
    record = record_of_operation(row)
    return Operation(**{**record, "counts": Counts(**record["counts"])})


def replayed(connection: sqlite3.Connection, operation_id: str) -> Receipt | None:
    """The receipt of an operation that was applied before, else None."""
    row = connection.execute(
        "SELECT seq, created, updated, deleted FROM operations WHERE operation_id = ?",
        [operation_id],
    ).fetchone()
    if row is None:
        return None
    return Receipt(operation_id, row[0], Counts(*row[1:]), replayed=True)


def record(
    connection: sqlite3.Connection,
    change_set: ChangeSet,
    *,
    keep_values: bool,
    stamped: Sequence[str] = (),
    counts: Counts | None = None,
) -> Receipt:
    """Append the operation to the journal and move the revision."""
    number, stamps = connection.execute("SELECT revision, stamps FROM store").fetchone()
    last = connection.execute("SELECT chain FROM operations ORDER BY seq DESC LIMIT 1").fetchone()
    seq = number + 1
    kept = change_set if keep_values else replace(change_set, changes=())
    payload = journals.payload_of(kept, seq=seq)
    operation = journals.operation_of(
        change_set,
        seq=seq,
        previous_chain=last[0] if last else "",
        digest=journals.digest_of(payload),
    )
    if counts is not None:
        operation = replace(operation, counts=counts)
    write_operation(
        connection,
        operation,
        details=json.dumps(dict(change_set.details), ensure_ascii=False),
        payload=payload,
        entities=(change.id for change in kept.changes),
    )
    moved = {*stamped, *(change.table for change in change_set.changes)} - _WITHOUT_STAMP
    new_stamps = {**json.loads(stamps), **dict.fromkeys(sorted(moved), seq)}
    connection.execute("UPDATE store SET revision = ?, stamps = ?", [seq, json.dumps(new_stamps)])
    return Receipt(change_set.operation_id, seq, operation.counts)


def forget_values(connection: sqlite3.Connection, ids: frozenset[str]) -> None:
    """Rewrite the payloads without these rows, and forget that they were touched."""
    for entity in ids:
        connection.execute("DELETE FROM touched WHERE entity = ?", [entity])
    rows = connection.execute("SELECT seq, salt, data, rewritten FROM payloads").fetchall()
    for seq, salt, data, rewritten in rows:
        before = Payload(seq, salt, data, bool(rewritten))
        after = journals.forget(before, ids)
        if journals.unpack(after.data) != journals.unpack(data):
            write_payload(connection, after)


def write_description(connection: sqlite3.Connection, info: StoreInfo) -> None:
    """Write what the store says of itself."""
    connection.execute(
        "UPDATE store SET as_of = ?, title = ?, notice = ?, sealed_revision = ?, sealed_hash = ?",
        [info.as_of, info.title, info.notice, info.sealed_revision, info.sealed_hash],
    )
