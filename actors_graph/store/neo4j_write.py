"""Writing rows in Neo4j: the statements of one operation, inside a managed transaction.

Rows are grouped by table and kind and travel in batches. Nodes are created before the ties that
need them and deleted after, whatever the order of the changes. The caller holds the writers'
turn, so what is checked here cannot change before the commit.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from actors_graph.errors import Conflict, ConflictError
from actors_graph.model import TABLES, FieldType
from actors_graph.store.neo4j_driver import run
from actors_graph.store.neo4j_errors import missing_end
from actors_graph.store.neo4j_links import draw_references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from neo4j import Transaction

    from actors_graph.model import Change, Field, Row, Table, Value

BATCH_ROWS: Final = 10_000
_MISSING: Final = -1


@dataclass(slots=True)
class _Group:
    """The changes of one table in one segment."""

    created: list[Change] = field(default_factory=list)
    updated: list[Change] = field(default_factory=list)
    deleted: list[Change] = field(default_factory=list)


def write_changes(tx: Transaction, changes: Sequence[Change]) -> None:
    """Create, update and delete the rows, and draw the relationships of their references.

    Raises:
        ConflictError: some rows exist already, are missing, or have another version.
        StoreError: an end of a tie does not exist.
    """
    for segment in _segments(changes):
        _refuse_conflicts(tx, segment)
        nodes = [name for name in segment if not TABLES[name].is_tie]
        ties = [name for name in segment if TABLES[name].is_tie]
        for name in nodes:
            create_rows(tx, TABLES[name], (_whole(name, c) for c in segment[name].created))
            _run(tx, f"change/{name}_update", _edits(segment[name].updated))
        for name in ties:
            create_rows(tx, TABLES[name], (_whole(name, c) for c in segment[name].created))
            _update_ties(tx, TABLES[name], segment[name].updated)
        for name in (*ties, *nodes):
            gone = [change.id for change in segment[name].deleted]
            for part in batches(gone):
                run(tx, f"change/{name}_delete", ids=part).consume()
    draw_references(tx, changes)


def create_rows(tx: Transaction, table: Table, rows: Iterable[list[Any]]) -> None:
    """Create rows: lists of values in the order of the fields, then the version.

    Raises:
        StoreError: an end of a tie does not exist.
    """
    for part in batches(rows):
        made = run(tx, f"load/{table.name}", rows=part).single(strict=True)["created"]
        if made != len(part):
            raise missing_end()


def batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Lists of at most BATCH_ROWS items."""
    part: list[Any] = []
    for row in rows:
        part.append(row)
        if len(part) == BATCH_ROWS:
            yield part
            part = []
    if part:
        yield part


def encode(field: Field, value: Value) -> Value:
    """A value as Neo4j keeps it: nothing for what is empty, a float where one is declared."""
    if value is None or value in ("", []):
        return None
    return float(value) if field.type is FieldType.FLOAT and isinstance(value, int) else value


def _segments(changes: Sequence[Change]) -> Iterator[dict[str, _Group]]:
    """Cut the changes where a row comes back, so that each segment changes it once."""
    segment: dict[str, _Group] = defaultdict(_Group)
    seen: set[tuple[str, str]] = set()
    for change in changes:
        if (change.table, change.id) in seen:
            yield segment
            segment, seen = defaultdict(_Group), set()
        seen.add((change.table, change.id))
        group = segment[change.table]
        if change.before is None:
            group.created.append(change)
        elif change.after is None:
            group.deleted.append(change)
        else:
            group.updated.append(change)
    yield segment


def _whole(name: str, change: Change) -> list[Any]:
    after = change.after or {}
    return [*(encode(kind, after.get(kind.name)) for kind in TABLES[name].fields), 1]


def _edits(changes: Iterable[Change]) -> list[list[Any]]:
    return [[change.id, _changed(change)] for change in changes]


def _changed(change: Change) -> Row:
    known = TABLES[change.table].by_name
    return {name: encode(known[name], value) for name, value in (change.after or {}).items()}


def _update_ties(tx: Transaction, table: Table, changes: list[Change]) -> None:
    ends = {table.source, table.target}
    moved = [change for change in changes if ends & (change.after or {}).keys()]
    kept = [change for change in changes if not ends & (change.after or {}).keys()]
    _run(tx, f"change/{table.name}_update", _edits(kept))
    rows = []
    for change, present in zip(moved, _present_ends(tx, table, moved), strict=True):
        edited = {**present, **_changed(change)}
        rows.append([change.id, edited[table.source], edited[table.target], _changed(change)])
    if _run(tx, f"change/{table.name}_move", rows) != len(rows):
        raise missing_end()


def _present_ends(tx: Transaction, table: Table, changes: list[Change]) -> Iterator[dict[str, Any]]:
    """The ends that each tie has now, in the order of the changes."""
    if not changes:
        return
    found = run(tx, f"change/{table.name}_ends", ids=[change.id for change in changes])
    ends = {record["id"]: record for record in found}
    for change in changes:
        record = ends[change.id]
        yield {table.source: record["source"], table.target: record["target"]}


def _run(tx: Transaction, name: str, rows: list[list[Any]]) -> int:
    changed = 0
    for part in batches(rows):
        changed += run(tx, name, rows=part).single(strict=True)["changed"]
    return changed


def _refuse_conflicts(tx: Transaction, segment: dict[str, _Group]) -> None:
    conflicts: list[Conflict] = []
    for name, group in segment.items():
        everything = [*group.created, *group.updated, *group.deleted]
        versions: dict[str, int] = {}
        for part in batches(change.id for change in everything):
            found = run(tx, f"change/{name}_versions", ids=part)
            versions.update((record["id"], record["version"]) for record in found)
        conflicts += [c for change in everything if (c := _conflict(change, versions))]
    if conflicts:
        raise _refusal(conflicts)


def _conflict(change: Change, versions: dict[str, int]) -> Conflict | None:
    found = versions.get(change.id, _MISSING)
    if change.before is None:
        fits = found == _MISSING
    else:
        fits = found != _MISSING and change.version in (None, found)
    if fits:
        return None
    shown = None if found == _MISSING else found
    return Conflict(change.table, change.id, "version", change.version, shown)


def _refusal(conflicts: list[Conflict]) -> ConflictError:
    first = conflicts[0]
    if first.found is None:
        what = "a été supprimée entre-temps"
    elif first.expected is None:
        what = "existe déjà"
    else:
        what = "a été modifiée entre-temps"
    more = f" et {len(conflicts) - 1} autres" if len(conflicts) > 1 else ""
    return ConflictError(
        f"{TABLES[first.table].title} : une ligne {what} ({first.id}{more}). Rien n’a été écrit.",
        conflicts=tuple(conflicts),
        remedy="Relisez la fiche, puis recommencez.",
    )
