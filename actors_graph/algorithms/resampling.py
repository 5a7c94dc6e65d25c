"""How far a number may be chance: labels shuffled, graphs drawn, actors drawn again.

Three questions, one way to answer each. Would as many ties cross the groups if these were dealt
out at random (permutations of labels, ties fixed)? Would a graph of so many rows and ties drawn at
random look the same (conditional uniform graphs)? Would the number stand with other actors of the
same sort (vertex bootstrap)? Every draw follows a fixed seed: the same rows give the same answer.

References:
    Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses; Davison & Hinkley
    (1997), Bootstrap Methods, for (1 + b) / (N + 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
import scipy.sparse as sp

from actors_graph.algorithms.mixing import mixing_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actors_graph.algorithms.brokerage import Partition
    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray

SEED: Final = 1988
DRAWS: Final = 2_000
# Chance allowed to a verdict that something differs where nothing does.
LEVEL: Final = 0.05
# Half of what a bell curve leaves outside 95 % on each side.
BAND: Final = (0.025, 0.975)
# Numbers held at once by a block of draws: 16 to 64 MB.
_BLOCK: Final = 4_000_000
# Two equal shares computed by two ways differ by less.
_EQUAL: Final = 1e-9


class Verdict(StrEnum):
    """What may be said of a number beside what chance gives."""

    LESS = "less"
    COMPARABLE = "comparable"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Chance:
    """A number beside the same number of many random draws.

    Attributes:
        observed: the number.
        mean, sd: of the draws.
        low, high: 2.5 % of the draws are below, 2.5 % above.
        p_low, p_high: share of the draws that are at most, at least, what is observed.
        draws, seed: what to draw again.
    """

    observed: float
    mean: float
    sd: float
    low: float
    high: float
    p_low: float
    p_high: float
    draws: int
    seed: int

    @property
    def p(self) -> float:
        """Two-sided: twice the smaller tail, 1 at most."""
        return min(1.0, 2 * min(self.p_low, self.p_high))

    def verdict(self, p: float | None = None) -> Verdict:
        """Less, more, or comparable; `p` replaces its own where several are judged (`holm`)."""
        if (self.p if p is None else p) >= LEVEL:
            return Verdict.COMPARABLE
        return Verdict.LESS if self.p_low < self.p_high else Verdict.MORE


def chance(observed: float, drawn: FloatArray | IntArray, *, seed: int = SEED) -> Chance:
    """Compare a number with those of random draws; at least one draw.

    A p is (1 + b) / (N + 1): what is observed is one of the draws, so that it is never 0.
    """
    values = np.asarray(drawn, dtype=np.float64)
    margin = _EQUAL * max(1.0, abs(observed))
    low, high = np.quantile(values, BAND)
    return Chance(
        observed=float(observed),
        mean=float(values.mean()),
        sd=float(values.std()),
        low=float(low),
        high=float(high),
        p_low=float(1 + (values <= observed + margin).sum()) / (len(values) + 1),
        p_high=float(1 + (values >= observed - margin).sum()) / (len(values) + 1),
        draws=len(values),
        seed=seed,
    )


def holm(values: Sequence[float]) -> list[float]:
    """Adjust the p of several questions asked together, in their order.

    The smallest is multiplied by their number, the next by one less, and so on; none becomes
    smaller than one before it, nor larger than 1.

    References:
        Holm (1979), Scandinavian Journal of Statistics 6:65.

    >>> holm([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    adjusted, highest = [0.0] * len(values), 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1.0, (len(values) - rank) * values[place]))
        adjusted[place] = highest
    return adjusted


@dataclass(frozen=True, slots=True)
class Shuffled:
    """Counts of ties by draw, the labels shuffled over the rows that have one.

    Attributes:
        crossing: (N,) ties whose ends differ.
        inside: (N, groups) ties with both ends in the group.
        ends: (N, groups) ends of ties in the group: one tie inside has two.
    """

    crossing: IntArray
    inside: IntArray
    ends: IntArray


def shuffle(
    edges: IntArray, partition: Partition, holds: BoolArray, *, draws: int = DRAWS, seed: int = SEED
) -> Shuffled:
    """Shuffle the labels over the rows, ties fixed, and count the ties again.

    Rows of unknown label (-1) and their ties are left out: nobody knows what they would be.

    Args:
        edges: (m, 2) rows.
        partition: label of each row, and which labels differ.
        holds: (labels, groups) whether a label belongs to each group; several where an actor
            has several themes.
        draws: number of shuffles.
        seed: of the draws.

    O(draws x m x groups). Freeman (1978), Sociological Methods & Research 6:411, for
    segregation; Krackhardt & Stern (1988), Social Psychology Quarterly 51:123, for E-I.
    """
    labels, edges = _known(edges, partition.labels)
    counted = [
        _count(block, edges, partition.differ, holds)
        for block in _shuffles(labels, width=len(edges), draws=draws, seed=seed)
    ]
    crossing, inside, ends = (np.concatenate(parts) for parts in zip(*counted, strict=True))
    return Shuffled(crossing, inside, ends)


def shuffled_cells(
    edges: IntArray, labels: IntArray, *, size: int, draws: int = DRAWS, seed: int = SEED
) -> IntArray:
    """(N, size, size) ties between each two of the labels, by shuffle (`mixing_counts`).

    The same shuffles as `shuffle`. O(draws x (m + L^2)).
    """
    labels, edges = _known(edges, labels)
    width = max(len(edges), size**2)
    return np.concatenate(
        [
            mixing_counts(edges, block.T, groups=size)
            for block in _shuffles(labels, width=width, draws=draws, seed=seed)
        ]
    )


def _known(edges: IntArray, labels: IntArray) -> tuple[IntArray, IntArray]:
    """The labels that are known, and the ties between them, on their own places."""
    known = labels >= 0
    kept = edges[known[edges].all(axis=1)] if len(edges) else edges.reshape(0, 2)
    return labels[known], (np.cumsum(known) - 1)[kept]


def _shuffles(labels: IntArray, *, width: int, draws: int, seed: int) -> Iterator[IntArray]:
    """Blocks of shuffled labels, a draw per column; the draws do not depend on the blocks.

    In columns, the labels of all the ends of a tie lie side by side: a gather copies whole lines.
    """
    random = np.random.default_rng(seed)
    step = max(1, _BLOCK // max(1, width, len(labels)))
    for start in range(0, draws, step):
        block = np.tile(labels, (min(step, draws - start), 1))
        yield np.ascontiguousarray(random.permuted(block, axis=1, out=block).T)


def _count(
    labels: IntArray, edges: IntArray, differ: BoolArray, holds: BoolArray
) -> tuple[IntArray, IntArray, IntArray]:
    place = labels[edges[:, 0]] * len(differ) + labels[edges[:, 1]]
    degrees = np.bincount(edges.ravel(), minlength=len(labels))
    groups = holds.T.astype(np.uint8)
    inside = [_total(np.outer(one, one), place) for one in groups]
    ends = [degrees @ one[labels] for one in groups]
    shape = (holds.shape[1], labels.shape[1])
    return (
        _total(differ, place),
        np.array(inside, dtype=np.int64).reshape(shape).T,
        np.array(ends, dtype=np.int64).reshape(shape).T,
    )


def _total(table: BoolArray | IntArray, place: IntArray) -> IntArray:
    """Sum, by draw, of a table of 0 and 1 read at each place; few bytes, for the cache."""
    values = table.astype(np.uint8).ravel()
    if not len(values):
        return np.zeros(place.shape[1], dtype=np.int64)
    total: IntArray = values[place].sum(axis=0, dtype=np.int64)
    return total


def largest_degrees(n: int, m: int, *, draws: int = DRAWS, seed: int = SEED) -> IntArray:
    """Largest number of neighbours in each of `draws` random graphs of n rows and m ties.

    All graphs of that size are equally likely. O(draws x (n + m)).

    References:
        Anderson, Butts & Carley (1999), Social Networks 21:239.
    """
    pairs, random = n * (n - 1) // 2, np.random.default_rng(seed)
    largest = np.zeros(draws, dtype=np.int64)
    step = max(1, _BLOCK // max(1, 2 * m, n))
    for start in range(0, draws if m else 0, step):
        size = min(step, draws - start)
        chosen = np.stack(
            [random.choice(pairs, m, replace=False, shuffle=False) for _ in range(size)]
        )
        ends = np.concatenate(_pair_rows(chosen), axis=1)
        ends += np.arange(size, dtype=np.int64)[:, None] * n
        degrees = np.bincount(ends.ravel(), minlength=size * n).reshape(size, n)
        largest[start : start + size] = degrees.max(axis=1)
    return largest


def _pair_rows(places: IntArray) -> tuple[IntArray, IntArray]:
    """Rows of the pairs numbered (0,1), (0,2), (1,2), (0,3)…: the larger first."""
    # Exact below about 10^15: a float holds the root, and the two lines correct its rounding.
    high = ((1 + np.sqrt(1 + 8 * places.astype(np.float64))) // 2).astype(np.int64)
    high -= high * (high - 1) // 2 > places
    high += high * (high + 1) // 2 <= places
    return high, places - high * (high - 1) // 2


def bootstrap_ties(
    graphs: Sequence[IntArray], n: int, *, draws: int = DRAWS, seed: int = SEED
) -> IntArray:
    """Ties of each graph among n rows drawn again with replacement, by draw.

    A row drawn twice is tied to itself as any two rows of the graph, taken at random, are. The
    graphs (one, or two dates of the same rows) are drawn together, so that they are compared row
    by row.

    Args:
        graphs: (m, 2) rows of the ties of each graph, all on the same n rows, n >= 2.
        n: number of rows.
        draws: number of draws.
        seed: of the draws.

    Returns:
        (draws, graphs) ties; divided by n(n - 1)/2, the density of each draw.

    O(draws x (n + ties)).

    References:
        Snijders & Borgatti (1999), Connections 22(2):161.
    """
    random = np.random.default_rng(seed)
    matrices = [_upper(edges, n) for edges in graphs]
    patterns, weights = _tie_patterns(graphs, n)
    found = []
    step = max(1, _BLOCK // n)
    for start in range(0, draws, step):
        size = min(step, draws - start)
        times = random.multinomial(n, np.full(n, 1 / n), size=size)
        twice = (times * (times - 1) // 2).sum(axis=1)
        drawn = np.stack([_tied(one, times) for one in matrices], axis=1)
        found.append(drawn + random.multinomial(twice, weights) @ patterns)
    return np.concatenate(found).astype(np.int64)


def _tied(matrix: sp.csr_array[np.int64], times: IntArray) -> IntArray:
    """Ties of each draw: a pair drawn so many times each counts as many times as their product."""
    return np.asarray((times * np.asarray(times @ matrix)).sum(axis=1), dtype=np.int64)


def _upper(edges: IntArray, n: int) -> sp.csr_array[np.int64]:
    ones = np.ones(len(edges), dtype=np.int64)
    return sp.csr_array((ones, (edges[:, 0], edges[:, 1])), shape=(n, n))


def _tie_patterns(graphs: Sequence[IntArray], n: int) -> tuple[IntArray, FloatArray]:
    """In which graphs a pair of rows is tied: each pattern found, and its share of all pairs."""
    places = [np.sort(edges, axis=1) @ np.array([n, 1]) for edges in graphs]
    tied = np.unique(np.concatenate(places))
    inside = np.stack([np.isin(tied, one) for one in places], axis=1).astype(np.int64)
    patterns, counts = np.unique(inside, axis=0, return_counts=True)
    pairs = n * (n - 1) // 2
    untied = np.zeros((1, len(graphs)), dtype=np.int64)
    weights = np.append(counts, pairs - len(tied)) / pairs
    return np.concatenate([patterns, untied]), weights
