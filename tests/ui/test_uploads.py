"""The name that a browser sends is never a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.ui.uploads import files_on_disk, safe_name

if TYPE_CHECKING:
    from pathlib import Path


class Sent:
    def __init__(self, name: str, content: bytes = b"id;nom\n") -> None:
        self.name = name
        self._content = content

    def getvalue(self) -> bytes:
        return self._content


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\windows\\acteurs.csv", "acteurs.csv"),
        ("", "fichier.csv"),
        ("...", "fichier.csv"),
        ("a\x00b\n.csv", "ab .csv"),
        ("Liste d’acteurs.csv", "Liste d’acteurs.csv"),
    ],
    ids=["up", "windows", "empty", "dots", "control", "plain"],
)
def test_name_keeps_its_last_part(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept


@given(st.text(max_size=300))
def test_any_name_stays_in_its_folder(name: str) -> None:
    with files_on_disk([Sent(name), Sent(name)]) as paths:
        assert len({path.parent for path in paths}) == 2
        assert all(path.read_bytes() == b"id;nom\n" for path in paths)
        kept: list[Path] = paths

    assert not any(path.exists() for path in kept)
