"""The frame of every page: title of the tab, logo, notice of the data, foot."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from actors_graph.ui.entries import Entry
from actors_graph.ui.escape import esc_md
from actors_graph.ui.headers import TITLE
from actors_graph.ui.navigation import page
from actors_graph.ui.workspace import leave_demonstration, workspace

_ASSETS: Final = Path(__file__).parent / "assets"


def set_page() -> None:
    """Set what the browser's tab shows, and the width of the page."""
    st.set_page_config(page_title=TITLE, page_icon=str(_ASSETS / "icone.svg"), layout="wide")


def header() -> None:
    """Show the logo."""
    logo = workspace().settings.logo or _ASSETS / "icone.svg"
    st.logo(str(logo), size="large", icon_image=str(_ASSETS / "icone.svg"))


def page_title(text: str) -> None:
    """Show the title of a page, and on fictional data the notice that says so."""
    here = workspace()
    notice = here.session.info().notice
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="title"):
        st.title(esc_md(text), anchor=False, width="content")
        if notice:
            st.badge(esc_md(notice), icon=":material/theater_comedy:", color="orange")
        if here.is_demonstration:
            st.button("Revenir à mes données", type="tertiary", on_click=leave_demonstration)


def footer() -> None:
    """Show the links to the pages that explain, at the foot of the page."""
    st.space("large")
    with st.container(horizontal=True, key="foot"):
        for entry in Entry:
            if entry.in_footer:
                st.page_link(page(entry), label=entry.title)
        st.text("Rien ne quitte cet ordinateur.")
