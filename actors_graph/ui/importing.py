"""Dropping files, reading what they would change, applying it.

What is shown before « Appliquer » is a dry run of the import itself: the same code, without its
last step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.imports import import_files
from actors_graph.changes.report import SHOWN, group_sentence, grouped
from actors_graph.errors import ActorsGraphError, ConflictError
from actors_graph.sources import Severity
from actors_graph.ui.escape import esc_md
from actors_graph.ui.uploads import files_on_disk, safe_name
from actors_graph.ui.workspace import workspace
from actors_graph.words import agreed, count, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from actors_graph.changes.report import FileReport, ImportReport

_TURN: Final = "depot-tour"
_TRIAL: Final = "depot-essai"
_DONE: Final = "depot-fait"
_COMPLETE: Final = "depot-complet"

_TITLES: Final = {
    Severity.REFUSED: "À corriger dans le fichier, puis à déposer de nouveau",
    Severity.REPAIRED: "Réparé en lisant",
    Severity.WARNING: "À savoir",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """What an import would do, for these files on this state of the data."""

    key: str
    report: ImportReport | None
    error: str


def show_import() -> None:
    """Draw the place to drop files, the report of what they hold, and « Appliquer »."""
    st.text(
        "Déposez vos fichiers CSV ici, ou choisissez-les ; 20 Mo au plus par fichier. "
        "Rien n’est changé avant votre accord."
    )
    turn = st.session_state.get(_TURN, 0)
    uploads = st.file_uploader(
        "Fichiers à charger",
        type=["csv"],
        accept_multiple_files=True,
        key=f"depot-{turn}",
        label_visibility="collapsed",
    )
    done = st.session_state.pop(_DONE, "")
    if done:
        st.success(esc_md(done), icon=":material/check:")
    if uploads:
        _show_trial(uploads)


def _show_trial(uploads: Sequence[UploadedFile]) -> None:
    complete = st.checkbox(
        "Ces fichiers disent tout : ce qui n’y est plus s’arrête",
        key=_COMPLETE,
        help="À cocher seulement pour un fichier entier, comme la liste à jour des adhésions.",
    )
    with st.spinner("Lecture des fichiers…"):
        trial = _trial(uploads, complete=complete)
    if trial.report is None:
        st.error(esc_md(trial.error), icon=":material/error:")
        return
    for file in trial.report.files:
        _show_file(file)
    _conclude(trial.report, uploads, complete=complete)


def _trial(uploads: Sequence[UploadedFile], *, complete: bool) -> Trial:
    """The dry run of these files, kept while neither they nor the data change."""
    session = workspace().session
    names = [f"{upload.file_id} {upload.name}" for upload in uploads]
    key = f"{names}|{complete}|{session.location}|{session.revision().number}"
    known = st.session_state.get(_TRIAL)
    if isinstance(known, Trial) and known.key == key:
        return known
    try:
        with files_on_disk(uploads) as paths:
            report = import_files(session, paths, complete=complete, dry_run=True)
        trial = Trial(key, report, "")
    except ActorsGraphError as error:
        trial = Trial(key, None, str(error))
    st.session_state[_TRIAL] = trial
    return trial


def _show_file(file: FileReport) -> None:
    st.subheader(esc_md(file.file), anchor=False)
    counts = {
        "Lignes lues": file.rows_read,
        "Nouvelles": file.new,
        "Modifiées": file.changed,
        "Inchangées": file.unchanged,
        "Réparées": file.repaired,
        "Refusées": file.refused,
    }
    st.table({title: [number(n)] for title, n in counts.items()}, border="horizontal")
    for severity, title in _TITLES.items():
        groups = grouped([one for one in file.problems if one.severity is severity])
        if not groups:
            continue
        label = esc_md(f"{title} ({number(len(groups))})")
        with st.expander(label, expanded=severity is Severity.REFUSED):
            for group in groups[:SHOWN]:
                st.text(group_sentence(group))
            if len(groups) > SHOWN:
                st.text(f"… et {count(len(groups) - SHOWN, 'point')} de plus.")


def _conclude(report: ImportReport, uploads: Sequence[UploadedFile], *, complete: bool) -> None:
    if report.refused:
        n = report.refused
        st.text(f"Rien n’est importé tant qu’il reste {count(n, 'ligne')} à corriger.")
    elif not report.changes:
        st.text("Rien à changer : tout est déjà dans vos données.")
    elif st.button(
        f"Appliquer {count(report.changes, 'changement')}", type="primary", icon=":material/check:"
    ):
        _apply(uploads, complete=complete)


def _apply(uploads: Sequence[UploadedFile], *, complete: bool) -> None:
    session = workspace().session
    try:
        with st.spinner("Écriture…"), files_on_disk(uploads) as paths:
            report = import_files(session, paths, complete=complete)
    except ConflictError as error:
        # Somebody wrote meanwhile: the report is read again on what is there now.
        st.session_state.pop(_TRIAL, None)
        st.error(esc_md(error.message), icon=":material/error:")
        return
    n = report.changes
    names = ", ".join(safe_name(upload.name) for upload in uploads)
    written = agreed("écrit", n=n, noun="changement")
    st.session_state[_DONE] = f"{count(n, 'changement')} {written} depuis {names}."
    # A new place to drop files, empty.
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state.pop(_TRIAL, None)
    st.rerun()
