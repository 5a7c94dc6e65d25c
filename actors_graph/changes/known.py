"""What is known when a file is planned: the rows of the store, and the ids of the files.

All tables are read at once, in one snapshot; a row becomes a dictionary only when it is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.changes.rows import stored_rows
from actors_graph.model import TABLES
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from actors_graph.model import Value


class Reads(Protocol):
    """What a plan needs of a session."""

    def tables(self, names: Sequence[str]) -> dict[str, pa.Table]:
        """Rows of the tables, with the schema that the model declares and `version`."""
        ...


class Known:
    """The content of a store as a plan looks at it, and the ids that the files bring."""

    def __init__(self, reads: Reads, names: Collection[str]) -> None:
        """Read the tables once.

        Args:
            reads: the session.
            names: the tables that files write; those that they refer to are added.
        """
        wanted = set(names)
        for name in names:
            for field in TABLES[name].fields:
                wanted.update(field.refers_to)
        self._tables = reads.tables([name for name in TABLES if name in wanted])
        self._ids: dict[str, set[str]] = {}

    def ids(self, name: str) -> set[str]:
        """Ids of the rows of the store and of the files; the set grows with `add`."""
        if name not in self._ids:
            self._ids[name] = set(self.column(name, "id"))
        return self._ids[name]

    def add(self, name: str, ids: Iterable[str]) -> None:
        """Add the ids that a file or the plan brings."""
        self.ids(name).update(ids)

    def holds(self, name: str) -> bool:
        """Whether the table was read."""
        return name in self._tables

    def column(self, name: str, field: str) -> list[str]:
        """One text column of a table of the store, in the order of its rows."""
        values: list[str] = self._tables[name].column(field).to_pylist()
        return values

    def rows(self, name: str, ids: Collection[str]) -> dict[str, dict[str, Value]]:
        """Rows of the store that have these ids, with their version."""
        table = self._tables[name]
        if not table.num_rows:
            return {}
        wanted = pc.is_in(table.column("id"), value_set=pa.array(ids, pa.string()))
        return stored_rows(TABLES[name], table.filter(wanted))

    def references(self, name: str) -> dict[tuple[str, str], str]:
        """Id of each row of the store that says its source and its reference there."""
        columns = (self.column(name, field) for field in ("source", "reference", "id"))
        return {
            (source, reference): row_id
            for source, reference, row_id in zip(*columns, strict=True)
            if source and reference
        }

    def labels(self) -> Iterator[tuple[str, str]]:
        """Folded labels and synonyms of the themes of the store, with their id."""
        themes = self._tables["themes"]
        for label, synonyms, row_id in zip(
            themes.column("label").to_pylist(),
            themes.column("synonyms").to_pylist(),
            themes.column("id").to_pylist(),
            strict=True,
        ):
            for word in (label, *(synonyms or ())):
                yield fold(word), row_id
