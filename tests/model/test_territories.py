"""The stored territories laid over the reference."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.errors import InputError
from actors_graph.model import TABLES
from actors_graph.model.geography import geography
from actors_graph.model.territories import TerritoryTree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FRANCE = geography()
ALLIER = FRANCE.communes_of("dep:03")
communes = st.sampled_from(ALLIER)


def stored(*rows: Mapping[str, object]) -> pa.Table:
    """A table of territories: what a row does not say is empty."""
    schema = TABLES["territories"].arrow_schema
    whole = [{"kind": "bassin", "name": str(row["id"]), "version": 1} | dict(row) for row in rows]
    return pa.Table.from_pylist(whole, schema=schema)


def test_reference_alone_is_a_tree() -> None:
    tree = TerritoryTree()

    assert tree.communes("dep:03") == frozenset(ALLIER)
    assert tree.members("com:03190") == {"com:03190"}
    assert tree.ancestors("com:03190") == {"arr:032", "epci:200071140", "dep:03", "reg:84"}
    assert tree.name("arr:033") == "Vichy"
    assert list(tree) == []


def test_bassin_holds_the_communes_of_its_list() -> None:
    tree = TerritoryTree(
        stored({"id": "bassin:vichy", "name": "Bassin de Vichy", "communes": ["03310", "03095"]})
    )

    assert tree.members("bassin:vichy") == {"bassin:vichy", "com:03310", "com:03095"}
    assert tree.communes("bassin:vichy") == {"03310", "03095"}
    assert "bassin:vichy" in tree.ancestors("com:03095")
    assert "bassin:vichy" not in tree.members("dep:03")
    assert tree.name("bassin:vichy") == "Bassin de Vichy"


def test_old_code_in_a_list_is_the_commune_of_today() -> None:
    tree = TerritoryTree(stored({"id": "bassin:a", "communes": ["03199"]}))

    assert tree.communes("bassin:a") == {"03315"}


def test_stored_territory_is_below_its_parents() -> None:
    """A quarter of a commune is inside all that holds the commune, a bassin among them."""
    tree = TerritoryTree(
        stored(
            {"id": "qpv:QN00301M", "kind": "qpv", "parents": ["com:03310"]},
            {"id": "bassin:vichy", "communes": ["03310"], "parents": ["dep:03"]},
        )
    )

    for above in ("com:03310", "bassin:vichy", "arr:033", "dep:03", "reg:84"):
        assert "qpv:QN00301M" in tree.members(above)
    assert "bassin:vichy" in tree.members("dep:03")
    assert "qpv:QN00301M" not in tree.members("arr:032")


def test_stored_parent_replaces_that_of_its_kind() -> None:
    """Moulins joins another EPCI: it leaves the first and keeps its arrondissement."""
    tree = TerritoryTree(
        stored(
            {"id": "com:03190", "kind": "commune", "name": "Moulins", "parents": ["epci:neuf"]},
            {"id": "epci:neuf", "kind": "epci", "parents": ["dep:03"]},
        )
    )

    assert "com:03190" in tree.members("epci:neuf")
    assert "com:03190" not in tree.members("epci:200071140")
    assert "com:03190" in tree.members("arr:032")
    assert "epci:200071140" not in tree.ancestors("com:03190")


def test_stored_row_wins_over_the_reference() -> None:
    tree = TerritoryTree(
        stored({"id": "dep:03", "kind": "departement", "name": "L’Allier", "population": 1})
    )
    territory = tree.territory("dep:03")

    assert territory is not None
    assert (tree.name("dep:03"), territory.population) == ("L’Allier", 1)
    assert len(tree.communes("dep:03")) == 317


def test_unknown_territory_is_alone() -> None:
    tree = TerritoryTree()

    assert tree.members("bassin:nulle-part") == {"bassin:nulle-part"}
    assert tree.ancestors("bassin:nulle-part") == frozenset()
    assert tree.name("bassin:nulle-part") == "bassin:nulle-part"
    assert tree.territory("bassin:nulle-part") is None


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"id": "bassin:a", "parents": ["bassin:a"]}], "se contient lui-même"),
        (
            [
                {"id": "bassin:a", "name": "Amont", "parents": ["bassin:b"]},
                {"id": "bassin:b", "name": "Aval", "parents": ["bassin:a"]},
            ],
            "A(mont|val).* et .*A(mont|val).* se contiennent",
        ),
        ([{"id": "dep:03", "kind": "departement", "parents": ["com:03190"]}], "Moulins"),
        ([{"id": "perso:a", "communes": ["03190"], "parents": ["com:03190"]}], "Moulins"),
    ],
)
def test_territory_inside_itself_is_refused(rows: list[dict[str, object]], said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        TerritoryTree(stored(*rows))

    assert "parents" in refused.value.remedy


@given(communes)
def test_members_of_what_holds_are_more(code: str) -> None:
    tree = TerritoryTree()
    above = tree.ancestors(f"com:{code}")

    for higher in above:
        assert f"com:{code}" in tree.members(higher)
        for highest in tree.ancestors(higher):
            assert tree.members(highest) > tree.members(higher)


@given(st.lists(st.frozensets(communes, min_size=1, max_size=9), max_size=5))
def test_members_and_ancestors_say_the_same(lists: list[frozenset[str]]) -> None:
    rows = [
        {"id": f"perso:{n}", "kind": "perso", "communes": sorted(c)} for n, c in enumerate(lists)
    ]
    tree = TerritoryTree(stored(*rows))
    ids = {*tree, *(f"com:{code}" for found in lists for code in found), "dep:03"}

    for a in ids:
        for b in ids:
            assert (a in tree.members(b)) == (a == b or b in tree.ancestors(a))


@pytest.mark.shared
def test_real_territories_share_out_the_allier(shared: Path) -> None:
    """Its 3 employment zones (80, 101, 136 communes) and its 22 living areas: SOURCES, DATA §1."""
    with (shared / "data/allier-real/territoires.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    tree = TerritoryTree(stored(*map(_stored_row, rows)))
    zones = [tree.communes(i) for i in tree if i.startswith("ze:")]
    areas = [tree.communes(i) for i in tree if i.startswith("bv:")]

    assert sorted(map(len, zones)) == [80, 101, 136]
    assert frozenset().union(*zones) == frozenset().union(*areas) == frozenset(ALLIER)
    assert sum(map(len, areas)) == 317


def _stored_row(row: dict[str, str]) -> dict[str, object]:
    parents = (row["parent_id"], *row["autres_parents"].split("|"))
    return {
        "id": row["id"],
        "kind": row["type"],
        "name": row["nom"],
        "parents": [parent for parent in parents if parent],
    }
