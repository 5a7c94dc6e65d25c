"""Going from page to page. Streamlit wants its pages made anew at each run."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import streamlit as st

from actors_graph.ui.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.navigation.page import StreamlitPage


def page(entry: Entry) -> StreamlitPage:
    """Return the page of an entry, as links and `st.switch_page` want it."""
    return st.Page(
        import_module(f"actors_graph.ui.pages.{entry.module}").show,
        title=entry.title,
        url_path=entry.address,
        default=not entry.address,
        visibility="hidden" if entry.in_footer else "visible",
    )


def navigation() -> StreamlitPage:
    """Draw the menu and return the page that was asked for."""
    return st.navigation([page(entry) for entry in Entry], position="top")


def go(entry: Entry, *, query: Mapping[str, str] | None = None) -> None:
    """Leave for another page; nothing after this call runs."""
    st.switch_page(page(entry), query_params=dict(query or {}))
