"""Whom to ask first with whom they work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actors_graph.measures import Facts
from actors_graph.measures.to_ask import neighbours, to_ask
from actors_graph.model.kinds import Family
from actors_graph.network import Scope, network

if TYPE_CHECKING:
    from collections.abc import Callable


def actor(identifier: str, commune: str = "", *themes: str, **more: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "commune_code": commune or None,
        "themes": list(themes) or None,
        **more,
    }


def facts_of(read_rows: Callable[..., Any], **rows: list[Any]) -> Facts:
    return Facts(network(read_rows(**rows), Scope()))


def test_those_with_most_neighbours_come_first(read_rows: Callable[..., Any]) -> None:
    facts = facts_of(
        read_rows,
        actors=[
            actor("loin", "03185"),
            actor("seul-theme", "03310", "sport"),
            actor("proche", "03190", "emploi"),
            actor("autre", "03190"),
            actor("connu", "03190", "emploi"),
            actor("connu-aussi", "03190"),
        ],
        collaborations=[("connu", "connu-aussi")],
    )
    found = to_ask(facts)

    # proche: 4 in its commune and 2 on its theme; autre: 4; then by name.
    assert found.waiting == ("proche", "autre", "seul-theme", "loin")
    assert (found.done, found.total) == (2, 6)


def test_people_and_rows_of_a_name_only_are_not_asked(read_rows: Callable[..., Any]) -> None:
    facts = facts_of(
        read_rows,
        actors=[
            actor("elu", kind="elu"),
            actor("stub", status="inconnu"),
            actor("asso", partners_asked_on="2026-05"),
        ],
    )

    assert to_ask(facts).waiting == ()
    assert to_ask(facts).done == 1


def test_a_seat_in_a_committee_says_nothing_of_partners(read_rows: Callable[..., Any]) -> None:
    """Crosses under « Comité 2024 » document a structure; with whom it works is still to ask."""
    facts = facts_of(
        read_rows,
        actors=[actor("membre"), actor("ancien"), actor("autre"), actor("demande")],
        committees=[{"id": "c", "name": "Comité", "level": "local"}],
        participations=[
            {"actor": one, "target": "c", "role": "membre"} for one in ("membre", "autre")
        ],
        collaborations=[{"a": "ancien", "b": "autre", "ends_on": "2020"}],
    )

    assert facts.network.documented.tolist() == [True, True, False, True]
    assert to_ask(facts).waiting == ("demande", "membre")
    # By id: ancien and autre worked together once: somebody noted their partners.
    assert facts.unasked.tolist() == [False, False, True, True]


def test_what_nobody_asked_is_no_record_of_another_family(read_rows: Callable[..., Any]) -> None:
    rows = read_rows(actors=[actor("a")])

    assert Facts(network(rows, Scope())).unasked.tolist() == [True]
    funded = Scope(families=(Family.FUNDING,))
    assert Facts(network(rows, funded)).unasked.tolist() == [False]


def test_neighbours_share_a_commune_or_a_theme(read_rows: Callable[..., Any]) -> None:
    facts = facts_of(
        read_rows,
        actors=[
            actor("a", "03190", "emploi"),
            actor("theme", "03310", "emploi"),
            actor("les-deux", "03190", "emploi"),
            actor("lieu", "03190"),
            actor("rien", "03185", "sport"),
            actor("sans-lieu"),
        ],
    )

    assert neighbours(facts, "a", most=5) == ("les-deux", "lieu", "theme")
    assert neighbours(facts, "a", most=1) == ("les-deux",)
    assert neighbours(facts, "sans-lieu", most=5) == ()
    assert neighbours(facts, "absent", most=5) == ()
