"""What an algorithm finds on a random graph, beside what a slow and sure way finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph_cases import GraphCase

    from actors_graph.algorithms.plain import FloatArray, IntArray

# A number, an array in row order, or what each of some pairs of rows has.
Values: TypeAlias = Any


@dataclass(frozen=True)
class Law:
    """What an algorithm finds on a case, and what its oracle finds."""

    ours: Callable[[GraphCase], Values]
    oracle: Callable[[GraphCase], Values]


def with_values(pairs: IntArray, *values: FloatArray | IntArray) -> dict[tuple[int, ...], Values]:
    columns = np.stack(values, axis=1).tolist() if values else [1] * len(pairs)
    return {tuple(pair): value for pair, value in zip(pairs.tolist(), columns, strict=True)}


def same(found: Values, expected: Values) -> bool:
    """Whether two results are equal, by pair of rows or by row; undefined equals undefined."""
    if isinstance(found, dict):
        return set(found) == set(expected) and all(same(found[k], expected[k]) for k in found)
    if found is None or expected is None:
        return found is expected
    one, two = np.asarray(found), np.asarray(expected)
    return bool(one.size == two.size == 0) or bool(
        one.shape == two.shape
        and np.allclose(
            one.astype(np.float64), two.astype(np.float64), rtol=1e-9, atol=1e-9, equal_nan=True
        )
    )


def follows(found: Values, renamed: Values, case: GraphCase) -> bool:
    """Whether the result of the renamed case is the result, each row under its other number."""
    order = case.order.tolist()
    if isinstance(found, dict):
        moved = {}
        for key, value in found.items():
            rows = [order[row] for row in key]
            moved[tuple(rows if rows[0] < rows[-1] else reversed(rows))] = value
        return same(moved, renamed)
    if isinstance(found, np.ndarray) and len(found) == case.n and found.shape[:1] != (1,):
        return same(found, np.asarray(renamed)[case.order])
    return same(found, renamed)
