"""What a person sees of an error: its sentence, or a number to pass on; never a traceback."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from actors_graph.errors import ActorsGraphError

_log = logging.getLogger(__name__)


def show_error(error: ActorsGraphError) -> None:
    """Show what happened and what to do, as plain text."""
    with st.container(border=True):
        st.subheader(":material/error: Ce n’est pas possible pour l’instant", anchor=False)
        st.text(error.message)
        if error.remedy:
            st.text(error.remedy)


def on_script_error(error: Exception) -> bool:
    """Show an error that no page caught; given to `st.App`.

    Returns:
        True: Streamlit does not show the error itself.
    """
    if isinstance(error, ActorsGraphError):
        show_error(error)
        return True
    incident = secrets.token_hex(3).upper()
    _log.error("incident %s", incident, exc_info=error)
    with st.container(border=True):
        st.subheader(":material/error: Quelque chose n’a pas marché", anchor=False)
        st.text(
            "Vos données n’ont pas été modifiées par cette page. Rechargez-la ; si cela "
            f"recommence, transmettez le numéro d’incident {incident}, qui est aussi dans le "
            "journal technique du programme."
        )
    return True
