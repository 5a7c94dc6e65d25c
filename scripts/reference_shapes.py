"""One polygon per commune of today, from the contours of the archives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

# Neussargues en Pinatelle (Cantal) was split on 1 January 2025. The contours of 2026 still draw
# the whole under the code of Neussargues-Moissac and nothing for the four others: all five come
# from the communes déléguées that they were.
SPLIT_IN_2025: Final = frozenset({"15031", "15035", "15047", "15141", "15171"})


def commune_shapes(
    rows: Iterable[dict[str, str]],
    *,
    former: Iterable[dict[str, str]],
    split: frozenset[str],
) -> dict[str, BaseGeometry]:
    """Return the polygon of every commune, by code, in degrees (WGS 84).

    A commune without a contour is the union of its communes déléguées (four are so in 2026);
    those of `split` come from the déléguées of `former`.
    """
    rows = list(rows)
    shapes = _shapes(row for row in rows if row["type"] == "COM" and row["code"] not in split)
    shapes |= _shapes(row for row in former if row["type"] == "COMD" and row["code"] in split)
    code_of = {row["id"]: row["code"] for row in rows if row["type"] == "COM"}
    for code in sorted(set(code_of.values()) - set(shapes)):
        parts = _shapes(
            row
            for row in rows
            if row["type"] == "COMD" and code_of.get(row["commune_parent_id"]) == code
        )
        shapes[code] = shapely.union_all(list(parts.values()))
    return dict(sorted(shapes.items()))


def points_inside(shapes: Iterable[BaseGeometry]) -> list[tuple[float, float]]:
    """Return a point (lat, lon) inside each polygon, with 4 decimals (8-11 m) or more if needed.

    Raises:
        SystemExit: a polygon so small that no point of 7 decimals is found inside.
    """
    polygons = np.array(list(shapes), dtype=object)
    exact = shapely.get_coordinates(shapely.point_on_surface(polygons))
    points = exact.round(4)
    for decimals in (5, 6, 7):
        outside = ~shapely.contains(polygons, shapely.points(points))
        points[outside] = exact[outside].round(decimals)
    if not shapely.contains(polygons, shapely.points(points)).all():
        message = "a representative point falls outside its commune"
        raise SystemExit(message)
    return [(float(lat), float(lon)) for lon, lat in points]


def _shapes(rows: Iterable[dict[str, str]]) -> dict[str, BaseGeometry]:
    drawn = {row["code"]: row["geometry"] for row in rows if row["geometry"] not in {"", "\\N"}}
    polygons = shapely.from_wkb(np.array(list(drawn.values()), dtype=object))
    return dict(zip(drawn, shapely.make_valid(polygons), strict=True))
