"""What was just written by hand, said once with the button that takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.undoing.undo import UndoStoppedError, undo
from actors_graph.errors import ActorsGraphError
from actors_graph.ui.escape import esc_md
from actors_graph.ui.workspace import workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY: Final = "dernier-geste"


@dataclass(frozen=True, slots=True)
class Gesture:
    """A gesture: the part of the page that it belongs to, sentences, the operation (or none)."""

    place: str
    sentences: tuple[str, ...]
    operation: str = ""


def say(place: str, sentences: Sequence[str], *, operation: str = "") -> None:
    """Keep what was written, to be said at the top of that part of the page."""
    st.session_state[_KEY] = Gesture(place, tuple(sentences), operation)


def forget() -> None:
    """Say nothing more of the last gesture."""
    st.session_state.pop(_KEY, None)


def show_last(place: str) -> None:
    """Draw what was just written in that part of the page, and what takes it back."""
    last = st.session_state.get(_KEY)
    if not isinstance(last, Gesture) or last.place != place:
        return
    first, *others = last.sentences
    with st.container(horizontal=True, vertical_alignment="center", key="dernier-geste-dit"):
        st.success(esc_md(first), icon=":material/check:", width="stretch")
        if last.operation:
            st.button("Annuler", icon=":material/undo:", on_click=_take_back, args=(last,))
    for sentence in others:
        st.text(sentence)


def _take_back(last: Gesture) -> None:
    try:
        report = undo(workspace().session, last.operation)
    except ActorsGraphError as error:
        say(last.place, why_stopped(error))
        return
    left = report.sentences()
    say(last.place, ("C’est annulé.", *left) if left else ("C’est annulé : tout est comme avant.",))


def why_stopped(error: ActorsGraphError) -> list[str]:
    """Return why a gesture was not taken back, and what to do on a page."""
    if isinstance(error, UndoStoppedError):
        return [*error.message.splitlines(), "Annulez d’abord ce qui a été fait depuis."]
    return [sentence for sentence in (error.message, error.remedy) if sentence]
