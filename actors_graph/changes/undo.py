"""Takes an operation back by a new one, property by property (MODEL rule 10).

A value that nobody changed since goes back to what it was; a created row goes, unless a later row
names it: an actor then becomes « inconnu », another kind of row stays. What somebody changed since
is a conflict for a person to decide: keep the later value, or force the return.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.changes.conflicts import refuse_conflicts
from actors_graph.changes.derived import derived_values
from actors_graph.changes.known import Known
from actors_graph.changes.referrers import named_after
from actors_graph.changes.rows import created, differs, updated
from actors_graph.errors import Conflict, InputError
from actors_graph.model import TABLES, Change, ChangeSet
from actors_graph.model.ids import territory_ref
from actors_graph.model.kinds import ActorStatus
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.access.session import Session
    from actors_graph.model import Operation, Row, Table, Value

ACTION: Final = "undo"
UNDOES: Final = "undoes"

# What is left of an actor whose creation is undone but that later rows name.
_STUB_FIELDS: Final = ("id", "name", "kind", "source")


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What an undo did.

    `import_id` is the new operation, `undone` the one taken back, `kept` the rows that stay
    because others name them or somebody changed them since: (table, id).
    """

    import_id: str
    undone: str
    changes: int
    kept: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain values."""
        return {
            "import_id": self.import_id,
            "undone": self.undone,
            "changes": self.changes,
            "kept": [{"table": table, "id": row} for table, row in self.kept],
        }


@dataclass(slots=True)
class _Reversal:
    """The changes that take an operation back, as they are found."""

    known: Known
    keep_later: bool
    force: bool
    rows: dict[tuple[str, str], dict[str, Value]]
    creations: list[Change] = field(default_factory=list)
    updates: dict[tuple[str, str], Change] = field(default_factory=dict)
    deletions: dict[tuple[str, str], Change] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    kept: dict[tuple[str, str], None] = field(default_factory=dict)

    def add(self, change: Change) -> None:
        """Find how to take one change back."""
        now = self.rows.get((change.table, change.id))
        if change.before is None:
            self._remove(change, change.after or {}, now)
        elif change.after is None:
            self._bring_back(change, change.before, now)
        else:
            self._revert(change, change.before, change.after, now=now)

    def _remove(self, change: Change, after: Row, now: dict[str, Value] | None) -> None:
        if now is None:
            return
        later = _changed(TABLES[change.table], after, now)
        if later and not self.force:
            if self.keep_later:
                self.kept[change.table, change.id] = None
            else:
                self.conflicts.extend(
                    Conflict(change.table, change.id, name, after.get(name), now.get(name))
                    for name in later
                )
            return
        row = {name: value for name, value in now.items() if name != "version"}
        self.deletions[change.table, change.id] = Change(
            change.table, change.id, row, None, version=_version(now)
        )

    def _bring_back(self, change: Change, before: Row, now: dict[str, Value] | None) -> None:
        table = TABLES[change.table]
        if now is not None:
            if _changed(table, before, now) and not (self.keep_later or self.force):
                self.conflicts.append(Conflict(change.table, change.id, "id", None, change.id))
            return
        missing = self._missing(table, before)
        if missing and not (self.keep_later or self.force):
            name, value = missing
            self.conflicts.append(Conflict(change.table, change.id, name, value, None))
        elif not missing:
            self.creations.append(created(table, before))

    def _revert(
        self, change: Change, before: Row, after: Row, *, now: dict[str, Value] | None
    ) -> None:
        table = TABLES[change.table]
        derived = {field.name for field in table.fields if field.derived}
        if now is None:
            if not (self.keep_later or self.force):
                self.conflicts.append(Conflict(change.table, change.id, "id", change.id, None))
            return
        back: dict[str, Value] = {}
        for name in after:
            if name in derived or not differs(now.get(name), before.get(name)):
                continue
            changed = differs(now.get(name), after.get(name))
            gone = self._missing(table, {name: before.get(name)})
            if (changed and not self.force) or gone:
                self.kept[change.table, change.id] = None
                if not self.keep_later and not (gone and self.force):
                    self.conflicts.append(
                        Conflict(change.table, change.id, name, after.get(name), now.get(name))
                    )
                continue
            back[name] = before.get(name)
        reverted = updated(table, now, back)
        if reverted:
            self.updates[change.table, change.id] = reverted

    def _missing(self, table: Table, row: Row) -> tuple[str, Value] | None:
        """Find a reference of the row that names nothing any more."""
        for target in table.fields:
            value = row.get(target.name)
            if not target.refers_to or value is None:
                continue
            coming = {change.id for change in self.creations}
            for item in value if isinstance(value, list) else [str(value)]:
                wanted = territory_ref(table, target.name, item)
                known = any(wanted in self.known.ids(name) for name in target.refers_to)
                if not known and wanted not in coming:
                    return target.name, item
        return None

    def spare_named(self, session: Session) -> None:
        """Keep the created rows that rows which stay name: actors as « inconnu », others whole."""
        while True:
            named = named_after(
                session, deleted=set(self.deletions), updates=list(self.updates.values())
            )
            spared = [key for key in self.deletions if key in named]
            if not spared:
                return
            for key in spared:
                now = self.rows[key]
                del self.deletions[key]
                self.kept[key] = None
                if key[0] == "actors":
                    stub = updated(TABLES["actors"], now, _stub_values(now))
                    if stub:
                        self.updates[key] = stub

    def changes(self) -> tuple[Change, ...]:
        """All the changes: creations from nodes to ties, updates, deletions from ties to nodes."""
        order = {name: place for place, name in enumerate(TABLES)}
        deletions = sorted(self.deletions.values(), key=lambda change: -order[change.table])
        creations = sorted(self.creations, key=lambda change: order[change.table])
        return (*creations, *self.updates.values(), *deletions)


def undo(
    session: Session, import_id: str, *, keep_later: bool = False, force: bool = False
) -> UndoReport:
    """Take back an operation by a new one.

    Args:
        session: opened by somebody who may write.
        import_id: its number in the journal, or its operation id.
        keep_later: leave what somebody changed since as it is.
        force: take it back too.

    Raises:
        InputError: no such operation, one already taken back, or one that cannot be.
        ConflictError: somebody changed the same values since, and neither option was given.
    """
    operation = _operation(session, import_id)
    changes = session.changes(operation.seq)
    if not changes and operation.counts.total:
        raise InputError(
            f"L’opération {operation.seq} n’a pas gardé ses valeurs : on ne peut pas l’annuler.",
            remedy="Restaurez une sauvegarde faite avant elle.",
        )
    reversal = _reversal(session, changes, keep_later=keep_later, force=force)
    refuse_conflicts(session, reversal.conflicts)
    reversal.spare_named(session)
    session.backup_if_changed()
    receipt = session.apply(
        ChangeSet(
            reversal.changes(),
            action=ACTION,
            at=session.now(),
            by=session.user.name,
            source=operation.source,
            details={UNDOES: operation.seq},
        )
    )
    session.seal()
    return UndoReport(
        str(receipt.seq), str(operation.seq), len(reversal.changes()), tuple(reversal.kept)
    )


def undone_operations(operations: Sequence[Operation]) -> set[int]:
    """Numbers of the operations that a later one took back and that nothing brought back."""
    undone: set[int] = set()
    for operation in reversed(operations):
        target = operation.details.get(UNDOES)
        if operation.action == ACTION and operation.seq not in undone and isinstance(target, int):
            undone.add(target)
    return undone


def _operation(session: Session, import_id: str) -> Operation:
    operations = session.journal()
    for operation in operations:
        if import_id in (str(operation.seq), operation.operation_id):
            if operation.seq in undone_operations(operations):
                raise InputError(f"L’opération {operation.seq} est déjà annulée.")
            if operation.action == "erase":
                raise InputError("Un effacement ne peut pas être annulé : rien n’en est gardé.")
            return operation
    raise InputError(
        f"L’import {quoted(import_id)} n’existe pas.",
        remedy="Voyez la liste avec : actors-graph imports",
    )


def _reversal(
    session: Session, changes: Sequence[Change], *, keep_later: bool, force: bool
) -> _Reversal:
    ids: dict[str, list[str]] = {}
    for change in changes:
        ids.setdefault(change.table, []).append(change.id)
    known = Known(session, ids.keys())
    rows = {
        (table, row): values
        for table, wanted in ids.items()
        for row, values in known.rows(table, wanted).items()
    }
    reversal = _Reversal(known, keep_later=keep_later, force=force, rows=rows)
    order = {name: place for place, name in enumerate(TABLES)}
    # Nodes first: what is brought back must be there when what names it is looked at.
    for change in sorted(changes, key=lambda change: order[change.table]):
        reversal.add(change)
    return reversal


def _changed(table: Table, one: Row, other: Row) -> list[str]:
    return [f.name for f in table.hashed if differs(one.get(f.name), other.get(f.name))]


def _version(row: Mapping[str, Value]) -> int | None:
    version = row["version"]
    return version if isinstance(version, int) else None


def _stub_values(row: Mapping[str, Value]) -> dict[str, Value]:
    emptied: dict[str, Value] = {
        name: None for name in row if name not in (*_STUB_FIELDS, "version")
    }
    for name in derived_values(TABLES["actors"], row):
        emptied.pop(name, None)
    return emptied | {"status": str(ActorStatus.STUB)}
