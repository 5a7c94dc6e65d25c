"""Two labels crossed in a table: what would be there by chance, and which cells say something.

Tables are (r, c) arrays of counts. Expected counts keep both margins.

References:
    Agresti (2013), Categorical Data Analysis, chapter 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import chdtrc

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import FloatArray, IntArray

# Drawn statistics equal to the observed one but for their last bits count as equal (as R does).
_ALMOST: Final = 1 - 64 * np.finfo(np.float64).eps


@dataclass(frozen=True, slots=True)
class ChiSquare:
    """Chi square of independence: `statistic`, degrees of `freedom`, asymptotic `p`."""

    statistic: float
    freedom: int
    p: float


def crossed_counts(first: IntArray, second: IntArray, *, shape: tuple[int, int]) -> IntArray:
    """Table of two labels of the same things; a thing without one of them (-1) counts nowhere.

    Args:
        first: (n,) line of each thing.
        second: (n,) column of each thing.
        shape: numbers of lines and columns, those of the reference lists.

    Returns:
        Counts of that shape. O(n).
    """
    lines, columns = shape
    known = (first >= 0) & (second >= 0)
    places = first[known] * columns + second[known]
    return np.bincount(places, minlength=lines * columns).reshape(shape)


def expected_counts(observed: IntArray) -> FloatArray:
    """Counts expected with no preference: line times column over total; zeros of an empty table."""
    lines, columns = observed.sum(axis=1), observed.sum(axis=0)
    return np.asarray(np.outer(lines, columns) / max(int(observed.sum()), 1))


def pearson_residuals(observed: IntArray) -> FloatArray:
    """Observed less expected over the root of expected; NaN where nothing can be expected."""
    expected = expected_counts(observed)
    return _over_root(observed - expected, expected)


def adjusted_residuals(observed: IntArray) -> FloatArray:
    """Pearson residuals over their own spread: about normal(0, 1) with no preference.

    NaN in an empty line or column, or in one that holds everything.

    References:
        Haberman (1973), Biometrics 29:205.
    """
    lines, columns = observed.sum(axis=1), observed.sum(axis=0)
    return residuals_of(observed, lines, columns, total=int(observed.sum()))


def residuals_of(
    observed: IntArray, lines: IntArray, columns: IntArray, *, total: int
) -> FloatArray:
    """Adjusted residuals of cells whose margins are counted apart.

    Margins are the sums of the cells where a thing has one label of each set, and are not where
    it may have several.

    Args:
        observed: (r, c) things that have both labels.
        lines: (r,) things that have each first label.
        columns: (c,) things that have each second label.
        total: things counted.

    Returns:
        (r, c) residuals; NaN where a label is had by none or by all. O(r c).

    References:
        Haberman (1973), Biometrics 29:205.
    """
    counted = max(total, 1)
    expected = np.outer(lines, columns) / counted
    spread = expected * np.outer(1 - lines / counted, 1 - columns / counted)
    return _over_root(observed - expected, spread)


def chance_of_empty(expected: FloatArray) -> FloatArray:
    """Chance that a cell is empty though nothing is missing, by the law of Poisson: e^-expected.

    5 % at three expected: below, an empty cell is nothing to claim (METHOD A11).
    """
    return np.exp(-expected)


def chi_square(observed: IntArray) -> ChiSquare | None:
    """Chi square of independence, over the lines and columns that are not empty.

    Returns:
        The test; None where fewer than two lines or two columns are left.

    References:
        Pearson (1900), Philosophical Magazine 50:157; no continuity correction.
    """
    table = _without_empty(observed)
    lines, columns = table.shape
    if min(lines, columns) < 2:
        return None
    statistic, freedom = _statistic(table, expected_counts(table)), (lines - 1) * (columns - 1)
    return ChiSquare(float(statistic), freedom, float(chdtrc(freedom, statistic)))


def simulated_p(observed: IntArray, *, draws: int = 20_000, seed: int = 2012) -> float | None:
    """Chance of a chi square as large in tables of the same margins: (1 + b) / (draws + 1).

    For small tables, where the asymptotic law does not hold. The same seed gives the same value;
    its standard error is at most 0.5 / sqrt(draws).

    Args:
        observed: the table.
        draws: number of tables drawn.
        seed: seed of the draws.

    Returns:
        The chance, 0-1; None where fewer than two lines or columns hold something.

    References:
        Patefield (1981), Applied Statistics 30:91 (tables of given margins).
    """
    from scipy.stats import random_table  # slow to import

    table = _without_empty(observed)
    if min(table.shape) < 2:
        return None
    law = random_table(table.sum(axis=1), table.sum(axis=0))
    drawn = law.rvs(size=draws, random_state=np.random.default_rng(seed))
    expected = expected_counts(table)
    least = _ALMOST * _statistic(table, expected)
    return float((1 + (_statistic(drawn, expected) >= least).sum()) / (draws + 1))


def _without_empty(observed: IntArray) -> IntArray:
    return np.asarray(observed[observed.sum(axis=1) > 0][:, observed.sum(axis=0) > 0])


def _statistic(tables: IntArray | FloatArray, expected: FloatArray) -> FloatArray:
    return np.asarray(((tables - expected) ** 2 / expected).sum(axis=(-2, -1)))


def _over_root(difference: FloatArray, variance: FloatArray) -> FloatArray:
    known = variance > 0
    return np.where(known, difference / np.sqrt(np.where(known, variance, 1)), np.nan)
