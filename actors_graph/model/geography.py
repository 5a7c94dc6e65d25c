"""The shipped geography of France: communes, what they belong to, what they were called.

One table (`reference/communes.csv.xz`, rebuilt by scripts/build_reference.py) is read at first
use and kept: 34,875 communes of the five overseas départements and of mainland France on
1 January 2026, their EPCI, arrondissement, département, région, and the old names and codes that
still stand in people's files. Nothing here knows the user's own perimeters: see `territories`.

Ids are those of MODEL.md: `com:03190`, `epci:200071140`, `arr:032`, `dep:03`, `reg:84`.
"""

from __future__ import annotations

import csv
import functools
import lzma
from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from actors_graph.model.kinds import TerritoryKind
from actors_graph.model.place_names import OldName, PlaceNames

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from actors_graph.model.place_names import Resolution

PREFIXES: Final[Mapping[TerritoryKind, str]] = {
    TerritoryKind.COMMUNE: "com",
    TerritoryKind.EPCI: "epci",
    TerritoryKind.ARRONDISSEMENT: "arr",
    TerritoryKind.DEPARTEMENT: "dep",
    TerritoryKind.REGION: "reg",
    TerritoryKind.CANTON: "canton",
    TerritoryKind.ZONE_EMPLOI: "ze",
    TerritoryKind.BASSIN_VIE: "bv",
    TerritoryKind.QPV: "qpv",
    TerritoryKind.BASSIN: "bassin",
    TerritoryKind.CUSTOM: "perso",
}
_KIND, _CODE, _NAME, _PARENTS, _POPULATION, _LAT, _LON, _POSTAL_CODES = range(8)
_COMMUNE: Final = TerritoryKind.COMMUNE.value
_KINDS: Final = {kind.value: kind for kind in TerritoryKind}


@dataclass(frozen=True, slots=True)
class Territory:
    """A perimeter, with the fields of a row of the table `territories`.

    Attributes:
        id: prefix of the kind, colon, code.
        parents: ids of the territories that hold it directly.
        communes: codes, only for a bassin or a perimeter of one's own.
        lat: degrees (WGS 84) of a point inside; None = unknown.
        population: inhabitants (INSEE, municipal population); None = unknown.
    """

    id: str
    kind: TerritoryKind
    name: str
    code: str = ""
    parents: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of today and the codes of what it belongs to.

    `epci` is empty for four islands, `arrondissement` in Mayotte. The point lies inside the
    commune; it is not its town hall.
    """

    code: str
    name: str
    population: int
    epci: str
    arrondissement: str
    departement: str
    region: str
    postal_codes: tuple[str, ...]
    lat: float
    lon: float


def territory_id(kind: TerritoryKind, code: str) -> str:
    """Return the id of a territory.

    >>> territory_id(TerritoryKind.COMMUNE, "03190")
    'com:03190'
    """
    return f"{PREFIXES[kind]}:{code}"


class Geography:
    """Lookups in a table of reference territories (see the header of the file for its columns)."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        """Index the rows; O(rows).

        Args:
            rows: type, code, nom, parents, population, lat, lon, codes_postaux, all as text;
                parents and postal codes parted by spaces.
        """
        self._communes: dict[str, Sequence[str]] = {}
        self._above: dict[str, Sequence[str]] = {}
        self._old: list[Sequence[str]] = []
        for row in rows:
            kind = row[_KIND]
            if kind == _COMMUNE:
                self._communes[row[_CODE]] = row
            elif kind in _KINDS:
                self._above[territory_id(_KINDS[kind], row[_CODE])] = row
            else:
                self._old.append(row)

    @property
    def codes(self) -> Sequence[str]:
        """Codes of all communes, ascending."""
        return tuple(self._communes)

    @property
    def territory_ids(self) -> Sequence[str]:
        """Ids of all territories, from the regions down to the communes."""
        return tuple(self.names)

    def commune(self, code: str) -> Commune | None:
        """The commune of today that has this code, None if there is none."""
        row = self._communes.get(code)
        if row is None:
            return None
        chain = {prefix: rest for prefix, _, rest in map(_parted, self.ancestors(f"com:{code}"))}
        return Commune(
            code=code,
            name=row[_NAME],
            population=int(row[_POPULATION]),
            epci=chain.get("epci", ""),
            arrondissement=chain.get("arr", ""),
            departement=chain["dep"],
            region=chain["reg"],
            postal_codes=tuple(row[_POSTAL_CODES].split()),
            lat=float(row[_LAT]),
            lon=float(row[_LON]),
        )

    def territory(self, territory_id: str) -> Territory | None:
        """The reference territory that has this id, None if there is none."""
        row = self._row(territory_id)
        if row is None:
            return None
        return Territory(
            id=territory_id,
            kind=_KINDS[row[_KIND]],
            name=row[_NAME],
            code=row[_CODE],
            parents=tuple(row[_PARENTS].split()),
            lat=float(row[_LAT]),
            lon=float(row[_LON]),
            population=int(row[_POPULATION]),
        )

    def name(self, territory_id: str) -> str:
        """Name of a reference territory, empty if there is none of this id."""
        row = self._row(territory_id)
        return row[_NAME] if row else ""

    def population(self, territory_id: str) -> int:
        """Inhabitants of a reference territory, 0 if there is none of this id."""
        row = self._row(territory_id)
        return int(row[_POPULATION]) if row else 0

    def parents(self, territory_id: str) -> tuple[str, ...]:
        """Ids of what holds the territory directly; none for a region or an unknown id.

        A commune has its arrondissement (in Mayotte its département) and its EPCI. An EPCI has its
        département, its région if it spreads over several départements, none beyond.
        """
        row = self._row(territory_id)
        return tuple(row[_PARENTS].split()) if row else ()

    def ancestors(self, territory_id: str) -> frozenset[str]:
        """Ids of all that holds the territory, directly or not, without itself."""
        found: set[str] = set()
        waiting = list(self.parents(territory_id))
        while waiting:
            parent = waiting.pop()
            found.add(parent)
            waiting.extend(self.parents(parent))
        return frozenset(found)

    def children(self, territory_id: str) -> tuple[str, ...]:
        """Ids of the territories held directly, in the order of the table."""
        return self._children.get(territory_id, ())

    def communes_of(self, territory_id: str) -> tuple[str, ...]:
        """Codes of the communes of a territory, ascending; none if the id is unknown."""
        if territory_id.startswith("com:"):
            code = territory_id[4:]
            return (code,) if code in self._communes else ()
        codes: set[str] = set()
        for child in self.children(territory_id):
            codes.update(self.communes_of(child))
        return tuple(sorted(codes))

    def current_code(self, code: str) -> str:
        """Code today of the commune that has or had this code, empty if there is none.

        Old codes are those of absorbed, delegated and associated communes, of communes that changed
        département, and of the arrondissements of Paris, Lyon and Marseille.
        """
        return code if code in self._communes else self._old_codes.get(code, "")

    def communes_at(self, postal_code: str) -> tuple[str, ...]:
        """Codes of the communes that a postal code covers, ascending."""
        return self._by_postal_code.get(postal_code, ())

    def resolve(
        self,
        name: str,
        *,
        postal_code: str = "",
        code: str = "",
        departements: Collection[str] = (),
    ) -> Resolution:
        """Find the commune that somebody wrote: see `PlaceNames.resolve`."""
        return self._place_names.resolve(
            name, postal_code=postal_code, code=code, departements=departements
        )

    def search(self, text: str, *, limit: int = 20) -> list[Territory]:
        """Find territories by the beginning of their words: see `PlaceNames.search`."""
        found = (self.territory(match) for match in self._place_names.search(text, limit=limit))
        return [territory for territory in found if territory is not None]

    @functools.cached_property
    def names(self) -> Mapping[str, str]:
        """Name of each territory, by id, from the regions down to the communes."""
        above = {i: row[_NAME] for i, row in self._above.items()}
        return above | {f"com:{code}": row[_NAME] for code, row in self._communes.items()}

    @functools.cached_property
    def old_names(self) -> tuple[OldName, ...]:
        """Names and codes of the past, with the commune of today."""
        return tuple(OldName(r[_NAME], r[_CODE], r[_PARENTS][len("com:") :]) for r in self._old)

    @functools.cached_property
    def _place_names(self) -> PlaceNames:
        return PlaceNames(self)

    @functools.cached_property
    def _by_postal_code(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for code, row in self._communes.items():
            for postal_code in row[_POSTAL_CODES].split():
                found[postal_code].append(code)
        return {postal_code: tuple(sorted(codes)) for postal_code, codes in found.items()}

    @functools.cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for child in self.territory_ids:
            for parent in self.parents(child):
                found[parent].append(child)
        return {parent: tuple(children) for parent, children in found.items()}

    @functools.cached_property
    def _old_codes(self) -> dict[str, str]:
        return {old.code: old.commune for old in self.old_names}

    def _row(self, territory_id: str) -> Sequence[str] | None:
        if territory_id.startswith("com:"):
            return self._communes.get(territory_id[4:])
        return self._above.get(territory_id)


@functools.cache
def geography() -> Geography:
    """The shipped geography, read at first use (about 0.1 s) and kept for the process."""
    content = files("actors_graph.model").joinpath("reference", "communes.csv.xz").read_bytes()
    lines = lzma.decompress(content).decode().splitlines()
    return Geography(csv.reader(lines[1:]))


def _parted(territory_id: str) -> tuple[str, str, str]:
    return territory_id.partition(":")
