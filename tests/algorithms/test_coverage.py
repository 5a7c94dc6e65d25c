from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.algorithms.coverage import best_coverage, coverage_by_steps, smallest_cover

# Two candidates cover the nine cells between them; the widest, first to be taken, is neither.
TIGHT = np.array(
    [
        [1, 1, 1, 1, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 1, 1, 1, 1, 1],
        [0, 1, 1, 1, 1, 1, 1, 0, 0],
    ],
    dtype=np.bool_,
)


def test_by_steps_may_miss_the_best_and_says_so() -> None:
    steps, best = coverage_by_steps(TIGHT, 2), best_coverage(TIGHT, 2)

    assert (steps.chosen.tolist(), steps.covered, steps.bound) == ([2, 1], 8, 9)
    assert (best.chosen.tolist(), best.covered, best.bound) == ([0, 1], 9, 9)
    cover = smallest_cover(TIGHT)
    assert (cover.chosen.tolist(), cover.covered, cover.fewest) == ([0, 1], 9, 2)
    assert len(coverage_by_steps(TIGHT, 3).chosen) == 3


def test_the_bound_adds_the_largest_gains_left_as_many_as_may_be_taken() -> None:
    alone = np.eye(5, dtype=np.bool_)

    assert (coverage_by_steps(alone, 2).covered, coverage_by_steps(alone, 2).bound) == (2, 4)
    assert (best_coverage(alone, 2).covered, best_coverage(alone, 2).bound) == (2, 2)


def test_no_time_left_gives_the_choice_by_steps_and_its_bound() -> None:
    best, cover = best_coverage(TIGHT, 2, seconds=0), smallest_cover(TIGHT, seconds=0)

    assert best.covered >= 8
    assert best.bound == 9
    assert TIGHT[cover.chosen].any(axis=0).all()
    assert cover.fewest <= 2


def test_nobody_is_taken_who_adds_nothing() -> None:
    same = np.ones((4, 2), dtype=np.bool_)

    assert coverage_by_steps(same, 3).chosen.tolist() == [0]
    assert best_coverage(same, 3).chosen.tolist() == [0]
    assert smallest_cover(same).chosen.tolist() == [0]


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (3, 2)])
def test_nothing_to_cover(shape: tuple[int, int]) -> None:
    nothing = np.zeros(shape, dtype=np.bool_)

    for found in (coverage_by_steps(nothing, 2), best_coverage(nothing, 2)):
        assert (len(found.chosen), found.covered, found.bound) == (0, 0, 0)
    cover = smallest_cover(nothing)
    assert (len(cover.chosen), cover.covered, cover.fewest) == (0, 0, 0)
    assert best_coverage(TIGHT, 0).covered == 0


@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=1, max_size=8))
def test_how_much_is_covered_ignores_the_order_of_candidates(rows: list[list[bool]]) -> None:
    holds = np.array(rows, dtype=np.bool_)

    for count in (1, 2, 3):
        found = best_coverage(holds, count)
        assert found.covered == best_coverage(holds[::-1], count).covered == found.bound
        assert holds[found.chosen].any(axis=0).sum() == found.covered
    assert len(smallest_cover(holds).chosen) == len(smallest_cover(holds[::-1]).chosen)
