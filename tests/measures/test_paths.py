from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import InputError
from actors_graph.measures import paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts


@pytest.fixture
def facts(measure: Callable[..., Facts]) -> Facts:
    between = list("bcde")
    ties = [*[("a", one) for one in between], *[(one, "z") for one in between]]
    return measure(actors=["a", *between, "z", "alone"], collaborations=ties)


def test_three_shortest_ways_at_most(facts: Facts) -> None:
    assert paths(facts, "a", "z") == (("a", "b", "z"), ("a", "c", "z"), ("a", "d", "z"))
    assert paths(facts, "z", "b") == (("z", "b"),)
    assert len(paths(facts, "a", "z", limit=9)) == 4


def test_no_way_is_an_empty_answer(facts: Facts) -> None:
    assert paths(facts, "a", "alone") == ()
    assert paths(facts, "a", "a") == (("a",),)


def test_unknown_actor_is_said(facts: Facts) -> None:
    with pytest.raises(InputError, match="l’acteur « x » n’existe pas"):
        paths(facts, "a", "x")
