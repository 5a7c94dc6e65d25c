"""Erases a person or an actor: the row, what cannot be without it, and its name elsewhere.

A row that must name the erased one goes with it (ties, contacts, applications); another only
loses the reference. Free texts are not rewritten: those that still hold the name are listed, for
a person to read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.changes.known import Known
from actors_graph.changes.rows import updated
from actors_graph.changes.same_actor.answers import pair_of
from actors_graph.changes.same_actor.former import former_ids
from actors_graph.changes.undoing.referrers import referring
from actors_graph.errors import InputError
from actors_graph.model import TABLES, Change, ChangeSet, FieldType
from actors_graph.text import fold
from actors_graph.words import quoted

if TYPE_CHECKING:
    from actors_graph.access.session import Session
    from actors_graph.model import Table, Value

ACTION: Final = "erase"

# What may be erased: who a person asks to forget. Other rows are corrected, not erased.
_ERASABLE: Final = ("contacts", "actors")
# Shorter names are ordinary words and would be found everywhere.
_SEARCHED_LENGTH: Final = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A free text that still holds the erased name."""

    table: str
    id: str
    column: str


@dataclass(frozen=True, slots=True)
class EraseReport:
    """What an erasure removed: rows by table, references emptied, texts left to read."""

    erased: str
    rows: dict[str, int]
    emptied: int
    mentions: tuple[Mention, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain values."""
        return {
            "erased": self.erased,
            "rows": self.rows,
            "emptied": self.emptied,
            "mentions": [{"table": m.table, "id": m.id, "column": m.column} for m in self.mentions],
        }


@dataclass(slots=True)
class _Erasure:
    rows: dict[str, dict[str, dict[str, Value]]]
    deleted: dict[tuple[str, str], dict[str, Value]] = field(default_factory=dict)
    emptied: dict[tuple[str, str], dict[str, Value]] = field(default_factory=dict)

    def remove(self, table: str, row_id: str) -> None:
        """Delete a row and follow what names it."""
        if (table, row_id) in self.deleted:
            return
        self.deleted[table, row_id] = self.rows[table][row_id]
        self.emptied.pop((table, row_id), None)
        for other, target in referring([table]):
            for found, row in self.rows[other.name].items():
                value = row.get(target.name)
                named = row_id in value if isinstance(value, list) else value == row_id
                if not named or (other.name, found) in self.deleted:
                    continue
                if target.required or target.name in (other.source, other.target):
                    self.remove(other.name, found)
                else:
                    self._empty(other, found, name=target.name, row_id=row_id)

    def _empty(self, table: Table, found: str, *, name: str, row_id: str) -> None:
        changes = self.emptied.setdefault((table.name, found), {})
        value = changes.get(name, self.rows[table.name][found].get(name))
        left = [item for item in value if item != row_id] if isinstance(value, list) else None
        changes[name] = left or None

    def changes(self) -> list[Change]:
        """The updates, then the deletions from ties to nodes."""
        made = []
        for (name, found), values in self.emptied.items():
            made.append(updated(TABLES[name], self.rows[name][found], values))
        order = list(TABLES)
        for (name, found), row in sorted(self.deleted.items(), key=lambda i: -order.index(i[0][0])):
            version = row["version"]
            values = {key: value for key, value in row.items() if key != "version"}
            made.append(
                Change(name, found, values, None, version if isinstance(version, int) else None)
            )
        return [change for change in made if change is not None]


def erase(session: Session, row_id: str, *, reason: str = "") -> EraseReport:
    """Erase an actor or a contact from the store, its journal, its backups and its caches.

    Raises:
        InputError: no actor and no contact has that id.
        NotAllowedError: the role does not permit it.
    """
    content = _content(session)
    table = next((name for name in _ERASABLE if row_id in content[name]), None)
    if table is None:
        raise InputError(
            f"Aucun acteur ni contact n’a l’identifiant {quoted(row_id)}.",
            remedy="Cherchez-le avec : actors-graph actors --query …",
        )
    erasure = _Erasure(content)
    erasure.remove(table, row_id)
    also = former_ids(session, {found for _, found in erasure.deleted})
    for known in (row_id, *also):
        _remove_answers(erasure, known)
    changes = erasure.changes()
    session.erase(
        ChangeSet(
            tuple(changes), action=ACTION, at=session.now(), by=session.user.name, reason=reason
        ),
        also=also,
    )
    session.seal()
    rows: dict[str, int] = {}
    for name, _ in erasure.deleted:
        rows[name] = rows.get(name, 0) + 1
    name = _name(content[table][row_id])
    return EraseReport(row_id, rows, len(erasure.emptied), tuple(_mentions(erasure, name)))


def _content(session: Session) -> dict[str, dict[str, dict[str, Value]]]:
    known = Known(session, TABLES)
    return {name: known.rows(name, known.ids(name)) for name in TABLES}


def _remove_answers(erasure: _Erasure, row_id: str) -> None:
    """Delete the answers about the erased row: their subject, or the answer itself, names it."""
    for found, row in erasure.rows["answers"].items():
        subject = str(row["subject"])
        pair = pair_of(subject)
        named = row_id in pair if pair else row_id in subject
        if named or row["answer"] == row_id:
            erasure.remove("answers", found)


def _name(row: dict[str, Value]) -> str:
    return str(row.get("name") or row.get("last_name") or "")


def _mentions(erasure: _Erasure, name: str) -> list[Mention]:
    wanted = f" {fold(name)} "
    if len(wanted) < _SEARCHED_LENGTH + 2:
        return []
    found = []
    for table, rows in erasure.rows.items():
        texts = [f for f in TABLES[table].fields if f.type is FieldType.TEXT and not f.derived]
        for row_id, row in rows.items():
            if (table, row_id) in erasure.deleted:
                continue
            for target in texts:
                value = row.get(target.name)
                if value and wanted in f" {fold(str(value))} ":
                    found.append(Mention(table, row_id, target.column or target.name))
    return found
