"""From the tables of a département to its numbers: 4,900 actors, 24,500 statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from actors_graph.measures import Facts, measures_report, standing, summary
from actors_graph.model import TABLES
from actors_graph.network import Scope, network

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pyarrow as pa
    from pytest_benchmark.fixture import BenchmarkFixture

ACTORS = 4_900


class Drawn:
    """A reader of drawn tables: what a session is for a network."""

    today = date(2026, 9, 1)

    def __init__(self, tables: dict[str, pa.Table]) -> None:
        empty = {name: table.arrow_schema.empty_table() for name, table in TABLES.items()}
        self._tables = empty | tables

    def tables(self, names: Sequence[str]) -> dict[str, pa.Table]:
        return {name: self._tables[name] for name in names}


@pytest.fixture(scope="module")
def departement(drawn: Callable[[int], dict[str, pa.Table]]) -> Drawn:
    return Drawn(drawn(ACTORS))


def test_network_of_a_departement(benchmark: BenchmarkFixture, departement: Drawn) -> None:
    built = benchmark(network, departement, Scope())

    assert built.actor_count == ACTORS


def test_summary_of_a_departement(benchmark: BenchmarkFixture, departement: Drawn) -> None:
    """Components, hinges, only links: what a page opens with."""
    built = network(departement, Scope())

    found = benchmark(lambda: summary(Facts(built)))

    assert found.actors == ACTORS


def test_how_the_alerts_of_a_departement_stand(
    benchmark: BenchmarkFixture, departement: Drawn
) -> None:
    """Its 200 draws: the job that a page starts and never waits for."""
    facts = Facts(network(departement, Scope()))

    found = benchmark.pedantic(  # type: ignore[no-untyped-call]  # it ships no types
        lambda: standing(facts), rounds=2
    )

    assert found.hinges


def test_all_measures_of_a_bassin(
    benchmark: BenchmarkFixture, drawn: Callable[[int], dict[str, pa.Table]]
) -> None:
    """Everything `measures --json` gives, at the size of a bassin: 1,000 actors."""
    built = network(Drawn(drawn(1_000)), Scope())

    report = benchmark.pedantic(  # type: ignore[no-untyped-call]  # it ships no types
        lambda: measures_report(Facts(built)), rounds=2
    )

    assert len(report["actors"]) == 1_000
