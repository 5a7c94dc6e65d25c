"""What earlier imports teach the next one: where columns go, what actors are called.

The mapping that was used lies in the journal, in the details of the operation: an import taken
back is forgotten with its columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from actors_graph.changes.undoing.undo import undone_operations
from actors_graph.sources.mapping.proposal import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actors_graph.access.session import Session
    from actors_graph.changes.planning.heads import ReadFile

ACTION: Final = "import"
_COLUMNS: Final = "columns"


def remembered_mappings(session: Session) -> dict[str, Mapping]:
    """Return the last mapping used for each header, by its fingerprint. O(operations)."""
    operations = session.journal()
    undone = undone_operations(operations)
    found: dict[str, Mapping] = {}
    for operation in operations:
        columns: object = operation.details.get(_COLUMNS)
        if operation.action == ACTION and operation.seq not in undone and isinstance(columns, dict):
            for fingerprint, values in columns.items():
                found[str(fingerprint)] = Mapping.from_dict(values)
    return found


def columns_details(files: Sequence[ReadFile]) -> dict[str, Any]:  # Any: what json takes
    """Return what the journal keeps of the columns of the files of an import."""
    columns = {file.head.fingerprint: file.head.columns for file in files if file.head.fingerprint}
    return {_COLUMNS: columns} if columns else {}


class StoredNames:
    """Names and acronyms of the actors of a store, read when they are first asked for."""

    def __init__(self, session: Session) -> None:
        """Read nothing yet."""
        self._session = session
        self._names: list[str] | None = None

    def __iter__(self) -> Iterator[str]:
        """Give the names, in the order of the store."""
        if self._names is None:
            actors = self._session.tables(["actors"])["actors"]
            columns = (actors.column(name).to_pylist() for name in ("name", "acronym"))
            self._names = [name for column in columns for name in column if name]
        return iter(self._names)
