from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.measures import Alone, alone

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts


def test_rule_7_alone_is_a_fact_only_where_somebody_asked(measure: Callable[..., Facts]) -> None:
    facts = measure(
        actors=[
            {"id": "a"},
            {"id": "b"},
            {"id": "z-asked", "name": "À jour", "partners_asked_on": "2026", "checked_on": "2026"},
            {"id": "old", "partners_asked_on": "2023", "checked_on": "2024-08-31"},
            {"id": "limit", "partners_asked_on": "2023", "checked_on": "2024-09-01"},
            {"id": "never", "partners_asked_on": "2023"},
            {"id": "undocumented", "checked_on": "2026-05"},
            {"id": "member"},
            {"id": "organ"},
        ],
        collaborations=[("a", "b")],
        memberships=[("member", "organ")],
    )

    assert alone(facts) == Alone(
        known=("z-asked", "limit"),
        to_call=("member", "never", "old", "organ"),
        undocumented=("undocumented",),
        one_partner=("a", "b"),
    )


def test_rule_7_file_without_any_tie_names_no_one(measure: Callable[..., Facts]) -> None:
    facts = measure(actors=["a", {"id": "b", "partners_asked_on": "2026-01-01"}])

    assert alone(facts) == Alone((), (), (), ())
    assert set(facts.claims.values()) == {"ok", "withheld"}
    assert facts.claims["isolates"] == "withheld"
