"""Every kind of table and every place of a column has its words on the page."""

from __future__ import annotations

import pytest

from actors_graph.sources.mapping.targets import kind_words, target_words
from actors_graph.ui import column_words
from actors_graph.ui.column_words import KINDS, kind_choices, target_choices

TECHNICAL = ("_", "mapping", "encodage", " id ", "|")


def test_every_kind_is_offered_in_words() -> None:
    assert set(kind_choices()) == set(kind_words()) == set(KINDS)


@pytest.mark.parametrize("kind", kind_words())
def test_every_place_has_words_of_its_own(kind: str) -> None:
    choices = target_choices(kind)

    assert set(choices) == set(target_words(kind))
    # Two places under one label could not be told apart in the list.
    assert len(set(choices.values())) == len(choices)
    assert not [label for label in choices.values() for word in TECHNICAL if word in label]


@pytest.mark.parametrize("kind", kind_words())
def test_place_that_the_model_gains_must_get_its_words(kind: str) -> None:
    known = column_words._TARGETS.keys() | {
        target for of, target in column_words._BY_KIND if of == kind
    }

    assert not set(target_words(kind)) - known
