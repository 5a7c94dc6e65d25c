"""The imports of a store, and taking one back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from actors_graph.access import Action, may, signature
from actors_graph.changes.undoing.conflicts import conflict_sentence
from actors_graph.changes.undoing.history import past_imports
from actors_graph.changes.undoing.undo import UndoStoppedError, undo
from actors_graph.errors import ActorsGraphError
from actors_graph.ui.cache import directory_of
from actors_graph.ui.escape import bold, esc_md
from actors_graph.ui.importing.state import start_over
from actors_graph.ui.workspace import workspace
from actors_graph.words import capital, count, listing, moment, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.access import Session
    from actors_graph.changes.undoing.history import PastImport
    from actors_graph.changes.undoing.undo import UndoReport
    from actors_graph.errors import Conflict

_SHOWN: Final = 8
_CONFLICTS_SHOWN: Final = 10
_NAMED: Final = 3
_ROWS_ASKED: Final = 50
_STOPPED: Final = "annuler-conflit"


@dataclass(frozen=True, slots=True)
class Stopped:
    """An import to take back, what would stay in both cases, what somebody changed since."""

    import_id: str
    keeping: UndoReport
    forcing: UndoReport
    conflicts: tuple[Conflict, ...] = ()


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
        st.text(f"{when} · {files} · {state} · {signature(past.by)}", width="stretch")
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


def take_back(import_id: str) -> None:
    """Take an import back; where something would stay of it, the person is asked first."""
    session = workspace().session
    st.session_state.pop(_STOPPED, None)
    try:
        foreseen = undo(session, import_id, dry_run=True)
    except UndoStoppedError as error:
        st.session_state[_STOPPED] = Stopped(
            import_id, error.keeping, error.forcing, error.conflicts
        )
        return
    except ActorsGraphError as error:
        start_over(error=str(error))
        return
    if any(row.table == "actors" for row in foreseen.staying):
        st.session_state[_STOPPED] = Stopped(import_id, foreseen, foreseen)
        return
    _undo(import_id)


def _undo(import_id: str, *, keep_later: bool = False, force: bool = False) -> None:
    """Take an import back as it was decided; what stays is said at the top of the page."""
    st.session_state.pop(_STOPPED, None)
    try:
        report = undo(workspace().session, import_id, keep_later=keep_later, force=force)
    except ActorsGraphError as error:
        start_over(error=str(error))
        return
    start_over(said=undone_sentence(report))


def undone_sentence(report: UndoReport) -> str:
    """Return what an undo left: the fiches that somebody completed or that others name."""
    if not report.staying:
        return "Import annulé : vos données sont comme avant lui."
    return " ".join(["Import annulé.", *report.sentences()])


def show_undo_question() -> None:
    """Draw what would stay of an import, or what stops its undoing, for a person to decide."""
    stopped = st.session_state.get(_STOPPED)
    if not isinstance(stopped, Stopped):
        return
    with st.container(border=True, key="annuler-question"):
        if stopped.conflicts:
            _show_conflicts(stopped)
        else:
            _show_staying(stopped)


def _show_conflicts(stopped: Stopped) -> None:
    session, conflicts = workspace().session, stopped.conflicts
    names = directory_of(session).names
    st.subheader(esc_md(undo_question(session, stopped.import_id, conflicts)), anchor=False)
    st.text("Rien n’a été annulé pour l’instant. Voici ce qui a changé depuis cet import :")
    said = [f"– {conflict_sentence(one, names)}" for one in conflicts[:_CONFLICTS_SHOWN]]
    if len(conflicts) > _CONFLICTS_SHOWN:
        said.append(f"… et {count(len(conflicts) - _CONFLICTS_SHOWN, 'valeur')} de plus.")
    _show_sentences(said)
    _show_left("Si oui", stopped.keeping)
    _show_left("Si non, et que même ces changements partent", stopped.forcing)
    with st.container(horizontal=True):
        _undo_button("Oui, annuler le reste", stopped.import_id, primary=True, keep_later=True)
        _undo_button("Non, tout annuler", stopped.import_id, force=True)
        st.button("Ne rien annuler", type="tertiary", on_click=_forget)


def _show_staying(stopped: Stopped) -> None:
    n = _fiches(stopped.keeping)
    st.subheader(esc_md(f"Annuler cet import, sauf {count(n, 'fiche')} ?"), anchor=False)
    st.text("Rien n’a été annulé pour l’instant.")
    _show_sentences(stopped.keeping.sentences())
    with st.container(horizontal=True):
        _undo_button("Oui, annuler cet import", stopped.import_id, primary=True)
        st.button("Ne rien annuler", type="tertiary", on_click=_forget)


def _fiches(report: UndoReport) -> int:
    return sum(row.table == "actors" for row in report.staying)


def _show_left(choice: str, report: UndoReport) -> None:
    """Draw what would stay after one choice: how many fiches, then which and why."""
    n = _fiches(report)
    stays = f"{count(n, 'fiche')} {'resteront' if n > 1 else 'restera'}"
    said = stays if n else "aucune fiche ne restera"
    st.markdown(bold(f"{choice}, {said}{' :' if report.staying else '.'}"))
    _show_sentences(report.sentences())


def _show_sentences(sentences: Sequence[str]) -> None:
    with st.container(gap="xsmall"):
        for sentence in sentences:
            st.text(sentence)


def _undo_button(label: str, import_id: str, *, primary: bool = False, **how: bool) -> None:
    st.button(
        label,
        type="primary" if primary else "secondary",
        on_click=_undo,
        args=(import_id,),
        kwargs=how,
    )


def undo_question(session: Session, import_id: str, conflicts: Sequence[Conflict]) -> str:
    """Return « Moulins a complété 3 de ces fiches depuis : les garder ? » (WORDS, undo)."""
    rows = list(dict.fromkeys(conflict.id for conflict in conflicts))
    hands: dict[str, None] = {}
    for row in rows[:_ROWS_ASKED]:
        later = (one for one in session.journal(entity=row) if one.seq > int(import_id))
        hands.update(dict.fromkeys(signature(one.by) for one in later))
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
