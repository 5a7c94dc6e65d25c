"""Moves to one actor all that names another: ties of every family, contacts, services, suites.

The id of a row that is made of its values (MODEL rule 1) is made again, so that a file imported
later finds the row; an id that was given stays. A tie between the two disappears. A row that
would say nothing more than another is left out; one that says something else stays beside it,
under the id it had.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.changes.rows import created, deleted, differs, stored_rows, updated
from actors_graph.changes.undoing.referrers import referring
from actors_graph.model import TABLES, FieldType
from actors_graph.model.ids import row_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.model import Change, Row, Table, Value


@dataclass(slots=True)
class Moves:
    """The changes that move rows, and what became of them.

    Attributes:
        changes: creations, updates and deletions.
        moved: rows that now name the kept actor, by table.
        collapsed: rows left out because another says the same, by table.
        between: ties between the two, left out, by table.
        renamed: old and new id of the rows whose id was made again, one after the other.
        absorbed: id left out and id that says the same, of contacts, one after the other.
    """

    changes: list[Change] = field(default_factory=list)
    moved: dict[str, int] = field(default_factory=dict)
    collapsed: dict[str, int] = field(default_factory=dict)
    between: dict[str, int] = field(default_factory=dict)
    renamed: list[str] = field(default_factory=list)
    absorbed: list[str] = field(default_factory=list)


def moves(tables: Mapping[str, pa.Table], *, keep: str, drop: str) -> Moves:
    """Move what names `drop` to `keep`; the rows of actors that name it are moved too.

    O(rows of the tables that may name an actor).
    """
    found = Moves()
    fields: dict[str, list[str]] = {}
    for table, target in referring(["actors"]):
        fields.setdefault(table.name, []).append(target.name)
    for name, names in fields.items():
        move = _Move(TABLES[name], tuple(names), keep, drop)
        # The two fiches themselves are joined elsewhere.
        skipped = {keep, drop} if name == "actors" else set()
        move.run(tables[name], found, skipped=skipped)
    return found


@dataclass(slots=True)
class _Move:
    table: Table
    fields: tuple[str, ...]
    keep: str
    drop: str
    ids: set[str] = field(default_factory=set)
    rows: dict[str, Row] = field(default_factory=dict)

    def run(self, rows: pa.Table, found: Moves, *, skipped: set[str]) -> None:
        """Move the rows of one table, in the order of their ids."""
        naming = _naming(rows, self.table, self.fields, [self.drop])
        if not naming:
            return
        self.ids = set(rows.column("id").to_pylist())
        self.rows = {**_naming(rows, self.table, self.fields, [self.keep]), **naming}
        for row_id_, row in naming.items():
            if row_id_ not in skipped:
                self._move(row, found)

    def _move(self, row: Row, found: Moves) -> None:
        table, old = self.table, str(row["id"])
        after = self._renamed(row)
        if table.is_tie and after[table.source] == after[table.target]:
            found.changes.append(deleted(table, row))
            _count(found.between, table)
            return
        made = table.is_tie or bool(table.identity)
        computed = made and row_id(table, row) == old
        new = row_id(table, after) if computed else old
        twin = self._twin(after, old=old, new=new)
        if twin:
            found.changes.append(deleted(table, row))
            _count(found.collapsed, table)
            found.absorbed += [] if table.is_tie else [old, twin]
            return
        _count(found.moved, table)
        if new == old or new in self.ids:
            change = updated(table, row, {name: after[name] for name in self._ends()})
            found.changes.extend([change] if change else [])
            self.rows[old] = after
            return
        found.changes += [created(table, {**_bare(after), "id": new}), deleted(table, row)]
        found.renamed += [old, new]
        self.ids.add(new)
        self.rows[new] = {**after, "id": new}

    def _ends(self) -> list[str]:
        ends = [self.table.source, self.table.target] if self.table.is_tie else []
        return list(dict.fromkeys([*ends, *self.fields]))

    def _renamed(self, row: Row) -> dict[str, Value]:
        after = dict(row)
        for name in self.fields:
            value = after.get(name)
            if isinstance(value, list):
                items = [self.keep if item == self.drop else item for item in value]
                after[name] = list(dict.fromkeys(items))
            elif value == self.drop:
                after[name] = self.keep
        if self.table.undirected:
            ends = sorted(str(after[end]) for end in (self.table.source, self.table.target))
            after[self.table.source], after[self.table.target] = ends
        return after

    def _twin(self, after: Row, *, old: str, new: str) -> str:
        """Find a row that says the same: all of it under the new id, exactly under any."""
        twin = self.rows.get(new) if new != old else None
        # Who noted the same person twice does not make two persons.
        if twin is not None and _says_all(self.table, twin, after, but="source"):
            return new
        for found, row in self.rows.items():
            same = found != old and _says_all(self.table, row, after)
            if same and _says_all(self.table, after, row):
                return found
        return ""


def _naming(
    rows: pa.Table, table: Table, fields: Sequence[str], actors: Sequence[str]
) -> dict[str, dict[str, Value]]:
    wanted = pa.array(actors, pa.string())
    chosen = pa.nulls(rows.num_rows, pa.bool_())
    for name in fields:
        column = rows.column(name)
        if table.by_name[name].type is FieldType.LIST:
            named = pa.array([bool(set(items or ()) & set(actors)) for items in column.to_pylist()])
        else:
            named = pc.is_in(column, value_set=wanted)
        chosen = pc.or_kleene(chosen, named)
    return stored_rows(table, rows.filter(pc.fill_null(chosen, fill_value=False)))


def _says_all(table: Table, one: Row, other: Row, *, but: str = "") -> bool:
    """Whether all that the other row says is said by the first."""
    return all(
        other.get(target.name) is None or not differs(one.get(target.name), other.get(target.name))
        for target in table.hashed
        if target.name not in {"id", but}
    )


def _bare(row: Row) -> dict[str, Value]:
    return {name: value for name, value in row.items() if name != "version"}


def _count(counts: dict[str, int], table: Table) -> None:
    counts[table.name] = counts.get(table.name, 0) + 1
