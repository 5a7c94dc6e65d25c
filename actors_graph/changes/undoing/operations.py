"""What was done last, whatever it was, in words: each operation may be taken back by `undo`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from actors_graph.changes import erase
from actors_graph.changes.by_hand import forms, partners
from actors_graph.changes.planning import memory
from actors_graph.changes.same_actor import duplicates, merges
from actors_graph.changes.same_actor.answers import pair_of
from actors_graph.changes.undoing import undo as undoing
from actors_graph.changes.undoing.conflicts import row_label
from actors_graph.model import TABLES
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from actors_graph.access.session import Session
    from actors_graph.model import Change, Operation

_FILES_NAMED: Final = 3
# These keep no values, or too many to be read for a title.
_BESIDE: Final = frozenset({"territories", "answers"})
_NOT_READ: Final = frozenset({memory.ACTION, erase.ACTION, undoing.ACTION})


@dataclass(frozen=True, slots=True)
class PastOperation:
    """One operation of the journal.

    Attributes:
        operation: its number, which `undo` takes.
        at: ISO, UTC.
        by: who.
        action: a word of the journal.
        title: what it did, in French.
        changes: rows written.
        undone: whether it was taken back since.
        undoable: whether it may be.
    """

    operation: str
    at: str
    by: str
    action: str
    title: str
    changes: int
    undone: bool
    undoable: bool

    def to_dict(self) -> dict[str, Any]:  # Any: what json takes
        """Return the operation as plain values."""
        return {
            "operation": self.operation,
            "at": self.at,
            "by": self.by,
            "action": self.action,
            "title": self.title,
            "changes": self.changes,
            "undone": self.undone,
            "undoable": self.undoable,
        }


def past_operations(session: Session, *, limit: int = 20) -> list[PastOperation]:
    """Return the last operations, the last first; 0 = all.

    Cost: the journal, the names of the actors, and the values of those that are shown.
    """
    operations = session.journal()
    undone = undoing.undone_operations(operations)
    titles = _Titles(session, {operation.seq: operation for operation in operations})
    return [
        PastOperation(
            operation=str(operation.seq),
            at=operation.at,
            by=operation.by,
            action=operation.action,
            title=titles.of(operation),
            changes=operation.counts.total,
            undone=operation.seq in undone,
            undoable=operation.seq not in undone and titles.keeps_values(operation),
        )
        for operation in reversed(operations[-limit:])
    ]


class _Titles:
    """Says operations in words, with the names of the actors as they are, else as they were."""

    def __init__(self, session: Session, operations: Mapping[int, Operation]) -> None:
        self._session = session
        self._operations = operations
        actors = session.tables(["actors"])["actors"]
        columns = (actors.column(name).to_pylist() for name in ("id", "name"))
        self._names: dict[str, str] = dict(zip(*columns, strict=True))
        self._words: Mapping[str, Callable[[Operation, tuple[Change, ...]], str]] = {
            memory.ACTION: self._import,
            merges.MERGE: self._merge,
            merges.ATTACH: self._attach,
            duplicates.ANSWER: self._answer,
            partners.ACTION: self._partners,
            forms.ACTION: self._edit,
            undoing.ACTION: self._undo,
        }

    def keeps_values(self, operation: Operation) -> bool:
        """Whether the journal kept what it takes to take an operation back."""
        if operation.action == erase.ACTION or not operation.counts.total:
            return False
        return operation.action in self._words

    def of(self, operation: Operation) -> str:
        """Return what an operation did."""
        words = self._words.get(operation.action)
        if words is None:
            return (
                "Effacement" if operation.action == erase.ACTION else operation.action.capitalize()
            )
        read = operation.action not in _NOT_READ
        return words(operation, self._session.changes(operation.seq) if read else ())

    def _import(self, operation: Operation, _: tuple[Change, ...]) -> str:
        files = operation.details.get("files")
        names = files if isinstance(files, list) else [operation.source]
        return f"Import de {listing(names, limit=_FILES_NAMED)}"

    def _merge(self, _: Operation, changes: tuple[Change, ...]) -> str:
        pair = merges.merged_pair(changes)
        if pair is None:
            return "Fiches réunies"
        was = {change.id: change.before or {} for change in changes if change.after is None}
        name = str(was[pair[1]].get("name") or pair[1])
        return f"Fiches réunies : {quoted(name)} dans {quoted(self._name(pair[0]))}"

    def _attach(self, _: Operation, changes: tuple[Change, ...]) -> str:
        for change in changes:
            held = (change.after or {}).get("answer")
            pair = pair_of(str((change.after or {}).get("subject") or ""))
            if pair and held:
                parent = str(held).partition(":")[2]
                service = pair[0] if pair[1] == parent else pair[1]
                return f"{quoted(self._name(service))} rattaché à {quoted(self._name(parent))}"
        return "Rattachement d’un service"

    def _answer(self, _: Operation, changes: tuple[Change, ...]) -> str:
        pairs = (pair_of(str((change.after or {}).get("subject") or "")) for change in changes)
        pair = next((found for found in pairs if found), None)
        if pair is None:
            return "Réponse à une question"
        one, other = (quoted(self._name(actor)) for actor in pair)
        return f"{one} et {other} : deux acteurs différents"

    def _partners(self, _: Operation, changes: tuple[Change, ...]) -> str:
        asked = next((change.id for change in changes if change.table == "actors"), "")
        # On the same day, only the ties changed: both ends are partners.
        name = self._name(asked) if asked else ""
        return f"Partenaires notés : {quoted(name)}" if name else "Partenaires notés"

    def _edit(self, _: Operation, changes: tuple[Change, ...]) -> str:
        if not changes:
            # An erasure left nothing of it.
            return "Correction"
        # What a form adds beside its row (a territory, an answer) comes with it.
        change = next((one for one in changes if one.table not in _BESIDE), changes[0])
        table = TABLES[change.table]
        row = change.after or change.before or {}
        name = self._names.get(change.id) or row_label(table, row, self._names)
        kind = "Ajout" if change.before is None else "Correction"
        kind = "Retrait" if change.after is None else kind
        return f"{kind} : {quoted(name)}" if name else f"{kind} ({table.title.lower()})"

    def _undo(self, operation: Operation, _: tuple[Change, ...]) -> str:
        target = operation.details.get(undoing.UNDOES)
        first = self._operations.get(target) if isinstance(target, int) else None
        # Only one step back: an undo may itself take an undo back.
        if first is None or first.action == undoing.ACTION:
            return "Retour en arrière"
        said = self.of(first)
        return f"Annulé : {said[:1].lower()}{said[1:]}"

    def _name(self, actor: str) -> str:
        return self._names.get(actor, actor)
