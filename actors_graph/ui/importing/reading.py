"""How a file was read, said in one line, and « Ce n’est pas ça ? » to read it otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.sources import NO_HEADER
from actors_graph.sources.mapping.proposal import proposed
from actors_graph.ui.column_words import kind_choices
from actors_graph.ui.escape import esc_md
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from actors_graph.sources import RawTable
    from actors_graph.ui.importing.state import Deposit, ReadTable

_LINES: Final = 5
_SEPARATORS: Final = {
    "": "Trouvé tout seul",
    ";": "Des points-virgules",
    ",": "Des virgules",
    "\t": "Des tabulations",
    "|": "Des barres verticales",
}
_PARTED_BY: Final = {
    ";": "des points-virgules",
    ",": "des virgules",
    "\t": "des tabulations",
    "|": "des barres",
}
_ACCENTS: Final = {
    "": "Trouvés tout seuls",
    "utf-8": "Comme dans un fichier récent",
    "cp1252": "Comme dans un fichier de Windows",
    "mac-roman": "Comme dans un ancien fichier de Mac",
    "cp850": "Comme dans un très ancien fichier de PC",
}


def show_reading(here: Deposit, table: ReadTable) -> None:
    """Draw the line that says how a table was read, and what changes it."""
    st.caption(esc_md(reading_sentence(table.raw)))
    doubted = accented(table.raw)
    if doubted:
        words = listing([quoted(word) for word in doubted])
        st.text(f"Les accents sont-ils corrects ? {words}")
    with st.expander("Ce n’est pas ça ?"):
        if table.kind_known:
            ask_kind(here, table)
        _ask_kept(here, table)
        _show_first_lines(table.raw)
        _show_choices(here, table)


def reading_sentence(raw: RawTable) -> str:
    """Return how a table was read: « Titres des colonnes à la ligne 5. »."""
    parts = []
    if raw.separator in _PARTED_BY:
        parts.append(f"Colonnes séparées par {_PARTED_BY[raw.separator]}.")
    if raw.header_row > 1:
        parts.append(
            f"Titres des colonnes lus à la ligne {raw.header_row} ; les lignes au-dessus sont "
            "laissées de côté."
        )
    elif raw.header_row == 1:
        parts.append("Titres des colonnes lus à la première ligne.")
    else:
        parts.append("Aucune ligne de titres : les colonnes sont nommées par leur lettre.")
    return " ".join(parts)


def accented(raw: RawTable) -> list[str]:
    """Return up to three words with accents, where how they are written had to be guessed."""
    if not raw.encoding or raw.encoding.startswith("utf-8"):
        return []
    found: dict[str, None] = {}
    for text in (*raw.header, *(cell for _, cells in raw.head for cell in cells)):
        for word in text.split():
            if not word.isascii() and any(map(str.isalpha, word)):
                found.setdefault(word.strip(" ,;:.()"))
            if len(found) == 3:
                return list(found)
    return list(found)


def ask_kind(here: Deposit, table: ReadTable) -> None:
    """Draw the list of what a table may hold."""
    kinds = kind_choices()
    words = list(kinds)
    said = st.selectbox(
        "Ce tableau contient",
        words,
        index=words.index(table.mapping.kind) if table.mapping.kind in words else 0,
        format_func=kinds.__getitem__,
        key=here.widget(f"sorte-{table.place}-{table.readings}-{table.mapping.kind}"),
    )
    if said != table.mapping.kind:
        table.mapping = proposed(table.raw, kind=said)
        table.touched = True
        st.rerun()


def _ask_kept(here: Deposit, table: ReadTable) -> None:
    kept = st.checkbox(
        "Importer ce tableau",
        value=table.kept,
        key=here.widget(f"garder-{table.place}-{table.readings}"),
    )
    if kept != table.kept:
        table.kept = kept
        table.touched = True
        st.rerun()


def _show_first_lines(raw: RawTable) -> None:
    if not raw.head:
        return
    st.text("Les premières lignes, telles qu’elles ont été lues :")
    width = len(raw.header)
    titles = [name or f"colonne {place + 1}" for place, name in enumerate(raw.header)]
    rows = {
        f"{title}{' ' * titles[:place].count(title)}": [
            cells[place] if place < len(cells) else "" for _, cells in raw.head[:_LINES]
        ]
        for place, title in enumerate(titles[:width])
    }
    st.dataframe(rows, hide_index=True)


def _show_choices(here: Deposit, table: ReadTable) -> None:
    raw, before = table.raw, table.choices
    line = st.number_input(
        "Les titres des colonnes sont à la ligne (0 : il n’y en a pas)",
        min_value=0,
        value=max(0, raw.header_row),
        step=1,
        key=here.widget(f"titres-{table.place}-{table.readings}"),
    )
    after = before
    if line != max(0, raw.header_row):
        after = replace(after, header_row=line or NO_HEADER)
    if raw.format == "csv":
        separator = _choice(here, table, "Ce qui sépare les colonnes", _SEPARATORS, "separator")
        encoding = _choice(here, table, "Les accents sont écrits", _ACCENTS, "encoding")
        after = replace(after, separator=separator, encoding=encoding)
    if after != before:
        table.wanted = after
        st.rerun()


def _choice(here: Deposit, table: ReadTable, label: str, words: dict[str, str], name: str) -> str:
    known = list(words)
    before = str(getattr(table.choices, name))
    return st.selectbox(
        label,
        known,
        index=known.index(before) if before in known else 0,
        format_func=words.__getitem__,
        key=here.widget(f"{name}-{table.place}-{table.readings}"),
    )
