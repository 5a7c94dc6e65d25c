from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from actors_graph.algorithms import contingency
from actors_graph.algorithms.memberships import crossed

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import BoolArray


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=60))
def test_one_label_each_is_a_contingency_table(pairs: list[tuple[int, int]]) -> None:
    labels = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    table = contingency.crossed_counts(labels[:, 0], labels[:, 1], shape=(4, 3))

    found = crossed(np.eye(4, dtype=bool)[labels[:, 0]], np.eye(3, dtype=bool)[labels[:, 1]])

    assert found.total == len(pairs)
    assert found.observed.tolist() == table.tolist()
    np.testing.assert_allclose(found.expected, contingency.expected_counts(table))
    np.testing.assert_allclose(
        found.residuals, contingency.adjusted_residuals(table), equal_nan=True, atol=1e-9
    )


@settings(max_examples=60)
@given(
    arrays.arrays(np.bool_, st.tuples(st.just(12), st.integers(1, 4))),
    arrays.arrays(np.bool_, st.tuples(st.just(12), st.integers(1, 4))),
)
def test_each_cell_is_a_table_of_two_by_two(first: BoolArray, second: BoolArray) -> None:
    found = crossed(first, second)
    counted = first.any(axis=1) & second.any(axis=1)

    for line in range(first.shape[1]):
        for column in range(second.shape[1]):
            table = contingency.crossed_counts(
                first[counted, line].astype(np.int64),
                second[counted, column].astype(np.int64),
                shape=(2, 2),
            )
            assert found.observed[line, column] == table[1, 1]
            assert found.expected[line, column] == pytest.approx(
                contingency.expected_counts(table)[1, 1]
            )
            np.testing.assert_allclose(
                found.residuals[line, column],
                contingency.adjusted_residuals(table)[1, 1],
                equal_nan=True,
                atol=1e-9,
            )


def test_thing_without_a_label_counts_nowhere() -> None:
    found = crossed(np.array([[True], [False], [True]]), np.array([[True], [True], [False]]))

    assert (found.total, found.observed.tolist()) == (1, [[1]])
    assert np.isnan(found.residuals).all()
    assert crossed(np.zeros((0, 2), bool), np.zeros((0, 1), bool)).expected.tolist() == [[0], [0]]
