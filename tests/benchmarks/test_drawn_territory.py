"""The territories on which the benchmarks measure: rows that a store and a network accept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyarrow.compute as pc
import pytest
from territory import territory

from actors_graph.model import TABLES
from actors_graph.model.canonical import canonical_hash, rows_of
from actors_graph.model.ids import tie_id
from actors_graph.settings import Settings
from actors_graph.store.opening import open_store
from actors_graph.text import fold

if TYPE_CHECKING:
    from pathlib import Path

N = 700
DRAWN = territory(N)


def test_drawn_tables_have_the_sizes_and_schemas_of_the_model() -> None:
    assert {name: table.schema for name, table in DRAWN.items()} == {
        name: TABLES[name].arrow_schema for name in DRAWN
    }
    assert DRAWN["actors"].num_rows == N
    assert DRAWN["collaborations"].num_rows == 5 * N


def test_same_seed_draws_the_same_rows() -> None:
    assert all(territory(N)[name].equals(table) for name, table in DRAWN.items())
    assert not territory(N, seed=1)["collaborations"].equals(DRAWN["collaborations"])


def test_drawn_rows_have_what_the_model_requires() -> None:
    for name, table in DRAWN.items():
        ids = table.column("id").to_pylist()
        assert ids == sorted(set(ids))
        for field in TABLES[name].fields:
            values = pc.drop_null(table.column(field.name))
            if field.required:
                assert len(values) == table.num_rows
            if field.values:
                assert set(values.to_pylist()) <= {member.value for member in field.values}


def test_references_of_drawn_rows_are_resolved() -> None:
    known = {row_id for table in DRAWN.values() for row_id in table.column("id").to_pylist()}
    for name, table in DRAWN.items():
        for field in TABLES[name].fields:
            for value in table.column(field.name).to_pylist() if field.refers_to else ():
                for reference in value if isinstance(value, list) else [value]:
                    prefix = "com:" if field.name == "commune_code" else ""
                    assert reference is None or f"{prefix}{reference}" in known


def test_statements_have_the_ids_of_the_model() -> None:
    table = TABLES["collaborations"]
    for row in list(rows_of(table, DRAWN["collaborations"]))[::50]:
        assert row["id"] == tie_id(table, row)
        assert str(row["a"]) < str(row["b"])


def test_pair_is_stated_at_most_once_by_each_side() -> None:
    said = zip(*(DRAWN["collaborations"].column(c).to_pylist() for c in ("a", "b")), strict=True)
    pairs = Counter(said)

    assert max(pairs.values()) == 2
    assert 0.1 < sum(n == 2 for n in pairs.values()) / len(pairs) < 0.2


def test_drawn_network_is_uneven_and_holds_actors_alone() -> None:
    """The shape that is promised: 18 % alone, and a few actors with very many partners."""
    ends = [*DRAWN["collaborations"].column("a").to_pylist()]
    ends += DRAWN["collaborations"].column("b").to_pylist()
    degrees = sorted(Counter(ends).values(), reverse=True)

    assert 0.15 < 1 - len(degrees) / N < 0.30
    assert degrees[0] > 8 * degrees[len(degrees) // 2]


def test_search_of_drawn_actors_is_their_folded_name() -> None:
    names, searches = (DRAWN["actors"].column(c).to_pylist() for c in ("name", "search"))

    assert searches == [fold(name) for name in names]
    assert len(set(names)) > 0.8 * N


def test_too_few_actors_for_the_ties_are_refused() -> None:
    assert territory(50)["actors"].num_rows == 50
    with pytest.raises(ValueError, match="at least 50"):
        territory(49)


def test_drawn_territory_loads_into_a_store_unchanged(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "drawn.sqlite"), Settings())
    store.load(DRAWN, at="2026-09-01T08:00:00+00:00", by="essai", reason="chargement")
    digest = store.canonical_hash()
    store.close()

    assert digest == canonical_hash(TABLES, DRAWN)
