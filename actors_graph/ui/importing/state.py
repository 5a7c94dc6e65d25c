"""Where a browser stands between the files it dropped and what they became in its data.

One object of the visit holds it all: a widget that is not drawn is forgotten by Streamlit, and a
person who goes one step back must find what she answered.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.same_actor.answers import LATER

if TYPE_CHECKING:
    from actors_graph.changes.report import ImportReport
    from actors_graph.sources import Choices, RawTable
    from actors_graph.sources.mapping.proposal import Mapping
    from actors_graph.ui.uploads import Dropped

_KEY: Final = "depot"
_EXAMPLES: Final = 5


class Step(Enum):
    """What the page asks now."""

    DROP = "Fichiers"
    COLUMNS = "Colonnes"
    QUESTIONS = "Questions"
    REPORT = "Rapport"
    WRITE = "Écriture"
    DONE = "Fait"


@dataclass(slots=True)
class ReadTable:
    """One table of the files: as it is written, and what is understood of it.

    Attributes:
        place: its place among the tables of the deposit, part of the names of widgets.
        raw: the table as it was read, with `choices`.
        mapping: where its columns go, corrected by the person.
        kind_known: whether the program knew what it holds; else the person is asked.
        remembered: whether a table of the same columns was understood so before.
        kept: whether it is to be imported.
        touched: whether the person, or a doubt, makes it differ from what an import would propose.
        wanted: the choices with which it is to be read again, if any.
        readings: how many times it was read or tried to be; widgets begin afresh each time.
    """

    place: int
    raw: RawTable
    mapping: Mapping
    choices: Choices
    kind_known: bool = True
    remembered: bool = False
    kept: bool = True
    touched: bool = False
    wanted: Choices | None = None
    readings: int = 1
    _examples: dict[int, list[str]] = field(default_factory=dict, repr=False)

    def examples(self, position: int) -> list[str]:
        """Return the first different values of a column, at most five; read once a column."""
        if position not in self._examples:
            filled = (cell.strip() for cell in self.raw.columns[position] if cell.strip())
            found: dict[str, None] = {}
            for cell in filled:
                found.setdefault(cell)
                if len(found) == _EXAMPLES:
                    break
            self._examples[position] = list(found)
        return self._examples[position]


@dataclass(slots=True)
class Deposit:
    """Files that were dropped, what was chosen about them, and what came of it.

    Attributes:
        token: tells this deposit from others, in the names of widgets and of background works.
        step: what the page asks now.
        files: what was dropped.
        is_read: whether they were read, and `tables`, the tables in them that can be asked about.
        note: what the person said is wrong, where she was led back to the columns; `doubted` is
            the column of it.
        complete: whether the files hold all there is.
        valid_only: whether the lines that cannot enter are left out, rather than all refused.
        departement: where the communes of the files lie, if she said so; a code.
        answers: what was answered to the questions, by key.
        all_shown: whether all the questions are shown, not only the first ones.
        error: why the last attempt ended, for the place where files are dropped.
        said: what was done last, said once.
        trial: what the import would do, and `trial_key`, what that answer rests on.
        attempts: how many times « Appliquer » was pressed.
        done: what the import did, once it is applied.
    """

    token: str = field(default_factory=lambda: secrets.token_hex(4))
    step: Step = Step.DROP
    files: tuple[Dropped, ...] = ()
    is_read: bool = False
    tables: list[ReadTable] = field(default_factory=list)
    note: str = ""
    doubted: str = ""
    complete: bool = False
    valid_only: bool = True
    departement: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    all_shown: bool = False
    error: str = ""
    said: str = ""
    trial: ImportReport | None = None
    trial_key: str = ""
    attempts: int = 0
    done: ImportReport | None = None

    @property
    def kept(self) -> list[ReadTable]:
        """The tables that are to be imported."""
        return [table for table in self.tables if table.kept]

    @property
    def given(self) -> dict[str, str]:
        """The answers that the import takes: none while the questions are still asked."""
        if self.step is Step.QUESTIONS:
            return {}
        return {key: answer for key, answer in self.answers.items() if answer != LATER}

    def trial_basis(self, state: str) -> str:
        """Return what the answer of a dry run rests on, besides the files: choices and data."""
        tables = [
            (table.place, table.choices, table.mapping) for table in self.tables if table.kept
        ]
        text = repr((state, self.complete, self.departement, tables, sorted(self.given.items())))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

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
