"""Two sets of labels crossed, where a thing may have several of each: one 2 x 2 table by cell.

Each cell asks of the same things whether they have a label of the first set and one of the second.
With one label each, all is as in `contingency`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.algorithms.contingency import residuals_of

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Crossed:
    """Labels crossed; lines are those of the first set, columns those of the second.

    Attributes:
        total: things counted: those that have a label of each set.
        observed: (r, c) things that have both.
        expected: (r, c) things that would have both with no preference: line x column / total.
        residuals: (r, c) adjusted residuals, about normal(0, 1) with no preference; NaN where a
            label is had by none or by all.
    """

    total: int
    observed: IntArray
    expected: FloatArray
    residuals: FloatArray


def crossed(first: BoolArray, second: BoolArray) -> Crossed:
    """Cross two sets of labels.

    Args:
        first: (n, r) whether each thing has each label.
        second: (n, c) the same for the second set.

    Returns:
        Counts over the things that have a label of each set. O(n r c).

    References:
        Haberman (1973), Biometrics 29:205 (adjusted residuals).
    """
    counted = first.any(axis=1) & second.any(axis=1)
    one, two = first[counted].astype(np.int64), second[counted].astype(np.int64)
    total = len(one)
    lines, columns = one.sum(axis=0), two.sum(axis=0)
    observed = one.T @ two
    expected = np.outer(lines, columns) / max(total, 1)
    residuals = residuals_of(observed, lines, columns, total=total)
    return Crossed(total, observed, expected, residuals)
