"""Looking for an actor by its name, without its accents: a field and at most fifty lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.ui.directory import LONGEST_SEARCH, MOST_FOUND
from actors_graph.ui.escape import esc_md
from actors_graph.ui.labels import kind_label, status_label
from actors_graph.ui.listing import Column, Listing, Row, listing
from actors_graph.words import count, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors_graph.ui.directory import Directory

FOUND_COLUMNS: Final = (Column("Nom"), Column("Type"), Column("Commune"))


def search_field(
    *, key: str, label: str = "Trouver un acteur", placeholder: str = "Nom, sigle ou commune"
) -> str:
    """Draw the field and return what is asked, as it is being typed."""
    asked = st.text_input(
        label,
        type="search",
        placeholder=placeholder,
        key=key,
        max_chars=LONGEST_SEARCH,
        live=True,
    )
    return (asked or "").strip()


def show_found(
    asked: str, directory: Directory, *, key: str, on_open: Callable[[str], None]
) -> None:
    """Draw the actors that a search finds, or what to try when it finds none."""
    rows = directory.found(asked)
    if not rows:
        st.text(f"Aucun acteur ne correspond à {quoted(asked)}. Essayez un mot de moins.")
        return
    more = " (les premiers)" if len(rows) == MOST_FOUND else ""
    st.caption(esc_md(f"{count(len(rows), 'acteur')}{more}"))
    shown = Listing(found_lines(rows, directory), FOUND_COLUMNS, "Acteurs trouvés")
    listing(shown, key=key, on_open=on_open)


def found_lines(rows: Sequence[int], directory: Directory) -> tuple[Row, ...]:
    """The lines of these actors: name, kind or what is unusual, commune."""
    return tuple(_line(row, directory) for row in rows)


def _line(row: int, directory: Directory) -> Row:
    fields = directory.actors.slice(row, 1).to_pylist()[0]
    unusual = status_label(fields)
    kind = kind_label(fields["kind"]) + (f" ({unusual})" if unusual else "")
    return Row(fields["id"], (fields["name"], kind, directory.communes[row]))
