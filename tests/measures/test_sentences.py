from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from spoken import refused_words

from actors_graph.measures import By, alone, hinges, only_links, passages, summary
from actors_graph.measures import sentences as said
from actors_graph.measures.about import MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts, Finding


@pytest.fixture
def quarter(measure: Callable[..., Facts]) -> Callable[..., Facts]:
    """A régie that alone holds three groups of inhabitants and an association to five others."""

    def facts(*, checked_on: str | None, more: int = 0) -> Facts:
        groups = [{"id": f"g{i}", "kind": "groupe_habitants"} for i in range(3)]
        actors: list[dict[str, Any]] = [
            {"id": "regie", "name": "Régie du Plateau"},
            {"id": "elue", "name": "Jeanne Exemple", "kind": "elu"},
            *groups,
            *[{"id": f"a{i}"} for i in range(4 + more)],
        ]
        ties = [("regie", "g0"), ("regie", "g1"), ("g1", "g2"), ("regie", "elue")]
        ties += [("elue", f"a{i}") for i in range(4)] + [("a0", "a1"), ("a1", "a2"), ("a2", "a3")]
        dated = [actor | {"checked_on": checked_on} for actor in actors]
        return measure(actors=dated, collaborations=ties)

    return facts


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


def test_hinge_is_said_with_its_date_and_a_question(quarter: Callable[..., Facts]) -> None:
    facts = quarter(checked_on="2026-05")
    found = said.hinge_finding(facts, hinges(facts)[0])

    # The régie with its groups are on the smaller side of the élue.
    assert found.actors == ("elue",)
    assert plain(found.sentence) == (
        "D’après les liens connus au 1er septembre 2026, 4 acteurs (3 groupes d’habitants et "
        "1 association) ne sont reliés aux autres que par Jeanne Exemple. "
        "Qui garderait le contact si cette personne s’arrêtait ?"
    )
    second = said.hinge_finding(facts, hinges(facts)[1])
    assert plain(second.sentence).endswith(
        "3 groupes d’habitants ne sont reliés aux autres que par « Régie du Plateau ». "
        "Qui garderait le contact si cette structure s’arrêtait ?"
    )


def test_hinge_of_an_unverified_file_is_to_be_confirmed(quarter: Callable[..., Facts]) -> None:
    facts = quarter(checked_on=None)

    found = said.hinge_finding(facts, hinges(facts)[0])

    assert found.claim == "question"
    assert found.sentence.startswith("D’après votre fichier au 1er septembre 2026, à confirmer : 4")


def test_hinge_of_seven_actors_is_not_said(measure: Callable[..., Facts]) -> None:
    path = measure(actors=list("abcdefg"), collaborations=[*zip("abcdef", "bcdefg", strict=True)])

    found = said.hinge_finding(path, hinges(path)[0])

    assert found.claim == "withheld"
    assert found.sentence.startswith("On ne peut pas le dire ici (il faut 8 acteurs")
    assert said.without_sentence(path, hinges(path)[0]) == ""


def test_without_says_who_loses_the_others(quarter: Callable[..., Facts]) -> None:
    facts = quarter(checked_on="2026")

    regie = hinges(facts)[1]

    assert plain(said.without_sentence(facts, regie)) == (
        "D’après les liens connus au 1er septembre 2026, sans « Régie du Plateau », 3 groupes "
        "d’habitants ne seraient plus reliés aux autres : « G1 », « G2 » et « G0 »."
    )


def test_only_link_says_how_many_it_holds(quarter: Callable[..., Facts]) -> None:
    facts = quarter(checked_on="2026")
    links = {(link.first, link.second): link for link in only_links(facts)}

    found = said.link_finding(facts, links["elue", "regie"])

    assert plain(found.sentence) == (
        "D’après les liens connus au 1er septembre 2026, le lien entre Jeanne Exemple et "
        "« Régie du Plateau » est le seul qui relie 4 acteurs aux autres."
    )
    assert found.value == 4


def test_passage_says_pairs_and_only_ways(quarter: Callable[..., Facts]) -> None:
    facts = quarter(checked_on="2026")

    found = said.passage_finding(facts, passages(facts, by=By.NONE), "elue")
    few = said.passage_finding(facts, passages(facts, by=By.NONE), "a0")

    # 5 partners make 10 pairs, 3 of them tied; a0-a2, a1-a3 also meet elsewhere.
    assert plain(found.sentence) == (
        "D’après les liens connus au 1er septembre 2026, Jeanne Exemple fait le lien entre "
        "7 paires de partenaires qui ne se connaissent pas ; pour 5 d’entre elles, nous ne "
        "connaissons pas d’autre passage."
    )
    assert few.claim == "withheld"


def test_alone_is_said_by_what_is_known(quarter: Callable[..., Facts]) -> None:
    facts = quarter(checked_on="2026", more=2)

    found = said.alone_findings(facts, alone(facts))

    assert [plain(one.sentence) for one in found] == [
        (
            "Votre fichier ne dit pas avec qui travaillent 2 structures. Ce n’est pas un constat : "
            "c’est une question à leur poser."
        ),
        "2 acteurs n’ont qu’un seul partenaire noté.",
    ]


def test_none_noted_is_not_none_where_nobody_asked(measure: Callable[..., Facts]) -> None:
    facts = measure(
        actors=["a", "b", {"id": "m", "checked_on": "2026"}, "x", "y"],
        collaborations=[("a", "b")],
        memberships=[("m", "a"), ("x", "a"), ("y", "a")],
    )

    known, to_call, _ = (plain(one.sentence) for one in said.alone_findings(facts, alone(facts)))

    assert known.endswith(" Rien ne dit qu’on lui a demandé avec qui il travaille.")
    assert to_call == (
        "2 acteurs sans partenaire noté, dont la fiche n’a jamais été vérifiée : à appeler "
        "d’abord. Rien ne dit qu’on leur a demandé avec qui ils travaillent."
    )
    assert plain(said.alone_sentence(facts, "x")) == (
        "Nous ne connaissons pas de partenaire à « X » (fiche jamais vérifiée), et rien ne dit "
        "qu’on l’a demandé. Un appel suffit pour le savoir."
    )


def test_known_alone_and_to_call(measure: Callable[..., Facts]) -> None:
    lone = {"partners_asked_on": "2022"}
    facts = measure(
        actors=[
            "a",
            "b",
            {"id": "c", "checked_on": "2026-05", "name": "Solid’Exemple"} | lone,
            {"id": "d", "checked_on": "2023"} | lone,
            {"id": "e"} | lone,
        ],
        collaborations=[("a", "b")],
    )

    found = said.alone_findings(facts, alone(facts))

    assert [plain(one.sentence) for one in found[:2]] == [
        (
            "Nous ne connaissons pas de partenaire à 1 acteur, au 1er septembre 2026. "
            "Un appel suffit pour le savoir."
        ),
        (
            "2 acteurs sans partenaire noté, dont la fiche n’a pas été vérifiée depuis deux ans "
            "ou ne l’a jamais été : à appeler d’abord."
        ),
    ]
    assert plain(said.alone_sentence(facts, "c")) == (
        "Nous ne connaissons pas de partenaire à « Solid’Exemple » (fiche vérifiée en mai 2026). "
        "Un appel suffit pour le savoir."
    )
    assert "(fiche jamais vérifiée)" in said.alone_sentence(facts, "e")


def test_file_without_tie_says_what_to_do_next(measure: Callable[..., Facts]) -> None:
    lone = measure(actors=["a", "b"])
    step = said.next_step(lone)

    assert said.alone_findings(lone, alone(lone)) == ()
    assert step is not None
    assert "notez les partenaires de dix structures" in step.sentence
    other = measure(actors=["a", "b"], memberships=[("a", "b")])
    assert "choisissez d’autres liens" in str(said.next_step(other))
    assert "élargissez" in str(said.next_step(measure()))
    assert said.next_step(measure(actors=["a", "b"], collaborations=[("a", "b")])) is None


def test_network_is_said_in_a_sentence(quarter: Callable[..., Facts]) -> None:
    facts = quarter(checked_on="2026", more=1)

    found = said.summary_findings(facts, summary(facts))

    assert [plain(one.sentence) for one in found] == [
        (
            "D’après les liens connus au 1er septembre 2026, 90 % des acteurs sont reliés de "
            "proche en proche."
        ),
    ]
    assert plain(said.evidence_sentence(facts.evidence)) == (
        "10 acteurs, 11 liens notés, 100 % des fiches vérifiées depuis deux ans, "
        "1 acteur non documenté."
    )


def test_no_sentence_holds_a_forbidden_word(quarter: Callable[..., Facts]) -> None:
    for checked_on in (None, "2026"):
        facts = quarter(checked_on=checked_on, more=3)
        found: list[Finding] = [
            *said.alone_findings(facts, alone(facts)),
            *said.summary_findings(facts, summary(facts)),
            *[said.hinge_finding(facts, one) for one in hinges(facts, smallest=1)],
            *[said.link_finding(facts, one) for one in only_links(facts)],
            *[said.passage_finding(facts, passages(facts, by=by), "elue") for by in By],
            *[said.withheld(about.field) for about in MEASURES],
        ]
        texts = [one.sentence for one in found] + [said.evidence_sentence(facts.evidence)]
        assert len(texts) > 30
        assert [text for text in texts if refused_words(text)] == []
