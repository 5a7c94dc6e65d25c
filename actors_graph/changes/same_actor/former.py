"""Under which ids a row was known before, so that an erasure forgets it under all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.changes.same_actor.merges import ABSORBED, MERGE, RENAMED, merged_pair
from actors_graph.changes.undoing.undo import undone_operations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from actors_graph.access.session import Session


def former_ids(session: Session, ids: Collection[str]) -> frozenset[str]:
    """Return the ids under which these rows, or what was joined to them, were known before.

    A merge that was taken back joins nothing; the ids it made are still in the journal.
    """
    operations = session.journal()
    undone = undone_operations(operations)
    before: dict[str, set[str]] = {}
    for operation in operations:
        steps = list(_id_pairs(operation.details.get(RENAMED)))
        steps += [(new, old) for old, new in steps]
        if operation.action == MERGE and operation.seq not in undone:
            steps += _id_pairs(operation.details.get(ABSORBED))
            pair = merged_pair(session.changes(operation.seq))
            steps += [pair[::-1]] if pair else []
        for old, new in steps:
            before.setdefault(new, set()).add(old)
    found = set(ids)
    waiting = list(ids)
    while waiting:
        more = before.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return frozenset(found.difference(ids))


def _id_pairs(names: object) -> Iterator[tuple[str, str]]:
    items = names if isinstance(names, list) else []
    yield from zip(items[::2], items[1::2], strict=True)
