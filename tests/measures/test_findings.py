from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.measures import findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts


def test_findings_go_from_the_whole_to_the_hinges(measure: Callable[..., Facts]) -> None:
    ties = [*zip("abcdefgh", "bcdefghi", strict=True)]
    facts = measure(actors=list("abcdefghij"), collaborations=ties)

    found = findings(facts)

    measures = [one.measure for one in found]
    assert measures[:4] == ["components", "mean_partners", "isolates", "one_partner"]
    # The ends of a path of nine cut off one actor: « un seul partenaire », no hinge.
    assert [one.actors for one in found if one.measure == "cuts_off"] == [
        (one,) for one in ("e", "d", "f", "c", "g")
    ]


def test_few_actors_are_told_why(measure: Callable[..., Facts]) -> None:
    found = findings(measure(actors=list("abc"), collaborations=[("a", "b"), ("b", "c")]))

    assert found[-1].claim == "withheld"
    assert "8 acteurs" in found[-1].sentence


def test_no_tie_leaves_only_the_next_step(measure: Callable[..., Facts]) -> None:
    (only,) = findings(measure(actors=["a", "b"]))

    assert only.actors == ()
    assert only.claim == "withheld"
