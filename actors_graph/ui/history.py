"""The imports of a store, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from actors_graph.access import Action, may
from actors_graph.changes.conflicts import conflict_sentence
from actors_graph.changes.history import past_imports
from actors_graph.changes.undo import undo
from actors_graph.errors import ActorsGraphError, ConflictError
from actors_graph.ui.cache import directory_of
from actors_graph.ui.escape import esc_md
from actors_graph.ui.importing_state import start_over
from actors_graph.ui.workspace import workspace
from actors_graph.words import agreed, count, listing, moment

if TYPE_CHECKING:
    from actors_graph.changes.history import PastImport
    from actors_graph.errors import Conflict

_SHOWN: Final = 8
_CONFLICTS_SHOWN: Final = 10
_NAMED: Final = 3
_STOPPED: Final = "annuler-conflit"


def show_history() -> None:
    """Draw the last imports, each with what takes it back, and the conflict that stopped one."""
    session = workspace().session
    imports = past_imports(session)
    st.subheader("Vos imports", anchor=False)
    if not imports:
        st.text("Aucun import pour l’instant.")
        return
    _show_conflict()
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
        when = moment(past.at, zone=_zone())
        state = "annulé" if past.undone else count(past.changes, "changement")
        st.text(f"{when} · {files} · {state} · {past.by}", width="stretch")
        if writes and not past.undone:
            st.button(
                "Annuler cet import",
                key=f"annuler-{past.import_id}",
                icon=":material/undo:",
                on_click=take_back,
                args=(past.import_id,),
            )


def _zone() -> ZoneInfo:
    """The zone of the browser; the journal is written in universal time."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def take_back(import_id: str, *, keep_later: bool = False, force: bool = False) -> None:
    """Take an import back; what happened, or what prevents it, is said by `show_history`."""
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
    n = len(report.kept)
    kept = f" {count(n, 'ligne')} {agreed('gardé', n=n, noun='ligne')}." if n else ""
    start_over(said=f"Import annulé : {count(report.changes, 'changement')}.{kept}")


def _show_conflict() -> None:
    stopped: tuple[str, tuple[Conflict, ...]] | None = st.session_state.get(_STOPPED)
    if stopped is None:
        return
    import_id, conflicts = stopped
    names = directory_of(workspace().session).names
    with st.container(border=True):
        st.text(
            "Rien n’a été annulé : depuis cet import, quelqu’un a changé "
            f"{count(len(conflicts), 'valeur')}."
        )
        for conflict in conflicts[:_CONFLICTS_SHOWN]:
            st.text(f"– {conflict_sentence(conflict, names)}")
        if len(conflicts) > _CONFLICTS_SHOWN:
            st.text(f"… et {count(len(conflicts) - _CONFLICTS_SHOWN, 'valeur')} de plus.")
        with st.container(horizontal=True):
            st.button(
                "Annuler le reste, garder ces valeurs",
                on_click=take_back,
                args=(import_id,),
                kwargs={"keep_later": True},
            )
            st.button(
                "Tout annuler quand même",
                on_click=take_back,
                args=(import_id,),
                kwargs={"force": True},
            )
            st.button("Ne rien faire", type="tertiary", on_click=_forget)


def _forget() -> None:
    st.session_state.pop(_STOPPED, None)
