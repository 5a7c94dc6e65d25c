"""Actors with one partner, set in rings round it like petals.

In a file of mandates or memberships most actors have one partner: laid out by forces they
make a ball of wool, in rings they show at once whom they are tied to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from actors_graph.map.arrays import FloatArray, IntArray

FEWEST = 4  # petals below this number look better where forces put them


@dataclass(frozen=True, slots=True)
class Petals:
    """Who is a petal of whom.

    Attributes:
        hub: ``(n,)`` row of the actor a petal turns round, -1 for the others.
        offset: ``(n, 2)`` place of a petal relative to its hub; 0 for the others.
        reach: ``(n,)`` radius of the disc that holds an actor and its petals.
    """

    hub: IntArray
    offset: FloatArray
    reach: FloatArray


def petals(edges: IntArray, groups: IntArray, radii: FloatArray, *, gap: float) -> Petals:
    """Find the actors with one partner, of the same group, and set them in rings.

    Returns:
        The petals of every actor that has at least ``FEWEST`` of them. O(n log n + m).
    """
    count = len(groups)
    degree = np.bincount(edges.ravel(), minlength=count)
    hub = np.full(count, -1, dtype=np.int64)
    for leaf, other in ((edges[:, 0], edges[:, 1]), (edges[:, 1], edges[:, 0])):
        single = (degree[leaf] == 1) & (degree[other] > 1) & (groups[leaf] == groups[other])
        hub[leaf[single]] = other[single]
    size = np.bincount(hub[hub >= 0], minlength=count)
    hub[(hub >= 0) & (size[hub] < FEWEST)] = -1
    offset = np.zeros((count, 2))
    reach = radii.astype(np.float64).copy()
    rows = np.flatnonzero(hub >= 0)
    rows = rows[np.lexsort((-radii[rows], hub[rows]))]
    starts = np.flatnonzero(np.diff(hub[rows], prepend=-1))
    for members in np.split(rows, starts[1:]) if len(rows) else []:
        centre = int(hub[members[0]])
        offset[members], reach[centre] = _rings(radii[members], float(radii[centre]), gap=gap)
    return Petals(hub=hub, offset=offset, reach=reach)


def _rings(radii: FloatArray, inner: float, *, gap: float) -> tuple[FloatArray, float]:
    """Fill rings from the inside; the last one is spread evenly. Returns places and reach."""
    leaf = float(radii.max())
    step = 2 * leaf + gap
    places = np.zeros((len(radii), 2))
    ring, done = inner + leaf + gap * 1.6, 0
    while done < len(radii):
        room = max(3, int(2 * np.pi * ring / step))
        here = min(room, len(radii) - done)
        angle = np.arange(here) * (2 * np.pi / here) + ring * 0.7
        places[done : done + here] = ring * np.column_stack([np.cos(angle), np.sin(angle)])
        done += here
        ring += step
    return places, ring - step + leaf
