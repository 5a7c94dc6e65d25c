"""The whole directory of a store, read once: names, places, what is searched.

Built from the tables a session may see, kept by `ui.cache` until one of them changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model.kinds import ActorKind, ActorStatus
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMED: Final = {
    "actors": "name",
    "territories": "name",
    "themes": "label",
    "committees": "name",
    "projects": "name",
    "meetings": "title",
}
TABLES: Final = (*_NAMED, "collaborations")
MOST_FOUND: Final = 50
LONGEST_SEARCH: Final = 200

# Out of every network (MODEL rule 5), but somebody may look for them.
_GONE: Final = (ActorStatus.DISSOLVED.value, ActorStatus.TO_DISCOVER.value)


@dataclass(frozen=True)
class Directory:
    """The actors and the names of everything they refer to."""

    tables: Mapping[str, pa.Table]

    @property
    def actors(self) -> pa.Table:
        """The actors, by id."""
        return self.tables["actors"]

    @cached_property
    def names(self) -> dict[str, str]:
        """Name of each actor, territory, theme, committee, project and meeting that has one."""
        found: dict[str, str] = {}
        for table, column in _NAMED.items():
            rows = self.tables[table]
            found |= zip(rows["id"].to_pylist(), rows[column].to_pylist(), strict=True)
        return found

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Row of each actor."""
        return {actor: row for row, actor in enumerate(self.actors["id"].to_pylist())}

    @cached_property
    def communes(self) -> tuple[str, ...]:
        """Commune of each actor as it is read: the official name, else what was written."""
        written = self.actors["commune"].to_pylist()
        codes = self.actors["commune_code"].to_pylist()
        return tuple(
            self.names.get(f"com:{code}", text or "") if code else text or ""
            for code, text in zip(codes, written, strict=True)
        )

    def actor(self, identifier: str) -> Mapping[str, Any] | None:
        """The fields of an actor; None where there is none of that id."""
        row = self.row_of.get(identifier)
        return None if row is None else self.actors.slice(row, 1).to_pylist()[0]

    def name(self, identifier: str) -> str:
        """The name of anything, its id where nothing is known of it."""
        return self.names.get(identifier) or identifier

    def kind(self, row: int) -> ActorKind:
        """The kind of an actor."""
        return ActorKind(self.actors["kind"][row].as_py())

    def found(self, asked: str) -> list[int]:
        """Rows of the actors whose name, acronym or commune holds every word asked.

        Accents, case and punctuation do not count. Names that begin with what is asked come
        first, then those with a word that does, then the others; by name inside each.

        Returns:
            At most `MOST_FOUND` rows; none for an empty search. About 1 ms for 10,000 actors.
        """
        words = fold(asked[:LONGEST_SEARCH]).split()
        if not words:
            return []
        kept = pc.match_substring(self._searched, words[0])
        for word in words[1:]:
            kept = pc.and_(kept, pc.match_substring(self._searched, word))
        rows = pc.indices_nonzero(kept).to_pylist()
        start = " ".join(words)
        ranked = sorted(rows, key=lambda row: (self._rank(row, start), self._folded[row]))
        return ranked[:MOST_FOUND]

    def _rank(self, row: int, start: str) -> int:
        name = self._folded[row]
        if name.startswith(start):
            return 0
        return 1 if f" {start}" in name else 2

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(fold(name or "") for name in self.actors["name"].to_pylist())

    @cached_property
    def _searched(self) -> pa.Array:
        acronyms = self.actors["acronym"].to_pylist()
        return pa.array(
            [
                f"{name} {fold(acronym or '')} {fold(commune)}"
                for name, acronym, commune in zip(
                    self._folded, acronyms, self.communes, strict=True
                )
            ],
            pa.string(),
        )

    def is_gone(self, row: int) -> bool:
        """Whether an actor is dissolved, or not of this directory yet."""
        return self.actors["status"][row].as_py() in _GONE
