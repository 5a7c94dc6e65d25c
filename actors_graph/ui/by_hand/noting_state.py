"""What a person is ticking on « Qui travaille avec qui ? », kept while she does.

A widget that is not drawn is forgotten by Streamlit: what was ticked before a search must stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.by_hand.partners import Untie, known_partners
from actors_graph.model.levels import LEVEL_WORDS, UNSPECIFIED

if TYPE_CHECKING:
    from actors_graph.access import Session
    from actors_graph.changes.by_hand.partners import KnownPartner

_KEY: Final = "partenaires-en-cours"


@dataclass(slots=True)
class Notes:
    """What is ticked for one structure.

    Attributes:
        actor: the structure.
        revision: the state of the data that `known` was read from.
        known: its partners in the data, by id.
        levels: level (0 = not said) of each partner that is ticked, known ones included.
        untied: why a known one is not ticked any more.
        error: what prevented the last « Enregistrer ».
    """

    actor: str
    revision: int
    known: dict[str, KnownPartner]
    levels: dict[str, int] = field(default_factory=dict)
    untied: dict[str, Untie] = field(default_factory=dict)
    error: str = ""

    def tick(self, other: str) -> None:
        """Tick a partner, or take the tick away."""
        if other in self.levels:
            del self.levels[other]
            if other in self.known:
                self.untied[other] = Untie.ENDED
        else:
            self.untied.pop(other, None)
            self.levels[other] = (self.known[other].level or 0) if other in self.known else 0

    @property
    def ticked(self) -> dict[str, str]:
        """Level in words of each partner that is new, or whose level was changed here."""
        return {
            other: LEVEL_WORDS.get(level, UNSPECIFIED)
            for other, level in self.levels.items()
            if other not in self.known or level != (self.known[other].level or 0)
        }


def notes_of(session: Session, actor: str) -> Notes:
    """Return what is ticked for a structure; begun anew when the data changed.

    Raises:
        InputError: there is no such actor.
    """
    held = st.session_state.get(_KEY)
    revision = session.revision().number
    if isinstance(held, Notes) and (held.actor, held.revision) == (actor, revision):
        return held
    known = {partner.id: partner for partner in known_partners(session, actor)}
    fresh = Notes(actor, revision, known)
    fresh.levels = {other: partner.level or 0 for other, partner in known.items()}
    st.session_state[_KEY] = fresh
    return fresh


def forget_notes() -> None:
    """Forget what was ticked and not written."""
    st.session_state.pop(_KEY, None)
