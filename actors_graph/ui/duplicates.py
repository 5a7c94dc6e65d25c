"""The queue of possible doubles: one pair at a time, side by side, three answers.

An answer is kept for ever and the pair is not asked again; the last one can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.same_actor.answers import DIFFERENT, PART_OF, SAME
from actors_graph.changes.same_actor.duplicates import answer_pair
from actors_graph.errors import ActorsGraphError
from actors_graph.ui.by_hand.last_gesture import forget, say, show_last
from actors_graph.ui.cache import duplicates_of
from actors_graph.ui.escape import esc_md
from actors_graph.ui.listing import Column, Listing, Row, listing
from actors_graph.ui.workspace import workspace
from actors_graph.words import capital, count, quoted, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.access import Session
    from actors_graph.changes.same_actor.answers import ActorPair
    from actors_graph.changes.same_actor.duplicates import DuplicateQuestion, Fiche

_PLACE: Final = "doublons"
_LATER: Final = "doublons-plus-tard"
_ERROR: Final = "doublons-erreur"
# Looking for doubles takes about 0.5 ms an actor.
COUNTED_UP_TO: Final = 2_000
_QUEUE: Final = "doublons-file"


def show_duplicates() -> None:
    """Draw the pair that waits first, and what was answered last."""
    waiting = waiting_pairs(workspace().session)
    show_last(_PLACE)
    if not waiting:
        st.text("Aucun doublon à trancher : vos fiches ne se ressemblent pas deux à deux.")
        return
    later: list[ActorPair] = st.session_state.get(_LATER, [])
    left = [one for one in waiting if one.pair not in later]
    st.text(_progress(waiting, left))
    _show_pair((left or list(waiting))[0])


def waiting_pairs(session: Session) -> tuple[DuplicateQuestion, ...]:
    """The pairs that wait for an answer.

    Looking for them anew after each answer would make a person wait (0.5 ms an actor): what she
    answers is taken out of the queue, which is made again when something else was written.
    """
    held = st.session_state.get(_QUEUE)
    if isinstance(held, _Queue) and held.basis == _basis(session) and held.pairs:
        return held.pairs
    pairs = duplicates_of(session)
    st.session_state[_QUEUE] = _Queue(_basis(session), pairs)
    return pairs


def _basis(session: Session) -> str:
    return f"{session.location}|{session.revision().number}"


@dataclass(frozen=True, slots=True)
class _Queue:
    """What is left of a queue after answers, and the state of the data that it holds for."""

    basis: str
    pairs: tuple[DuplicateQuestion, ...]


def _progress(waiting: Sequence[DuplicateQuestion], left: Sequence[DuplicateQuestion]) -> str:
    said = f"{capital(count(len(waiting), 'doublon'))} à trancher."
    put_off = len(waiting) - len(left)
    if put_off and left:
        said += f" {capital(count(put_off, 'question'))} pour plus tard."
    return f"{said} Rien n’est réuni sans votre réponse."


def _show_pair(asked: DuplicateQuestion) -> None:
    first, second = asked.first, asked.second
    with st.container(border=True, key="doublon"):
        st.subheader(esc_md(asked.sentence), anchor=False)
        st.text(sentence(asked.reason))
        columns = (
            Column("Ce qui diffère"),
            Column(first.name, before="première : "),
            Column(second.name, before="seconde : "),
        )
        rows = [Row("", (fact.label, fact.first, fact.second)) for fact in asked.differing]
        listing(
            Listing(rows, columns, "Les deux fiches côte à côte"),
            key="doublon-compare",
            on_open=_nothing,
        )
        if error := st.session_state.pop(_ERROR, ""):
            st.error(esc_md(error), icon=":material/error:")
        _answers(asked)


def _nothing(_: str) -> None:
    """No line of the comparison can be opened."""


def _answers(asked: DuplicateQuestion) -> None:
    fiches = {fiche.id: fiche for fiche in (asked.first, asked.second)}
    key = f"doublon-garde-{'|'.join(asked.pair)}"
    kept = st.radio(
        "Si c’est le même acteur, garder :",
        list(fiches),
        format_func=lambda one: esc_md(_fiche_words(fiches[one])),
        key=key,
    )
    with st.container(horizontal=True, vertical_alignment="center", key="doublon-reponses"):
        _answer_button("C’est le même acteur", asked, f"{SAME}{kept}", primary=True)
        _answer_button("Deux acteurs différents", asked, DIFFERENT)
        with st.popover("L’un est un service de l’autre"):
            for service, holder in ((asked.second, asked.first), (asked.first, asked.second)):
                words = f"{quoted(service.name)} est un service de {quoted(holder.name)}"
                _answer_button(words, asked, f"{PART_OF}{holder.id}")
        st.button("Plus tard", type="tertiary", on_click=_put_off, args=(asked.pair,))


def _fiche_words(fiche: Fiche) -> str:
    place = f", {fiche.commune}" if fiche.commune else ""
    return f"{fiche.name}{place} ({count(fiche.ties, 'lien')})"


def _answer_button(
    label: str, asked: DuplicateQuestion, answer: str, *, primary: bool = False
) -> None:
    st.button(
        esc_md(label),
        type="primary" if primary else "secondary",
        key=f"doublon-{answer}",
        on_click=_answer,
        args=(asked.pair, answer),
    )


def _answer(pair: ActorPair, answer: str) -> None:
    session = workspace().session
    before = waiting_pairs(session)
    try:
        report = answer_pair(session, *pair, answer=answer)
    except ActorsGraphError as error:
        st.session_state[_ERROR] = str(error)
        return
    gone = set(pair) - {answer.removeprefix(SAME)} if answer.startswith(SAME) else set()
    left = tuple(one for one in before if one.pair != pair and not gone.intersection(one.pair))
    st.session_state[_QUEUE] = _Queue(_basis(session), left)
    say(_PLACE, report.sentences, operation=report.operation)


def _put_off(pair: ActorPair) -> None:
    later: list[ActorPair] = st.session_state.get(_LATER, [])
    st.session_state[_LATER] = [*later, pair]
    forget()
