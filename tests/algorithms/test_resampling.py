from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.algorithms import resampling
from actors_graph.algorithms.brokerage import Partition
from actors_graph.algorithms.resampling import Verdict, chance, holm

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.algorithms.plain import IntArray

Drawn = tuple[int, "IntArray", "IntArray"]


@st.composite
def labelled_graphs(draw: st.DrawFn) -> Drawn:
    """Rows, ties and labels (-1 = unknown) of a small graph."""
    n = draw(st.integers(2, 9))
    pairs = [(one, two) for two in range(n) for one in range(two)]
    edges = draw(st.lists(st.sampled_from(pairs), unique=True))
    labels = draw(st.lists(st.integers(-1, 3), min_size=n, max_size=n))
    return n, np.array(edges, dtype=np.int64).reshape(-1, 2), np.array(labels)


def read_case(shared: Path, name: str) -> tuple[int, IntArray, dict[str, Any]]:
    path = next((shared / "cases").glob(f"{name}_*.json"))
    case = json.loads(path.read_text(encoding="utf-8"))
    nodes = case["graph"]["nodes"]
    rows = {node["id"]: row for row, node in enumerate(nodes)}
    ends = [sorted((rows[edge[0]], rows[edge[1]])) for edge in case["graph"]["edges"]]
    return len(nodes), np.array(ends, dtype=np.int64), case


def groups_of(labels: IntArray) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return np.eye(int(labels.max(initial=-1)) + 1, dtype=np.bool_)


def shuffled(edges: IntArray, labels: IntArray, **options: int) -> resampling.Shuffled:
    return resampling.shuffle(edges, Partition.of(labels), groups_of(labels), **options)


# The case files hold 10,000 permutations made in R; their tolerances are theirs.
@pytest.mark.shared
@pytest.mark.parametrize("name", ["v04", "v10"])
def test_shuffled_crossings_equal_the_permutations_of_the_case(shared: Path, name: str) -> None:
    _, edges, case = read_case(shared, name)

    for one in case["expected"]:
        if one["measure"] != "ei_permutation":
            continue
        of_node = [node[one["attribute"]] for node in case["graph"]["nodes"]]
        labels = np.unique(of_node, return_inverse=True)[1]
        crossing = shuffled(edges, labels, draws=10_000).crossing
        observed = (labels[edges[:, 0]] != labels[edges[:, 1]]).sum()
        found = chance(2 * observed / len(edges) - 1, 2 * crossing / len(edges) - 1)
        wanted, tolerance = one["values"], one["tolerance"]
        assert found.mean == pytest.approx(wanted["mean"], abs=tolerance["mean"])
        assert found.sd == pytest.approx(wanted["sd"], abs=tolerance["sd"])
        assert found.p_low == pytest.approx(wanted["p_low"], abs=tolerance["p"])
        assert found.p_high == pytest.approx(wanted["p_high"], abs=tolerance["p"])


# METHOD section 5, after Snijders & Borgatti 1999; theirs are draws too.
@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "density", "error"),
    [("v03", 0.167, 0.056), ("v04", 0.139, 0.041), ("v10", 0.537, 0.086)],
)
def test_bootstrap_error_is_that_of_the_method(
    shared: Path, name: str, density: float, error: float
) -> None:
    n, edges, _ = read_case(shared, name)

    drawn = resampling.bootstrap_ties([edges], n)[:, 0] / (n * (n - 1) / 2)

    assert round(2 * len(edges) / (n * (n - 1)), 3) == density
    assert drawn.mean() == pytest.approx(density, abs=0.01)
    assert drawn.std() == pytest.approx(error, abs=0.004)


@given(graph=labelled_graphs())
def test_each_shuffle_counts_what_its_labels_say(graph: Drawn) -> None:
    _, edges, labels = graph

    found = shuffled(edges, labels, draws=3)
    cells = resampling.shuffled_cells(edges, labels, size=int(labels.max()) + 1, draws=3)

    inside = np.diagonal(cells, axis1=1, axis2=2)
    assert found.inside.tolist() == inside.tolist()
    assert found.ends.tolist() == (cells.sum(axis=2) + inside).tolist()
    both = (labels[edges] >= 0).all(axis=1).sum()
    assert (found.crossing + inside.sum(axis=1)).tolist() == [both] * 3


@given(graph=labelled_graphs(), order=st.permutations(range(4)))
def test_names_of_the_groups_change_no_count(graph: Drawn, order: list[int]) -> None:
    """The draws move places, whatever the groups are called."""
    _, edges, labels = graph
    renamed = np.where(labels >= 0, np.array(order)[labels], -1)

    one = shuffled(edges, labels, draws=20)
    two = shuffled(edges, renamed, draws=20)

    assert one.crossing.tolist() == two.crossing.tolist()


def test_draws_do_not_depend_on_their_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = np.array([[0, 1], [1, 2], [2, 3], [3, 4]])
    labels = np.array([0, 0, 1, 1, 2])

    def draws() -> list[list[int]]:
        crossing = shuffled(edges, labels, draws=50).crossing
        return [crossing.tolist(), resampling.largest_degrees(5, 4, draws=50).tolist()]

    whole = draws()
    monkeypatch.setattr(resampling, "_BLOCK", 40)

    assert draws() == whole


@given(observed=st.integers(-3, 3), drawn=st.lists(st.integers(-3, 3), min_size=1, max_size=40))
def test_p_is_never_zero_and_its_tails_meet(observed: int, drawn: list[int]) -> None:
    found = chance(observed, np.array(drawn))

    below = sum(value <= observed for value in drawn)
    assert found.p_low == pytest.approx((1 + below) / (len(drawn) + 1))
    assert 0 < found.p <= 1
    assert found.p_low + found.p_high > 1


def test_verdict_says_the_side() -> None:
    drawn = np.arange(1000)

    assert chance(-1, drawn).verdict() is Verdict.LESS
    assert chance(1000, drawn).verdict() is Verdict.MORE
    assert chance(500, drawn).verdict() is Verdict.COMPARABLE
    assert chance(-1, drawn).verdict(0.2) is Verdict.COMPARABLE


@given(values=st.lists(st.floats(0.0001, 1), max_size=12))
def test_holm_keeps_the_order_and_only_raises(values: list[float]) -> None:
    adjusted = holm(values)

    order = sorted(range(len(values)), key=values.__getitem__)
    assert [adjusted[place] for place in order] == sorted(adjusted)
    assert all(after >= before for after, before in zip(adjusted, values, strict=True))
    if values:
        assert min(adjusted) == pytest.approx(min(1, len(values) * min(values)))


# Holm 1979 by hand: 4 x 0.01, then 3 x 0.013, raised to what comes before, then 2 x 0.04.
def test_holm_by_hand() -> None:
    assert holm([0.04, 0.01, 0.013, 0.5]) == pytest.approx([0.08, 0.04, 0.04, 0.5])


def test_verdict_is_seldom_wrong_on_random_labels() -> None:
    """At most 5 % of false verdicts where nobody prefers anybody (400 graphs, 300 shuffles)."""
    random = np.random.default_rng(7)
    wrong = 0
    for _ in range(400):
        pairs = random.choice(190, 40, replace=False)
        edges = np.stack(np.triu_indices(20, 1), axis=1)[pairs]
        labels = random.permutation(np.repeat([0, 1, 2], [10, 6, 4]))
        observed = int((labels[edges[:, 0]] != labels[edges[:, 1]]).sum())
        found = chance(observed, shuffled(edges, labels, draws=300).crossing)
        wrong += found.verdict() is not Verdict.COMPARABLE

    assert wrong <= 20


def test_random_graphs_have_so_many_rows_and_ties() -> None:
    """All graphs of 4 rows and 3 ties: of the 20, 4 are stars, 4 triangles, 12 paths."""
    largest = resampling.largest_degrees(4, 3, draws=4000)

    assert set(largest.tolist()) == {2, 3}
    assert (largest == 3).mean() == pytest.approx(4 / 20, abs=0.03)
    assert resampling.largest_degrees(5, 0, draws=3).tolist() == [0, 0, 0]
    assert resampling.largest_degrees(5, 10, draws=3).tolist() == [4, 4, 4]


@given(n=st.integers(2, 60))
def test_pairs_are_numbered_once_each(n: int) -> None:
    high, low = resampling._pair_rows(np.arange(n * (n - 1) // 2))

    assert len(set(zip(high.tolist(), low.tolist(), strict=True))) == n * (n - 1) // 2
    assert ((low >= 0) & (low < high) & (high < n)).all()


def test_pairs_of_many_rows_are_exact() -> None:
    last = 10_000_000
    places = np.array([last * (last - 1) // 2 - 1, last * (last - 1) // 2])

    high, low = resampling._pair_rows(places)

    assert high.tolist() == [last - 1, last]
    assert low.tolist() == [last - 2, 0]


@given(graph=labelled_graphs())
def test_same_ties_at_two_dates_never_move(graph: Drawn) -> None:
    n, edges, _ = graph

    drawn = resampling.bootstrap_ties([edges, edges], n, draws=20)

    assert drawn[:, 0].tolist() == drawn[:, 1].tolist()
    assert (drawn <= n * (n - 1) // 2).all()


def test_no_tie_and_every_tie_have_no_error() -> None:
    every = np.stack(np.triu_indices(6, 1), axis=1)

    drawn = resampling.bootstrap_ties([every[:0], every], 6, draws=50)

    assert drawn.tolist() == [[0, 15]] * 50
