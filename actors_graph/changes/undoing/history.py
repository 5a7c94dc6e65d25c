"""The imports of a store, from its journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actors_graph.changes.planning.memory import ACTION
from actors_graph.changes.undoing.undo import undone_operations

if TYPE_CHECKING:
    from actors_graph.access.session import Session


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import: its number, when (ISO, UTC), by whom, of which files, how many rows.

    `changes` counts all that was written, `rows` the rows of the files among it; what they name
    (a territory, an actor known by its name only) is written beside them.
    """

    import_id: str
    at: str
    by: str
    files: tuple[str, ...]
    changes: int
    undone: bool
    rows: int

    def to_dict(self) -> dict[str, Any]:  # Any: what json takes
        """Return the import as plain values."""
        return {
            "import_id": self.import_id,
            "at": self.at,
            "by": self.by,
            "files": list(self.files),
            "changes": self.changes,
            "undone": self.undone,
        }


def past_imports(session: Session) -> list[PastImport]:
    """Return the imports in order; those that were taken back are marked."""
    operations = session.journal()
    undone = undone_operations(operations)
    found = []
    for operation in operations:
        if operation.action != ACTION:
            continue
        files = operation.details.get("files")
        rows = operation.details.get("rows")
        found.append(
            PastImport(
                import_id=str(operation.seq),
                at=operation.at,
                by=operation.by,
                files=tuple(files) if isinstance(files, list) else (operation.source,),
                changes=operation.counts.total,
                undone=operation.seq in undone,
                rows=rows if isinstance(rows, int) else operation.counts.total,
            )
        )
    return found
