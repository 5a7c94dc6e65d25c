"""Mes fichiers: what is given to the program, what is made of it, and how to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.ui.by_hand.entering import show_entering
from actors_graph.ui.by_hand.noting import show_noting
from actors_graph.ui.cache import directory_of
from actors_graph.ui.duplicates import COUNTED_UP_TO, show_duplicates, waiting_pairs
from actors_graph.ui.entries import Entry
from actors_graph.ui.erasing import show_erasing
from actors_graph.ui.history import show_history
from actors_graph.ui.importing.flow import show_import
from actors_graph.ui.keeping import show_backup, show_templates
from actors_graph.ui.quality import show_quality
from actors_graph.ui.sections import Section, chosen_section, show_sections
from actors_graph.ui.shell import page_title
from actors_graph.ui.workspace import workspace
from actors_graph.words import number

if TYPE_CHECKING:
    from actors_graph.access import Session


def show() -> None:
    """Draw the page; what the role does not permit is not offered."""
    _, middle, _ = st.columns([1, 14, 1])
    session = workspace().session
    offered = _offered(session)
    with middle:
        page_title(Entry.FILES.title)
        choice = st.container()
        section = chosen_section(offered)
        # While files are being imported nothing else is offered: the page leads to one button.
        if section is Section.FILES and _loading(session):
            return
        if len(offered) > 1:
            with choice:
                show_sections(offered, counts=_counts(session, section))
        _SHOWN[section](session)


def _offered(session: Session) -> list[Section]:
    user = session.user
    filled = directory_of(session).actors.num_rows > 0
    wanted = {
        Section.FILES: True,
        Section.QUALITY: filled,
        Section.DUPLICATES: filled and may(user, Action.WRITE),
        Section.PARTNERS: filled and may(user, Action.WRITE),
        Section.ENTRY: may(user, Action.WRITE),
        Section.KEEPING: may(user, Action.BACK_UP) or may(user, Action.ERASE),
    }
    return [section for section, useful in wanted.items() if useful]


def _counts(session: Session, section: Section) -> dict[Section, str]:
    """What waits in a part, where counting it costs nothing that a visitor would notice."""
    small = directory_of(session).actors.num_rows <= COUNTED_UP_TO
    wanted = section in (Section.FILES, Section.DUPLICATES)
    if not wanted or not small or not may(session.user, Action.WRITE):
        return {}
    n = len(waiting_pairs(session))
    return {Section.DUPLICATES: number(n)} if n else {}


def _loading(session: Session) -> bool:
    if may(session.user, Action.WRITE):
        return show_import()
    st.text(f"Votre rôle ({session.user.role}) permet de lire, pas de charger des fichiers.")
    return False


def _files(session: Session) -> None:
    if may(session.user, Action.READ_JOURNAL):
        show_history()
    show_templates()


def _quality(_: Session) -> None:
    show_quality()


def _duplicates(_: Session) -> None:
    show_duplicates()


def _noting(_: Session) -> None:
    show_noting()


def _entering(_: Session) -> None:
    show_entering()


def _keeping(session: Session) -> None:
    if may(session.user, Action.BACK_UP):
        show_backup()
    if may(session.user, Action.ERASE):
        show_erasing()


_SHOWN = {
    Section.FILES: _files,
    Section.QUALITY: _quality,
    Section.DUPLICATES: _duplicates,
    Section.PARTNERS: _noting,
    Section.ENTRY: _entering,
    Section.KEEPING: _keeping,
}
