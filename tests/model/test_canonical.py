"""MODEL rule 4: what the canonical line of a row says and leaves out."""

from __future__ import annotations

import json

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.model import TABLES
from actors_graph.model.canonical import canonical_hash, canonical_line, rows_of

ACTORS = TABLES["actors"]
ROW = {"id": "x", "name": "Étoile", "kind": "association", "source": "s"}


def test_empty_values_and_derived_fields_are_absent() -> None:
    line = canonical_line(ACTORS, {**ROW, "themes": [], "siret": None, "search": "etoile"})

    assert line == '{"":"actors","id":"x","kind":"association","name":"Étoile","source":"s"}'


def test_a_false_zero_is_a_value() -> None:
    line = canonical_line(TABLES["fundings"], {"id": "f", "amount": 0})

    assert json.loads(line)["amount"] == 0


@given(st.permutations(["a", "b", "c"]))
def test_lists_are_sorted(themes: list[str]) -> None:
    assert '"themes":["a","b","c"]' in canonical_line(ACTORS, {**ROW, "themes": themes})


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_are_written_by_repr(value: float) -> None:
    assert f'"lat":{value!r}' in canonical_line(ACTORS, {**ROW, "lat": value})


@given(st.permutations(range(5)))
def test_the_hash_does_not_depend_on_the_order_of_rows(order: list[int]) -> None:
    rows = [{**ROW, "id": f"x{number}"} for number in range(5)]
    whole = pa.Table.from_pylist(rows, schema=ACTORS.arrow_schema)

    shuffled = pa.Table.from_pylist([rows[n] for n in order], schema=ACTORS.arrow_schema)
    assert canonical_hash(TABLES, {"actors": whole}) == canonical_hash(TABLES, {"actors": shuffled})


def test_rows_of_gives_back_the_rows() -> None:
    rows = [{"id": "x", "label": "Emploi", "parent": None, "synonyms": ["a"]}]
    table = TABLES["themes"]

    assert list(rows_of(table, pa.Table.from_pylist(rows, schema=table.arrow_schema))) == rows
