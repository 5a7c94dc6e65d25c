"""A row written by hand: same checks as an import, never over somebody else's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.forms import create_row, edit_row
from actors_graph.errors import ConflictError, InputError
from actors_graph.model import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

ACTORS = TABLES["actors"]


@pytest.fixture
def one(bring: Bring, session: Session) -> Session:
    bring(acteurs="id,nom,type,telephone,source\na,Régie,association,04 70 11 22 33,liste\n")
    return session


def test_a_correction_is_typed_journaled_and_versioned(one: Session) -> None:
    report = edit_row(one, ACTORS, {"phone": "", "siret": "384 138 996 00028"}, id="a", version=1)

    row = one.tables(["actors"])["actors"].to_pylist()[0]
    assert (row["phone"], row["siret"], row["version"]) == (None, "38413899600028", 2)
    assert [problem.severity for problem in report.problems] == ["repaired"]
    assert one.journal()[-1].action == "edit"


def test_nothing_is_written_when_nothing_changes(one: Session) -> None:
    report = edit_row(one, ACTORS, {"name": " Régie "}, id="a", version=1)

    assert report.receipt is None
    assert len(one.journal()) == 1


def test_a_second_writer_is_told(one: Session) -> None:
    edit_row(one, ACTORS, {"name": "Régie neuve"}, id="a", version=1)

    with pytest.raises(ConflictError, match="entre-temps"):
        edit_row(one, ACTORS, {"name": "Autre"}, id="a", version=1)


@pytest.mark.parametrize(
    "texts",
    [
        {"name": ""},
        {"kind": "licorne"},
        {"commune_code": "03190"},
        {"part_of": "zz"},
        {"kind": "elu"},
        {"kind": "elu", "email": "x@exemple.fr"},
    ],
)
def test_a_wrong_value_is_refused(one: Session, texts: dict[str, str]) -> None:
    with pytest.raises(InputError) as refusal:
        edit_row(one, ACTORS, texts, id="a", version=1)

    assert refusal.value.column
    assert len(one.journal()) == 1


def test_a_new_row_takes_an_id_of_its_own(one: Session) -> None:
    texts = {"name": "L’Étoile", "kind": "association", "source": "main"}

    assert create_row(one, ACTORS, texts).id == "loc:l-etoile"
    with pytest.raises(InputError, match="existe déjà"):
        create_row(one, ACTORS, texts)
