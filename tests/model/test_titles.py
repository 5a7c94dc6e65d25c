"""What people read is read back: a title folds to its column, a value in words to its value."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.cells.values import enum_value
from actors_graph.model import TABLES
from actors_graph.model.titles import column_title, in_words
from actors_graph.sources import importable, placement

if TYPE_CHECKING:
    from actors_graph.model import Table


@pytest.mark.parametrize("table", importable(), ids=lambda table: table.name)
def test_titles_are_the_columns_of_their_file(table: Table) -> None:
    fields = [field for field in table.fields if field.column]
    places = placement(table, [column_title(field) for field in fields])

    assert not places.unplaced
    assert not places.clashes
    assert list(places.fields) == [field.name for field in fields]


def test_closed_values_in_words_are_read() -> None:
    lists = {field.values for table in TABLES.values() for field in table.fields if field.values}
    read = [
        (enum_value(in_words(one), values).value, one.value) for values in lists for one in values
    ]

    assert len(read) > 70
    assert [(found, value) for found, value in read if found != value] == []


def test_titles_are_french() -> None:
    words = [in_words(field.column) for table in importable() for field in table.fields]

    assert {"Vérifié le", "Rattaché à", "Code INSEE", "Agit sur", "Acteur A"} <= set(words)
    assert not [word for word in words if "_" in word or word != unicodedata.normalize("NFC", word)]
