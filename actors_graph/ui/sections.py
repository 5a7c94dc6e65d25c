"""The parts of « Mes fichiers »: one is shown at a time, and lives in the address.

Files are dropped on the first one, which the page opens with.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARAMETER: Final = "partie"
_KEY: Final = "fichiers-partie"


class Section(Enum):
    """A part: its name in the address, its label."""

    FILES = ("", "Charger")
    QUALITY = ("qualite", "Ce qui manque")
    DUPLICATES = ("doublons", "Doublons")
    PARTNERS = ("partenaires", "Qui travaille avec qui ?")
    ENTRY = ("saisie", "Saisir")
    KEEPING = ("garder", "Sauvegarder, effacer")

    @property
    def address(self) -> str:
        """Its name in the address."""
        return self.value[0]

    @property
    def label(self) -> str:
        """Its label."""
        return self.value[1]


def chosen_section(offered: Sequence[Section]) -> Section:
    """Return the part that the address asks for; the first one where it asks for none of these."""
    asked = st.query_params.get(PARAMETER, "")
    return next((one for one in offered if one.address == asked), offered[0])


def show_sections(offered: Sequence[Section], *, counts: Mapping[Section, str]) -> None:
    """Draw the choice of a part.

    Args:
        offered: what the role permits and the data make useful.
        counts: what is said after a label: « 3 ».
    """
    chosen = chosen_section(offered)
    if st.session_state.get(_KEY) is not chosen:
        st.session_state[_KEY] = chosen
    st.pills(
        "Partie de la page",
        offered,
        format_func=lambda one: f"{one.label} ({counts[one]})" if counts.get(one) else one.label,
        key=_KEY,
        required=True,
        label_visibility="collapsed",
        wrap=True,
        on_change=_to_address,
    )


def _to_address() -> None:
    open_section(st.session_state[_KEY])


def open_section(section: Section) -> None:
    """Show another part; a callback."""
    if section.address:
        st.query_params[PARAMETER] = section.address
    else:
        st.query_params.pop(PARAMETER, None)
