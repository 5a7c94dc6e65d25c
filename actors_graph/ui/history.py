"""The imports of a store, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.changes.undoing.conflicts import conflict_sentence
from actors_graph.changes.undoing.history import past_imports
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import ActorsGraphError, ConflictError
from actors_graph.ui.cache import directory_of
from actors_graph.ui.escape import esc_md
from actors_graph.ui.importing.state import start_over
from actors_graph.ui.workspace import workspace
from actors_graph.words import agreed, capital, count, listing, moment, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.access import Session
    from actors_graph.changes.undoing.history import PastImport
    from actors_graph.errors import Conflict

_SHOWN: Final = 8
_CONFLICTS_SHOWN: Final = 10
_NAMED: Final = 3
_ROWS_ASKED: Final = 50
_STOPPED: Final = "annuler-conflit"


def show_history() -> None:
    """Draw the last imports, each with what takes it back."""
    session = workspace().session
    imports = past_imports(session)
    st.subheader("Vos imports", anchor=False)
    if not imports:
        st.text("Aucun import pour l’instant.")
        return
    writes = may(session.user, Action.WRITE)
    for past in reversed(imports[-_SHOWN:]):
        _show_past(past, writes=writes)
    if len(imports) > _SHOWN:
        st.caption(esc_md(f"Les {_SHOWN} derniers sur {len(imports)}."))


def _show_past(past: PastImport, *, writes: bool) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", border=True, key=f"import-{past.import_id}"
    ):
        files = listing(list(past.files), limit=_NAMED)
        when = moment(past.at, zone=browser_zone())
        state = "annulé" if past.undone else count(past.rows, "ligne")
        st.text(f"{when} · {files} · {state} · {past.by}", width="stretch")
        if writes and not past.undone:
            st.button(
                "Annuler cet import",
                key=f"annuler-{past.import_id}",
                icon=":material/undo:",
                on_click=take_back,
                args=(past.import_id,),
            )


def browser_zone() -> ZoneInfo:
    """The zone of the browser; the journal is written in universal time."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def take_back(import_id: str, *, keep_later: bool = False, force: bool = False) -> None:
    """Take an import back; what happened, or what prevents it, is said at the top of the page."""
    session = workspace().session
    st.session_state.pop(_STOPPED, None)
    try:
        report = undo(session, import_id, keep_later=keep_later, force=force)
    except ConflictError as error:
        st.session_state[_STOPPED] = (import_id, error.conflicts)
        return
    except ActorsGraphError as error:
        start_over(error=str(error))
        return
    start_over(said=undone_sentence(report.kept))


def undone_sentence(kept: Sequence[tuple[str, str]]) -> str:
    """Return what an undo left: the fiches that somebody completed or that others name."""
    fiches = sum(table == "actors" for table, _ in kept)
    if fiches:
        return f"Import annulé, sauf {count(fiches, 'fiche')} {_kept(fiches, 'fiche')}."
    others = len(kept)
    if others:
        return f"Import annulé, sauf {count(others, 'ligne')} {_kept(others, 'ligne')}."
    return "Import annulé : vos données sont comme avant lui."


def _kept(n: int, noun: str) -> str:
    return agreed("gardé", n=n, noun=noun)


def show_undo_question() -> None:
    """Draw what stopped the undoing of an import, for a person to decide."""
    stopped: tuple[str, tuple[Conflict, ...]] | None = st.session_state.get(_STOPPED)
    if stopped is None:
        return
    import_id, conflicts = stopped
    session = workspace().session
    names = directory_of(session).names
    with st.container(border=True, key="annuler-question"):
        st.subheader(esc_md(undo_question(session, import_id, conflicts)), anchor=False)
        st.text("Rien n’a été annulé pour l’instant. Voici ce qui a changé depuis cet import :")
        for conflict in conflicts[:_CONFLICTS_SHOWN]:
            st.text(f"– {conflict_sentence(conflict, names)}")
        if len(conflicts) > _CONFLICTS_SHOWN:
            st.text(f"… et {count(len(conflicts) - _CONFLICTS_SHOWN, 'valeur')} de plus.")
        with st.container(horizontal=True):
            _undo_button("Oui, annuler le reste", import_id, primary=True, keep_later=True)
            _undo_button("Non, tout annuler", import_id, force=True)
            st.button("Ne rien annuler", type="tertiary", on_click=_forget)


def _undo_button(label: str, import_id: str, *, primary: bool = False, **how: bool) -> None:
    st.button(
        label,
        type="primary" if primary else "secondary",
        on_click=take_back,
        args=(import_id,),
        kwargs=how,
    )


def undo_question(session: Session, import_id: str, conflicts: Sequence[Conflict]) -> str:
    """Return « Moulins a complété 3 de ces fiches depuis : les garder ? » (WORDS, undo)."""
    rows = list(dict.fromkeys(conflict.id for conflict in conflicts))
    hands: dict[str, None] = {}
    for row in rows[:_ROWS_ASKED]:
        later = (one for one in session.journal(entity=row) if one.seq > int(import_id))
        hands.update(dict.fromkeys(one.by for one in later))
    completed = all(conflict.expected in (None, "", []) for conflict in conflicts)
    verb = "complété" if completed else "modifié"
    n = len(rows)
    what = f"{number(n)} de ces fiches" if n > 1 else "une de ces fiches"
    kept = "les garder" if n > 1 else "la garder"
    if list(hands) == [session.user.name]:
        return f"Vous avez {verb} {what} depuis : {kept} ?"
    who = capital(listing(list(hands), limit=_NAMED)) or "Quelqu’un"
    return f"{who} {'ont' if len(hands) > 1 else 'a'} {verb} {what} depuis : {kept} ?"


def _forget() -> None:
    st.session_state.pop(_STOPPED, None)
