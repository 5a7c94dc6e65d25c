from __future__ import annotations

import numpy as np
import pytest

from actors_graph.algorithms import contingency


# Every table of these margins can be counted: a tea taster told the four cups of each sort apart
# (Fisher 1935, The Design of Experiments). The chi square is largest in 2 of the 70 ways.
def test_simulated_chance_is_that_of_all_tables_of_the_margins() -> None:
    assert contingency.simulated_p(np.array([[4, 0], [0, 4]])) == pytest.approx(2 / 70, abs=0.005)
    # One mistake in each sort, or better: 34 of the 70.
    assert contingency.simulated_p(np.array([[3, 1], [1, 3]])) == pytest.approx(34 / 70, abs=0.015)


def test_same_seed_gives_the_same_chance() -> None:
    table = np.array([[5, 2, 1], [1, 3, 6]])

    assert contingency.simulated_p(table, draws=999) == contingency.simulated_p(table, draws=999)
    assert contingency.simulated_p(table, draws=999, seed=1) == pytest.approx(
        contingency.simulated_p(table, draws=999, seed=2), abs=0.06
    )


def test_chance_is_never_zero() -> None:
    assert contingency.simulated_p(np.array([[50, 0], [0, 50]]), draws=99) == 0.01


def test_an_empty_line_changes_nothing() -> None:
    table = np.array([[5, 2, 1], [1, 3, 6]])
    wider = np.array([[5, 0, 2, 1], [0, 0, 0, 0], [1, 0, 3, 6]])

    assert contingency.chi_square(wider) == contingency.chi_square(table)
    assert contingency.simulated_p(wider) == contingency.simulated_p(table)


def test_one_line_crosses_nothing() -> None:
    table = np.array([[5, 2, 1], [0, 0, 0]])

    assert contingency.chi_square(table) is None
    assert contingency.simulated_p(table) is None
    assert np.isnan(contingency.adjusted_residuals(table)).all()
    assert contingency.expected_counts(np.zeros((2, 2), dtype=np.int64)).tolist() == [[0, 0]] * 2
