"""What only the Neo4j store does: relationships drawn, other people's data, loads, lost servers."""

from __future__ import annotations

import dataclasses
import random
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from actors_graph.errors import StoreBrokenError, StoreError, StoreUnavailableError
from actors_graph.model import NODES, TABLES, Change, ChangeSet, FieldType
from actors_graph.model.canonical import rows_of
from actors_graph.store import neo4j_store
from actors_graph.store.neo4j_store import Neo4jStore
from actors_graph.store.neo4j_write import write_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import LiteralString

    from neo4j import Driver, Transaction

    from actors_graph.model import Row
    from actors_graph.settings import Settings

    Cypher = Callable[..., list[list[Any]]]

pytestmark = pytest.mark.neo4j
AT = "2026-09-01T08:00:00Z"
# A small world in which everything refers to something else.
WORLD: tuple[tuple[str, Row], ...] = (
    ("territories", {"id": "com:03190", "kind": "commune", "name": "M", "parents": ["dep:03"]}),
    ("territories", {"id": "dep:03", "kind": "departement", "name": "A"}),
    ("themes", {"id": "emploi", "label": "Emploi", "parent": "social"}),
    ("themes", {"id": "social", "label": "Social"}),
    ("actors", {"id": "inst", "name": "I", "kind": "collectivite", "source": "e"}),
    (
        "actors",
        {
            "id": "dir",
            "name": "D",
            "kind": "service_public",
            "part_of": "inst",
            "commune_code": "03190",
            "themes": ["emploi", "social"],
            "acts_in": ["dep:03", "com:03190"],
            "steward": "dep:03",
            "source": "e",
        },
    ),
    ("contacts", {"id": "c", "actor": "dir", "last_name": "X"}),
    ("committees", {"id": "k", "name": "K", "level": "local", "territory": "dep:03"}),
    ("meetings", {"id": "s", "kind": "comite", "held_on": "2026-01-01", "committee": "k"}),
    ("followups", {"id": "f", "what": "?", "state": "a_faire", "actor": "dir", "meeting": "s"}),
)


@pytest.fixture
def cypher(neo4j_database: Settings) -> Iterator[Cypher]:
    """Rows of a query sent by hand, as a colleague would in Neo4j Browser."""
    from neo4j import GraphDatabase

    uri = neo4j_database.store
    auth = (neo4j_database.neo4j_user, neo4j_database.password_for(uri))
    with GraphDatabase.driver(uri, auth=auth) as driver:
        yield lambda text, **values: sent(driver, text, values)


def sent(driver: Driver, text: LiteralString, values: dict[str, Any]) -> list[list[Any]]:
    with driver.session() as session:
        return session.run(text, values).values()


@pytest.fixture
def store(neo4j_database: Settings) -> Iterator[Neo4jStore]:
    opened = Neo4jStore(neo4j_database.store, neo4j_database)
    yield opened
    opened.close()


def apply(store: Neo4jStore, *changes: Change) -> None:
    store.apply(ChangeSet(changes, "essai", AT, "essai"))


def created(table: str, row: Row) -> Change:
    return Change(table, str(row["id"]), None, row)


def drawn(cypher: Cypher) -> set[tuple[str, str, str]]:
    """The relationships that stand for references: from, type, to."""
    types = sorted({field.relation for table in NODES for field in table.fields if field.relation})
    found = cypher(
        "MATCH (a)-[r]->(b) WHERE type(r) IN $types RETURN a.id, type(r), b.id", types=types
    )
    assert len(found) == len({tuple(row) for row in found})
    return {(row[0], row[1], row[2]) for row in found}


def referred(store: Neo4jStore) -> set[tuple[str, str, str]]:
    """The same, read from the columns: each reference to a row that exists."""
    tables = store.tables([table.name for table in NODES])
    known = {name: set(rows.column("id").to_pylist()) for name, rows in tables.items()}
    found = set()
    for table in NODES:
        for row in rows_of(table, tables[table.name]):
            for field in table.fields:
                value = row[field.name] if field.relation else None
                for item in value if isinstance(value, list) else [value]:
                    target = f"com:{item}" if field.name == "commune_code" else item
                    if any(target in known[name] for name in field.refers_to):
                        found.add((str(row["id"]), field.relation, str(target)))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_references_are_drawn_in_whatever_order_rows_arrive(
    store: Neo4jStore, cypher: Cypher, seed: int
) -> None:
    draw = random.Random(seed)
    rows = draw.sample(WORLD, len(WORLD))
    together = draw.randint(1, 4)

    for start in range(0, len(rows), together):
        part = rows[start : start + together]
        apply(store, *(created(table, row) for table, row in part))
    assert drawn(cypher) == referred(store)
    assert len(drawn(cypher)) == 14


def test_references_follow_what_changes_and_what_goes(store: Neo4jStore, cypher: Cypher) -> None:
    apply(store, *(created(table, row) for table, row in WORLD))
    apply(
        store,
        Change("actors", "dir", {}, {"themes": ["social"], "part_of": None, "acts_in": None}),
        Change("themes", "emploi", {"parent": "social"}, {"parent": None}),
    )
    assert drawn(cypher) == referred(store)
    assert ("dir", "WORKS_ON", "emploi") not in drawn(cypher)

    # A row may go while others still name it; if it comes back, they are tied again.
    before = drawn(cypher)
    apply(store, Change("territories", "dep:03", {}, None))
    assert drawn(cypher) == referred(store) < before
    apply(store, created("territories", WORLD[1][1]))
    assert drawn(cypher) == before


def test_a_load_draws_the_same_references(store: Neo4jStore, cypher: Cypher) -> None:
    by_table: dict[str, list[Row]] = {}
    for table, row in WORLD:
        by_table.setdefault(table, []).append(row)
    schemas = {name: TABLES[name].arrow_schema for name in by_table}
    tables = {
        name: pa.Table.from_pylist([dict(row) for row in rows], schema=schemas[name])
        for name, rows in by_table.items()
    }

    store.load(
        {name: rows.drop_columns(["version"]) for name, rows in tables.items()},
        at=AT,
        by="essai",
        reason="",
    )
    assert drawn(cypher) == referred(store)
    assert len(drawn(cypher)) == 14


def test_inhabitants_attend_from_the_one_node(store: Neo4jStore, cypher: Cypher) -> None:
    rows: list[tuple[str, Row]] = [
        ("meetings", {"id": "s", "kind": "comite", "held_on": "2026-01-01"}),
        ("attendances", {"id": "1", "meeting": "s", "state": "present", "people": 12}),
        ("attendances", {"id": "2", "meeting": "s", "state": "present", "people": 3}),
    ]
    apply(store, *(created(table, row) for table, row in rows))

    found = cypher("MATCH (h:Inhabitants)-[t:ATTENDED]->(:Meeting) RETURN count(h), sum(t.people)")
    assert found == [[2, 15]]
    assert cypher("MATCH (h:Inhabitants) RETURN count(h)") == [[1]]
    assert store.tables(["attendances"])["attendances"].column("actor").to_pylist() == [None] * 2


def test_a_tie_whose_end_changes_keeps_the_rest(store: Neo4jStore, cypher: Cypher) -> None:
    actors = [created("actors", {**WORLD[4][1], "id": name}) for name in "abc"]
    tie: Row = {"id": "t", "a": "a", "b": "b", "level": 2, "comment": "c", "source": "e"}
    apply(store, *actors, created("collaborations", tie))

    apply(store, Change("collaborations", "t", {"b": "b", "level": 2}, {"b": "c", "level": 3}, 1))
    found = cypher("MATCH (x)-[r:COLLABORATES_WITH]->(y) RETURN x.id, y.id, properties(r)")
    assert found == [["a", "c", {**tie, "b": "c", "level": 3, "version": 2}]]


def test_an_end_that_is_not_there_is_refused(store: Neo4jStore) -> None:
    apply(store, created("actors", WORLD[4][1]))
    row: Row = {"id": "p", "actor": "inst", "target": "nowhere", "role": "membre"}

    with pytest.raises(StoreError, match="n’existe pas"):
        apply(store, created("participations", row))
    assert store.revision().number == 1


def test_data_of_others_are_refused_then_left_alone(
    neo4j_database: Settings, cypher: Cypher
) -> None:
    cypher("CREATE (:Livre {titre: 'A'})-[:DE]->(:Auteur {nom: 'B'})")
    with pytest.raises(StoreError, match=r"d’autres données \(Auteur, Livre\).*ALLOW_FOREIGN=oui"):
        Neo4jStore(neo4j_database.store, neo4j_database)

    allowed = dataclasses.replace(neo4j_database, neo4j_allow_foreign=True)
    store = Neo4jStore(allowed.store, allowed)
    apply(store, *(created(table, row) for table, row in WORLD))
    store.fill(store.dump())
    store.close()
    # Once the database is ours, a colleague need not allow it again.
    Neo4jStore(neo4j_database.store, neo4j_database).close()
    assert cypher("MATCH (l:Livre)-[:DE]->(a:Auteur) RETURN l.titre, a.nom") == [["A", "B"]]


def test_nodes_named_like_ours_are_somebody_elses(neo4j_database: Settings, cypher: Cypher) -> None:
    cypher("CREATE (:Actor {name: 'Chaplin'})")

    allowed = dataclasses.replace(neo4j_database, neo4j_allow_foreign=True)
    with pytest.raises(StoreError, match=r"mêmes noms que les nôtres \(Actor\)"):
        Neo4jStore(allowed.store, allowed)
    assert cypher("MATCH (n) RETURN count(n)") == [[1]]


def test_a_load_that_was_interrupted_is_not_read_and_starts_again(
    store: Neo4jStore, cypher: Cypher
) -> None:
    cypher("MATCH (s:Store) SET s.loading = true")
    cypher("CREATE (:Actor {id: 'half', version: 1})")
    reads: list[Callable[[], object]] = [
        lambda: store.tables(["actors"]),
        store.revision,
        store.dump,
        lambda: apply(store, created("actors", WORLD[4][1])),
    ]
    for read in reads:
        with pytest.raises(StoreBrokenError, match="s’est interrompu"):
            read()

    actors = pa.Table.from_pylist([dict(WORLD[4][1])])
    store.load({"actors": actors}, at=AT, by="essai", reason="")
    assert store.tables(["actors"])["actors"].column("id").to_pylist() == ["inst"]
    assert store.revision().number == 1


def test_rule_11_an_operation_too_large_is_refused_at_once(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pool of a heap of 512 MB is about 350 MB; trying again would not make it larger."""
    attempts = []

    def counted(tx: Transaction, changes: Sequence[Change]) -> None:
        attempts.append(len(changes))
        write_changes(tx, changes)

    monkeypatch.setattr(neo4j_store, "write_changes", counted)
    long = "d" * 10_000
    rows = [{**WORLD[4][1], "id": f"a{number}", "description": long} for number in range(20_000)]

    with pytest.raises(StoreError, match=r"trop grande.*NEO4J_HEAP=2g"):
        apply(store, *(created("actors", row) for row in rows))
    assert attempts == [20_000]
    assert store.revision().number == 0
    assert store.tables(["actors"])["actors"].num_rows == 0


def test_a_wrong_password_names_the_settings(neo4j_server: Settings) -> None:
    wrong = dataclasses.replace(neo4j_server, neo4j_password="faux")  # noqa: S106  refused on purpose

    with pytest.raises(StoreUnavailableError, match=r"n’accepte pas ce compte.*PASSWORD_FILE"):
        Neo4jStore(wrong.store, wrong)


def test_an_absent_database_names_the_setting(neo4j_server: Settings) -> None:
    other = dataclasses.replace(neo4j_server, neo4j_database="absente")

    with pytest.raises(StoreUnavailableError, match="NEO4J_DATABASE"):
        Neo4jStore(other.store, other)


def test_a_server_that_is_not_there_says_how_to_start_it(neo4j_server: Settings) -> None:
    away = dataclasses.replace(neo4j_server, store="bolt://127.0.0.1:9")

    with pytest.raises(StoreUnavailableError, match=r"ne répond pas.*neo4j start"):
        Neo4jStore(away.store, away)


def test_lists_and_numbers_come_back_with_their_types(store: Neo4jStore) -> None:
    apply(store, *(created(table, row) for table, row in WORLD))

    for name, rows in store.tables(list(TABLES)).items():
        assert rows.schema == TABLES[name].arrow_schema
    lists = [f.name for f in TABLES["actors"].fields if f.type is FieldType.LIST]
    assert lists == ["themes", "acts_in"]
