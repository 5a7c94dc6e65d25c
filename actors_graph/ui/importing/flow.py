"""From files dropped on a page to what they changed: read, ask, report, apply.

What is shown before « Appliquer » is a dry run of the import itself: the same code, without its
last step. The person goes forward by one button, and back by another; nothing she said is lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.errors import ActorsGraphError, ConflictError, InputError
from actors_graph.ui.escape import bold, esc_md
from actors_graph.ui.history import show_undo_question, take_back
from actors_graph.ui.importing.columns import show_columns
from actors_graph.ui.importing.done import show_done
from actors_graph.ui.importing.plan import certain, imported, read_again, read_deposit, tried
from actors_graph.ui.importing.questions import show_questions
from actors_graph.ui.importing.report import show_report
from actors_graph.ui.importing.state import Step, deposit, start_over
from actors_graph.ui.importing.work import outcome
from actors_graph.ui.uploads import dropped
from actors_graph.ui.workspace import workspace

if TYPE_CHECKING:
    from actors_graph.changes.report import ImportReport
    from actors_graph.sources import Choices
    from actors_graph.ui.importing.state import Deposit, ReadTable

_TYPES: Final = ["csv", "tsv", "txt", "xlsx", "ods", "xls"]
_PATH: Final = (Step.COLUMNS, Step.QUESTIONS, Step.REPORT)


def show_import() -> bool:
    """Draw the place to drop files, or what has to be answered about those that were dropped.

    Returns:
        Whether an import is under way: the page then shows nothing else.
    """
    show_undo_question()
    here = deposit()
    if here.step is Step.DROP:
        _show_drop(here)
        return False
    if here.step is Step.DONE and here.done is not None:
        show_done(here.done, on_undo=_undo, on_again=start_over)
        return False
    _show_path(here)
    try:
        _show_step(here)
    except ActorsGraphError as error:
        _come_back(here, error)
    return True


def _show_drop(here: Deposit) -> None:
    if here.error:
        st.error(esc_md(here.error), icon=":material/error:")
    if here.said:
        st.success(esc_md(here.said), icon=":material/check:")
    st.text(
        "Déposez vos fichiers ici, tels qu’ils sont : tableur (Excel, LibreOffice) ou CSV. "
        "Rien n’est changé avant votre accord."
    )
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
        fresh.step = Step.COLUMNS
        st.rerun()


def _show_path(here: Deposit) -> None:
    """Say where the person is between her files and the report, and let her leave."""
    with st.container(horizontal=True, vertical_alignment="center", key="chemin"):
        marks = [
            bold(f"{place}. {step.value}")
            if step is here.step
            else esc_md(f"{place}. {step.value}")
            for place, step in enumerate(_PATH, start=1)
        ]
        st.caption(" › ".join(marks), width="content")
        if here.step is Step.WRITE:
            return
        st.button(
            "Abandonner",
            type="tertiary",
            icon=":material/close:",
            key=here.widget("abandonner"),
            on_click=start_over,
        )


def _show_step(here: Deposit) -> None:
    if here.step is Step.WRITE:
        _write(here)
        return
    if not _read(here):
        return
    if here.error:
        st.error(esc_md(here.error), icon=":material/error:")
    if here.step is Step.COLUMNS:
        if here.note:
            st.info(esc_md(here.note), icon=":material/info:")
        show_columns(here, on_continue=_leave_columns)
        return
    report = _trial(here)
    if report is None:
        return
    if here.step is Step.QUESTIONS:
        if report.questions or report.refused:
            show_questions(here, report, on_continue=_leave_questions)
            return
        here.step = Step.REPORT
        st.rerun()
    show_report(here, report, on_apply=_apply)


def _read(here: Deposit) -> bool:
    """Read what is not read yet; return whether the tables are there."""
    if not here.is_read:
        files, session = here.files, workspace().session
        tables = outcome(
            f"lecture {here.token}",
            lambda progress: read_deposit(session, files, progress),
            on_stop=_stop,
        )
        if tables is None:
            return False
        here.tables = tables
        here.is_read = True
        if all(map(certain, tables)):
            here.step = Step.QUESTIONS
        st.rerun()
    for place, table in enumerate(here.tables):
        if table.wanted is not None:
            here.tables[place] = _read_again(here, table, choices=table.wanted)
    return True


def _read_again(here: Deposit, table: ReadTable, *, choices: Choices) -> ReadTable:
    """Read a table as the person wants it, or leave it as it is and say why."""
    here.error = ""
    try:
        return read_again(here.files, table, choices=choices)
    except InputError as error:
        here.error = str(error)
        return replace(table, wanted=None, readings=table.readings + 1)


def _trial(here: Deposit) -> ImportReport | None:
    """The dry run of the files, kept while neither they, the answers nor the data change."""
    session = workspace().session
    key = _basis(here)
    if here.trial is not None and here.trial_key == key:
        return here.trial
    answers = here.given
    here.trial = outcome(
        f"essai {here.token} {key}",
        lambda progress: tried(session, here, answers=answers, progress=progress),
        on_stop=_stop,
    )
    here.trial_key = key
    return here.trial


def _basis(here: Deposit) -> str:
    session = workspace().session
    return here.trial_basis(f"{session.location}|{session.revision().number}")


def _come_back(here: Deposit, error: ActorsGraphError) -> None:
    """Say what went wrong where it can be mended, and where nothing she said is lost."""
    if here.step is Step.WRITE:
        # Somebody may have written meanwhile: the report is made again on what is there now.
        here.step = Step.REPORT
    elif here.tables and here.step is not Step.COLUMNS:
        here.step = Step.COLUMNS
    else:
        start_over(error=str(error))
        st.rerun()
    here.trial = None
    here.error = error.message if isinstance(error, ConflictError) else str(error)
    st.rerun()


def _stop() -> None:
    start_over(said="Lecture arrêtée : rien n’a changé.")


def _leave_columns() -> None:
    here = deposit()
    here.error = here.note = here.doubted = ""
    here.step = Step.QUESTIONS


def _leave_questions() -> None:
    deposit().step = Step.REPORT


def _apply() -> None:
    here = deposit()
    if here.trial_key != _basis(here):
        here.error = (
            "Vos données ont changé entre-temps : le rapport vient d’être refait. Relisez-le, puis "
            "appliquez."
        )
        return
    here.attempts += 1
    here.error = ""
    here.step = Step.WRITE


def _write(here: Deposit) -> None:
    """Write the import; what it did is then shown, with a way back."""
    session, answers = workspace().session, here.given
    report = outcome(
        f"écriture {here.token} {here.attempts}",
        lambda progress: imported(session, here, answers=answers, dry_run=False, progress=progress),
        on_stop=None,
    )
    if report is None:
        return
    start_over()
    fresh = deposit()
    fresh.done = report
    fresh.step = Step.DONE
    st.rerun()


def _undo() -> None:
    done = deposit().done
    if done is not None:
        take_back(done.import_id)
