"""The journal of a Neo4j store: appending, replaying, forgetting.

Each operation is a node (:Operation), its values a node (:Payload) of their own, and the rows it
touched nodes (:Touched), found by the id of the row. These functions run inside the caller's
managed transaction.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from actors_graph.model import Counts, Operation, Receipt
from actors_graph.store import journal as journals
from actors_graph.store.contract import Payload, Revision, StoreInfo
from actors_graph.store.neo4j_driver import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from neo4j import Transaction

    from actors_graph.model import ChangeSet

# Tables whose changes do not change what a network is (MODEL: « answers and users move none »).
_WITHOUT_STAMP: Final = frozenset({"answers"})
_BATCH_ROWS: Final = 10_000


def replayed(tx: Transaction, operation_id: str) -> Receipt | None:
    """The receipt of an operation that was applied before, else None."""
    record = run(tx, "tables/operation_done", operation_id=operation_id).single()
    if record is None:
        return None
    done = operation_from(record["operation"])
    return Receipt(operation_id, done.seq, done.counts, replayed=True)


def record(
    tx: Transaction,
    change_set: ChangeSet,
    revision: Revision,
    *,
    keep_values: bool,
    stamped: Iterable[str] = (),
    counts: Counts | None = None,
) -> Receipt:
    """Append the operation to the journal and move the revision, which the caller read."""
    seq = revision.number + 1
    kept = change_set if keep_values else replace(change_set, changes=())
    payload = journals.payload_of(kept, seq=seq)
    last = run(tx, "tables/chain", seq=revision.number).single()
    operation = journals.operation_of(
        change_set,
        seq=seq,
        previous_chain=last["chain"] if last else "",
        digest=journals.digest_of(payload),
    )
    if counts is not None:
        operation = replace(operation, counts=counts)
    write_operation(tx, operation)
    write_payload(tx, payload)
    write_touched(tx, [(change.id, seq) for change in kept.changes])
    moved = {*stamped, *(change.table for change in change_set.changes)} - _WITHOUT_STAMP
    stamps = {**revision.stamps, **dict.fromkeys(sorted(moved), seq)}
    write_revision(tx, Revision(seq, stamps))
    return Receipt(change_set.operation_id, seq, operation.counts)


def write_revision(tx: Transaction, revision: Revision) -> None:
    """Move the revision and the stamps of the tables."""
    stamps = json.dumps(dict(revision.stamps))
    run(tx, "change/revision", seq=revision.number, stamps=stamps).consume()


def write_operation(tx: Transaction, operation: Operation) -> None:
    """Append one line to the journal."""
    properties = {
        "seq": operation.seq,
        "at": operation.at,
        "by": operation.by,
        "action": operation.action,
        "reason": operation.reason,
        "source": operation.source,
        "operation_id": operation.operation_id,
        "created": operation.counts.created,
        "updated": operation.counts.updated,
        "deleted": operation.counts.deleted,
        "digest": operation.digest,
        "chain": operation.chain,
        "details": json.dumps(dict(operation.details), ensure_ascii=False),
    }
    run(tx, "change/operation", operation=properties).consume()


def write_payload(tx: Transaction, payload: Payload) -> None:
    """Keep, or replace, the values of one operation."""
    run(
        tx,
        "change/payload",
        seq=payload.seq,
        salt=payload.salt,
        data=payload.data,
        rewritten=payload.rewritten,
    ).consume()


def write_touched(tx: Transaction, pairs: Iterable[tuple[str, int]]) -> None:
    """Note which rows which operation touched: pairs of row id and operation."""
    rows = [list(pair) for pair in dict.fromkeys(pairs)]
    for start in range(0, len(rows), _BATCH_ROWS):
        run(tx, "change/touched", rows=rows[start : start + _BATCH_ROWS]).consume()


def forget_values(tx: Transaction, ids: frozenset[str]) -> None:
    """Rewrite the payloads without these rows, and forget that they were touched."""
    run(tx, "change/touched_forget", ids=sorted(ids)).consume()
    for before in read_payloads(tx):
        after = journals.forget(before, ids)
        if journals.unpack(after.data) != journals.unpack(before.data):
            write_payload(tx, after)


def read_operations(tx: Transaction, entity: str | None) -> list[Operation]:
    """The journal in order, or what touched one row."""
    if entity is None:
        found = run(tx, "tables/operations")
    else:
        found = run(tx, "tables/operations_of", entity=entity)
    return [operation_from(record["operation"]) for record in found]


def read_payloads(tx: Transaction) -> list[Payload]:
    """The values of all operations, in order."""
    return [_payload_from(record["payload"]) for record in run(tx, "tables/payloads")]


def read_payload(tx: Transaction, seq: int) -> Payload | None:
    """The values of one operation; None when there is no such operation."""
    record = run(tx, "tables/payload", seq=seq).single()
    return None if record is None else _payload_from(record["payload"])


def read_touched(tx: Transaction) -> list[tuple[int, str]]:
    """All pairs of operation and row id."""
    return [(record["seq"], record["entity"]) for record in run(tx, "tables/touched")]


def store_properties(tx: Transaction) -> dict[str, Any]:
    """The properties of the Store node."""
    # Any: properties as the driver gives them, typed by revision_from and info_from.
    return dict(run(tx, "tables/store").single(strict=True)["store"])


def revision_from(store: Mapping[str, Any]) -> Revision:
    """How far the store is, from the properties of the Store node."""
    return Revision(store["revision"], json.loads(store["stamps"]))


def info_from(store: Mapping[str, Any]) -> StoreInfo:
    """What the store says of itself, from the properties of the Store node."""
    return StoreInfo(
        schema_version=store["schema_version"],
        identity_key=store["identity_key"],
        as_of=store["as_of"],
        title=store["title"],
        notice=store["notice"],
        sealed_revision=store["sealed_revision"],
        sealed_hash=store["sealed_hash"],
    )


def operation_from(properties: Mapping[str, Any]) -> Operation:
    """One line of the journal, from the properties of its node."""
    rest = dict(properties)
    counts = Counts(rest.pop("created"), rest.pop("updated"), rest.pop("deleted"))
    details = json.loads(rest.pop("details"))
    return Operation(counts=counts, details=details, **rest)


def _payload_from(properties: Mapping[str, Any]) -> Payload:
    return Payload(
        properties["seq"], properties["salt"], bytes(properties["data"]), properties["rewritten"]
    )
