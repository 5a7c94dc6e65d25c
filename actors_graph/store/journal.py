"""The journal: how an operation's values are packed, digested and chained (MODEL rule 9).

    digest = SHA-256(salt + packed values)         kept in the journal
    chain  = SHA-256(previous chain, seq, operation_id, at, digest)

The chain covers digests only, so that a person can be erased from the packed values while every
line of the journal still verifies.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from actors_graph.model import Change, Counts, Operation
from actors_graph.store.contract import Payload

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actors_graph.model import ChangeSet, Row, Value

_FIRST_CHAIN = "0" * 64
_COMPRESSION_LEVEL = 6


def pack(changes: Iterable[Change]) -> bytes:
    """Changes as compressed JSON lines."""
    lines = (
        json.dumps(
            [change.table, change.id, change.before, change.after, change.version, change.origin],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for change in changes
    )
    return zlib.compress("\n".join(lines).encode(), _COMPRESSION_LEVEL)


def unpack(data: bytes) -> tuple[Change, ...]:
    """The changes that `pack` packed."""
    text = zlib.decompress(data).decode()
    return tuple(Change(*json.loads(line)) for line in text.split("\n") if line)


def payload_of(change_set: ChangeSet, *, seq: int) -> Payload:
    """The values of an operation, with a fresh salt."""
    return Payload(seq=seq, salt=secrets.token_hex(16), data=pack(change_set.changes))


def digest_of(payload: Payload) -> str:
    """SHA-256 of the salted values."""
    return hashlib.sha256(payload.salt.encode() + payload.data).hexdigest()


def chain_after(previous: str, *, seq: int, operation_id: str, at: str, digest: str) -> str:
    """The next link of the chain."""
    text = "\n".join([previous or _FIRST_CHAIN, str(seq), operation_id, at, digest])
    return hashlib.sha256(text.encode()).hexdigest()


def counts_of(changes: Iterable[Change]) -> Counts:
    """How many rows are created, updated, deleted."""
    created = updated = deleted = 0
    for change in changes:
        created += change.before is None
        deleted += change.after is None
        updated += change.before is not None and change.after is not None
    return Counts(created, updated, deleted)


def operation_of(change_set: ChangeSet, *, seq: int, previous_chain: str, digest: str) -> Operation:
    """The line of the journal for a change set."""
    return Operation(
        seq=seq,
        at=change_set.at,
        by=change_set.by,
        action=change_set.action,
        reason=change_set.reason,
        source=change_set.source,
        operation_id=change_set.operation_id,
        counts=counts_of(change_set.changes),
        digest=digest,
        chain=chain_after(
            previous_chain,
            seq=seq,
            operation_id=change_set.operation_id,
            at=change_set.at,
            digest=digest,
        ),
        details=change_set.details,
    )


def forget(payload: Payload, ids: frozenset[str]) -> Payload:
    """The payload without the changes of these rows, and without their ids in other rows."""
    kept = (
        replace(change, before=_without(change.before, ids), after=_without(change.after, ids))
        for change in unpack(payload.data)
        if change.id not in ids
    )
    return Payload(payload.seq, secrets.token_hex(16), pack(kept), rewritten=True)


def _without(row: Row | None, ids: frozenset[str]) -> Row | None:
    if row is None:
        return None
    kept: dict[str, Value] = {}
    for name, value in row.items():
        if isinstance(value, list):
            kept[name] = [item for item in value if item not in ids]
        else:
            kept[name] = None if isinstance(value, str) and value in ids else value
    return kept


def broken_links(operations: Sequence[Operation], payloads: Iterable[Payload]) -> list[int]:
    """Sequence numbers at which the journal does not verify; empty when it is whole."""
    broken: list[int] = []
    previous = ""
    digests: dict[int, str] = {}
    for number, operation in enumerate(operations, start=1):
        link = chain_after(
            previous,
            seq=operation.seq,
            operation_id=operation.operation_id,
            at=operation.at,
            digest=operation.digest,
        )
        if operation.seq != number or link != operation.chain:
            broken.append(operation.seq)
        previous = operation.chain
        digests[operation.seq] = operation.digest
    broken.extend(
        payload.seq
        for payload in payloads
        if not payload.rewritten and digests.get(payload.seq) != digest_of(payload)
    )
    return sorted(set(broken))
