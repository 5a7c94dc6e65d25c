"""Names of a file that are exactly those of known actors: one question for all of them.

Nothing is merged on a name alone: the person says it, once for all or one by one.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.planning.questions import QuestionKind
from actors_graph.text import fold
from actors_graph.ui.escape import esc_md
from actors_graph.ui.importing.replies import Reply, answer_of
from actors_graph.words import count, listing, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.changes.planning.questions import Question
    from actors_graph.ui.importing.state import Deposit

# How a reason says that something else speaks against it (`matching.why`).
AGAINST: Final = ", mais "
# Fewer are as quickly answered one by one.
_WORTH_A_QUESTION: Final = 3
_NAMED: Final = 12


class Together(Enum):
    """What may be said of all the names that are written alike."""

    SAME = "Oui, pour tous"
    EACH = "Répondre un par un"
    LATER = "Plus tard"


def is_plain(question: Question) -> bool:
    """Whether one known actor has that very name, and nothing speaks against it."""
    first = question.candidates[0]
    return (
        len(question.candidates) == 1
        and fold(question.value) == fold(first.name)
        and AGAINST not in first.reason
    )


def questions_left(here: Deposit, asked: Sequence[Question]) -> int:
    """How many questions a person reads: the names written alike are one."""
    alike = _alike(asked)
    together = alike and st.session_state.get(_key(here, alike)) is not Together.EACH
    return len(asked) - len(alike) + 1 if together else len(asked)


def _alike(asked: Sequence[Question]) -> list[Question]:
    alike = [one for one in asked if one.kind is not QuestionKind.COMMUNE and is_plain(one)]
    return alike if len(alike) >= _WORTH_A_QUESTION else []


def _key(here: Deposit, alike: Sequence[Question]) -> str:
    return here.widget(f"ensemble-{alike[0].kind}")


def ask_together(here: Deposit, asked: Sequence[Question]) -> list[Question]:
    """Ask once about the names that are written alike; return the questions left to ask."""
    alike = _alike(asked)
    if not alike:
        return list(asked)
    key = _key(here, alike)
    st.session_state.setdefault(key, _said_before(here, alike))
    with st.container(border=True, gap="xsmall", key=f"{key}-cadre"):
        st.text(
            f"{count(len(alike), 'nom')} de vos fichiers sont écrits exactement comme celui d’une "
            "fiche que vous avez déjà. Est-ce chaque fois la même structure ?"
        )
        names = dict.fromkeys(one.value for one in alike)
        st.caption(listing([quoted(esc_md(name)) for name in names], limit=_NAMED))
        chosen = st.segmented_control(
            "Est-ce chaque fois la même structure ?",
            list(Together),
            format_func=lambda one: one.value,
            required=True,
            key=key,
            label_visibility="collapsed",
        )
    if chosen is Together.EACH:
        return list(asked)
    reply = Reply.SAME if chosen is Together.SAME else Reply.LATER
    for question in alike:
        here.answers[question.key] = answer_of(reply, question.candidates[0].id)
        # Answered one by one afterwards, each begins with what was said of all.
        st.session_state.pop(here.widget(f"reponse-{question.key}"), None)
    return [one for one in asked if one not in alike]


def _said_before(here: Deposit, alike: Sequence[Question]) -> Together:
    """What was answered already where the page is drawn again."""
    same = [
        here.answers.get(one.key) == answer_of(Reply.SAME, one.candidates[0].id) for one in alike
    ]
    if all(same):
        return Together.SAME
    later = answer_of(Reply.LATER, "")
    kept = all(here.answers.get(one.key, later) == later for one in alike)
    return Together.LATER if kept else Together.EACH
