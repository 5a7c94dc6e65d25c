"""What the product purposely lacks and a reference case expects (METHOD §4).

Statistical backbones of a projection have no power at the size of a committee; the roles of
Gould & Fernandez of directed ties, for ours have no direction.
"""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray

ALPHA = 0.05


def fixed_degrees_backbone(members: IntArray, *, draws: int, seed: int) -> int:
    """Pairs that share more than ALPHA of the random matrices of the same margins (FDSM).

    Drawn by trades between two lines (Strona et al. 2014, Nature Communications 5:4114), 20 from
    a draw to the next; a Monte-Carlo count, pairs near ALPHA fall on either side.
    """
    lines = [int("".join(map(str, line)), 2) for line in members.tolist()]
    draw = random.Random(seed)
    pairs = list(itertools.combinations(range(len(lines)), 2))
    shared = _shared(lines, pairs)
    as_many = np.zeros(len(pairs), dtype=np.int64)
    for _ in range(draws):
        _trade(lines, draw, 20)
        as_many += _shared(lines, pairs) >= shared
    return int((as_many / draws < ALPHA).sum())


def _shared(lines: list[int], pairs: list[tuple[int, int]]) -> IntArray:
    return np.array([(lines[a] & lines[b]).bit_count() for a, b in pairs], dtype=np.int64)


def _trade(lines: list[int], draw: random.Random, count: int) -> None:
    """Share out at random, between two lines, what only one of them holds."""
    for _ in range(count):
        a, b = draw.sample(range(len(lines)), 2)
        own = [1 << place for place in _bits(lines[a] & ~lines[b])]
        theirs = [1 << place for place in _bits(lines[b] & ~lines[a])]
        both = lines[a] & lines[b]
        mixed = draw.sample(own + theirs, len(own + theirs))
        lines[a], lines[b] = both + sum(mixed[: len(own)]), both + sum(mixed[len(own) :])


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def mean_degrees_backbone(members: IntArray) -> int:
    """Pairs that share more than ALPHA of the random matrices of the same mean margins (SDSM).

    Cells are independent with the chances of the bipartite configuration model (Neal, Domagalski
    & Sagan 2021, Scientific Reports 11:23929); shared columns follow a Poisson-binomial law.
    """
    chances = _chances(members)
    found = 0
    for a, b in itertools.combinations(range(len(members)), 2):
        law = np.ones(1)
        for chance in chances[a] * chances[b]:
            law = np.convolve(law, [1 - chance, chance])
        found += bool(law[int(members[a] @ members[b]) :].sum() < ALPHA)
    return found


def _chances(members: IntArray) -> FloatArray:
    """Chance of each cell: x y / (1 + x y), whose sums are the margins."""
    lines, columns = members.sum(axis=1), members.sum(axis=0)
    x, y = lines / np.sqrt(members.sum()), columns / np.sqrt(members.sum())
    for _ in range(5_000):
        x = lines / (y / (1 + np.outer(x, y))).sum(axis=1)
        y = columns / (x[:, np.newaxis] / (1 + np.outer(x, y))).sum(axis=0)
    chances: FloatArray = np.outer(x, y) / (1 + np.outer(x, y))
    assert np.allclose(chances.sum(axis=1), lines)
    assert np.allclose(chances.sum(axis=0), columns)
    return chances


def disparity_backbone(members: IntArray) -> int:
    """Pairs whose share of the weights of one end is over ALPHA (Serrano et al. 2009, PNAS)."""
    weights = members @ members.T
    np.fill_diagonal(weights, 0)
    strength, degree = weights.sum(axis=1), (weights > 0).sum(axis=1)
    chances = (1 - weights / strength[:, np.newaxis]) ** (degree - 1)[:, np.newaxis]
    kept: BoolArray = (np.minimum(chances, chances.T) < ALPHA) & (weights > 0)
    return int(np.triu(kept, k=1).sum())


def directed_role(edges: list[list[Any]], groups: dict[str, str], broker: str) -> str:
    """Role of Gould & Fernandez (1989) in the one path through the broker; « » where none."""
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_edges_from((a, b) for a, b in edges)
    paths = [
        (a, c)
        for a, c in itertools.product(graph.predecessors(broker), graph.successors(broker))
        if a != c and not graph.has_edge(a, c)
    ]
    if not paths:
        return ""
    ((first, last),) = paths
    own, one, two = groups[broker], groups[first], groups[last]
    if one == two:
        return "coordinator" if one == own else "consultant (itinerant)"
    if own == one:
        return "representative"
    return "gatekeeper" if own == two else "liaison"
