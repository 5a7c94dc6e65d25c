"""How each change of an operation goes back: property by property (MODEL rule 10).

A value that nobody changed since goes back to what it was. What somebody changed since is a
conflict, unless the caller keeps the later value or forces the return. A row whose id was made
again by a merge is one row all along: what was corrected in it since goes back with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.changes.derived import derived_values
from actors_graph.changes.rows import created, deleted, differs, updated
from actors_graph.changes.undoing.referrers import named_after
from actors_graph.changes.undoing.staying import Stay, Staying
from actors_graph.errors import Conflict
from actors_graph.model import TABLES
from actors_graph.model.ids import territory_ref
from actors_graph.model.kinds import ActorStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.access.session import Session
    from actors_graph.changes.known import Known
    from actors_graph.model import Change, Row, Table, Value

# What is left of an actor whose creation is undone but that later rows name.
_STUB_FIELDS: Final = ("id", "name", "kind", "source")


@dataclass(frozen=True, slots=True)
class Renamed:
    """A row that a merge gave a new id: as it was, the change that made it, as it is now."""

    before: Row
    made: Change
    now: Row | None

    def moves(self) -> set[str]:
        """Fields that the merge itself changed."""
        after = self.made.after or {}
        return set(_changed(TABLES[self.made.table], self.before, after))

    def corrected(self) -> dict[str, Value]:
        """Values that somebody changed in it since, which are no part of the merge."""
        after, now = self.made.after or {}, self.now or {}
        fields = set(_changed(TABLES[self.made.table], after, now)) - self.moves()
        return {name: now.get(name) for name in fields} if self.now else {}


@dataclass(slots=True)
class Reversal:
    """The changes that take an operation back, as they are found."""

    known: Known
    keep_later: bool
    force: bool
    rows: dict[tuple[str, str], dict[str, Value]]
    creations: list[Change] = field(default_factory=list)
    updates: dict[tuple[str, str], Change] = field(default_factory=dict)
    deletions: dict[tuple[str, str], Change] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    kept: dict[tuple[str, str], Stay] = field(default_factory=dict)
    _coming: set[str] = field(default_factory=set)
    _renamed: dict[tuple[str, str], Renamed] = field(default_factory=dict)

    def take_back(self, changes: Sequence[Change], *, renamed: Sequence[str] = ()) -> None:
        """Find how to take all the changes of an operation back.

        Args:
            changes: all those of the operation.
            renamed: old and new id of the rows whose id it made again, one after the other.
        """
        # What comes back together may name one another, whatever the order.
        self._coming = {change.id for change in changes if change.after is None}
        self._follow(changes, renamed)
        order = {name: place for place, name in enumerate(TABLES)}
        for change in sorted(changes, key=lambda change: order[change.table]):
            self._add(change)

    def _follow(self, changes: Sequence[Change], renamed: Sequence[str]) -> None:
        news = dict(zip(renamed[::2], renamed[1::2], strict=True))
        rows = {(change.table, change.id): change for change in changes}
        for (table, old), gone in rows.items():
            made = rows.get((table, news.get(old, "")))
            if gone.after is None and made and made.before is None:
                moved = Renamed(gone.before or {}, made, self.rows.get((table, made.id)))
                self._renamed[table, old] = self._renamed[table, made.id] = moved

    def _add(self, change: Change) -> None:
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
        if moved := self._renamed.get((change.table, change.id)):
            later = [name for name in later if name in moved.moves()]
        if later and not self.force:
            if self.keep_later:
                self.kept[change.table, change.id] = Stay.WHOLE
            else:
                self.conflicts.extend(
                    Conflict(change.table, change.id, name, after.get(name), now.get(name))
                    for name in later
                )
            return
        self.deletions[change.table, change.id] = deleted(TABLES[change.table], now)

    def _bring_back(self, change: Change, before: Row, now: dict[str, Value] | None) -> None:
        table = TABLES[change.table]
        if now is not None:
            if _changed(table, before, now) and not (self.keep_later or self.force):
                self.conflicts.append(Conflict(change.table, change.id, "id", None, change.id))
            return
        if moved := self._renamed.get((change.table, change.id)):
            if moved.now is None and not self.force:
                self._keep_gone(moved.made)
                return
            before = {**before, **moved.corrected()}
        missing = self._missing(table, before)
        if missing and not (self.keep_later or self.force):
            name, value = missing
            self.conflicts.append(Conflict(change.table, change.id, name, value, None))
        elif not missing:
            self.creations.append(created(table, before))

    def _keep_gone(self, made: Change) -> None:
        """Leave out what somebody took away since."""
        self.kept[made.table, made.id] = Stay.ABSENT
        if not self.keep_later:
            self.conflicts.append(Conflict(made.table, made.id, "id", made.id, None))

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
                self.kept[change.table, change.id] = Stay.CORRECTIONS
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
            for item in value if isinstance(value, list) else [str(value)]:
                wanted = territory_ref(table, target.name, item)
                known = any(wanted in self.known.ids(name) for name in target.refers_to)
                if not known and wanted not in self._coming:
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
                self.kept[key] = Stay.WHOLE
                if key[0] == "actors":
                    self.kept[key] = Stay.NAME_ONLY
                    stub = updated(TABLES["actors"], now, _stub_values(now))
                    if stub:
                        self.updates[key] = stub

    def staying(self) -> tuple[Staying, ...]:
        """All the rows that stay, by table in the order of the model, with what they are called."""
        order = {name: place for place, name in enumerate(TABLES)}
        return tuple(
            Staying(table, row, str(self.rows.get((table, row), {}).get("name") or ""), state)
            for (table, row), state in sorted(self.kept.items(), key=lambda one: order[one[0][0]])
        )

    def changes(self) -> tuple[Change, ...]:
        """All the changes: creations from nodes to ties, updates, deletions from ties to nodes."""
        order = {name: place for place, name in enumerate(TABLES)}
        deletions = sorted(self.deletions.values(), key=lambda change: -order[change.table])
        creations = sorted(self.creations, key=lambda change: order[change.table])
        return (*creations, *self.updates.values(), *deletions)


def _changed(table: Table, one: Row, other: Row) -> list[str]:
    return [f.name for f in table.hashed if differs(one.get(f.name), other.get(f.name))]


def _stub_values(row: Mapping[str, Value]) -> dict[str, Value]:
    emptied: dict[str, Value] = {
        name: None for name in row if name not in (*_STUB_FIELDS, "version")
    }
    for name in derived_values(TABLES["actors"], row):
        emptied.pop(name, None)
    return emptied | {"status": str(ActorStatus.STUB)}
