"""Backups: whole, private, refused when damaged anywhere."""

from __future__ import annotations

import dataclasses
import random
from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import StoreBrokenError, StoreUnavailableError
from actors_graph.model import Change, ChangeSet
from actors_graph.store.backup import read_backup, write_backup
from actors_graph.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from actors_graph.model import Row
    from actors_graph.store.contract import Dump

AT = "2026-09-01T08:00:00Z"


@pytest.fixture
def dump(tmp_path: Path) -> Iterator[Dump]:
    store = SqliteStore(tmp_path / "t.sqlite")
    for number in range(40):
        row: Row = {
            "id": f"t{number}",
            "label": f"Thème {number} \u2028 fin",
            "synonyms": ["a", "b"],
        }
        change = Change("themes", f"t{number}", None, row)
        store.apply(ChangeSet((change,), "essai", AT, "essai"))
    yield store.dump()
    store.remove()


def test_rule_13_a_backup_reads_back_as_it_was(dump: Dump, tmp_path: Path) -> None:
    path = tmp_path / "a" / "une.sauvegarde"
    write_backup(dump, path, at=AT)

    back = read_backup(path)
    assert back.tables == dump.tables
    assert list(back.payloads) == list(dump.payloads)
    assert back.operations == dump.operations
    assert (back.info, back.revision) == (dump.info, dump.revision)
    assert path.stat().st_mode & 0o777 == 0o600


def test_every_bit_and_every_length_counts(dump: Dump, tmp_path: Path) -> None:
    """200 bit flips and 50 cuts, drawn: refused, or (a byte nobody reads) the same content."""
    path = tmp_path / "une.sauvegarde"
    write_backup(dump, path, at=AT)
    data = path.read_bytes()
    draw = random.Random(2012)
    flips = [(draw.randrange(len(data)), 1 << draw.randrange(8)) for _ in range(200)]
    damaged = [data[:i] + bytes([data[i] ^ bit]) + data[i + 1 :] for i, bit in flips]
    damaged += [data[: draw.randrange(len(data))] for _ in range(50)]

    refused = 0
    for content in damaged:
        path.write_bytes(content)
        try:
            assert read_backup(path).tables == dump.tables
        except StoreBrokenError:
            refused += 1
    assert refused > 200


def test_a_backup_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="Vérifiez son nom"):
        read_backup(tmp_path / "absente")


def test_a_backup_that_cannot_be_written_leaves_nothing(dump: Dump, tmp_path: Path) -> None:
    (tmp_path / "plat").write_text("")

    with pytest.raises(StoreUnavailableError, match="la place qui reste"):
        write_backup(dump, tmp_path / "plat" / "une.sauvegarde", at=AT)
    assert [path.name for path in tmp_path.iterdir() if "partiel" in path.name] == []


def test_a_backup_of_a_newer_program_is_refused(dump: Dump, tmp_path: Path) -> None:
    path = tmp_path / "une.sauvegarde"
    newer = dataclasses.replace(dump, info=dataclasses.replace(dump.info, schema_version=99))
    write_backup(newer, path, at=AT)

    with pytest.raises(StoreBrokenError, match="plus récente"):
        read_backup(path)
