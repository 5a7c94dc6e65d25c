"""Mes fichiers: what is given to the program, what it did with it, and how to take it back."""

from __future__ import annotations

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.ui.entries import Entry
from actors_graph.ui.erasing import show_erasing
from actors_graph.ui.history import show_history
from actors_graph.ui.importing import show_import
from actors_graph.ui.keeping import show_backup, show_templates
from actors_graph.ui.shell import page_title
from actors_graph.ui.workspace import workspace


def show() -> None:
    """Draw the page; what the role does not permit is not offered."""
    _, middle, _ = st.columns([1, 6, 1])
    user = workspace().session.user
    with middle:
        page_title(Entry.FILES.title)
        if may(user, Action.WRITE):
            if show_import():
                return
        else:
            st.text(f"Votre rôle ({user.role}) permet de lire, pas de charger des fichiers.")
        if may(user, Action.READ_JOURNAL):
            show_history()
        show_templates()
        if may(user, Action.BACK_UP):
            show_backup()
        if may(user, Action.ERASE):
            show_erasing()
