"""Where a browser stands between the files it dropped and what they became in its data.

One object of the visit holds it all: a widget that is not drawn is forgotten by Streamlit, and a
person who goes one step back must find what she answered.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from actors_graph.changes.report import ImportReport
    from actors_graph.ui.uploads import Dropped

_KEY: Final = "depot"


class Step(Enum):
    """What the page asks now."""

    DROP = "Déposer"
    REPORT = "Rapport"
    DONE = "Fait"


@dataclass(slots=True)
class Deposit:
    """Files that were dropped, what was chosen about them, and what came of it.

    Attributes:
        token: tells this deposit from others, in the names of widgets and of background works.
        step: what the page asks now.
        files: what was dropped.
        complete: whether the files hold all there is.
        error: why the last attempt ended, for the place where files are dropped.
        said: what was done last, said once.
        trial: what the import would do, and `trial_key`, what that answer rests on.
        done: what the import did, once it is applied.
    """

    token: str = field(default_factory=lambda: secrets.token_hex(4))
    step: Step = Step.DROP
    files: tuple[Dropped, ...] = ()
    complete: bool = False
    error: str = ""
    said: str = ""
    trial: ImportReport | None = None
    trial_key: str = ""
    done: ImportReport | None = None

    def widget(self, name: str) -> str:
        """Return the key of a widget of this deposit."""
        return f"depot-{self.token}-{name}"


def deposit() -> Deposit:
    """Return the deposit of this visit, a fresh one where none is under way."""
    found = st.session_state.get(_KEY)
    if not isinstance(found, Deposit):
        found = st.session_state[_KEY] = Deposit()
    return found


def start_over(*, error: str = "", said: str = "") -> None:
    """Forget the deposit: the page asks for files again, and says why."""
    st.session_state[_KEY] = Deposit(error=error, said=said)
