"""What positions are computed from: who is tied to whom, in which group, how large.

Names and texts are no part of it: two networks with the same topology share their
positions, and nothing nominative enters the folder where positions are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from actors_graph.map.arrays import FloatArray, IntArray


class Standing(IntEnum):
    """Why an actor stands outside the groups, in a dock at the bottom of the map.

    MODEL rule 7: a lone actor that nobody documented is never « sans partenaire connu ».
    """

    TIED = 0
    ALONE = 1
    UNDOCUMENTED = 2
    ELSEWHERE = 3


DOCKS = (Standing.ALONE, Standing.UNDOCUMENTED, Standing.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Topology:
    """The inputs of a layout, in row order.

    Attributes:
        edges: ``(m, 2)`` row numbers, one row a pair.
        weights: ``(m,)`` strengths, 1 = an ordinary tie.
        groups: ``(n,)`` group number, 0 and up.
        radii: ``(n,)`` radius in world units; about 3 to 14.
        standing: ``(n,)`` codes of ``Standing``; TIED for the actors with an edge.
        kinds: ``(n,)`` code by which the docks are ordered.
    """

    edges: IntArray
    weights: FloatArray
    groups: IntArray
    radii: FloatArray
    standing: IntArray
    kinds: IntArray

    @property
    def count(self) -> int:
        """Number of actors."""
        return len(self.groups)

    @property
    def group_count(self) -> int:
        """Number of groups, the empty ones included."""
        return int(self.groups.max(initial=-1)) + 1

    @property
    def tied(self) -> IntArray:
        """Rows of the actors drawn in a group."""
        return np.flatnonzero(self.standing == Standing.TIED)

    @property
    def gap(self) -> float:
        """Least distance between two shapes, in world units."""
        return 0.9 * float(np.median(self.radii)) if self.count else 1.0


def radii_by_partners(partners: IntArray) -> FloatArray:
    """Radius of an actor: grows as the square root of its number of partners, 3.4 to 14."""
    return np.clip(2.6 + 1.5 * np.sqrt(partners.astype(np.float64)), 3.4, 14.0)
