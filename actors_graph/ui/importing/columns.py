"""« Les colonnes sont-elles bien comprises ? »: what each table holds, what each column says.

One block a table; one line a column, with examples from the file and, where the program is not
sure, words that say so. Every choice is made already: a file well understood needs one click.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.model import FieldType
from actors_graph.sources.mapping.proposal import corrected
from actors_graph.sources.mapping.targets import SEVERAL, kind_table
from actors_graph.text import clean
from actors_graph.ui.column_words import (
    IGNORED,
    KINDS,
    REMARKS,
    target_choices,
    target_label,
)
from actors_graph.ui.escape import bold, doubted, esc_md
from actors_graph.ui.importing.reading import ask_kind, show_reading
from actors_graph.words import count, listing, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.sources.mapping.proposal import ColumnChoice
    from actors_graph.ui.importing.state import Deposit, ReadTable

SURE: Final = 0.8
_EXAMPLE_LENGTH: Final = 32
_MANY: Final = 8
_WIDTHS: Final = (5, 4)


def show_columns(here: Deposit, *, on_continue: Callable[[], None]) -> None:
    """Draw the question of the columns, each table after the other; the surest ones are folded."""
    with st.container(horizontal=True, vertical_alignment="center", key="question"):
        st.header("Les colonnes sont-elles bien comprises ?", anchor=False, width="stretch")
        _continue(here, "haut", on_continue)
    st.text(_sentence(here))
    for table in here.tables:
        if len(here.tables) > 1 and not _needs_eyes(here, table):
            with st.expander(_title(table), icon=":material/check:" if table.kept else None):
                _show_table(here, table)
        else:
            with st.container(border=True, key=here.widget(f"tableau-{table.place}")):
                st.subheader(_title(table), anchor=False)
                _show_table(here, table)
    shown = [one for one in here.kept if len(here.tables) == 1 or _needs_eyes(here, one)]
    if sum(len(table.mapping.columns) for table in shown) > _MANY:
        with st.container(horizontal=True, horizontal_alignment="right"):
            _continue(here, "bas", on_continue)


def _continue(here: Deposit, place: str, on_continue: Callable[[], None]) -> None:
    st.button(
        "Oui, continuer",
        type="primary",
        icon=":material/arrow_forward:",
        key=here.widget(f"continuer-{place}"),
        disabled=not here.kept or any(map(clashes, here.kept)),
        on_click=on_continue,
    )


def _sentence(here: Deposit) -> str:
    kept = [table for table in here.tables if table.kept]
    doubts = sum(len(doubtful(table)) for table in kept)
    if doubts:
        n = count(doubts, "colonne")
        return f"{n} à vérifier, marquée{'s' if doubts > 1 else ''} d’un point d’interrogation."
    if kept and all(table.remembered for table in kept):
        return "Comprises comme la dernière fois. Corrigez ce qui a changé, sinon continuez."
    if len(here.tables) > 1 and not any(_needs_eyes(here, table) for table in here.tables):
        return "Nous pensons que oui. Ouvrez un tableau pour le vérifier, ou continuez."
    return "En face de chaque colonne, ce que nous en comprenons. Corrigez, ou continuez."


def doubtful(table: ReadTable) -> list[ColumnChoice]:
    """Columns of a table that were understood without being sure, in the order of the file."""
    return [
        choice
        for choice in table.mapping.columns
        if choice.confidence < SURE and table.examples(choice.position)
    ]


def clashes(table: ReadTable) -> list[tuple[str, list[str]]]:
    """Meanings that only one column may have and that several were given, with those columns."""
    labels = table.mapping.labels()
    held = kind_table(table.mapping.kind)
    lists = {one.column for one in held.fields if one.type is FieldType.LIST} if held else set()
    given: dict[str, list[str]] = {}
    for choice in table.mapping.columns:
        if choice.target not in SEVERAL | lists:
            given.setdefault(choice.target, []).append(labels[choice.position])
    return [(target, columns) for target, columns in given.items() if len(columns) > 1]


def _show_clashes(table: ReadTable) -> None:
    kind = table.mapping.kind
    for target, columns in clashes(table):
        named = listing([quoted(column) for column in columns])
        meaning = quoted(target_label(kind, target))
        st.error(esc_md(f"Les colonnes {named} disent toutes {meaning} : gardez-en une seule."))


def _needs_eyes(here: Deposit, table: ReadTable) -> bool:
    """Whether something of a table is not sure, or was changed: it is shown unfolded."""
    if not table.kept:
        return False
    if here.doubted and here.doubted in table.raw.header:
        return True
    return bool(not table.kind_known or table.touched or doubtful(table) or clashes(table))


def _show_table(here: Deposit, table: ReadTable) -> None:
    if not table.kind_known:
        st.text("Nous ne savons pas ce que contient ce tableau : dites-le, ou laissez-le de côté.")
        ask_kind(here, table)
    if table.kept:
        _show_clashes(table)
        _show_columns_of(here, table)
    show_reading(here, table)


def _title(table: ReadTable) -> str:
    raw = table.raw
    parts = [bold(raw.file)]
    if raw.sheet:
        parts.append(esc_md(f"feuille {quoted(raw.sheet)}"))
    parts.append(esc_md(count(raw.rows_read, "ligne")))
    if table.kept:
        parts.append(esc_md(KINDS.get(table.mapping.kind, table.mapping.kind)))
    else:
        parts.append("laissée de côté")
    return " · ".join(parts)


def _show_columns_of(here: Deposit, table: ReadTable) -> None:
    choices = target_choices(table.mapping.kind)
    filled = [one for one in table.mapping.columns if one.header or table.examples(one.position)]
    folded = [one for one in filled if one.target == IGNORED and one.confidence >= SURE]
    shown = [one for one in filled if one not in folded]
    chosen: dict[str, str] = {}
    labels = table.mapping.labels()
    for choice in shown:
        label = labels[choice.position]
        chosen[label] = _show_column(here, table, choice, label=label, choices=choices)
    if folded:
        title = f"{count(len(folded), 'colonne')} laissée{'s' if len(folded) > 1 else ''} de côté"
        with st.expander(esc_md(title)):
            for choice in folded:
                label = labels[choice.position]
                chosen[label] = _show_column(here, table, choice, label=label, choices=choices)
    before = {labels[one.position]: one.target for one in table.mapping.columns}
    changed = {label: target for label, target in chosen.items() if target != before[label]}
    if changed:
        table.mapping = corrected(table.mapping, changed)
        table.touched = True
        st.rerun()


def _show_column(
    here: Deposit,
    table: ReadTable,
    choice: ColumnChoice,
    *,
    label: str,
    choices: dict[str, str],
) -> str:
    """Draw one column and return the place that is chosen for it."""
    examples = [shortened(one) for one in table.examples(choice.position)]
    sure = choice.confidence >= SURE or not examples
    words = list(choices)
    with st.container(key=here.widget(f"colonne-{table.place}-{choice.position}")):
        column, place = st.columns(_WIDTHS, vertical_alignment="center", gap="small")
        with column.container(gap=None):
            marked = not sure or here.doubted == choice.header != ""
            st.markdown(doubted(label) if marked else bold(label))
            # Markdown would make a link of an address, however it is escaped.
            st.text(" · ".join(examples) or "(vide)")
        with place.container(gap=None):
            found = st.selectbox(
                f"Ce que dit la colonne {quoted(label)}",
                words,
                index=words.index(choice.target if choice.target in words else IGNORED),
                format_func=choices.__getitem__,
                key=here.widget(_meaning_key(table, choice)),
                label_visibility="collapsed",
            )
            if not sure:
                st.caption(esc_md(f"À vérifier : {choice.why}."))
            if found == REMARKS:
                st.caption(
                    ":material/lock: Des remarques peuvent contenir des avis sur des personnes : "
                    "elles restent dans votre fichier."
                )
    return found


def _meaning_key(table: ReadTable, choice: ColumnChoice) -> str:
    return f"sens-{table.place}-{table.readings}-{table.mapping.kind}-{choice.position}"


def shortened(text: str) -> str:
    """Return the start of a cell, on one line.

    >>> shortened("12 rue des Écoles, bâtiment B, deuxième étage")
    '12 rue des Écoles, bâtiment B,…'
    """
    flat = " ".join(clean(text).split())
    return flat if len(flat) <= _EXAMPLE_LENGTH else f"{flat[: _EXAMPLE_LENGTH - 1].rstrip()}…"
