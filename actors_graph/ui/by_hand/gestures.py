"""The last things written by hand, whoever wrote them; each may be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.access import signature
from actors_graph.changes.planning.memory import ACTION as IMPORT
from actors_graph.changes.undoing.operations import past_operations
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import ActorsGraphError
from actors_graph.ui.by_hand.last_gesture import say, why_stopped
from actors_graph.ui.history import browser_zone
from actors_graph.ui.workspace import workspace
from actors_graph.words import moment

if TYPE_CHECKING:
    from actors_graph.changes.undoing.operations import PastOperation

_READ: Final = 40
_SHOWN: Final = 8


def show_gestures(place: str) -> None:
    """Draw the last gestures; imports have a list of their own.

    Args:
        place: the part of the page where what happens next is said.
    """
    operations = past_operations(workspace().session, limit=_READ)
    shown = [one for one in operations if one.action != IMPORT][:_SHOWN]
    if not shown:
        return
    st.subheader("Derniers gestes", anchor=False)
    for one in shown:
        _show(one, place)


def _show(one: PastOperation, place: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"geste-{one.operation}"):
        when = moment(one.at, zone=browser_zone())
        state = " · annulé" if one.undone else ""
        st.text(f"{when} · {one.title}{state} · {signature(one.by)}", width="stretch")
        if one.undoable and not one.undone:
            st.button(
                "Annuler",
                key=f"defaire-{one.operation}",
                icon=":material/undo:",
                type="tertiary",
                on_click=_take_back,
                args=(one, place),
            )


def _take_back(one: PastOperation, place: str) -> None:
    try:
        report = undo(workspace().session, one.operation)
    except ActorsGraphError as error:
        say(place, why_stopped(error))
        return
    said = (f"C’est annulé. {one.title}", *report.sentences())
    say(place, said, operation=report.import_id)
