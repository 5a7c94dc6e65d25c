"""Some values of a list: one press each where they are few, else one at a time.

Streamlit's own choice of several values keeps its list open over the next field.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.ui.escape import esc_md

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# More values than that are chosen in a list.
_MOST_PRESSED: Final = 12


@dataclass(frozen=True, slots=True)
class Several:
    """What is chosen from: a key of the page, a label, the names by id, the word for none."""

    key: str
    label: str
    names: Mapping[str, str]
    none: str


def choose_several(
    asked: Several, kept: Sequence[str], *, on_change: Callable[[list[str]], None]
) -> None:
    """Draw the choice.

    Args:
        asked: what is chosen from.
        kept: what is chosen now, ids of it.
        on_change: called with what is chosen from now on, before the page is drawn again.
    """
    if len(asked.names) > _MOST_PRESSED:
        _one_at_a_time(asked, kept, on_change)
        return
    if asked.key not in st.session_state:
        st.session_state[asked.key] = list(kept)
    st.pills(
        asked.label,
        list(asked.names),
        selection_mode="multi",
        format_func=lambda option: esc_md(asked.names[option]),
        key=asked.key,
        on_change=lambda: on_change(list(st.session_state[asked.key])),
        wrap=True,
    )


def _one_at_a_time(
    asked: Several, kept: Sequence[str], on_change: Callable[[list[str]], None]
) -> None:
    """A list that closes after a choice, and what is kept under it, each with its way out."""
    adding = f"{asked.key}-ajouter"

    def add() -> None:
        value = st.session_state[adding]
        st.session_state[adding] = None
        if value:
            on_change([*kept, value])

    st.selectbox(
        asked.label,
        [one for one in asked.names if one not in kept],
        index=None,
        format_func=lambda option: asked.names[option],
        placeholder="En ajouter" if kept else asked.none,
        key=adding,
        on_change=add,
    )
    if not kept:
        return
    with st.container(horizontal=True, gap="small", key=f"{asked.key}-retenus"):
        for one in kept:
            st.button(
                esc_md(asked.names[one]),
                key=f"{asked.key}-retirer-{one}",
                icon=":material/close:",
                help="Retirer ce choix",
                on_click=on_change,
                args=([other for other in kept if other != one],),
            )
