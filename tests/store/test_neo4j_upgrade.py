"""MODEL rule 12 on Neo4j: an older database is kept, then upgraded in place."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.errors import StoreBrokenError
from actors_graph.model import Change, ChangeSet
from actors_graph.store.backup import read_backup
from actors_graph.store.journal import broken_links
from actors_graph.store.neo4j_store import Neo4jStore
from actors_graph.store.upgrades import UPGRADERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from actors_graph.model import Row
    from actors_graph.settings import Settings

pytestmark = pytest.mark.neo4j
AT = "2026-09-01T08:00:00Z"
ROWS: tuple[tuple[str, Row], ...] = (
    ("themes", {"id": "emploi", "label": "Emploi", "synonyms": ["travail"]}),
    ("actors", {"id": "a", "name": "A", "kind": "autre", "themes": ["emploi"], "source": "e"}),
    ("actors", {"id": "b", "name": "B", "kind": "autre", "source": "e"}),
    ("collaborations", {"id": "t", "a": "a", "b": "b", "level": 2, "source": "e"}),
)


@pytest.fixture
def settings(neo4j_database: Settings, tmp_path: Path) -> Settings:
    """The same database, its backups in a folder of the test."""
    password = neo4j_database.password_for(neo4j_database.store)
    return dataclasses.replace(neo4j_database, data_dir=tmp_path, neo4j_password=password)


@pytest.fixture
def reached(settings: Settings) -> Iterator[str]:
    """The hash of a database that version 0 would have left: a label had another name."""
    from neo4j import GraphDatabase

    store = Neo4jStore(settings.store, settings)
    changes = tuple(Change(table, str(row["id"]), None, row) for table, row in ROWS)
    store.apply(ChangeSet(changes, "essai", AT, "essai"))
    before = store.canonical_hash()
    store.close()
    auth = (settings.neo4j_user, settings.neo4j_password)
    with GraphDatabase.driver(settings.store, auth=auth) as driver:
        driver.execute_query("MATCH (t:Theme) SET t.intitule = t.label REMOVE t.label")
        driver.execute_query("MATCH (s:Store) SET s.schema_version = 0")
        yield before
        driver.execute_query("MATCH (s:Store) SET s.schema_version = 1")


def rename_label(records: dict[str, Any]) -> dict[str, Any]:
    rows = records["tables/themes.jsonl"]
    named = [{("label" if k == "intitule" else k): v for k, v in row.items()} for row in rows]
    return {**records, "tables/themes.jsonl": named}


def test_rule_12_an_older_database_is_kept_then_upgraded(
    settings: Settings, reached: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Neo4jStore(settings.store, settings, upgraders={0: rename_label})

    assert store.canonical_hash() == reached
    assert (store.info().schema_version, store.revision().number) == (1, 1)
    assert broken_links(store.journal(), store.payloads()) == []
    assert {change.id for change in store.changes(1)} == {"emploi", "a", "b", "t"}
    store.close()
    (kept,) = settings.data_dir.rglob("avant-mise-a-jour-v0.sauvegarde")
    monkeypatch.setitem(UPGRADERS, 0, rename_label)
    assert read_backup(kept).tables["themes"].column("label").to_pylist() == ["Emploi"]


def test_rule_12_one_that_cannot_be_upgraded_is_left_as_it_was(
    settings: Settings, reached: str
) -> None:
    with pytest.raises(StoreBrokenError, match="version ancienne"):
        Neo4jStore(settings.store, settings, upgraders={})

    store = Neo4jStore(settings.store, settings, upgraders={0: rename_label})
    assert store.canonical_hash() == reached
    store.close()
