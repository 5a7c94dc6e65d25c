"""The contours of the communes of one département, simplified without gaps, as TopoJSON.

The boundary between two communes is written once (an arc), so that it is drawn once, and the same
for both. Coordinates are integers: TRANSFORM gives back degrees.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from shapely.geometry.base import BaseGeometry

    Point: TypeAlias = tuple[int, int]
    Ring: TypeAlias = tuple[Point, ...]

TOLERANCE: Final = 0.0004  # degrees, 30-45 m: a pixel when a map of the Allier is zoomed 4 times
SCALE: Final = 10_000  # units a degree, 8-11 m


def contours(shapes: Mapping[str, BaseGeometry], *, departement: str) -> dict[str, Any]:
    """Return a TopoJSON topology whose one object, `communes`, has the codes as ids.

    Raises:
        SystemExit: simplification or rounding opened a gap or broke a polygon.
    """
    codes = sorted(shapes)
    simple = shapely.coverage_simplify(
        np.array([shapes[code] for code in codes], dtype=object), TOLERANCE
    )
    polygons = [list(_rounded(shape)) for shape in simple]
    _check(polygons)
    low = np.array([p for parts in polygons for rings in parts for r in rings for p in r]).min(0)
    arcs, geometries = _topology(polygons)
    print(f"contours of {departement}: {len(codes)} communes, {len(arcs)} arcs")
    return {
        "type": "Topology",
        "transform": {"scale": [1 / SCALE, 1 / SCALE], "translate": (low / SCALE).tolist()},
        "objects": {
            "communes": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "MultiPolygon", "id": code, "arcs": parts}
                    for code, parts in zip(codes, geometries, strict=True)
                ],
            }
        },
        "arcs": [_deltas(arc, origin=(int(low[0]), int(low[1]))) for arc in arcs],
    }


def as_json(topology: dict[str, Any]) -> bytes:
    """Return the topology as compact JSON."""
    return json.dumps(topology, separators=(",", ":"), ensure_ascii=False).encode()


def _rounded(shape: BaseGeometry) -> Iterator[list[Ring]]:
    """Rings of each polygon in integer units, without repeated points, first point not repeated."""
    for polygon in shapely.get_parts(shape):
        rings = []
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.rint(shapely.get_coordinates(ring) * SCALE).astype(int).tolist()
            kept = [(x, y) for (x, y), after in pairwise(points) if [x, y] != after]
            rings.append(tuple(kept))
        yield rings


def _check(polygons: list[list[list[Ring]]]) -> None:
    shapes = np.array(
        [shapely.MultiPolygon([(rings[0], rings[1:]) for rings in parts]) for parts in polygons],
        dtype=object,
    )
    if not (shapely.is_valid(shapes).all() and shapely.coverage_is_valid(shapes)):
        message = "the simplified contours overlap or leave gaps"
        raise SystemExit(message)


def _topology(
    polygons: list[list[list[Ring]]],
) -> tuple[list[Ring], list[list[list[list[int]]]]]:
    """Cut the rings where three boundaries meet; write each piece once (~i: backwards)."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for parts in polygons:
        for ring in (ring for rings in parts for ring in rings):
            for a, b in pairwise((*ring, ring[0])):
                neighbours[a].add(b)
                neighbours[b].add(a)
    junctions = {point for point, others in neighbours.items() if len(others) > 2}
    number: dict[Ring, int] = {}

    def arc(piece: Ring) -> int:
        if piece[::-1] in number:
            return ~number[piece[::-1]]
        return number.setdefault(piece, len(number))

    geometries = [
        [[[arc(piece) for piece in _pieces(ring, junctions)] for ring in rings] for rings in parts]
        for parts in polygons
    ]
    return list(number), geometries


def _pieces(ring: Ring, junctions: set[Point]) -> Iterator[Ring]:
    """Pieces of a closed ring between junctions; without any, the ring from its least point."""
    start = next((i for i, point in enumerate(ring) if point in junctions), ring.index(min(ring)))
    turned = (*ring[start:], *ring[:start], ring[start])
    piece = [turned[0]]
    for point in turned[1:]:
        piece.append(point)
        if point in junctions:
            yield tuple(piece)
            piece = [point]
    if len(piece) > 1:
        yield tuple(piece)


def _deltas(arc: Ring, *, origin: Point) -> list[list[int]]:
    """First point from the origin, then each step: the coding of TopoJSON."""
    path = (origin, *arc)
    return [[x - left, y - top] for (left, top), (x, y) in pairwise(path)]
