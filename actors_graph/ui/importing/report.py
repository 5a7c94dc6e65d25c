"""The report of an import before it is applied: what would change, in words, then in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.changes.report import SHOWN, group_sentence, grouped
from actors_graph.changes.row_words import ROW_NOUNS
from actors_graph.reports import MIME, import_report
from actors_graph.sources import Severity
from actors_graph.sources.mapping.targets import kind_table
from actors_graph.ui.escape import esc_md
from actors_graph.ui.importing.state import Step, deposit, start_over
from actors_graph.ui.workspace import workspace
from actors_graph.words import agreed, capital, count, listing, number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors_graph.changes.report import FileReport, ImportReport
    from actors_graph.sources import Problem
    from actors_graph.ui.importing.state import Deposit

_TITLES: Final = {
    Severity.REFUSED: "Lignes refusées",
    Severity.REPAIRED: "Réparé en lisant",
    Severity.WARNING: "À savoir",
}

# What becomes of the lines that write nothing, one and several.
_APART: Final = (
    ("ne change rien", "ne changent rien"),
    ("est refusée", "sont refusées"),
    ("est réunie à une autre ou ne dit rien", "sont réunies à d’autres ou ne disent rien"),
)
_NAMED: Final = (
    "n’est qu’un nom dans une cellule : sa fiche sera à compléter",
    "ne sont que des noms dans des cellules : leurs fiches seront à compléter",
)


def show_report(here: Deposit, report: ImportReport, *, on_apply: Callable[[], None]) -> None:
    """Draw the report; what can be applied is offered first, the detail comes below."""
    st.header(esc_md(headline(report, valid_only=here.valid_only)), anchor=False)
    numbers = numbers_sentence(report)
    if numbers:
        st.text(numbers)
    with st.container(horizontal=True, vertical_alignment="center", key="conclure"):
        if report.changes and (here.valid_only or not report.refused):
            st.button(
                f"Appliquer {report.amount}",
                type="primary",
                icon=":material/check:",
                key=here.widget("appliquer"),
                on_click=on_apply,
            )
        if not report.changes:
            st.button(
                "Revenir à mes fichiers",
                type="primary",
                key=here.widget("terminer"),
                on_click=start_over,
            )
        st.button(
            "Revoir les colonnes",
            icon=":material/view_column:",
            key=here.widget("revoir-colonnes"),
            on_click=_go,
            args=(Step.COLUMNS,),
        )
        if report.questions or here.answers or report.refused:
            st.button(
                "Revoir les questions",
                icon=":material/help:",
                key=here.widget("revoir-questions"),
                on_click=_go,
                args=(Step.QUESTIONS,),
            )
        st.download_button(
            "Le rapport pour tableur",
            data=lambda: import_report(report, on=workspace().settings.today.isoformat()),
            file_name="rapport-import.xlsx",
            mime=MIME,
            icon=":material/download:",
            on_click="ignore",
            key=here.widget("rapport"),
        )
    for place, file in enumerate(report.files):
        _show_file(here, file, place=place)
    _show_complete(here)


def headline(report: ImportReport, *, valid_only: bool) -> str:
    """Return the sentence that says what the import would do."""
    if report.refused and not valid_only:
        n = report.refused
        return f"Rien n’est importé tant qu’il reste {count(n, 'ligne')} à corriger."
    if not report.changes:
        return "Rien à changer : tout est déjà dans vos données."
    new, changed = _totals(report, "new"), _totals(report, "changed")
    parts = []
    if new:
        parts.append(f"ajouter {listing([count(n, ROW_NOUNS[t]) for t, n in new.items()])}")
    if changed:
        parts.append(f"compléter {listing([count(n, ROW_NOUNS[t]) for t, n in changed.items()])}")
    return (
        f"Cet import va {listing(parts)}. Rien n’est encore écrit."
        if parts
        else ("Voici ce qui va changer. Rien n’est encore écrit.")
    )


def _totals(report: ImportReport, what: str) -> dict[str, int]:
    """Rows of each table that all the files make or change, in the order of `ROW_NOUNS`."""
    totals = {
        table: sum(file.made.get(table, {}).get(what, 0) for file in report.files)
        for table in ROW_NOUNS
    }
    return {table: n for table, n in totals.items() if n}


def counts_sentence(file: FileReport) -> str:
    """Return « 26 lignes lues : 20 nouvelles et 1 refusée ; 3 réparées. »; zeros are not said."""
    parts = {
        "nouveau": file.new,
        "modifié": file.changed,
        "inchangé": file.unchanged,
        "refusé": file.refused,
    }
    said = [f"{number(n)} {agreed(word, n=n, noun='ligne')}" for word, n in parts.items() if n]
    sentence = count(file.rows_read, "ligne lue")
    if said:
        sentence = f"{sentence} : {listing(said)}"
    if file.repaired:
        mended = agreed("réparé", n=file.repaired, noun="ligne")
        sentence = f"{sentence} ; {number(file.repaired)} {mended}"
    return f"{sentence}."


def numbers_sentence(report: ImportReport) -> str:
    """Say why the numbers of the title, of the button and of the files differ.

    Empty where every line read becomes one row, and nothing else.
    """
    read = sum(file.rows_read for file in report.files)
    lines = [sum(file.unchanged for file in report.files), report.refused]
    lines.append(read - report.rows - sum(lines))
    apart = [
        f"{number(n)} {several if n > 1 else one}"
        for n, (one, several) in zip(lines, _APART, strict=True)
        if n > 0
    ]
    named = sum(map(_only_named, report.files))
    if not report.rows or not (apart or named):
        return ""
    said = f"{count(read, 'ligne lue')}, dont {number(report.rows)} à écrire"
    if apart:
        said = f"{said} ({listing(apart)})"
    if named:
        said = f"{said} ; {count(named, 'structure')} {_NAMED[named > 1]}"
    return f"D’où viennent ces nombres : {said}."


def _only_named(file: FileReport) -> int:
    """Structures that a file names without describing them on a line."""
    main = kind_table(file.kind)
    own = file.new if main is not None and main.name == "actors" else 0
    return max(file.made.get("actors", {}).get("new", 0) - own, 0)


def _show_file(here: Deposit, file: FileReport, *, place: int) -> None:
    title = f"{file.file}, feuille « {file.sheet} »" if file.sheet else file.file
    with st.container(border=True, key=here.widget(f"fichier-{place}")):
        st.subheader(esc_md(title), anchor=False)
        if file.rows_read:
            st.text(counts_sentence(file))
        ties = ties_sentence(file)
        if ties:
            st.text(ties)
        for severity, heading in _TITLES.items():
            groups = grouped([one for one in file.problems if one.severity is severity])
            if groups:
                _show_problems(here, groups, heading=heading, name=f"{place}-{severity}")


def ties_sentence(file: FileReport) -> str:
    """Return what a file adds beside the rows of its own kind: « Et aussi : 34 liens. »."""
    main = kind_table(file.kind)
    own = main.name if main else ""
    said = [
        count(file.made[table]["new"], noun)
        for table, noun in ROW_NOUNS.items()
        if table != own and file.made.get(table, {}).get("new")
    ]
    return f"Et aussi, d’après ses lignes : {listing(said)}." if said else ""


def _show_problems(
    here: Deposit, groups: Sequence[Sequence[Problem]], *, heading: str, name: str
) -> None:
    repaired = groups[0][0].severity is Severity.REPAIRED
    refused = groups[0][0].severity is Severity.REFUSED
    with st.expander(esc_md(f"{heading} ({number(len(groups))})"), expanded=refused):
        for place, group in enumerate(groups[:SHOWN]):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.text(capital(group_sentence(group)), width="stretch")
                if repaired:
                    st.button(
                        "Ce n’est pas ça",
                        type="tertiary",
                        key=here.widget(f"doute-{name}-{place}"),
                        on_click=_doubt,
                        args=(capital(group_sentence(group)), group[0].column),
                    )
        if len(groups) > SHOWN:
            st.text(f"… et {count(len(groups) - SHOWN, 'point')} de plus, dans le rapport.")


def _show_complete(here: Deposit) -> None:
    key = here.widget("complet")
    st.checkbox(
        "Liste complète : terminer ce qui n’y est plus",
        value=here.complete,
        key=key,
        help="Sans cette case, rien de ce que vous avez déjà ne s’arrête. Avec elle, ce qu’un "
        "fichier précédent de la même source avait apporté, et que celui-ci ne contient plus, est "
        "marqué terminé aujourd’hui (un lien, une adhésion) ou inactif (une structure). Rien n’est "
        "effacé.",
        on_change=_turn_complete,
        args=(key,),
    )


def _turn_complete(key: str) -> None:
    deposit().complete = bool(st.session_state[key])


def _go(step: Step) -> None:
    here = deposit()
    here.step = step
    here.note = here.doubted = here.error = ""


def _doubt(sentence: str, column: str) -> None:
    """Lead back to the columns, with what was said to be wrong."""
    _go(Step.COLUMNS)
    here = deposit()
    here.doubted = column
    here.note = (
        f"{sentence} Si la colonne dit autre chose, changez-la ici ; si c’est la ligne, "
        "corrigez-la dans votre fichier et déposez-le de nouveau."
    )
