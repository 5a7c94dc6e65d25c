"""The session: what it refuses, hides, keeps and verifies, on a SQLite store."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from actors_graph.access import Action, Role, Session, User, View, may, open_session
from actors_graph.errors import NotAllowedError, StoreBrokenError
from actors_graph.model import TABLES, Change, ChangeSet
from actors_graph.settings import Settings
from actors_graph.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from actors_graph.model import Row

AT = "2026-09-01T08:00:00Z"
ACTORS: list[Row] = [
    {"id": "x:a", "name": "Atelier", "kind": "association", "source": "essai"},
    {"id": "x:b", "name": "Bureau", "kind": "association", "source": "essai",
     "visibility": "interne"},
]  # fmt: skip
CONTACT: Row = {"id": "c1", "actor": "x:a", "last_name": "Canari", "email": "canari@exemple.fr"}
TIE: Row = {"id": "t", "a": "x:a", "b": "x:b", "comment": "secret", "source": "essai"}


def created(*rows: tuple[str, Row]) -> ChangeSet:
    changes = tuple(Change(table, str(row["id"]), None, row) for table, row in rows)
    return ChangeSet(changes, "import", AT, "essai")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data_dir=tmp_path / "data", cache_dir=tmp_path / "cache", today=date(2026, 11, 24)
    )


@pytest.fixture
def open_as(settings: Settings) -> Iterator[Callable[[Role], Session]]:
    store = SqliteStore(settings.data_dir / "t.sqlite")
    yield lambda role: Session(store, user=User("essai", role), settings=settings)
    store.remove()


@pytest.fixture
def session(open_as: Callable[[Role], Session]) -> Session:
    opened = open_as(Role.ADMINISTRATOR)
    opened.apply(
        created(
            *(("actors", row) for row in ACTORS), ("contacts", CONTACT), ("collaborations", TIE)
        )
    )
    return opened


def test_every_method_asks_for_its_right(
    session: Session, open_as: Callable[[Role], Session], tmp_path: Path
) -> None:
    reader = open_as(Role.READER)
    calls: dict[Action, list[Callable[[], object]]] = {
        Action.READ_JOURNAL: [reader.journal, lambda: reader.changes(1)],
        Action.WRITE: [
            lambda: reader.apply(created()),
            lambda: reader.load({}, reason=""),
            lambda: reader.describe(title="A"),
        ],
        Action.ERASE: [lambda: reader.erase(created())],
        Action.BACK_UP: [lambda: reader.backup(tmp_path / "s")],
        Action.RESTORE: [lambda: reader.restore(tmp_path / "s")],
    }

    for action, group in calls.items():
        assert not may(reader.user, action)
        for call in group:
            with pytest.raises(NotAllowedError):
                call()
    assert session.revision().number == 1


def test_the_public_view_shows_no_contact_no_internal_field_no_internal_actor(
    session: Session, open_as: Callable[[Role], Session]
) -> None:
    reader = open_as(Role.READER)

    tables = reader.tables(["actors", "contacts", "collaborations"])
    assert reader.view is View.PUBLIC
    assert tables["actors"].column("id").to_pylist() == ["x:a"]
    assert tables["contacts"].num_rows == 0
    assert tables["collaborations"].column("comment").to_pylist() == [None]
    assert session.tables(["collaborations"])["collaborations"].column("comment").to_pylist() == [
        "secret"
    ]
    assert all(tables[name].schema == TABLES[name].arrow_schema for name in tables)


def test_today_is_the_fixed_date_of_a_demonstration(session: Session) -> None:
    assert session.today == date(2026, 11, 24)

    session.describe(as_of="2026-09-01")
    assert session.today == date(2026, 9, 1)


def test_an_unchanged_store_is_backed_up_once(session: Session) -> None:
    """MODEL rule 13: before each import if something changed since the last one; 10 kept."""
    first = session.backup_if_changed()

    assert session.backup_if_changed() == first
    for number in range(12):
        before = {"name": "Atelier" if number == 0 else f"A{number - 1}"}
        change = Change("actors", "x:a", before, {"name": f"A{number}"}, number + 1)
        session.apply(ChangeSet((change,), "correction", AT, "essai"))
        session.backup_if_changed()
    assert len(session.backups.paths()) == 10
    assert first not in session.backups.paths()


def test_a_restored_backup_gives_the_same_hash_and_keeps_what_was_there(
    session: Session, tmp_path: Path
) -> None:
    kept = session.backup(tmp_path / "une.sauvegarde")
    session.apply(created(("themes", {"id": "emploi", "label": "Emploi"})))
    later = session.canonical_hash()

    assert session.restore(tmp_path / "une.sauvegarde") == kept
    assert session.canonical_hash() == kept
    assert session.check().sound
    assert session.restore(session.backups.paths()[-1]) == later


@pytest.mark.parametrize("damage", ["cut", "changed", "other", "empty"])
def test_a_damaged_backup_is_refused_and_nothing_changes(
    session: Session, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "une.sauvegarde"
    before = session.backup(path)
    data = path.read_bytes()
    middle = len(data) // 3
    path.write_bytes(
        {
            "cut": data[:-40],
            "changed": data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :],
            "other": b"bonjour",
            "empty": b"",
        }[damage]
    )

    with pytest.raises(StoreBrokenError, match="vos données n’ont pas changé"):
        session.restore(path)
    assert session.canonical_hash() == before


def test_rule_14_a_write_from_outside_is_seen(session: Session, settings: Settings) -> None:
    session.seal()
    assert session.check().sound

    outside = sqlite3.connect(settings.data_dir / "t.sqlite")
    outside.execute("UPDATE actors SET name = 'Autre' WHERE id = 'x:a'")
    outside.commit()
    outside.close()
    (problem,) = session.check().problems
    assert "sans passer par le programme" in problem


def test_rule_9_an_erased_person_is_in_no_file(session: Session, settings: Settings) -> None:
    """Zero occurrences of the canaries in the store, its log, its backups and the caches."""
    session.backup_if_changed()
    cache = settings.cache_dir / "positions"
    cache.mkdir(parents=True)
    (cache / "p").write_text("Canari")
    session.apply(created(("themes", {"id": "emploi", "label": "Emploi"})))
    session.backup_if_changed()

    change = Change("contacts", "c1", CONTACT, None, 1)
    session.erase(ChangeSet((change,), "effacement", session.now(), "essai"))
    restored = Session(
        SqliteStore(settings.data_dir / "autre.sqlite"),
        user=session.user,
        settings=settings,
    )
    for path in session.backups.paths():
        restored.restore(path)
        assert restored.tables(["contacts"])["contacts"].num_rows == 0
        values = [
            change.after for line in restored.journal() for change in restored.changes(line.seq)
        ]
        assert "Canari" not in str(values)
    restored.close()
    session.close()
    files = [path for path in settings.data_dir.parent.rglob("*") if path.is_file()]
    assert len(files) > 3
    assert not [path for path in files if b"Canari" in path.read_bytes()]
    assert not [path for path in files if b"canari@exemple" in path.read_bytes()]


@pytest.mark.parametrize(
    ("account", "asked", "signed"),
    [
        ("jeanne", "", "jeanne"),
        ("root", "", "utilisateur de cet ordinateur"),
        ("POSTE12$", "", "utilisateur de cet ordinateur"),
        ("root", " Moulins\n", "Moulins"),
    ],
)
def test_a_gesture_is_signed_by_somebody(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, account: str, asked: str, signed: str
) -> None:
    """An account of the system is nobody's name; the settings may give one."""
    monkeypatch.setattr("getpass.getuser", lambda: account)
    with open_session(replace(settings, user_name=asked)) as session:
        assert session.user.name == signed


def test_a_session_opens_where_the_settings_say(settings: Settings) -> None:
    with open_session(settings) as session:
        assert session.location == str(settings.data_dir / "territoire.sqlite")
        assert (session.view, session.engine) == (View.FULL, "sqlite")
