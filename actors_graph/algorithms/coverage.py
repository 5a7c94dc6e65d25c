"""Few candidates that cover many cells: by steps, with a bound, and exactly.

`holds` is a (candidates, cells) array of booleans. Covering is submodular: taking at each step
the candidate that adds most gives at least 1 - 1/e of the best, and the data bound the best more
closely (METHOD §6). The exact ones solve an integer program, and stop at a time limit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import scipy.sparse as sp

if TYPE_CHECKING:
    from scipy.optimize import OptimizeResult

    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray

# Share of the best that taking by steps guarantees (Nemhauser, Wolsey & Fisher 1978).
GUARANTEE: Final = 1 - 1 / math.e
# What the solver leaves around a whole number.
_SLACK: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Coverage:
    """Candidates chosen, and how far from the best they may be.

    Attributes:
        chosen: rows of the candidates: in the order taken by steps, else sorted.
        covered: number of cells they cover.
        bound: no choice of as many covers more than this; equal to `covered` when it is the best.
    """

    chosen: IntArray
    covered: int
    bound: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Candidates that together cover all that can be.

    Attributes:
        chosen: their rows, sorted.
        covered: number of cells they cover.
        fewest: no cover takes fewer candidates than this; equal to their number when it is one of
            the smallest.
    """

    chosen: IntArray
    covered: int
    fewest: int


def coverage_by_steps(holds: BoolArray, count: int) -> Coverage:
    """Take at each step the candidate that covers most new cells, the first row if equal.

    Stops before `count` when nobody adds a cell. O(count x candidates x cells).

    References:
        Nemhauser, Wolsey & Fisher (1978), Mathematical Programming 14:265.
    """
    open_cells = np.ones(holds.shape[1], dtype=np.bool_)
    chosen: list[int] = []
    gains = _gains(holds, open_cells)
    while len(chosen) < count and gains.any():
        chosen.append(int(gains.argmax()))
        open_cells &= ~holds[chosen[-1]]
        gains = _gains(holds, open_cells)
    covered = holds.shape[1] - int(open_cells.sum())
    coverable = int(holds.any(axis=0).sum())
    more = int(np.sort(gains)[::-1][:count].sum())
    return Coverage(np.array(chosen, dtype=np.int64), covered, min(coverable, covered + more))


def best_coverage(holds: BoolArray, count: int, *, seconds: float = 5.0) -> Coverage:
    """Candidates, at most `count`, that together cover the most cells.

    Args:
        holds: (candidates, cells) which cells each candidate covers.
        count: how many candidates may be taken.
        seconds: time after which the best found so far is returned, with its bound.

    Returns:
        The choice, never worse than by steps; one of the best where there are several.

    References:
        Church & ReVelle (1974), Papers in Regional Science 32:101 (maximal covering).
    """
    candidates, cells = holds.shape
    by_steps = coverage_by_steps(holds, count)
    if by_steps.covered == by_steps.bound:
        return Coverage(np.sort(by_steps.chosen), by_steps.covered, by_steps.bound)
    cost = np.concatenate([np.zeros(candidates), -np.ones(cells)])
    # A cell counts when one of those who hold it is taken; no more than `count` are taken.
    takers = np.hstack([-holds.T.astype(np.float64), np.eye(cells)])
    number = np.concatenate([np.ones(candidates), np.zeros(cells)])
    limits = np.concatenate([np.zeros(cells), [count]])
    rows = sp.csr_array(np.vstack([takers, number]))
    found = _solve(cost, rows, limits, candidates, seconds)
    bound = by_steps.bound
    if found.mip_dual_bound is not None:
        bound = min(bound, math.floor(-found.mip_dual_bound + _SLACK))
    return _better(by_steps, _taken(found, candidates), holds, bound)


def smallest_cover(holds: BoolArray, *, seconds: float = 5.0) -> Cover:
    """The fewest candidates that together cover every cell that somebody covers.

    Args:
        holds: (candidates, cells) which cells each candidate covers.
        seconds: time after which the smallest found so far is returned, with its bound.

    Returns:
        The choice, never larger than by steps; one of the smallest where there are several.

    References:
        Karp (1972), Complexity of Computer Computations, p. 85 (set covering).
    """
    candidates = len(holds)
    by_steps = coverage_by_steps(holds, candidates)
    chosen = np.sort(by_steps.chosen)
    if len(chosen) < 2:
        return Cover(chosen, by_steps.covered, len(chosen))
    coverable = holds[:, holds.any(axis=0)]
    rows = -sp.csr_array(coverable.T.astype(np.float64))
    found = _solve(np.ones(candidates), rows, -np.ones(coverable.shape[1]), candidates, seconds)
    taken = _taken(found, candidates)
    if len(taken) < len(chosen) and coverable[taken].any(axis=0).all():
        chosen = taken
    bound = found.mip_dual_bound
    return Cover(chosen, by_steps.covered, 1 if bound is None else math.ceil(bound - _SLACK))


def _gains(holds: BoolArray, open_cells: BoolArray) -> IntArray:
    return np.asarray(holds[:, open_cells].sum(axis=1), dtype=np.int64)


def _solve(
    cost: FloatArray,
    rows: sp.csr_array[np.float64],
    limits: FloatArray,
    whole: int,
    seconds: float,
) -> OptimizeResult:
    """Least cost with `rows` below `limits`, all from 0 to 1, the first `whole` of them 0 or 1."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # slow to import

    integrality = np.arange(len(cost)) < whole
    return milp(
        cost,
        integrality=integrality.astype(np.int64),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(rows, ub=limits),
        options={"time_limit": seconds},
    )


def _taken(found: OptimizeResult, candidates: int) -> IntArray:
    """Candidates that the solver takes; none where the time was too short."""
    if found.x is None:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(found.x[:candidates] > 0.5)


def _better(by_steps: Coverage, taken: IntArray, holds: BoolArray, bound: int) -> Coverage:
    covered = int(holds[taken].any(axis=0).sum())
    if covered <= by_steps.covered:
        return Coverage(np.sort(by_steps.chosen), by_steps.covered, bound)
    return Coverage(taken, covered, bound)
