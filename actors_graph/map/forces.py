"""Forces between discs: springs along links, repulsion, separation of overlaps.

Positions are computed on the server, once, with numpy and scipy: no physics runs in the
browser and no GPL library is needed. Every function is deterministic: the seed is an
argument and no clock is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

if TYPE_CHECKING:
    from actors_graph.map.arrays import FloatArray, IntArray

EXACT_LIMIT = 420  # above, repulsion comes from the cells of a grid instead of every pair
GRID = 18


@dataclass(frozen=True, slots=True)
class Springs:
    """The links of one set of points: ``(m, 2)`` row numbers and their positive weights."""

    count: int
    ends: IntArray
    weights: FloatArray


def sum_at(index: IntArray, vectors: FloatArray, *, count: int) -> FloatArray:
    """Sum the rows of ``vectors`` that share an index; shape ``(count, 2)``."""
    return np.column_stack(
        [np.bincount(index, weights=vectors[:, axis], minlength=count) for axis in (0, 1)]
    )


def _push_from(points: FloatArray, sources: FloatArray, *, masses: FloatArray) -> FloatArray:
    """Sum over sources of mass (point - source) / distance², as two matrix products."""
    square = (points**2).sum(axis=1)[:, None] + (sources**2).sum(axis=1) - 2 * (points @ sources.T)
    factor = masses / np.maximum(square, 1e-4)
    return np.asarray(points * factor.sum(axis=1)[:, None] - factor @ sources)


def _repulsion_exact(points: FloatArray, *, strength: float) -> FloatArray:
    return _push_from(points, points, masses=np.full(len(points), strength))


def _repulsion_by_cells(points: FloatArray, *, strength: float) -> FloatArray:
    """Repulsion from the centres of gravity of grid cells (a Barnes-Hut tree of one level).

    References: Barnes and Hut, 1986. The neighbours in the same cell are left to
    ``separated``, which keeps discs from touching.
    """
    low = points.min(axis=0)
    span = np.maximum(np.ptp(points, axis=0), 1e-9)
    cell = np.minimum((points - low) / span * GRID, GRID - 1).astype(np.int64)
    number = cell[:, 0] * GRID + cell[:, 1]
    mass = np.bincount(number, minlength=GRID * GRID).astype(np.float64)
    used = np.flatnonzero(mass)
    centres = sum_at(number, points, count=GRID * GRID)[used] / mass[used, None]
    return _push_from(points, centres, masses=strength * mass[used])


def spring_positions(
    springs: Springs, *, start: FloatArray | None, rounds: int, seed: int, heat: float = 0.1
) -> FloatArray:
    """Place points so that linked ones are near and the others apart, in a unit disc or so.

    Args:
        springs: the links.
        start: ``(count, 2)`` positions to start from; drawn at random when None.
        rounds: number of rounds.
        seed: of the random start.
        heat: largest move of the first round, in units of the frame.

    Returns:
        ``(count, 2)`` positions. Cost per round: O(count²) up to ``EXACT_LIMIT`` points,
        O(324 count) above.

    References: Fruchterman and Reingold, 1991.
    """
    count = springs.count
    random = np.random.default_rng(seed)
    points = random.normal(0.0, 0.5, (count, 2)) if start is None else start.astype(np.float64)
    ideal = 1.0 / np.sqrt(max(count, 1))
    repulsion = _repulsion_exact if count <= EXACT_LIMIT else _repulsion_by_cells
    first, second = springs.ends[:, 0], springs.ends[:, 1]
    for turn in range(rounds):
        push = repulsion(points, strength=ideal * ideal)
        delta = points[second] - points[first]
        length = np.sqrt((delta**2).sum(axis=1))
        pull = delta * (springs.weights * length / ideal)[:, None]
        push += sum_at(first, pull, count=count) - sum_at(second, pull, count=count)
        size = np.maximum(np.sqrt((push**2).sum(axis=1)), 0.01)
        points = points + push * (heat * (1 - turn / (rounds + 1)) / size)[:, None]
    return points


def separated(points: FloatArray, radii: FloatArray, *, gap: float, rounds: int) -> FloatArray:
    """Push overlapping discs apart until none is nearer than ``gap``, or ``rounds`` are spent.

    A disc that meets a larger one moves more than it, in the ratio of their areas.
    """
    moved = points.copy()
    reach = 2 * float(radii.max(initial=0.0)) + gap
    for _ in range(rounds):
        pairs = cKDTree(moved).query_pairs(reach, output_type="ndarray")
        if not len(pairs) or not push_apart(moved, radii, pairs=pairs, gap=gap):
            break
    return moved


def push_apart(points: FloatArray, radii: FloatArray, *, pairs: IntArray, gap: float) -> bool:
    """Move, in place, the discs of ``pairs`` that overlap; tell whether any did."""
    first, second = pairs[:, 0], pairs[:, 1]
    delta = points[second] - points[first]
    length = np.sqrt((delta**2).sum(axis=1))
    missing = radii[first] + radii[second] + gap - length
    near = missing > 1e-3
    if not near.any():
        return False
    first, second, delta, length = first[near], second[near], delta[near], length[near]
    flat = length < 1e-6  # two discs at one point: leave along a direction of their own
    delta[flat] = np.column_stack([np.cos(first[flat] * 2.4), np.sin(first[flat] * 2.4)])
    step = delta / np.where(flat, 1.0, length)[:, None] * missing[near][:, None]
    share = radii[second] ** 2 / (radii[first] ** 2 + radii[second] ** 2)
    points += sum_at(second, step * (1 - share)[:, None], count=len(points))
    points -= sum_at(first, step * share[:, None], count=len(points))
    return True
