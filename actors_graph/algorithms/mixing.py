"""Who is tied to whom, group by group: mixing, ties that cross a border, assortativity.

Ties are a (m, 2) array of pairs of rows (`edge_pairs`), groups an array of labels by row, -1 for
an unknown one: a tie or a pair with such an end counts nowhere. Arrays and not a graph, so that
thousands of permuted labels are counted at once. A matrix of groups is symmetric: `[g, h]` holds
the ties between g and h, those inside a group stand once on the diagonal, and the upper triangle
sums to the ties of known ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.algorithms.plain import partner_counts

if TYPE_CHECKING:
    import networkx as nx

    from actors_graph.algorithms.brokerage import Partition
    from actors_graph.algorithms.plain import FloatArray, IntArray


def edge_pairs(graph: nx.Graph[int]) -> IntArray:
    """Ties of a graph: (m, 2) pairs of rows, smaller row first, sorted. O(m log m)."""
    pairs = np.array(list(graph.edges()), dtype=np.int64).reshape(-1, 2)
    pairs.sort(axis=1)
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]


def mixing_counts(ties: IntArray, labels: IntArray, *, groups: int | None = None) -> IntArray:
    """Ties between each two groups, the observed mixing matrix.

    Args:
        ties: (m, 2) pairs of rows.
        labels: (n,) group of each row, -1 for none; or (d, n), one draw of labels a line.
        groups: number of groups; one more than the largest label if absent.

    Returns:
        (g, g) counts, symmetric, ties inside a group once; (d, g, g) for d draws.
        O(m) by draw, in time and memory.
    """
    count = int(labels.max(initial=-1)) + 1 if groups is None else groups
    draws = labels if labels.ndim == 2 else labels[np.newaxis]
    first, second = draws[:, ties[:, 0]], draws[:, ties[:, 1]]
    known = (first >= 0) & (second >= 0)
    low, high = np.minimum(first, second), np.maximum(first, second)
    keys = (np.arange(len(draws))[:, np.newaxis] * count + low) * count + high
    found = np.bincount(keys[known], minlength=len(draws) * count * count)
    upper = found.reshape(len(draws), count, count)
    full = upper + np.triu(upper, k=1).transpose(0, 2, 1)
    return full if labels.ndim == 2 else full[0]


def possible_pairs(labels: IntArray, *, groups: int | None = None) -> IntArray:
    """Pairs of rows between each two groups: (g, g), symmetric, those inside a group once. O(n)."""
    count = int(labels.max(initial=-1)) + 1 if groups is None else groups
    sizes = np.bincount(labels[labels >= 0], minlength=count)
    between = np.outer(sizes, sizes)
    np.fill_diagonal(between, sizes * (sizes - 1) // 2)
    return between


def expected_ties(counts: IntArray, possible: IntArray) -> FloatArray:
    """Ties expected between each two groups at the overall density (METHOD A7).

    Args:
        counts: (g, g) observed ties, as `mixing_counts` gives them.
        possible: (g, g) possible pairs, as `possible_pairs` gives them.

    Returns:
        (g, g) expected numbers, whose upper triangle sums to the ties; zeros without a pair.
    """
    pairs = np.triu(possible).sum()
    return np.asarray(possible * (np.triu(counts).sum() / max(pairs, 1)))


@dataclass(frozen=True, slots=True)
class Crossing:
    """Ties that cross a border, beside what would cross it with no preference (METHOD A6).

    Attributes:
        internal: ties whose two ends do not differ.
        external: ties whose two ends differ.
        possible_internal: pairs of rows that do not differ, tied or not.
        possible_external: pairs of rows that differ, tied or not.
    """

    internal: int
    external: int
    possible_internal: int
    possible_external: int

    @property
    def share(self) -> float | None:
        """Share of the ties that cross, 0-1; None without a tie."""
        ties = self.internal + self.external
        return self.external / ties if ties else None

    @property
    def expected_share(self) -> float | None:
        """Share of the possible pairs that cross: the value with no preference; None without."""
        pairs = self.possible_internal + self.possible_external
        return self.possible_external / pairs if pairs else None

    @property
    def ei(self) -> float | None:
        """E-I index: (external - internal) / ties, -1 to 1; None without a tie.

        References:
            Krackhardt & Stern (1988), Social Psychology Quarterly 51:123.
        """
        return _index(self.share)

    @property
    def expected_ei(self) -> float | None:
        """E-I index of all the possible pairs; None without a pair."""
        return _index(self.expected_share)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Lowest and highest E-I index of as many ties over these groups; None without a tie."""
        ties = self.internal + self.external
        if not ties:
            return None
        lowest = max(0, ties - self.possible_internal)
        highest = min(ties, self.possible_external)
        return 2 * lowest / ties - 1, 2 * highest / ties - 1


def crossing(ties: IntArray, partition: Partition) -> Crossing:
    """Ties and pairs that cross the borders of a partition; unknown groups count nowhere.

    O(n + m + g²).
    """
    labels, groups = partition.labels, len(partition.differ)
    counts = np.triu(mixing_counts(ties, labels, groups=groups))
    pairs = np.triu(possible_pairs(labels, groups=groups))
    external = int(counts[partition.differ].sum())
    possible = int(pairs[partition.differ].sum())
    return Crossing(int(counts.sum()) - external, external, int(pairs.sum()) - possible, possible)


def ei_of_rows(ties: IntArray, partition: Partition) -> FloatArray:
    """E-I index of the ties of each row, -1 to 1; NaN without a tie of known groups. O(n + m)."""
    internal, external = _by_row(ties, partition)
    return _indices(internal, external)


def ei_of_groups(ties: IntArray, partition: Partition) -> FloatArray:
    """E-I index of the ties of the members of each group, -1 to 1; NaN without a tie.

    Seen from its members: a tie inside counts for both of its ends, a tie outside once.

    Returns:
        (g,) indices. O(n + m).
    """
    known = partition.labels >= 0
    count = len(partition.differ)
    internal, external = (
        np.bincount(partition.labels[known], of_rows[known], minlength=count)
        for of_rows in _by_row(ties, partition)
    )
    return _indices(internal, external)


def assortativity(ties: IntArray, labels: IntArray) -> float | None:
    """Assortativity by groups, at most 1 (only ties inside), 0 at random mixing of tie ends.

    Ties of unknown ends are left out; None without a tie or where all ties end in one group.
    O(n + m + g²).

    References:
        Newman (2003), Physical Review E 67:026126, equation 2.
    """
    counts = mixing_counts(ties, labels)
    return assortativity_of_matrix(counts + np.diag(np.diag(counts)))


def assortativity_of_matrix(matrix: IntArray | FloatArray) -> float | None:
    """Assortativity of a mixing matrix of tie ends: (tr e - |e²|) / (1 - |e²|).

    Args:
        matrix: (g, g) counts or shares of the ties from a group to another. An undirected tie
            stands for two: inside a group it counts twice on the diagonal.

    Returns:
        The coefficient; None of an empty matrix, or where all ties end in one group.

    References:
        Newman (2003), Physical Review E 67:026126, equation 2.
    """
    total = matrix.sum()
    if not total:
        return None
    shares = matrix / total
    by_chance = float(shares.sum(axis=0) @ shares.sum(axis=1))
    one_group = np.count_nonzero(matrix.sum(axis=0) + matrix.sum(axis=1)) == 1
    return None if one_group else float((np.trace(shares) - by_chance) / (1 - by_chance))


def degree_assortativity(graph: nx.Graph[int]) -> float | None:
    """Correlation of the numbers of partners of the two ends of a tie, -1 to 1.

    None without a tie or where all ends have as many partners. O(n + m).

    References:
        Newman (2003), Physical Review E 67:026126, equation 21.
    """
    ends = partner_counts(graph)[edge_pairs(graph)].astype(np.float64)
    if not len(ends) or ends.min() == ends.max():
        return None
    centred = ends - ends.mean()
    return float((centred[:, 0] * centred[:, 1]).mean() / (centred**2).mean())


def _index(share: float | None) -> float | None:
    return None if share is None else 2 * share - 1


def _by_row(ties: IntArray, partition: Partition) -> tuple[IntArray, IntArray]:
    """Internal and external ties of each row."""
    labels, n = partition.labels, len(partition.labels)
    known = (labels[ties] >= 0).all(axis=1)
    outside = partition.apart(ties[:, 0], ties[:, 1])
    internal = np.bincount(ties[known & ~outside].ravel(), minlength=n)
    return internal, np.bincount(ties[known & outside].ravel(), minlength=n)


def _indices(internal: IntArray, external: IntArray) -> FloatArray:
    ties = internal + external
    known = np.where(ties > 0, ties, 1)
    return np.where(ties > 0, (external - internal) / known, np.nan)
