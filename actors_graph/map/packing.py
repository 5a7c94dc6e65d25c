"""Groups packed into a frame: near those they are tied to, none over another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from actors_graph.map.forces import Springs, push_apart, spring_positions

if TYPE_CHECKING:
    from actors_graph.map.arrays import FloatArray, IntArray

DENSITY = 0.8  # share of the frame that the groups' discs fill at first
GROWTH = 1.02


@dataclass(frozen=True, slots=True)
class Quotient:
    """The groups as discs, and how many ties run between each two of them."""

    radii: FloatArray
    ends: IntArray
    counts: FloatArray


def quotient(edges: IntArray, groups: IntArray, *, radii: FloatArray) -> Quotient:
    """Count the ties between groups; ``radii`` holds one radius a group. O(m log m)."""
    ends = np.sort(groups[edges], axis=1)
    ends = ends[ends[:, 0] != ends[:, 1]]
    key, counts = np.unique(ends[:, 0] * len(radii) + ends[:, 1], return_counts=True)
    pairs = np.column_stack([key // max(len(radii), 1), key % max(len(radii), 1)])
    return Quotient(radii=radii, ends=pairs, counts=counts.astype(np.float64))


def frame_sides(area: float, *, aspect: float) -> FloatArray:
    """Width and height of the frame of this area and aspect."""
    return np.array([np.sqrt(area * aspect), np.sqrt(area / aspect)])


def packed_centres(
    parts: Quotient, *, aspect: float, seed: int, start: FloatArray | None = None
) -> FloatArray:
    """Place the groups' discs in a frame of this aspect, none over another.

    Args:
        parts: the discs and the ties between them.
        aspect: width / height of the frame.
        seed: of the random start.
        start: ``(k, 2)`` centres to start from, NaN where unknown.

    Returns:
        ``(k, 2)`` centres round the origin.
    """
    count = len(parts.radii)
    if count < 2:
        return np.zeros((count, 2))
    sides = frame_sides(float((np.pi * parts.radii**2).sum()) / DENSITY, aspect=aspect)
    if start is None:
        points = _spread(_forced(parts, seed=seed), sides)
    elif np.isnan(start).any():
        points = _completed(parts, start, fresh=_spread(_forced(parts, seed=seed), sides))
    else:
        points = start
    if start is not None:
        sides = np.maximum(sides, np.ptp(points, axis=0) + 2 * float(np.median(parts.radii)))
        sides = np.maximum(sides, np.ptp(points, axis=0) + 2 * float(np.median(parts.radii)))
    return _settled(points, parts.radii, sides=sides)


def _forced(parts: Quotient, *, seed: int) -> FloatArray:
    springs = Springs(count=len(parts.radii), ends=parts.ends, weights=np.log1p(parts.counts))
    points = spring_positions(springs, start=None, rounds=120, seed=seed)
    points -= np.average(points, axis=0, weights=parts.radii**2)
    return points


def _spread(points: FloatArray, sides: FloatArray) -> FloatArray:
    """Turn the widest direction along the frame's long side, then fill the frame by ranks."""
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    axes *= np.where(axes[:, :1] + 1e-3 * axes[:, 1:] < 0, -1.0, 1.0)  # one sign, always
    turned = points @ axes.T
    if sides[0] < sides[1]:
        turned = turned[:, ::-1]
    ranks = np.argsort(np.argsort(turned, axis=0, kind="stable"), axis=0, kind="stable")
    even = (ranks + 0.5) / len(points) - 0.5
    raw = turned / np.maximum(np.abs(turned).max(axis=0), 1e-9) / 2
    return np.asarray((0.5 * even + 0.5 * raw) * sides * 0.9)


def _completed(parts: Quotient, start: FloatArray, *, fresh: FloatArray) -> FloatArray:
    """Centres of last time; a new group beside the groups it is tied to."""
    points = start.copy()
    known = ~np.isnan(points[:, 0])
    points[~known] = fresh[~known]
    for row in np.flatnonzero(~known):
        beside = np.concatenate([parts.ends[parts.ends[:, a] == row, 1 - a] for a in (0, 1)])
        beside = beside[known[beside]]
        if len(beside):
            points[row] = points[beside].mean(axis=0) + fresh[row] * 0.1
    return points


def _settled(points: FloatArray, radii: FloatArray, *, sides: FloatArray) -> FloatArray:
    """Separate the discs inside walls that give way by 2 % when they are too narrow."""
    points = points.copy()
    reach = 2 * float(radii.max())
    for _ in range(40):
        for _ in range(40):
            room = np.maximum(sides / 2 - radii[:, None], 0.0)
            np.clip(points, -room, room, out=points)
            pairs = cKDTree(points).query_pairs(reach, output_type="ndarray")
            if not len(pairs) or not push_apart(points, radii, pairs=pairs, gap=0.0):
                return points
        sides = sides * GROWTH
    return points


def turned_to_targets(
    local: FloatArray, centres: FloatArray, *, edges: IntArray, groups: IntArray
) -> FloatArray:
    """Turn every group so that its outward ties leave from the side of their targets.

    The angle is the least-squares rotation between the places of the members tied outside
    and the directions of what they are tied to (Procrustes in the plane).
    """
    across = edges[groups[edges[:, 0]] != groups[edges[:, 1]]]
    sine, cosine = np.zeros(len(centres)), np.zeros(len(centres))
    for here, there in ((across[:, 0], across[:, 1]), (across[:, 1], across[:, 0])):
        way = centres[groups[there]] - centres[groups[here]]
        way /= np.maximum(np.sqrt((way**2).sum(axis=1)), 1e-9)[:, None]
        place = local[here]
        np.add.at(cosine, groups[here], (place * way).sum(axis=1))
        np.add.at(sine, groups[here], place[:, 0] * way[:, 1] - place[:, 1] * way[:, 0])
    angle = np.arctan2(sine, cosine)[groups]
    turn, tilt = np.cos(angle), np.sin(angle)
    return np.column_stack(
        [local[:, 0] * turn - local[:, 1] * tilt, local[:, 0] * tilt + local[:, 1] * turn]
    )
