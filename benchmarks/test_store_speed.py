"""The embedded store, at the size of a région: 100,000 actors, 500,000 statements."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from actors_graph.model import LIST_SEPARATOR, TABLES
from actors_graph.settings import Settings
from actors_graph.store.opening import open_store
from actors_graph.store.sqlite_schema import index_ddl, insert_sql, table_ddl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyarrow as pa
    from pytest_benchmark.fixture import BenchmarkFixture

ACTORS, STATEMENTS = 100_000, 500_000


@pytest.fixture(scope="module")
def tables(drawn: Callable[[int], dict[str, pa.Table]]) -> dict[str, pa.Table]:
    return drawn(ACTORS)


def raw_seconds(path: Path, tables: dict[str, pa.Table]) -> float:
    """What SQLite itself takes: the same rows, as tuples already, in one transaction."""
    rows = {
        name: [
            tuple(LIST_SEPARATOR.join(v) if isinstance(v, list) else v for v in row.values())
            for row in table.to_pylist()
        ]
        for name, table in tables.items()
    }
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")
    began = time.perf_counter()
    connection.execute("BEGIN")
    for name, values in rows.items():
        connection.execute(table_ddl(TABLES[name]))
        connection.executemany(insert_sql(TABLES[name]), values)
        for statement in index_ddl(TABLES[name]):
            connection.execute(statement)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - began
    connection.close()
    return seconds


def test_load_against_the_raw_path(
    benchmark: BenchmarkFixture, tables: dict[str, pa.Table], tmp_path: Path
) -> None:
    """To reach: 1.5 times the raw path of the same run."""
    raw: list[float] = []
    loads: list[float] = []

    def both() -> None:
        place = tmp_path / str(len(raw))
        place.mkdir()
        raw.append(raw_seconds(place / "raw.sqlite", tables))
        store = open_store(str(place / "store.sqlite"), Settings())
        began = time.perf_counter()
        store.load(tables, at="2026-09-01T08:00:00+00:00", by="mesure", reason="chargement")
        loads.append(time.perf_counter() - began)
        store.close()

    benchmark.pedantic(both, rounds=3)  # type: ignore[no-untyped-call]  # it ships no types
    print(
        f"\nload {min(loads):.2f} s, raw path {min(raw):.2f} s: {min(loads) / min(raw):.2f} times"
    )

    assert min(loads) / min(raw) <= 1.5


def test_read_as_arrow(
    benchmark: BenchmarkFixture, tables: dict[str, pa.Table], tmp_path: Path
) -> None:
    """To reach: 0.6 s."""
    store = open_store(str(tmp_path / "store.sqlite"), Settings())
    store.load(tables, at="2026-09-01T08:00:00+00:00", by="mesure", reason="chargement")

    read = benchmark.pedantic(  # type: ignore[no-untyped-call]  # it ships no types
        store.tables, args=(list(tables),), rounds=5, warmup_rounds=1
    )
    store.close()

    assert (read["actors"].num_rows, read["collaborations"].num_rows) == (ACTORS, STATEMENTS)
