"""Takes an operation back by a new one, property by property (MODEL rule 10).

A value that nobody changed since goes back to what it was; a created row goes, unless a later row
names it: an actor then becomes « inconnu », another kind of row stays. What somebody changed since
is a conflict for a person to decide: keep the later value, or force the return.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from actors_graph.changes.known import Known
from actors_graph.changes.same_actor.merges import MERGE, RENAMED, merged_pair, require_whole_view
from actors_graph.changes.undoing.conflicts import refuse_conflicts
from actors_graph.changes.undoing.reversal import Reversal
from actors_graph.changes.undoing.staying import staying_sentences
from actors_graph.errors import ConflictError, InputError
from actors_graph.model import ChangeSet
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.access.session import Session
    from actors_graph.changes.undoing.staying import Staying
    from actors_graph.model import Change, Operation, Value

ACTION: Final = "undo"
IMPORT: Final = "import"
UNDOES: Final = "undoes"


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What an undo did, or would do.

    `import_id` is the new operation, empty where nothing is written; `undone` the one taken back
    and `action` what it was; `staying` the rows that stay because others name them or somebody
    changed them since.
    """

    import_id: str
    undone: str
    changes: int
    staying: tuple[Staying, ...] = ()
    action: str = "import"

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """The rows that stay, as (table, id)."""
        return tuple((row.table, row.id) for row in self.staying)

    def sentences(self) -> list[str]:
        """Say what stays, in which state; see `staying_sentences`."""
        what = "import" if self.action == IMPORT else "opération"
        return staying_sentences(self.staying, done=bool(self.import_id), what=what)

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain values."""
        return {
            "import_id": self.import_id or None,
            "undone": self.undone,
            "changes": self.changes,
            "kept": [row.to_dict() for row in self.staying],
        }


class UndoStoppedError(ConflictError):
    """Somebody changed the same values since: `keeping` and `forcing` say what each choice does."""

    def __init__(self, stopped: ConflictError, *, keeping: UndoReport, forcing: UndoReport) -> None:
        """Say the conflicts, then what would stay in both cases."""
        kept, forced = (" ".join(report.sentences()) for report in (keeping, forcing))
        super().__init__(
            stopped.message,
            conflicts=stopped.conflicts,
            remedy="\nRelancez avec --keep-later pour garder ces valeurs"
            f"{f' : {kept}' if kept else '.'}\n"
            "ou avec --force pour tout annuler quand même"
            f"{f' : {forced}' if forced else '.'}",
        )
        self.keeping = keeping
        self.forcing = forcing


def undo(
    session: Session,
    import_id: str,
    *,
    keep_later: bool = False,
    force: bool = False,
    dry_run: bool = False,
) -> UndoReport:
    """Take back an operation by a new one.

    Args:
        session: opened by somebody who may write.
        import_id: its number in the journal, or its operation id.
        keep_later: leave what somebody changed since as it is.
        force: take it back too.
        dry_run: say what would go and what would stay, write nothing.

    Raises:
        InputError: no such operation, one already taken back, or one that cannot be.
        UndoStoppedError: somebody changed the same values since, and neither option was given.
    """
    require_whole_view(session)
    operation = _operation(session, import_id)
    changes = session.changes(operation.seq)
    if not changes and operation.counts.total:
        raise InputError(
            f"L’opération {operation.seq} n’a pas gardé ses valeurs : on ne peut pas l’annuler.",
            remedy="Restaurez une sauvegarde faite avant elle.",
        )
    renamed = _renamed(operation)
    reversal = _reversal(session, changes, renamed, keep_later=keep_later, force=force)
    try:
        refuse_conflicts(session, reversal.conflicts)
    except ConflictError as error:
        raise UndoStoppedError(
            error,
            keeping=undo(session, import_id, keep_later=True, dry_run=True),
            forcing=undo(session, import_id, force=True, dry_run=True),
        ) from None
    reversal.spare_named(session)
    undone, staying = str(operation.seq), reversal.staying()
    count = len(reversal.changes())
    report = UndoReport("", undone, count, staying=staying, action=operation.action)
    if dry_run:
        return report
    details = {UNDOES: operation.seq, **_renamed_back(renamed)}
    return replace(report, import_id=_written(session, operation, reversal, details=details))


def _written(
    session: Session, operation: Operation, reversal: Reversal, *, details: dict[str, Value]
) -> str:
    """Write what takes the operation back; return the number of the new one."""
    session.backup_if_changed()
    receipt = session.apply(
        ChangeSet(
            reversal.changes(),
            action=ACTION,
            at=session.now(),
            by=session.user.name,
            source=operation.source,
            details=details,
        )
    )
    session.seal()
    return str(receipt.seq)


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
    undone = undone_operations(operations)
    for operation in operations:
        if import_id in (str(operation.seq), operation.operation_id):
            if operation.seq in undone:
                raise InputError(f"L’opération {operation.seq} est déjà annulée.")
            if operation.action == "erase":
                raise InputError("Un effacement ne peut pas être annulé : rien n’en est gardé.")
            _refuse_joined_since(session, operation, operations, undone)
            return operation
    raise InputError(
        f"L’opération {quoted(import_id)} n’existe pas.",
        remedy="Voyez la liste avec : actors-graph imports",
    )


def _refuse_joined_since(
    session: Session, operation: Operation, operations: Sequence[Operation], undone: set[int]
) -> None:
    """Refuse to part two fiches that a third one took in since: its merge comes first."""
    pair = merged_pair(session.changes(operation.seq)) if operation.action == MERGE else None
    if pair is None:
        return
    for later in operations:
        if later.seq <= operation.seq or later.action != MERGE or later.seq in undone:
            continue
        since = merged_pair(session.changes(later.seq))
        if since and since[1] == pair[0]:
            raise InputError(
                f"La fiche gardée par l’opération {operation.seq} a été réunie depuis à une "
                f"autre (opération {later.seq}).",
                remedy=f"Annulez d’abord l’opération {later.seq}.",
            )


def _renamed(operation: Operation) -> list[str]:
    renamed = operation.details.get(RENAMED)
    return renamed if isinstance(renamed, list) else []


def _renamed_back(renamed: Sequence[str]) -> dict[str, Value]:
    """Say which rows an undo gives their first id again: it may be undone too."""
    pairs = zip(renamed[1::2], renamed[::2], strict=True)
    return {RENAMED: [name for pair in pairs for name in pair]} if renamed else {}


def _reversal(
    session: Session,
    changes: Sequence[Change],
    renamed: Sequence[str],
    *,
    keep_later: bool,
    force: bool,
) -> Reversal:
    ids: dict[str, list[str]] = {}
    for change in changes:
        ids.setdefault(change.table, []).append(change.id)
    known = Known(session, ids.keys())
    rows = {
        (table, row): values
        for table, wanted in ids.items()
        for row, values in known.rows(table, wanted).items()
    }
    reversal = Reversal(known, keep_later=keep_later, force=force, rows=rows)
    reversal.take_back(changes, renamed=renamed)
    return reversal
