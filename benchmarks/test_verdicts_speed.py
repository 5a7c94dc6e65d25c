"""Verdicts of one scope at the size of a bassin: every partition, 2,000 draws each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_measures_speed import Drawn

from actors_graph.measures import By, Facts
from actors_graph.measures.concentration import concentration
from actors_graph.measures.crossing import crossing
from actors_graph.measures.mixing_table import mixing_table
from actors_graph.network import Scope, network

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa
    from pytest_benchmark.fixture import BenchmarkFixture

    from actors_graph.network import Network

ACTORS = 300


@pytest.fixture(scope="module")
def bassin(drawn: Callable[[int], dict[str, pa.Table]]) -> Network:
    return network(Drawn(drawn(ACTORS)), Scope())


def test_every_crossing_of_a_bassin(benchmark: BenchmarkFixture, bassin: Network) -> None:
    """To stay under 1.5 s: kinds, levels, themes and territories together."""
    found = benchmark(lambda: [crossing(Facts(bassin), by=by) for by in By if by is not By.NONE])

    assert [one.judged is not None for one in found].count(True) >= 3


def test_all_verdicts_of_a_bassin(benchmark: BenchmarkFixture, bassin: Network) -> None:
    """The same, the table of families and the concentration with its band."""

    def judged() -> int:
        facts = Facts(bassin)
        crossings = [crossing(facts, by=by) for by in By if by is not By.NONE]
        table = mixing_table(facts, by=By.KIND)
        return len(crossings) + len(table.cells) + (concentration(facts).judged is not None)

    assert benchmark(judged) > 4
