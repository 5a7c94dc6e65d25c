"""The queue of possible doubles: what waits, why, and what each answer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.access.roles import Role, User
from actors_graph.access.session import Session
from actors_graph.access.views import View
from actors_graph.changes.same_actor.answers import known_pairs
from actors_graph.changes.same_actor.duplicates import answer_pair, duplicate_queue
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import InputError, NotAllowedError
from actors_graph.matching import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

# Two spellings in one commune, the same SIRET, the same name in two communes, an élu and a
# structure of one name, a service of its own town, a name of a register beside that of a fiche.
ACTORS = (
    "id,nom,type,code_insee,siret,statut,rattache_a,source\n"
    "a,Centre social La Rotonde,association,03310,,,,liste\n"
    "b,Centre social la rotonde,association,03310,,,,mairie\n"
    "c,Régie de quartier,association,03310,38413899600028,,,liste\n"
    "d,Régie des Ailes,association,03310,38413899600028,,,s\n"
    "e,Anne Martin,elu,03310,,,,liste\n"
    "f,Anne Martin,association,03310,,,,liste\n"
    "g,Amicale laïque du Bocage,association,03190,,,,liste\n"
    "h,Amicale laïque du Bocage,association,03190,,,g,liste\n"
    "i,Secours du Sichon,association,03095,,,,liste\n"
    "j,Secours du Sichon,association,03095,,a_decouvrir,,rna\n"
    "k,Chorale du Sichon,association,03095,,a_decouvrir,,rna\n"
    "l,Chorale du Sichon,association,03095,,a_decouvrir,,rna\n"
)
TIES = "acteur_a,acteur_b,source\nb,c,s\nb,g,s\na,g,s\n"


@pytest.fixture
def filled(bring: Bring, session: Session) -> Session:
    bring(acteurs=ACTORS, collaborations=TIES)
    return session


def pairs(session: Session) -> list[tuple[str, str]]:
    return [question.pair for question in duplicate_queue(session)]


def test_the_queue_holds_what_a_person_may_decide(filled: Session) -> None:
    found = duplicate_queue(filled)

    assert [question.pair for question in found] == [("c", "d"), ("a", "b"), ("i", "j")]
    assert [question.verdict for question in found] == [
        Verdict.IDENTIFIER,
        Verdict.STRICT,
        Verdict.STRICT,
    ]


def test_the_better_documented_one_is_proposed(filled: Session) -> None:
    found = {question.pair: question for question in duplicate_queue(filled)}

    rotonde = found["a", "b"]
    assert (rotonde.proposed, rotonde.first.ties, rotonde.second.ties) == ("b", 2, 1)
    # A fiche of the directory rather than one of a register.
    assert found["i", "j"].proposed == "i"


def test_a_question_says_what_differs_and_why(filled: Session) -> None:
    question = next(q for q in duplicate_queue(filled) if q.pair == ("a", "b"))

    assert question.sentence == (
        "Les deux fiches «\xa0Centre social la rotonde\xa0», à Vichy, sont-elles le même acteur ?"
    )
    assert question.reason == "mêmes mots"
    facts = {fact.label: (fact.first, fact.second) for fact in question.differing}
    assert facts == {
        "Nom": ("Centre social la rotonde", "Centre social La Rotonde"),
        "Source": ("mairie", "liste"),
        "Liens notés": ("2", "1"),
    }


def test_two_names_of_one_commune_are_asked_by_both(filled: Session) -> None:
    question = next(q for q in duplicate_queue(filled) if q.pair == ("c", "d"))

    assert question.sentence == (
        "«\xa0Régie des Ailes\xa0» est-il «\xa0Régie de quartier\xa0» de la même commune ?"
    )


def test_two_structures_are_never_asked_again(filled: Session) -> None:
    report = answer_pair(filled, "b", "a", answer="different")

    assert ("a", "b") not in pairs(filled)
    assert known_pairs(filled)["a", "b"] == "different"
    undo(filled, report.operation)
    assert ("a", "b") in pairs(filled)


def test_the_same_actor_is_joined_and_may_be_parted(filled: Session) -> None:
    before = filled.canonical_hash()

    report = answer_pair(filled, "a", "b", answer="meme:b")

    assert ("a", "b") not in pairs(filled)
    assert report.sentences[0] == (
        "Les deux fiches «\xa0Centre social la rotonde\xa0» n’en font plus qu’une."
    )
    undo(filled, report.operation)
    assert filled.canonical_hash() == before
    assert ("a", "b") in pairs(filled)


def test_a_service_is_attached_and_leaves_the_queue(filled: Session) -> None:
    answer_pair(filled, "a", "b", answer="rattache:b")

    row = filled.tables(["actors"], ids=["a"])["actors"].to_pylist()[0]
    assert row["part_of"] == "b"
    assert ("a", "b") not in pairs(filled)


def test_later_leaves_the_question(filled: Session) -> None:
    report = answer_pair(filled, "a", "b", answer="plus_tard")

    assert report.operation == ""
    assert ("a", "b") in pairs(filled)
    assert len(filled.journal()) == 1


@pytest.mark.parametrize("answer", ["meme:c", "oui"])
def test_an_answer_about_another_is_refused(filled: Session, answer: str) -> None:
    with pytest.raises(InputError, match="ne dit rien"):
        answer_pair(filled, "a", "b", answer=answer)


def test_an_actor_that_is_gone_is_said(filled: Session) -> None:
    with pytest.raises(InputError, match="n’existe"):
        answer_pair(filled, "a", "z", answer="different")


def test_what_was_answered_holds_after_another_merge(filled: Session) -> None:
    """« Pas un doublon » said of one of two joined fiches is said of the one kept."""
    answer_pair(filled, "c", "d", answer="different")
    answer_pair(filled, "a", "b", answer="meme:a")
    answer_pair(filled, "a", "c", answer="meme:a")

    assert ("a", "d") not in pairs(filled)
    assert known_pairs(filled)["a", "d"] == "different"


def test_a_reader_and_a_public_view_see_no_queue(filled: Session) -> None:
    reader = Session(filled._store, user=User("r", Role.READER), settings=filled.settings)
    public = Session(filled._store, user=filled.user, settings=filled.settings, view=View.PUBLIC)
    director = Session(filled._store, user=User("d", Role.DIRECTOR), settings=filled.settings)

    for session in (reader, public):
        with pytest.raises(NotAllowedError):
            duplicate_queue(session)
    with pytest.raises(NotAllowedError):
        answer_pair(director, "a", "b", answer="different")
