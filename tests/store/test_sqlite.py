"""What only the SQLite store promises: one file, its faults, its upgrades."""

from __future__ import annotations

import itertools
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.errors import StoreBrokenError, StoreBusyError, StoreUnavailableError
from actors_graph.model import Change, ChangeSet
from actors_graph.store import sqlite_file
from actors_graph.store.places import file_system_of
from actors_graph.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.model import Row

AT = "2026-09-01T08:00:00Z"
THEME = {"id": "emploi", "label": "Emploi", "synonyms": ["travail", "insertion"]}
MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\n"
    "srv:/a /mnt nfs4 rw 0 0\n"
    "/dev/b /mnt/local ext4 rw 0 0\n"
    "//s/p /mes\\040docs cifs rw 0 0\n"
)


def write_theme(store: SqliteStore) -> None:
    change = Change("themes", "emploi", None, dict(THEME))  # type: ignore[arg-type]  # plain values
    store.apply(ChangeSet((change,), "essai", AT, "essai"))


def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    path.write_bytes(b"bonjour" * 1000)

    with pytest.raises(StoreBrokenError, match="Restaurez une sauvegarde"):
        SqliteStore(path)
    assert path.read_bytes() == b"bonjour" * 1000


def test_a_folder_that_is_a_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "plat").write_text("")

    with pytest.raises(StoreUnavailableError, match="ACTORS_GRAPH_DATA_DIR"):
        SqliteStore(tmp_path / "plat" / "t.sqlite")


def test_a_second_writer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "_PATIENCE_S", 0.05)
    store = SqliteStore(tmp_path / "t.sqlite")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreBusyError, match="Un autre programme écrit"):
            write_theme(store)
        other.execute("ROLLBACK")
    write_theme(store)
    assert store.revision().number == 1
    store.close()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/a/t.sqlite", "ext4"),
        ("/mnt/t.sqlite", "nfs4"),
        ("/mnt/local/t.sqlite", "ext4"),
        ("/mes docs/t.sqlite", "cifs"),
    ],
)
def test_the_longest_mount_point_above_tells_the_file_system(path: str, expected: str) -> None:
    assert file_system_of(PurePosixPath(path), MOUNTS) == expected


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "t.sqlite")
    store.close()
    with closing(sqlite3.connect(store.path)) as file:
        file.execute("UPDATE store SET schema_version = 99")
        file.commit()

    with pytest.raises(StoreBrokenError, match="plus récente"):
        SqliteStore(store.path)


def rename_label(records: dict[str, Any]) -> dict[str, Any]:
    rows = records["tables/themes.jsonl"]
    renamed = [{**row, "label": row["intitule"]} for row in rows]
    for row in renamed:
        del row["intitule"]
    return {**records, "tables/themes.jsonl": renamed}


def older_file(path: Path) -> str:
    """A file as version 0 would have left it: the label of a theme had another name."""
    store = SqliteStore(path)
    write_theme(store)
    reached = store.canonical_hash()
    store.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("ALTER TABLE themes RENAME COLUMN label TO intitule")
        # A table of somebody else's, under a name that is a trap.
        file.execute('CREATE TABLE "x"" ; DROP TABLE themes; --" (a)')
        file.execute("UPDATE store SET schema_version = 0")
        file.commit()
    return reached


def test_rule_12_an_older_file_is_copied_then_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    expected = older_file(path)

    store = SqliteStore(path, upgraders={0: rename_label})
    assert store.canonical_hash() == expected
    assert (store.info().schema_version, store.revision().number) == (1, 1)
    assert [change.id for change in store.changes(1)] == ["emploi"]
    store.close()
    with closing(sqlite3.connect(f"{path}.sauvegardes/avant-mise-a-jour-v0.sqlite")) as copy:
        assert copy.execute("SELECT intitule FROM themes").fetchall() == [("Emploi",)]


def test_rule_12_an_older_file_that_cannot_be_upgraded_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    expected = older_file(path)

    with pytest.raises(StoreBrokenError, match="version ancienne"):
        SqliteStore(path, upgraders={})
    store = SqliteStore(path, upgraders={0: rename_label})
    assert store.canonical_hash() == expected
    store.close()


def test_two_stores_of_one_file_see_each_other(tmp_path: Path) -> None:
    first, second = SqliteStore(tmp_path / "t.sqlite"), SqliteStore(tmp_path / "t.sqlite")

    write_theme(first)
    first.close()
    assert second.tables(["themes"])["themes"].num_rows == 1
    second.close()


def test_a_reader_beside_a_writer_of_the_same_process_sees_whole_operations(
    tmp_path: Path,
) -> None:
    """Each operation adds an actor and its tie: a snapshot has one actor more than ties.

    It fails within a hundred reads where a writer may empty the log under a reader.
    """
    store = SqliteStore(tmp_path / "t.sqlite")
    hub: Row = {"id": "hub", "name": "Hub", "kind": "autre", "source": "e"}
    store.apply(ChangeSet((Change("actors", "hub", None, hub),), "essai", AT, "essai"))
    done, whole = threading.Event(), True

    def write() -> None:
        for number in itertools.count():
            if done.is_set():
                return
            actor: Row = {"id": f"a{number}", "name": "A", "kind": "autre", "source": "e"}
            tie: Row = {"id": f"t{number}", "a": "hub", "b": f"a{number}", "source": "e"}
            pair = (("actors", actor), ("collaborations", tie))
            changes = tuple(Change(table, str(row["id"]), None, row) for table, row in pair)
            store.apply(ChangeSet(changes, "essai", AT, "essai"))

    with ThreadPoolExecutor(1) as pool:
        writer = pool.submit(write)
        for _ in range(400):
            tables = store.tables(["actors", "collaborations"])
            whole = tables["actors"].num_rows == tables["collaborations"].num_rows + 1
            if not whole:
                break
        done.set()
        writer.result()
    assert whole
    assert store.revision().number > 1
    store.close()
