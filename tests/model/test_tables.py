"""The declaration of the model holds together: names, references, identities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.model import FAMILIES, NODES, TABLES, TIES, FieldType
from actors_graph.model.kinds import Family

if TYPE_CHECKING:
    from actors_graph.model import Table

EVERY = [pytest.param(table, id=name) for name, table in TABLES.items()]


def test_every_family_has_its_tie() -> None:
    assert set(FAMILIES) == set(Family)
    assert len(TABLES) == len(NODES) + len(TIES) == 18


@pytest.mark.parametrize("table", EVERY)
def test_names_are_unique_in_a_table(table: Table) -> None:
    columns = [field.column for field in table.fields if field.column]
    columns += [synonym for field in table.fields for synonym in field.synonyms]

    assert len(set(table.columns)) == len(table.columns)
    assert len(set(columns)) == len(columns)
    assert table.columns[0] == "id"


@pytest.mark.parametrize("table", EVERY)
def test_references_name_tables_that_exist(table: Table) -> None:
    for field in table.fields:
        assert set(field.refers_to) <= set(TABLES)
        # A reference becomes a relationship of a node, or the property of a tie.
        assert not field.relation or field.refers_to
        if not table.is_tie and field.refers_to:
            assert field.relation


@pytest.mark.parametrize("table", EVERY)
def test_ends_and_identity_are_fields(table: Table) -> None:
    assert set(table.identity) <= set(table.columns)
    if table.is_tie:
        assert {table.source, table.target} <= set(table.columns)


@pytest.mark.parametrize("table", EVERY)
def test_a_closed_list_is_of_french_words_in_ascii(table: Table) -> None:
    for field in table.fields:
        for value in field.values or ():
            assert value.isascii()
            assert value == value.lower()


@pytest.mark.parametrize("table", EVERY)
def test_a_field_read_from_a_file_has_a_column(table: Table) -> None:
    for field in table.fields:
        from_file = bool(table.file) and not field.derived and field.name != "id"
        assert bool(field.column) == from_file or field.name == "id"
        assert field.limits is None or field.type in {FieldType.INT, FieldType.FLOAT}


def test_what_a_person_is_stays_internal() -> None:
    """Only contacts, and who answered, are persons; MODEL marks them P."""
    personal = {
        (table.name, field.name)
        for table in TABLES.values()
        for field in table.fields
        if field.personal
    }

    assert personal == {
        ("contacts", "last_name"),
        ("contacts", "first_name"),
        ("contacts", "phone"),
        ("contacts", "email"),
        ("answers", "by"),
    }
    assert all(TABLES[table].by_name[name].internal for table, name in personal)
