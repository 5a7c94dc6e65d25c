"""The contours of the communes of a département, for the view on a map.

Only the département of the demonstration is shipped. The file is TopoJSON: a boundary between two
communes is one arc, drawn once, so that neighbours never part or overlap.
"""

from __future__ import annotations

import functools
import json
import lzma
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Point: TypeAlias = tuple[float, float]
Line: TypeAlias = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Contours:
    """Boundaries of the communes of one département.

    Attributes:
        departement: its code.
        arcs: pieces of boundary as points (longitude, latitude) in degrees, WGS 84.
        polygons: for each commune code, its polygons; each polygon is its rings, the outer one
            first; each ring is the numbers of its arcs, `~n` for arc `n` run backwards.
    """

    departement: str
    arcs: tuple[Line, ...]
    polygons: Mapping[str, tuple[tuple[tuple[int, ...], ...], ...]]

    def rings(self, code: str) -> list[Line]:
        """Closed rings of a commune, the first point repeated at the end; none if unknown."""
        return [self._ring(ring) for polygon in self.polygons.get(code, ()) for ring in polygon]

    def outline(self, codes: Iterable[str]) -> list[int]:
        """Numbers of the arcs that bound a set of communes: those that only one of them has."""
        seen = Counter(
            max(arc, ~arc)
            for code in set(codes)
            for polygon in self.polygons.get(code, ())
            for ring in polygon
            for arc in ring
        )
        return sorted(arc for arc, uses in seen.items() if uses == 1)

    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north, in degrees."""
        longitudes = [x for arc in self.arcs for x, _ in arc]
        latitudes = [y for arc in self.arcs for _, y in arc]
        return min(longitudes), min(latitudes), max(longitudes), max(latitudes)

    def _ring(self, arcs: Sequence[int]) -> Line:
        points: list[Point] = []
        for arc in arcs:
            piece = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            points.extend(piece[1:] if points else piece)
        return tuple(points)


@functools.cache
def contours(departement: str) -> Contours | None:
    """The contours of a département, None when they are not shipped (about 10 ms, then kept).

    Args:
        departement: its code, such as « 03 ».
    """
    folder = files("actors_graph.model").joinpath("reference")
    # The folder is listed so that a code, which may come from a user, never becomes a path.
    name = f"contours-{departement}.json.xz"
    path = next((path for path in folder.iterdir() if path.name == name), None)
    return None if path is None else _decoded(departement, path.read_bytes())


def _decoded(departement: str, content: bytes) -> Contours:
    topology = json.loads(lzma.decompress(content))
    (scale_x, scale_y), (left, top) = (topology["transform"][k] for k in ("scale", "translate"))
    arcs = []
    for steps in topology["arcs"]:
        xs = accumulate(x for x, _ in steps)
        ys = accumulate(y for _, y in steps)
        arcs.append(
            tuple((left + x * scale_x, top + y * scale_y) for x, y in zip(xs, ys, strict=True))
        )
    polygons = {
        shape["id"]: tuple(tuple(map(tuple, polygon)) for polygon in shape["arcs"])
        for shape in topology["objects"]["communes"]["geometries"]
    }
    return Contours(departement, tuple(arcs), polygons)
