from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import InputError
from actors_graph.measures import profile
from actors_graph.measures.profile import NOT_DOCUMENTED, Tie

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts


@pytest.fixture
def facts(measure: Callable[..., Facts]) -> Facts:
    return measure(
        {"families": "collaboration,adhesion"},
        actors=[
            {"id": "a", "name": "Zèbre"},
            {"id": "b", "name": "Été"},
            *"cdefgh",
            {"id": "alone", "partners_asked_on": "2026"},
        ],
        collaborations=[
            {"a": "a", "b": "c", "level": 2, "starts_on": "2021", "nature": "convention"},
            {"a": "c", "b": "a", "level": 3, "declared_by": "c"},
            ("a", "b"),
            ("a", "d"),
            ("d", "c"),
            ("d", "e"),
            ("e", "f"),
            ("f", "d"),
        ],
        memberships=[("c", "a")],
    )


def test_ties_follow_the_names_of_the_partners(facts: Facts) -> None:
    found = profile(facts, "a")

    assert [(tie.other, tie.family) for tie in found.ties] == [
        ("c", "adhesion"),
        ("c", "collaboration"),
        ("d", "collaboration"),
        ("b", "collaboration"),
    ]
    assert found.partners == ("c", "d", "b")
    assert found.ties[1] == Tie(
        id="collaborations:000",
        family="collaboration",
        other="c",
        level=3,
        since="2021",
        until=None,
        confirmed=False,
        statements=("collaborations:000", "collaborations:001"),
        label="convention",
    )
    assert found.ties[0].to_dict()["statements"] == ["memberships:000"]


def test_who_would_lose_their_only_partner(facts: Facts) -> None:
    assert profile(facts, "a").only_partner_of == ("b",)
    assert profile(facts, "d").only_partner_of == ()
    assert profile(facts, "d").hinge.groups == (("e", "f"),)
    assert profile(facts, "d").role["cuts_off"] == 2


def test_sentences_say_what_holds_by_it(facts: Facts) -> None:
    sentence = profile(facts, "d").sentences[0].replace("\xa0", " ")
    assert "2 associations ne seraient plus reliées aux autres : « E » et « F »." in sentence
    assert profile(facts, "b").sentences == ()
    assert profile(facts, "d").measures[0] == "cuts_off"
    assert profile(facts, "b").measures == ()


def test_lone_actor_is_a_fact_or_a_question(facts: Facts) -> None:
    assert profile(facts, "alone").sentences[0].startswith("Nous ne connaissons pas de partenaire")
    assert profile(facts, "g").sentences == (NOT_DOCUMENTED,)
    assert profile(facts, "g").documented is False


def test_actor_outside_the_network_is_said(facts: Facts) -> None:
    with pytest.raises(InputError, match="l’acteur « ailleurs » n’existe pas"):
        profile(facts, "ailleurs")


def test_office_says_when_it_ends(measure: Callable[..., Facts]) -> None:
    mandates = [
        {"elu": "elue", "organ": "dep", "starts_on": "2021", "ends_on": "2028-03"},
        {"elu": "elue", "organ": "agglo", "starts_on": "2020", "ends_on": "2026-08"},
        {"elu": "elue", "organ": "ville", "starts_on": "2020"},
    ]
    actors = [{"id": "elue", "kind": "elu"}, {"id": "dep", "name": "Département"}, "agglo", "ville"]
    facts = measure({"families": "mandat"}, actors=actors, mandates=mandates)

    found = profile(facts, "elue")

    assert found.sentences == ("Mandat qui s’achève : «\xa0Département\xa0» (en mars 2028).",)
    assert [(tie.other, tie.until) for tie in found.ties] == [("dep", "2028-03"), ("ville", None)]
