"""The docks: actors without a tie in the drawing, in rows at the bottom, counted apart.

Two kinds of absence must never be mixed: « sans partenaire connu » (somebody asked) and
« non documenté » (nobody did). Each has a dock of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.map.topology import DOCKS

if TYPE_CHECKING:
    from actors_graph.map.arrays import FloatArray, IntArray
    from actors_graph.map.topology import Standing, Topology

LARGEST_SHARE = 0.3  # of the frame's area; above, the shapes of the docks shrink
# On a large map the shapes of the docks grow up to so many times, to be this many in a line at
# least: a dot that cannot be seen says nothing.
GROWTH, IN_A_LINE, IN_A_PORTRAIT_LINE = 1.8, 85.0, 45.0


@dataclass(frozen=True, slots=True)
class Dock:
    """A rectangle (left, top, right, bottom; y grows downwards) and how many stand in it."""

    standing: Standing
    n: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class DockPlan:
    """Sizes chosen before anything is placed: step between shapes, their radius, heights.

    ``height`` is the whole height below the groups; ``band`` the height of a label.
    """

    rows: tuple[tuple[Standing, IntArray], ...]
    step: float
    radius: float
    width: float
    band: float
    height: float
    stacked: bool


def dock_plan(
    topology: Topology, *, area: float, aspect: float, least_width: float = 0.0
) -> DockPlan:
    """Choose sizes so that the docks take at most ``LARGEST_SHARE`` of the frame.

    Args:
        topology: the actors.
        area: world area that the groups need.
        aspect: width / height of the whole frame.
        least_width: what the groups take already: the labels of the docks use all of it.
    """
    rows = tuple(
        (standing, _ordered(topology, standing))
        for standing in DOCKS
        if (topology.standing == standing).any()
    )
    count = sum(len(members) for _, members in rows)
    lone = np.concatenate([members for _, members in rows]) if rows else np.zeros(0, np.int64)
    step = 2 * float(np.median(topology.radii[lone])) if count else 6.8
    step += topology.gap * 1.2
    if area > 0 and count:
        line = float(np.sqrt(area * aspect)) / (IN_A_LINE if aspect >= 1 else IN_A_PORTRAIT_LINE)
        most = float(np.sqrt(area * LARGEST_SHARE / (1 - LARGEST_SHARE) / count))
        step = min(max(step, min(line, step * GROWTH)), most)
    radius = step * 0.34
    stacked = aspect < 1
    band = 0.075 if stacked else 0.036
    width = float(np.sqrt((area + count * step * step * 1.15) * aspect)) or step
    width = max(width, least_width)
    height = 0.0
    for _ in range(3):  # the bands and the rows make the frame higher, hence wider
        height = _height(rows, width=width, step=step, band=band * width, stacked=stacked)
        width = max(width, float(np.sqrt((area + height * width) * aspect)))
    return DockPlan(rows, step, radius, width, band * width, height, stacked)


def _ordered(topology: Topology, standing: Standing) -> IntArray:
    members = np.flatnonzero(topology.standing == standing)
    return members[np.argsort(topology.kinds[members], kind="stable")]


def _shares(rows: tuple[tuple[Standing, IntArray], ...]) -> FloatArray:
    """Widths of docks side by side: by their counts, none below 28 % (its label must fit)."""
    if not rows:
        return np.zeros(0)
    counts = np.array([len(members) for _, members in rows], dtype=np.float64)
    share = np.maximum(counts / counts.sum(), 0.28 if len(rows) > 1 else 1.0)
    return np.asarray(share / share.sum())


def _height(
    rows: tuple[tuple[Standing, IntArray], ...],
    *,
    width: float,
    step: float,
    band: float,
    stacked: bool,
) -> float:
    if not rows:
        return 0.0
    shares = np.ones(len(rows)) if stacked else _shares(rows)
    lines = [
        np.ceil(len(members) / max(1, int((width * share - step) / step)))
        for (_, members), share in zip(rows, shares, strict=True)
    ]
    heights = [2 * band + (line + 0.6) * step for line in lines]
    return float(sum(heights) if stacked else max(heights))


def placed_docks(plan: DockPlan, places: FloatArray, *, top: float) -> tuple[Dock, ...]:
    """Write the places of the lone actors, in place; return their docks, left to right.

    Args:
        plan: from ``dock_plan``.
        places: ``(n, 2)`` world positions, filled for the rows of the docks.
        top: lowest y of the groups.
    """
    docks: list[Dock] = []
    shares = _shares(plan.rows)
    left, upper = -plan.width / 2, top + 2 * plan.band
    for (standing, members), share in zip(plan.rows, shares, strict=True):
        room = plan.width if plan.stacked else plan.width * share - plan.step
        per_line = max(1, int(room / plan.step))
        line, column = np.divmod(np.arange(len(members)), per_line)
        places[members, 0] = left + (column + 0.8) * plan.step
        places[members, 1] = upper + (line + 0.8) * plan.step
        wide = left + (min(per_line, len(members)) + 0.6) * plan.step
        low = upper + (float(line[-1]) + 1.6) * plan.step
        docks.append(Dock(standing, len(members), (left, upper, wide, low)))
        if plan.stacked:
            upper = low + 2 * plan.band
        else:
            left += plan.width * share
    return tuple(docks)
