"""The contours shipped for the map: whole, without gap, one arc a boundary."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.model.contours import contours
from actors_graph.model.geography import geography

if TYPE_CHECKING:
    from actors_graph.model.contours import Contours

FRANCE = geography()
_SHIPPED = contours("03")


def allier() -> Contours:
    assert _SHIPPED is not None
    return _SHIPPED


def test_each_commune_of_the_allier_has_closed_rings() -> None:
    drawn = allier()

    assert set(drawn.polygons) == set(FRANCE.communes_of("dep:03"))
    for code in drawn.polygons:
        rings = drawn.rings(code)
        assert rings
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


def test_other_departements_are_not_shipped() -> None:
    assert contours("63") is None
    assert contours("") is None
    assert contours("../reference/contours-03") is None
    assert allier().rings("63113") == []


def test_point_of_each_commune_lies_in_its_contour_alone() -> None:
    """The points come from the full contours: at most a few touch a simplified boundary."""
    drawn = allier()
    for code in list(drawn.polygons)[::9]:
        commune = FRANCE.commune(code)
        assert commune is not None
        holders = [c for c in drawn.polygons if _inside(drawn, c, commune.lon, commune.lat)]
        assert holders == [code]


def test_every_boundary_is_of_one_or_two_communes() -> None:
    """One piece used twice = no gap nor overlap between neighbours."""
    drawn = allier()
    uses = Counter(
        max(arc, ~arc)
        for polygons in drawn.polygons.values()
        for rings in polygons
        for ring in rings
        for arc in ring
    )

    assert set(uses) == set(range(len(drawn.arcs)))
    assert set(uses.values()) == {1, 2}


def test_areas_add_up_to_that_of_the_outline() -> None:
    """INSEE: the Allier has 7,340 km²."""
    drawn = allier()
    total = sum(_area(ring) for code in drawn.polygons for ring in drawn.rings(code))

    assert abs(total - 7340) / 7340 < 0.01


@given(st.frozensets(st.sampled_from(FRANCE.communes_of("arr:031"))))
def test_outline_of_a_set_is_what_its_complement_shares(codes: frozenset[str]) -> None:
    """Outlines of a part and of the rest differ by the outline of the whole."""
    drawn = allier()
    rest = set(FRANCE.communes_of("dep:03")) - codes
    whole = set(drawn.outline(drawn.polygons))

    assert set(drawn.outline(codes)) ^ set(drawn.outline(rest)) == whole


def test_bounds_are_those_of_the_allier() -> None:
    west, south, east, north = allier().bounds()

    assert [west, south] == pytest.approx([2.28, 45.93], abs=0.02)
    assert [east, north] == pytest.approx([4.01, 46.80], abs=0.02)


def _inside(drawn: Contours, code: str, x: float, y: float) -> bool:
    crossings = 0
    for ring in drawn.rings(code):
        for (ax, ay), (bx, by) in itertools.pairwise(ring):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                crossings += 1
    return crossings % 2 == 1


def _area(ring: tuple[tuple[float, float], ...]) -> float:
    """Square kilometres, holes negative, on a cylinder at 46.4° north."""
    twice = sum(ax * by - bx * ay for (ax, ay), (bx, by) in itertools.pairwise(ring))
    return -twice / 2 * 111.2**2 * 0.6896
