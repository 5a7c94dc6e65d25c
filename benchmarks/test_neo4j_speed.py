"""The store in Neo4j, at the size of a région, against the driver alone in the same run.

The raw path writes the same nodes and relationships with the same constraints: `UNWIND` of
batches of 10,000 rows, one transaction a batch, no journal, no check, no mark.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import signal
import time
from typing import TYPE_CHECKING, Any, LiteralString

import pytest
from neo4j import GraphDatabase

from actors_graph.model import TABLES
from actors_graph.model.canonical import rows_of
from actors_graph.settings import Settings
from actors_graph.store.neo4j_server import start
from actors_graph.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa
    from neo4j import ManagedTransaction, Session

ACTORS = 100_000
BATCH = 10_000
NODES: dict[str, LiteralString] = {
    "themes": "UNWIND $rows AS row CREATE (n:Theme) SET n = row",
    "territories": "UNWIND $rows AS row CREATE (n:Territory) SET n = row",
    "actors": "UNWIND $rows AS row CREATE (n:Actor) SET n = row",
}
# Values: id, then the id of the other end.
LINKS: dict[tuple[str, str], LiteralString] = {
    ("territories", "parents"): "UNWIND $rows AS row MATCH (a:Territory {id: row[0]}) "
    "MATCH (b:Territory {id: row[1]}) CREATE (a)-[:PART_OF]->(b)",
    ("actors", "commune_code"): "UNWIND $rows AS row MATCH (a:Actor {id: row[0]}) "
    "MATCH (b:Territory {id: row[1]}) CREATE (a)-[:LOCATED_IN]->(b)",
    ("actors", "themes"): "UNWIND $rows AS row MATCH (a:Actor {id: row[0]}) "
    "MATCH (b:Theme {id: row[1]}) CREATE (a)-[:WORKS_ON]->(b)",
    ("actors", "acts_in"): "UNWIND $rows AS row MATCH (a:Actor {id: row[0]}) "
    "MATCH (b:Territory {id: row[1]}) CREATE (a)-[:ACTS_IN]->(b)",
}
TIES: LiteralString = (
    "UNWIND $rows AS row MATCH (a:Actor {id: row.a}) MATCH (b:Actor {id: row.b}) "
    "CREATE (a)-[r:COLLABORATES_WITH]->(b) SET r = row"
)
EMPTY: tuple[LiteralString, ...] = (
    "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A Neo4j of its own, with the memory that the largest load asks."""
    if not (shutil.which("java") and shutil.which("mvn")):
        pytest.skip("Neo4j needs Java and Maven (apt install default-jre-headless maven)")
    cache = Settings.from_environment().cache_dir
    settings = Settings(data_dir=tmp_path_factory.mktemp("neo4j"), cache_dir=cache)
    running = start(settings)
    yield dataclasses.replace(
        settings, store=running.uri, neo4j_password_file=running.password_file
    )
    # Its data are thrown away: no need for the clean stop, which takes ten seconds.
    os.kill(running.pid, signal.SIGKILL)


@pytest.fixture
def session(server: Settings) -> Iterator[Session]:
    auth = (server.neo4j_user, server.password_for(server.store))
    with GraphDatabase.driver(server.store, auth=auth) as driver, driver.session() as opened:
        yield opened


def test_neo4j_load_against_the_raw_path(
    server: Settings, session: Session, drawn: Callable[[int], dict[str, pa.Table]]
) -> None:
    """To reach: 1.5 times the raw path of the same run. What is read back is what was loaded."""
    tables = drawn(ACTORS)
    warm = drawn(2_000)
    _seconds(lambda: _write_raw(session, warm))
    _empty(session)
    raw = _seconds(lambda: _write_raw(session, tables))
    _empty(session)
    store = open_store(server.store, server)
    load = _seconds(
        lambda: store.load(tables, at="2026-09-01T08:00:00+00:00", by="mesure", reason="chargement")
    )
    read: dict[str, pa.Table] = {}
    reading = _seconds(lambda: read.update(store.tables(list(tables))))
    store.close()
    print(
        f"\nNeo4j: load {load:.1f} s, raw path {raw:.1f} s: {load / raw:.2f} times; "
        f"read back in {reading:.1f} s"
    )

    assert {name: table.num_rows for name, table in read.items()} == {
        name: table.num_rows for name, table in tables.items()
    }
    assert load / raw <= 1.5


def _write_raw(session: Session, tables: dict[str, pa.Table]) -> None:
    for label in ("Theme", "Territory", "Actor"):
        session.run(_constraint(label)).consume()
    for name, query in NODES.items():
        _unwind(session, query, _properties(name, tables[name]))
    for (name, field), query in LINKS.items():
        _unwind(session, query, _references(tables[name], field))
    session.run(
        "CREATE CONSTRAINT raw_ties IF NOT EXISTS "
        "FOR ()-[r:COLLABORATES_WITH]-() REQUIRE r.id IS UNIQUE"
    ).consume()
    _unwind(session, TIES, _properties("collaborations", tables["collaborations"]))


def _constraint(label: LiteralString) -> LiteralString:
    return (
        "CREATE CONSTRAINT raw_"
        + label.lower()
        + " IF NOT EXISTS FOR (n:"
        + label
        + ") REQUIRE n.id IS UNIQUE"
    )


def _unwind(session: Session, query: LiteralString, rows: list[Any]) -> None:
    for start_row in range(0, len(rows), BATCH):
        part = rows[start_row : start_row + BATCH]
        session.execute_write(_run, query, part)


def _run(tx: ManagedTransaction, query: LiteralString, rows: list[Any]) -> None:
    tx.run(query, rows=rows).consume()


def _properties(name: str, table: pa.Table) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in row.items() if value is not None}
        for row in rows_of(TABLES[name], table)
    ]


def _references(table: pa.Table, field: str) -> list[list[str]]:
    prefix = "com:" if field == "commune_code" else ""
    values = zip(table.column("id").to_pylist(), table.column(field).to_pylist(), strict=True)
    return [
        [row_id, f"{prefix}{other}"]
        for row_id, value in values
        for other in (value if isinstance(value, list) else [value])
        if other is not None
    ]


def _empty(session: Session) -> None:
    for query in EMPTY:
        session.run(query).consume()
    for record in list(session.run("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'raw_'")):
        session.run("DROP CONSTRAINT " + record["name"]).consume()


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
