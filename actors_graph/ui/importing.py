"""From files dropped on a page to what they changed: ask, report, apply.

What is shown before « Appliquer » is a dry run of the import itself: the same code, without its
last step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.imports import import_files
from actors_graph.errors import ActorsGraphError, ConflictError
from actors_graph.ui.escape import esc_md
from actors_graph.ui.history import take_back
from actors_graph.ui.importing_done import show_done
from actors_graph.ui.importing_report import show_report
from actors_graph.ui.importing_state import Step, deposit, start_over
from actors_graph.ui.importing_work import outcome
from actors_graph.ui.uploads import dropped, files_on_disk
from actors_graph.ui.workspace import workspace

if TYPE_CHECKING:
    from actors_graph.access import Session
    from actors_graph.changes.report import ImportReport
    from actors_graph.ui.importing_state import Deposit

_TYPES: Final = ["csv", "tsv", "txt", "xlsx", "ods", "xls"]


def show_import() -> bool:
    """Draw the place to drop files, or what has to be answered about those that were dropped.

    Returns:
        Whether an import is under way: the page then shows nothing else.
    """
    here = deposit()
    if here.step is Step.DONE and here.done is not None:
        show_done(here.done, on_undo=_undo, on_again=start_over)
        return False
    if here.step is Step.REPORT:
        _show_trial(here)
        return True
    _show_drop(here)
    return False


def _show_drop(here: Deposit) -> None:
    if here.error:
        st.error(esc_md(here.error), icon=":material/error:")
    if here.said:
        st.success(esc_md(here.said), icon=":material/check:")
    st.text("Déposez vos fichiers ici, tels qu’ils sont. Rien n’est changé avant votre accord.")
    uploads = st.file_uploader(
        "Fichiers à charger",
        type=_TYPES,
        accept_multiple_files=True,
        key=here.widget("fichiers"),
        label_visibility="collapsed",
    )
    if uploads:
        start_over()
        fresh = deposit()
        fresh.files = dropped(uploads)
        fresh.step = Step.REPORT
        st.rerun()


def _show_trial(here: Deposit) -> None:
    try:
        report = _trial(here)
    except ActorsGraphError as error:
        start_over(error=str(error))
        st.rerun()
    if report is None:
        return
    if here.error:
        st.error(esc_md(here.error), icon=":material/error:")
    show_report(report, on_apply=_apply)
    _show_ways_out(here)


def _show_ways_out(here: Deposit) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="sortie"):
        here.complete = st.checkbox(
            "Ces fichiers disent tout : ce qui n’y est plus s’arrête",
            value=here.complete,
            key=here.widget("complet"),
            help="À cocher seulement pour un fichier entier, comme la liste à jour des adhésions.",
            on_change=_turn_complete,
        )
        st.button("Abandonner", type="tertiary", on_click=start_over)


def _turn_complete() -> None:
    here = deposit()
    here.complete = bool(st.session_state[here.widget("complet")])


def _trial(here: Deposit) -> ImportReport | None:
    """The dry run of the files, kept while neither they, the answers nor the data change."""
    session = workspace().session
    key = f"{here.complete}|{session.location}|{session.revision().number}"
    if here.trial is not None and here.trial_key == key:
        return here.trial
    here.trial = outcome(
        f"lecture {here.token} {key}",
        lambda _: _imported(session, here, dry_run=True),
        on_stop=start_over,
    )
    here.trial_key = key
    return here.trial


def _imported(session: Session, here: Deposit, *, dry_run: bool) -> ImportReport:
    with files_on_disk(here.files) as paths:
        return import_files(session, paths, complete=here.complete, dry_run=dry_run)


def _apply() -> None:
    here = deposit()
    try:
        with st.spinner("Écriture…"):
            here.done = _imported(workspace().session, here, dry_run=False)
    except ConflictError as error:
        # Somebody wrote meanwhile: the report is read again on what is there now.
        here.trial = None
        here.error = error.message
        return
    except ActorsGraphError as error:
        start_over(error=str(error))
        return
    here.files = ()
    here.trial = None
    here.step = Step.DONE


def _undo() -> None:
    done = deposit().done
    if done is not None:
        take_back(done.import_id)
