"""What the user takes away: the templates to fill in, a backup."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from actors_graph.changes.templates import write_templates
from actors_graph.reports.templates import FILE, offered_by, template_workbook
from actors_graph.reports.workbook import MIME
from actors_graph.ui.workspace import workspace
from actors_graph.words import count


def show_templates() -> None:
    """Draw the buttons that give the workbook to fill in, and the same as CSV files."""
    st.subheader("Modèles à remplir", anchor=False)
    st.text(
        "Un classeur à remplir dans votre tableur : une feuille par sorte (acteurs, liens, "
        "comités…), des listes où choisir, et une page qui explique. Remplissez seulement ce qui "
        "vous sert, puis déposez-le ici."
    )
    with st.container(horizontal=True):
        st.download_button(
            "Prendre le classeur à remplir",
            data=filled_lists_workbook,
            file_name=FILE,
            mime=MIME,
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            "Les mêmes en fichiers CSV",
            data=templates_archive,
            file_name="modeles.zip",
            mime="application/zip",
            type="tertiary",
            on_click="ignore",
        )


def filled_lists_workbook() -> bytes:
    """The workbook to fill in, whose lists propose what the data hold."""
    return template_workbook(offered_by(workspace().session))


def templates_archive() -> bytes:
    """All the templates and their explanation in one archive."""
    held = io.BytesIO()
    with (
        TemporaryDirectory(prefix="actors-graph-") as folder,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for path in write_templates(Path(folder)):
            archive.write(path, path.name)
    return held.getvalue()


def show_backup() -> None:
    """Draw the button that gives a backup, and say which ones are kept without asking."""
    st.subheader("Sauvegarde", anchor=False)
    kept = len(workspace().session.backups.paths())
    st.text(
        "Une copie de toutes vos données, historique compris, à ranger ailleurs que sur cet "
        "ordinateur. Elle contient des données personnelles : gardez-la comme vos dossiers. "
        f"Avant chaque import, le programme en garde une lui-même ({count(kept, 'copie')})."
    )
    st.download_button(
        "Prendre une sauvegarde",
        data=backup_bytes,
        file_name=f"sauvegarde-{workspace().settings.today.isoformat()}.sauvegarde",
        mime="application/octet-stream",
        icon=":material/download:",
        on_click="ignore",
    )


def backup_bytes() -> bytes:
    """A backup of the store as it is now."""
    with TemporaryDirectory(prefix="actors-graph-") as folder:
        path = Path(folder, "donnees.sauvegarde")
        workspace().session.backup(path)
        return path.read_bytes()
