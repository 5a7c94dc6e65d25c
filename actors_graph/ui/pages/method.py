"""Méthode: how each number is made, how to read it, when it misleads, where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from actors_graph.measures.about import MEASURES
from actors_graph.ui.entries import Entry
from actors_graph.ui.escape import bold, esc_md
from actors_graph.ui.shell import page_title

if TYPE_CHECKING:
    from actors_graph.measures.about import About


def show() -> None:
    """Draw the page."""
    _, middle, _ = st.columns([1, 4, 1])
    with middle:
        page_title(Entry.METHOD.title)
        st.text(
            "Chaque chiffre du programme répond à une question. Voici comment il est compté, "
            "comment le lire, quand il trompe, et d’où il vient."
        )
        for about in MEASURES:
            _measure(about)


def _measure(about: About) -> None:
    with st.expander(esc_md(about.question)):
        st.markdown(bold(about.name))
        lines = {
            "Comment le lire": about.reading,
            "Quand il trompe": about.misleads,
            "Il n’est dit qu’à partir de": about.minimum,
            "Comment il est compté": about.formula,
            "Son nom dans les livres": f"{about.term} (en anglais : {about.english})",
            "Source": about.reference,
        }
        st.table(
            {esc_md(title): esc_md(text) for title, text in lines.items()}, border="horizontal"
        )
