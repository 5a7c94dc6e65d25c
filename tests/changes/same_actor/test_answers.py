"""Answers to « same actor? »: one a pair, read back, and true of the actor kept after a merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.changes.same_actor.answers import (
    PairAnswer,
    actor_pair,
    answer_changes,
    kept_ids,
    known_pairs,
    pair_answers,
    pair_of,
    pair_subject,
)
from actors_graph.errors import InputError
from actors_graph.model import ChangeSet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.access.session import Session

IDS = st.text(st.characters(exclude_characters="|", exclude_categories=["Cc", "Cs"]), min_size=1)


def answer(session: Session, answers: Mapping[tuple[str, str], str], *, why: str = "") -> int:
    changes = answer_changes(session, answers, by="Claire", on="2026-09-01", why=why)
    session.apply(ChangeSet(tuple(changes), "answer", session.now(), "Claire"))
    return len(changes)


@given(one=IDS, other=IDS)
def test_a_subject_names_its_pair_in_any_order(one: str, other: str) -> None:
    assert pair_subject(one, other) == pair_subject(other, one)
    assert pair_of(pair_subject(one, other)) == actor_pair(one, other)


@pytest.mark.parametrize("subject", ["gap:1", "meme-acteur:a", ""])
def test_another_subject_names_no_pair(subject: str) -> None:
    assert pair_of(subject) is None


def test_answers_are_read_back_with_who_when_and_why(session: Session) -> None:
    answer(session, {("b", "a"): "different"}, why="deux bureaux")

    assert pair_answers(session) == [
        PairAnswer(("a", "b"), "different", "Claire", "2026-09-01", "deux bureaux")
    ]
    assert known_pairs(session) == {("a", "b"): "different"}


def test_a_later_answer_takes_the_place_of_the_first(session: Session) -> None:
    answer(session, {("a", "b"): "different"})

    assert answer(session, {("b", "a"): "different"}) == 0
    assert answer(session, {("b", "a"): "meme:b"}) == 1
    assert known_pairs(session) == {("a", "b"): "meme:b"}


def test_later_is_no_answer(session: Session) -> None:
    assert answer_changes(session, {("a", "b"): "plus_tard"}, by="C", on="2026-09-01") == []


@pytest.mark.parametrize("text", ["oui", "meme:c", "rattache:c", "meme:", ""])
def test_an_answer_that_says_nothing_of_the_pair_is_refused(session: Session, text: str) -> None:
    with pytest.raises(InputError, match="ne dit rien"):
        answer_changes(session, {("a", "b"): text}, by="C", on="2026-09-01")


def test_chains_lead_to_the_one_kept_in_the_end(session: Session) -> None:
    answer(session, {("a", "b"): "meme:b", ("b", "c"): "meme:c", ("x", "y"): "meme:x"})

    assert kept_ids(known_pairs(session)) == {"a": "c", "b": "c", "y": "x"}


def test_a_circle_of_answers_leads_nowhere() -> None:
    circle = {("a", "b"): "meme:b", ("b", "c"): "meme:c", ("a", "c"): "meme:a"}

    assert kept_ids(circle) == {}


def test_what_was_said_of_a_joined_actor_holds_for_the_one_kept(session: Session) -> None:
    answer(session, {("a", "b"): "meme:b", ("a", "z"): "different", ("a", "s"): "rattache:a"})

    known = known_pairs(session)
    assert known["b", "z"] == "different"
    assert known["b", "s"] == "rattache:b"


def test_the_answer_of_the_very_pair_comes_first(session: Session) -> None:
    answer(session, {("a", "b"): "meme:b", ("a", "z"): "different", ("b", "z"): "rattache:z"})

    assert known_pairs(session)["b", "z"] == "rattache:z"
