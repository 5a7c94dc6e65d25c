"""The table of the reference geography: territories of today, old names and codes.

One row a territory, then one row an old name or code. `parents` are ids of territories; an old row
has the commune of today as its only parent, its code may be the same as the commune's (a commune
that was renamed, or whose centre became a commune déléguée).
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
import shapely
from reference_shapes import points_inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    Record: TypeAlias = dict[str, Any]
    Tables: TypeAlias = Mapping[str, Sequence[Record]]

COLUMNS: Final = ("type", "code", "nom", "parents", "population", "lat", "lon", "codes_postaux")
EXPECTED: Final = {
    "region": 18,
    "departement": 101,
    "arrondissement": 333,
    "epci": 1255,
    "commune": 34_875,
    "commune_deleguee": 2031,
    "commune_associee": 471,
    "arrondissement_municipal": 45,
}
_LOCAL_ZONES: Final = ("metro", "drom")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table, in the order of COLUMNS."""

    kind: str
    code: str
    name: str
    parents: tuple[str, ...] = ()
    population: int | None = None
    point: tuple[float, float] | None = None
    postal_codes: tuple[str, ...] = ()


def reference_rows(
    today: Tables, *, formerly: Tables, shapes: Mapping[str, BaseGeometry]
) -> list[Row]:
    """Return all rows, from the regions down to the communes, then the old names."""
    communes = [r for r in today["communes"] if r["type"] == "commune-actuelle"]
    communes = [r for r in communes if r["zone"] in _LOCAL_ZONES]
    points = dict(zip(shapes, points_inside(shapes.values()), strict=True))
    epci_of = {m["code"]: e["code"] for e in today["epci"] for m in e["membres"]}
    rows = [_commune(record, epci_of, points) for record in communes]
    above = _Above(communes, epci_of, shapes)
    return [
        *above.regions(today["regions"]),
        *above.departements(today["departements"]),
        *above.arrondissements(today["arrondissements"]),
        *above.epci(today["epci"]),
        *rows,
        *_old_rows(today["communes"], communes, formerly["communes"]),
    ]


def as_csv(rows: Sequence[Row]) -> bytes:
    """Return the table as CSV (UTF-8, comma, lists parted by a space)."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        lat, lon = row.point or ("", "")
        population = "" if row.population is None else row.population
        cells = (row.kind, row.code, row.name, " ".join(row.parents), population, lat, lon)
        writer.writerow((*cells, " ".join(row.postal_codes)))
    return stream.getvalue().encode()


def check(rows: Sequence[Row]) -> None:
    """Print what the table holds and stop where a figure is not the known one.

    Raises:
        SystemExit: a count differs, a parent is unknown, or an id comes twice.
    """
    counts = Counter(row.kind for row in rows)
    print(", ".join(f"{kind}: {count:,}" for kind, count in counts.items()))
    wrong = {kind: n for kind, n in EXPECTED.items() if counts[kind] != n}
    ids = Counter(_id(row) for row in rows if _PREFIX.get(row.kind))
    unknown = sorted({p for row in rows for p in row.parents if p not in ids})
    twice = sorted(i for i, n in ids.items() if n > 1)
    if wrong or unknown or twice:
        message = f"expected {wrong}; unknown parents {unknown}; twice {twice}"
        raise SystemExit(message)


_PREFIX: Final = {
    "region": "reg",
    "departement": "dep",
    "arrondissement": "arr",
    "epci": "epci",
    "commune": "com",
}


def _id(row: Row) -> str:
    return f"{_PREFIX[row.kind]}:{row.code}"


def _commune(
    record: Record, epci_of: Mapping[str, str], points: Mapping[str, tuple[float, float]]
) -> Row:
    code = record["code"]
    # Mayotte has no arrondissement; four islands belong to no EPCI.
    arrondissement = record.get("arrondissement")
    parents = [f"arr:{arrondissement}" if arrondissement else f"dep:{record['departement']}"]
    if code in epci_of:
        parents.append(f"epci:{epci_of[code]}")
    return Row(
        kind="commune",
        code=code,
        name=record["nom"],
        parents=tuple(parents),
        population=record["population"],
        point=points[code],
        postal_codes=tuple(record["codesPostaux"]),
    )


class _Above:
    """The territories above the communes: population and point come from their communes."""

    def __init__(
        self,
        communes: Sequence[Record],
        epci_of: Mapping[str, str],
        shapes: Mapping[str, BaseGeometry],
    ) -> None:
        self._shapes = shapes
        self._members: dict[str, list[Record]] = defaultdict(list)
        for record in communes:
            self._members[f"reg:{record['region']}"].append(record)
            self._members[f"dep:{record['departement']}"].append(record)
            self._members[f"arr:{record.get('arrondissement')}"].append(record)
            self._members[f"epci:{epci_of.get(record['code'])}"].append(record)

    def regions(self, records: Sequence[Record]) -> Iterator[Row]:
        for record in records:
            if record["zone"] in _LOCAL_ZONES:
                yield self._row("region", record, ())

    def departements(self, records: Sequence[Record]) -> Iterator[Row]:
        for record in records:
            if record["zone"] in _LOCAL_ZONES:
                yield self._row("departement", record, (f"reg:{record['region']}",))

    def arrondissements(self, records: Sequence[Record]) -> Iterator[Row]:
        for record in records:
            yield self._row("arrondissement", record, (f"dep:{record['departement']}",))

    def epci(self, records: Sequence[Record]) -> Iterator[Row]:
        """An EPCI is below a département, else a région, only if all its communes are."""
        for record in records:
            members = self._members[f"epci:{record['code']}"]
            departements = {m["departement"] for m in members}
            regions = {m["region"] for m in members}
            if len(departements) == 1:
                parents = tuple(f"dep:{code}" for code in departements)
            else:
                parents = tuple(f"reg:{code}" for code in regions) if len(regions) == 1 else ()
            yield self._row("epci", record, parents)

    def _row(self, kind: str, record: Record, parents: tuple[str, ...]) -> Row:
        members = self._members[f"{_PREFIX[kind]}:{record['code']}"]
        polygons = np.array([self._shapes[m["code"]] for m in members], dtype=object)
        return Row(
            kind=kind,
            code=record["code"],
            name=record["nom"],
            parents=parents,
            population=sum(m["population"] for m in members),
            point=points_inside([shapely.union_all(polygons)])[0],
        )


def _old_rows(
    records: Sequence[Record], communes: Sequence[Record], formerly: Sequence[Record]
) -> Iterator[Row]:
    name_now = {record["code"]: record["nom"] for record in communes}
    written = {record["code"]: record["nom"] for record in formerly}
    known: set[str] = set()
    for record in records:
        parent = record.get("chefLieu") or record.get("commune")
        if record["type"] == "commune-actuelle" or parent not in name_now:
            continue
        known.add(record["code"])
        # A déléguée that bears the name and the code of its commune teaches nothing.
        if (record["code"], record["nom"]) != (parent, name_now[parent]):
            kind = record["type"].replace("-", "_")
            codes = tuple(record.get("codesPostaux", ()))
            yield Row(kind, record["code"], record["nom"], (f"com:{parent}",), postal_codes=codes)
    for record in communes:
        for code in record.get("anciensCodes", ()):
            if code not in known:
                yield Row("ancien_code", code, written.get(code, ""), (f"com:{record['code']}",))
    for record in formerly:
        code, name = record["code"], record["nom"].replace("’", "'")
        if record["type"] == "commune-actuelle" and name_now.get(code, name) != name:
            yield Row("ancien_nom", code, name, (f"com:{code}",))
