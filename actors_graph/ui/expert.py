"""The numbers of specialists on a fiche, computed once somebody unfolds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.sentences_expert import expert_lines
from actors_graph.ui.evidence import method_links
from actors_graph.ui.listing import Column, Listing, Row, listing

if TYPE_CHECKING:
    from actors_graph.measures import Facts

_COLUMNS: Final = (Column("Mesure"), Column("Valeur"))


def show_expert(facts: Facts, actor: str) -> None:
    """Draw the folded part of a structure; an élu has none (METHOD §3: no score of a person)."""
    box = st.expander("Pour les spécialistes", key="fiche-expert", on_change="rerun")
    if not box.open:
        return
    with box:
        lines = expert_lines(facts, actor)
        if not lines:
            st.text("Trop peu d’acteurs ou de partenaires pour en dire quelque chose.")
            return
        rows = [Row("", (BY_FIELD[field].name, value)) for field, value in lines]
        shown = Listing(rows, _COLUMNS, "Mesures pour les spécialistes")
        listing(shown, key="fiche-expert-mesures", on_open=_nothing)
        method_links([field for field, _ in lines])


def _nothing(_: str) -> None:
    """No line of this table opens anything."""
