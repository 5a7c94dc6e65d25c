"""The report of an import before it is applied: what would change, in words, then in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.report import SHOWN, group_sentence, grouped
from actors_graph.sources import Severity
from actors_graph.ui.escape import esc_md
from actors_graph.words import agreed, count, listing, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.changes.report import FileReport, ImportReport

_TITLES: Final = {
    Severity.REFUSED: "À corriger dans le fichier",
    Severity.REPAIRED: "Réparé en lisant",
    Severity.WARNING: "À savoir",
}


def show_report(report: ImportReport, *, on_apply: Callable[[], None]) -> None:
    """Draw the report; what can be applied is offered first, the detail comes below."""
    st.subheader(esc_md(_headline(report)), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="conclure"):
        if report.changes and not report.refused:
            st.button(
                f"Appliquer {count(report.changes, 'changement')}",
                type="primary",
                icon=":material/check:",
                on_click=on_apply,
            )
    for file in report.files:
        _show_file(file)


def _headline(report: ImportReport) -> str:
    """Return the sentence that says what there is to do."""
    if report.refused:
        n = report.refused
        return f"Rien n’est importé tant qu’il reste {count(n, 'ligne')} à corriger."
    if not report.changes:
        return "Rien à changer : tout est déjà dans vos données."
    return "Voici ce qui va changer. Rien n’est encore écrit."


def counts_sentence(file: FileReport) -> str:
    """Return « 26 lignes lues : 20 nouvelles, 5 modifiées, 1 refusée »; zeros are not said."""
    parts = {
        "nouveau": file.new,
        "modifié": file.changed,
        "inchangé": file.unchanged,
        "réparé": file.repaired,
        "refusé": file.refused,
    }
    said = [f"{number(n)} {agreed(word, n=n, noun='ligne')}" for word, n in parts.items() if n]
    head = count(file.rows_read, "ligne lue")
    return f"{head} : {listing(said)}." if said else f"{head}."


def _show_file(file: FileReport) -> None:
    st.subheader(esc_md(file.file), anchor=False)
    st.text(counts_sentence(file))
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
