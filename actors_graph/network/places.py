"""The communes of each territory of a store: what « located there » and « acts there » mean."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from actors_graph.model.kinds import TerritoryKind

if TYPE_CHECKING:
    import pyarrow as pa

COMMUNE_PREFIX = "com:"


@dataclass(frozen=True, slots=True)
class Places:
    """Territories of a store, by id.

    A commune belongs to a territory through `parents`, at any depth, or because the territory
    lists its code (`communes`: a bassin, or a perimeter of one's own).
    """

    kinds: dict[str, str]
    names: dict[str, str]
    parents: dict[str, list[str]]
    _communes: dict[str, frozenset[str]] = field(repr=False)

    def communes(self, territory: str) -> frozenset[str]:
        """INSEE codes of the communes of a territory; empty where nothing says them."""
        if territory in self._communes:
            return self._communes[territory]
        code = territory.removeprefix(COMMUNE_PREFIX)
        return frozenset() if code == territory else frozenset({code})

    def kind_of(self, territory: str) -> str:
        """Kind of a territory; empty where the store does not know it."""
        known = self.kinds.get(territory, "")
        return known or (TerritoryKind.COMMUNE if territory.startswith(COMMUNE_PREFIX) else "")


def places_from_table(territories: pa.Table) -> Places:
    """Read the tree of territories; a loop in `parents` is harmless. O(territories x depth)."""
    columns = (territories[name].to_pylist() for name in ("id", "kind", "code", "name"))
    ids, kinds, codes, names = columns
    parents = dict(
        zip(ids, (list(p or []) for p in territories["parents"].to_pylist()), strict=True)
    )
    listed = dict(zip(ids, territories["communes"].to_pylist(), strict=True))
    members: defaultdict[str, set[str]] = defaultdict(set)
    for place, kind, code in zip(ids, kinds, codes, strict=True):
        own = set(listed[place] or [])
        if kind == TerritoryKind.COMMUNE:
            own.add(code or place.removeprefix(COMMUNE_PREFIX))
        for above in ancestors(place, parents):
            members[above] |= own
    return Places(
        kinds=dict(zip(ids, kinds, strict=True)),
        names=dict(zip(ids, names, strict=True)),
        parents=parents,
        _communes={place: frozenset(found) for place, found in members.items()},
    )


def ancestors(place: str, parents: dict[str, list[str]]) -> set[str]:
    """The place itself and all that holds it, whatever the order or the loops."""
    found: set[str] = set()
    waiting = [place]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(parents.get(current, []))
    return found
