"""What is left of a graph without each row, one at a time: groups, the largest, pairs apart.

Read from the pieces of the depth-first pass of `plain.cuts`, never by removing rows in turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import Cuts, FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Removal:
    """What is left once each row is removed, by row.

    Attributes:
        components: components that hold a row which counts.
        largest: weight of the heaviest component.
        fragmentation: share of the pairs of rows that cannot reach each other, 0-1; NaN where
            fewer than two are left.
    """

    components: IntArray
    largest: IntArray
    fragmentation: FloatArray


def fragmentation(labels: IntArray) -> float | None:
    """Share of the pairs of rows that cannot reach each other, 0-1; None under two rows.

    Args:
        labels: component of each row, as `plain.components` gives it.

    References:
        Borgatti (2006), Computational & Mathematical Organization Theory 12:21.
    """
    sizes = np.bincount(labels[labels >= 0])
    pairs = _pairs(sizes.sum())
    return float(1 - _pairs(sizes).sum() / pairs) if pairs else None


def after_removal(found: Cuts) -> Removal:
    """What is left without each row, from what `plain.cuts` found. O(n log n) more.

    The weights of `found` say which rows count: 1 for an actor, 0 for a committee that is a node
    of a two-mode graph.

    References:
        Borgatti (2006), Computational & Mathematical Organization Theory 12:21: what a node
        breaks is the fragmentation after less the fragmentation before.
    """
    search, weight, below = found.search, found.weights, found.below
    pieces, row_of = _pieces(found)
    total, pairs, count, largest = (np.zeros(len(weight), dtype=np.int64) for _ in range(4))
    np.add.at(total, row_of, pieces)
    rest = below[search.root] - weight - total
    np.add.at(pairs, row_of, _pairs(pieces))
    np.add.at(count, row_of, pieces > 0)
    np.maximum.at(largest, row_of, pieces)
    whole = below[search.parent < 0]
    own = below[search.root]
    others = _largest_of_others(whole, own)
    joined = _pairs(whole).sum() - _pairs(own) + pairs + _pairs(rest)
    left = _pairs(whole.sum() - weight)
    return Removal(
        int((whole > 0).sum()) - (own > 0) + count + (rest > 0),
        np.maximum(np.maximum(largest, rest), others),
        np.where(left > 0, 1 - joined / np.maximum(left, 1), np.nan),
    )


def _pieces(found: Cuts) -> tuple[IntArray, IntArray]:
    """Weights of the subtrees that each row alone holds to the rest, and that row."""
    search = found.search
    child = np.flatnonzero(search.parent >= 0)
    above = search.parent[child]
    alone = (search.parent[above] < 0) | (search.low[child] >= search.position[above])
    return found.below[child[alone]], above[alone]


def _largest_of_others(whole: IntArray, own: IntArray) -> IntArray:
    """Heaviest component that is not the row's own: the second where its own is the heaviest."""
    first, second = np.sort(np.append(whole, [0, 0]))[::-1][:2]
    return np.asarray(np.where(own == first, second, first))


def _pairs(count: IntArray) -> IntArray:
    return np.asarray(count * (count - 1))
