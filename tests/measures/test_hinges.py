from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.measures import Hinge, OnlyLink, hinges, only_links
from actors_graph.measures.hinges import hinge

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts

# A triangle a-b-c; c holds d (who holds e and f) and g; h-i apart; j alone.
TIES = [tuple(pair) for pair in ("ab", "bc", "ca", "cd", "de", "df", "cg", "hi")]


def test_hinges_say_what_they_cut_off_and_whom(measure: Callable[..., Facts]) -> None:
    actors = [
        {"id": one, "name": name} for one, name in zip("abcdefghij", "JIHGFEDCBA", strict=True)
    ]
    facts = measure(actors=actors, collaborations=TIES)

    assert hinges(facts) == (
        Hinge("c", 3, (("b", "a"), ("g",))),
        Hinge("d", 2, (("f",), ("e",))),
    )
    assert hinges(facts, smallest=3)[0].actors == ("b", "a", "g")
    assert hinge(facts, facts.network.row_of["a"]) == Hinge("a", 0, ())


def test_only_links_count_their_smaller_side(measure: Callable[..., Facts]) -> None:
    facts = measure(actors=list("abcdefghij"), collaborations=TIES)

    assert only_links(facts) == (
        OnlyLink("c", "d", 3),
        OnlyLink("c", "g", 1),
        OnlyLink("d", "e", 1),
        OnlyLink("d", "f", 1),
        OnlyLink("h", "i", 1),
    )
    assert only_links(measure(actors=["a"])) == ()


def test_rule_6_a_project_may_be_the_only_bridge(measure: Callable[..., Facts]) -> None:
    facts = measure(
        {"families": "participation"},
        actors=list("abcde"),
        projects=[{"id": one, "name": one, "kind": "initiative"} for one in ("fete", "p1", "p2")],
        participations=[
            *[(actor, "p1") for actor in "ab"],
            *[(actor, "p2") for actor in "cde"],
            ("a", "fete"),
            ("c", "fete"),
        ],
    )

    found = {one.id: (one.cuts_off, one.actors) for one in hinges(facts)}
    assert found == {"fete": (2, ("a", "b")), "c": (2, ("d", "e")), "p2": (2, ("d", "e"))}
    # Actors are counted, not the projects between them.
    assert facts.cuts.cut_off[facts.network.row_of["a"]] == 1
