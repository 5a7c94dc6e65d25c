"""Each algorithm equals its oracle on the same random graphs, and follows rows wherever they go.

An ordinary run tries a hundred graphs; `make prove` two thousand.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

import graph_oracles as oracles
import networkx as nx
import numpy as np
import pytest
from graph_cases import graph_cases
from graph_laws import IN_ORDER, ONE_MODE
from hypothesis import HealthCheck, given, settings
from law import follows, same
from table_laws import CHOICES, TABLES, TWO_MODE, holds

from actors_graph import algorithms
from actors_graph.algorithms import brokerage, coverage, plain, removal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph_cases import GraphCase
    from law import Values

# Held to a law of its own, below or elsewhere.
APART = {"cuts", "depth_first", "coverage_by_steps", "simulated_p", "residuals_of"}
# Modules of random draws, or held to another module: each has a test file of its own.
OWN = {"dropping", "memberships", "resampling", "thinning"}
PACKAGE = algorithms.__name__


@pytest.fixture(autouse=True, scope="module")
def small_blocks() -> Iterator[None]:
    """Products of a few terms, so that graphs of twenty rows are taken by several blocks too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(brokerage, "_TERMS", 9)
        yield


def try_laws(case: GraphCase) -> None:
    """Every algorithm on one graph: equal to its oracle, and the same whatever the row numbers."""
    sides = case.two_mode
    for laws, tried in (
        (ONE_MODE, case),
        (TABLES, case),
        (TWO_MODE, sides),
        (CHOICES, sides),
    ):
        for name, law in laws.items():
            found = law.ours(tried)
            assert same(found, law.oracle(tried)), name
            if laws is not CHOICES:
                assert follows(found, law.ours(tried.renamed), tried), name
    for name, law in IN_ORDER.items():
        assert same_lists(law.ours(case), law.oracle(case)), name
    removing_adds_what_is_cut_off(case)
    steps_stay_within_their_bound(sides)


def same_lists(found: Values, expected: Values) -> bool:
    listed = found.tolist() if isinstance(found, np.ndarray) else found
    return bool(listed == expected)


def removing_adds_what_is_cut_off(case: GraphCase) -> None:
    """Removing an articulation point adds one component for each part that it cuts off."""
    found = plain.cuts(case.graph)
    left = removal.after_removal(found)
    before = nx.number_connected_components(case.graph) if case.n else 0
    for row in range(case.n):
        without = case.graph.copy()
        without.remove_node(row)
        after = nx.number_connected_components(without) if case.n > 1 else 0
        parts = [set(part.tolist()) for part in found.parts(row)]
        lone = not case.graph.adj[row]
        assert after - before == len(parts) - lone
        assert bool(parts) == bool(found.points[row])
        assert found.cut_off[row] == sum(map(len, parts))
        assert parts == oracles.parts_left(case.graph, row)[1:]
        assert left.components[row] == before + len(parts) - lone


def steps_stay_within_their_bound(case: GraphCase) -> None:
    cells = holds(case)
    for count in (1, 2, 3):
        steps = coverage.coverage_by_steps(cells, count)
        best = oracles.best_coverage(cells, count)
        assert coverage.GUARANTEE * best <= steps.covered <= best <= steps.bound
        assert steps.covered == int(cells[steps.chosen].any(axis=0).sum())
        assert len(steps.chosen) <= count


def test_every_algorithm_has_a_law() -> None:
    names = {found.name for found in pkgutil.iter_modules(algorithms.__path__)}
    public = {
        name
        for module in map(importlib.import_module, (f"{PACKAGE}.{name}" for name in names - OWN))
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    tried = {name.split()[0] for name in ONE_MODE | TABLES | TWO_MODE | CHOICES | IN_ORDER}

    assert public == tried | APART
    assert not tried & APART
    files = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert {f"test_{name}" for name in OWN} <= files


@given(graph_cases())
def test_every_law_on_a_hundred_graphs(case: GraphCase) -> None:
    try_laws(case)


@pytest.mark.prove
def test_every_law_on_two_thousand_graphs() -> None:
    seen: dict[object, GraphCase] = {}

    @settings(max_examples=4_000, suppress_health_check=list(HealthCheck))
    @given(graph_cases())
    def campaign(case: GraphCase) -> None:
        graph = case.n, frozenset(case.strength)
        if graph not in seen and len(seen) < 2_000:
            try_laws(case)
            seen[graph] = case

    campaign()

    lone = sum((plain.partner_counts(case.graph) == 0).any() for case in seen.values())
    several = sum(plain.components(case.graph).max(initial=-1) > 0 for case in seen.values())
    parallel = sum(len(case.statements) > len(case.ties) for case in seen.values())
    print(
        f"{len(seen)} different graphs: {lone} with a lone row, {several} of several components, "
    )
    print(f"{parallel} with parallel statements")
    assert len(seen) == 2_000
    assert min(lone, several, parallel) > 500
