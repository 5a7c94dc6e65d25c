"""Which kind of file a table is: its name, then its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import InputError
from actors_graph.sources import read_tables
from actors_graph.sources.mapping.proposal import proposed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "header", "expected"),
    [
        ("acteurs.csv", "id,nom,type,source", "acteurs"),
        ("2026-03-allier-acteurs.csv", "id,nom,type,source", "acteurs"),
        ("export.csv", "Acteur A;acteur_b;source", "collaborations"),
        ("liens.csv", "source_id,cible_id,type,intensite,formelle,source", "collaborations"),
        ("x.csv", "elu_id,organe_id,fonction,ordre,date_debut,source", "mandats"),
        ("x.csv", "id,libelle,synonymes", "themes"),
        ("contacts.csv", "id,structure,nom", "contacts"),
        ("x.csv", "id,quoi,etat", "suites"),
        ("x.csv", "exercice,dispositif,vote", "budgets"),
        ("x.csv", "acteur,seance,etat", "presences"),
    ],
)
def test_a_file_is_recognised_by_its_name_then_its_columns(
    written: Callable[..., Path], name: str, header: str, expected: str
) -> None:
    (raw,) = read_tables(written(f"{header}\n", name))

    assert proposed(raw).kind == expected


def test_columns_of_no_known_file_are_said(written: Callable[..., Path]) -> None:
    (raw,) = read_tables(written("un,deux\n1,2\n", "x.csv"))

    with pytest.raises(InputError, match="d’aucun fichier connu") as refusal:
        proposed(raw)

    assert refusal.value.remedy


def test_a_field_fed_twice_is_a_clash_unless_it_is_a_list() -> None:
    from actors_graph.model import TABLES
    from actors_graph.sources import placement

    header = ["id", "Parent_ID", "autres_parents", "nom", "NOM", "couleur", ""]
    places = placement(TABLES["territories"], header)

    assert places.fields == {"id": (0,), "parents": (1, 2), "name": (3,)}
    assert places.clashes == ((3, 4),)
    assert places.unplaced == (5,)
