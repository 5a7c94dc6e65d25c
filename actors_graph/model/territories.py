"""The territories of a store laid over the reference geography: what holds what.

A stored row wins over the reference for its name, its point and, kind by kind, its parents: a
commune that is stored under another EPCI leaves the first one and keeps its arrondissement.
A bassin or a perimeter of one's own holds the communes of its list.

The graph has no cycle, but a territory may have several parents (a commune has an arrondissement,
an EPCI, a bassin); `members` and `ancestors` follow all of them.
"""

from __future__ import annotations

from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.model.geography import Territory, geography
from actors_graph.model.kinds import TerritoryKind
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa

    from actors_graph.model.geography import Geography

_COLUMNS: Final = (
    "id",
    "kind",
    "code",
    "name",
    "parents",
    "communes",
    "lat",
    "lon",
    "population",
)


class TerritoryTree:
    """Which territories are below or above another; answers are kept, the tree never changes."""

    def __init__(
        self, stored: pa.Table | None = None, *, reference: Geography | None = None
    ) -> None:
        """Lay the stored territories over the reference; O(stored).

        Args:
            stored: rows of the table `territories`; None = the reference alone.
            reference: what they are laid over; None = the shipped geography.

        Raises:
            InputError: a territory would be inside itself.
        """
        self._reference = geography() if reference is None else reference
        self._stored = {row.id: row for row in _territories(stored)}
        self._listed: dict[str, list[str]] = defaultdict(list)
        for row in self._stored.values():
            for code in row.communes:
                self._listed[self._commune_id(code)].append(row.id)
        self._held: dict[str, list[str]] = defaultdict(list)
        for child in (*self._stored, *self._listed):
            for parent in self.parents(child):
                self._held[parent].append(child)
        self._members: dict[str, frozenset[str]] = {}
        self._ancestors: dict[str, frozenset[str]] = {}
        self._refuse_cycles()

    def territory(self, territory_id: str) -> Territory | None:
        """The stored territory of this id, else the reference one, else None."""
        return self._stored.get(territory_id) or self._reference.territory(territory_id)

    def name(self, territory_id: str) -> str:
        """Name of a territory; the id itself when nobody named it."""
        stored = self._stored.get(territory_id)
        return stored.name if stored else self._reference.name(territory_id) or territory_id

    def parents(self, territory_id: str) -> tuple[str, ...]:
        """Ids of what holds the territory directly, including the lists it is in."""
        stored = self._stored.get(territory_id)
        own = stored.parents if stored else ()
        kinds = {_prefix(parent) for parent in own}
        kept = (p for p in self._reference.parents(territory_id) if _prefix(p) not in kinds)
        return tuple(dict.fromkeys((*own, *kept, *self._listed.get(territory_id, ()))))

    def children(self, territory_id: str) -> tuple[str, ...]:
        """Ids of what the territory holds directly, those of the reference first."""
        reference = (
            child
            for child in self._reference.children(territory_id)
            if child not in self._stored or territory_id in self.parents(child)
        )
        return tuple(dict.fromkeys((*reference, *self._held.get(territory_id, ()))))

    def members(self, territory_id: str) -> frozenset[str]:
        """Ids of the territory and of all below it; of an unknown id, itself alone.

        An actor is located in the territory when the id of its commune is a member. O(members) the
        first time.
        """
        if territory_id not in self._members:
            self._members[territory_id] = self._reached(territory_id, self.children)
        return self._members[territory_id]

    def ancestors(self, territory_id: str) -> frozenset[str]:
        """Ids of all that holds the territory, directly or not, without itself."""
        if territory_id not in self._ancestors:
            found = self._reached(territory_id, self.parents)
            self._ancestors[territory_id] = found - {territory_id}
        return self._ancestors[territory_id]

    def communes(self, territory_id: str) -> frozenset[str]:
        """Codes of the communes of a territory; of a commune, its own."""
        members = self.members(territory_id)
        return frozenset(i.removeprefix("com:") for i in members if i.startswith("com:"))

    def __iter__(self) -> Iterator[str]:
        """Ids of the stored territories, in the order of their table."""
        return iter(self._stored)

    def _commune_id(self, code: str) -> str:
        return f"com:{self._reference.current_code(code) or code}"

    @staticmethod
    def _reached(start: str, following: Callable[[str], Iterable[str]]) -> frozenset[str]:
        found = {start}
        waiting = [start]
        while waiting:
            for other in following(waiting.pop()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return frozenset(found)

    def _refuse_cycles(self) -> None:
        above: dict[str, tuple[str, ...]] = {}
        # The reference has no cycle: each one passes through a stored territory or a list.
        waiting = [*self._stored, *self._listed]
        while waiting:
            child = waiting.pop()
            if child not in above:
                above[child] = self.parents(child)
                waiting.extend(above[child])
        try:
            TopologicalSorter(above).prepare()
        except CycleError as error:
            raise _cycle_refused([self.name(i) for i in error.args[1]]) from error


def _territories(stored: pa.Table | None) -> Iterator[Territory]:
    if stored is None:
        return
    columns = [stored.column(name).to_pylist() for name in _COLUMNS]
    for row in zip(*columns, strict=True):
        cells = dict(zip(_COLUMNS, row, strict=True))
        yield Territory(
            id=cells["id"],
            kind=TerritoryKind(cells["kind"]),
            code=cells["code"] or "",
            name=cells["name"],
            parents=tuple(cells["parents"] or ()),
            communes=tuple(cells["communes"] or ()),
            lat=cells["lat"],
            lon=cells["lon"],
            population=cells["population"],
        )


def _prefix(territory_id: str) -> str:
    return territory_id.partition(":")[0]


def _cycle_refused(names: Sequence[str]) -> InputError:
    if len(names) <= 2:
        message = f"Le territoire {quoted(names[0])} se contient lui-même."
    else:
        others = listing([quoted(name) for name in names[:-1]])
        message = f"Les territoires {others} se contiennent les uns les autres."
    return InputError(message, remedy=f"Corrigez la colonne {quoted('parents')} de l’un d’eux.")
