"""How varied a set of counts is: richness, Blau, its qualitative variation, Shannon.

Counts stand on the last axis, one column for each category of the reference list, present or not:
`(k,)` gives one number, `(n, k)` one by line. Nothing to count has no diversity (NaN), not zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import FloatArray, IntArray


def richness(counts: IntArray) -> IntArray:
    """Number of categories that are present."""
    return np.asarray((counts > 0).sum(axis=-1), dtype=np.int64)


def blau(counts: IntArray) -> FloatArray:
    """Index of Blau: chance that two draws with replacement differ, 0 to 1 - 1/k.

    References:
        Blau (1977), Inequality and Heterogeneity (also Simpson 1949, Gini).
    """
    return np.asarray(1 - (_shares(counts) ** 2).sum(axis=-1))


def qualitative_variation(counts: IntArray) -> FloatArray:
    """Index of qualitative variation: Blau over its largest value, 0 to 1; NaN of one category.

    The categories are the columns: those of the reference list, even absent, or the index would
    call even what is only poor.

    References:
        Mueller & Schuessler (1961), Statistical Reasoning in Sociology.
    """
    categories = counts.shape[-1]
    scale = categories / (categories - 1) if categories > 1 else np.nan
    return np.asarray(blau(counts) * scale)


def shannon(counts: IntArray) -> FloatArray:
    """Entropy of Shannon in nats, 0 to log k.

    References:
        Shannon (1948), Bell System Technical Journal 27:379.
    """
    shares = _shares(counts)
    logs = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    # Adding zero: no counts of one category give a negative zero.
    return np.asarray(-(shares * logs).sum(axis=-1) + 0.0)


def _shares(counts: IntArray) -> FloatArray:
    total = counts.sum(axis=-1, keepdims=True)
    return np.where(total > 0, counts / np.where(total > 0, total, 1), np.nan)
