"""What a page works on: the settings, the session on the store, the demonstration or one's own.

Sessions are shared by all the browsers of one role: the store is safe to read from several
threads, and what one role may see is cut by the session itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from actors_graph.access import Session, demonstration_path, open_session
from actors_graph.changes.demonstration import fill_demonstration
from actors_graph.settings import Settings

# In the address, so that a link or a reload stays on the fictional data.
_ADDRESS: Final = "donnees"
_FICTIONAL: Final = "fictives"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where a page reads and writes."""

    settings: Settings
    session: Session
    is_demonstration: bool


def workspace() -> Workspace:
    """Return what this browser works on.

    Raises:
        ActorsGraphError: the settings are wrong, or the store cannot be opened.
    """
    settings = Settings.from_environment()
    fictional = _is_visiting()
    store = str(demonstration_path(settings)) if fictional else settings.store
    session = _session(repr(settings), store, settings)
    if fictional:
        fill_demonstration(session)
    return Workspace(settings, session, fictional)


def enter_demonstration() -> None:
    """Turn this browser to the fictional territory, made at the first visit."""
    st.query_params[_ADDRESS] = _FICTIONAL
    st.session_state[_ADDRESS] = _FICTIONAL


def leave_demonstration() -> None:
    """Turn this browser back to the user's own data; a callback."""
    st.session_state.clear()
    st.query_params.clear()


def _is_visiting() -> bool:
    if st.query_params.get(_ADDRESS) == _FICTIONAL:
        st.session_state[_ADDRESS] = _FICTIONAL
    visiting = st.session_state.get(_ADDRESS) == _FICTIONAL
    if visiting:
        # The menu's own links carry no parameter.
        st.query_params[_ADDRESS] = _FICTIONAL
    return visiting


# The settings hold the day: each day opens its own session, and the oldest is released days later.
@st.cache_resource(max_entries=8, show_spinner=False, on_release=Session.close)
def _session(
    key: str,  # noqa: ARG001  what the cache tells entries apart by
    store: str,
    _settings: Settings,
) -> Session:
    return open_session(_settings, store=store)
