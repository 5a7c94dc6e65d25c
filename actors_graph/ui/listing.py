"""A table whose names can be opened, made for a mouse, a finger, a keyboard and a screen reader.

Streamlit's own tables either cannot be clicked (`st.table`) or are a drawing that no screen reader
enters (`st.dataframe`). Texts are written in the page as texts: nothing has to be escaped here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ASSETS: Final = Path(__file__).parent / "assets"
_NAME: Final = "liste_d_acteurs"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and what goes before its values where titles have no room."""

    label: str
    before: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line; the first cell opens `id`. Without an id it is a plain line."""

    id: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names those below it."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A table: its lines, its columns, and the sentence that says what it lists."""

    lines: Sequence[Row | Heading]
    columns: Sequence[Column]
    caption: str


def listing(shown: Listing, *, key: str, on_open: Callable[[str], None], current: str = "") -> None:
    """Draw a table.

    Args:
        shown: what it holds; at most some tens of lines.
        key: its name on the page.
        on_open: called with the id of the line that was opened, before the page is drawn again.
        current: id of the line that is open now.
    """
    component = st.components.v2.component(
        _NAME,
        html='<div class="liste"></div>',
        css=(_ASSETS / "liste.css").read_text(encoding="utf-8"),
        js=(_ASSETS / "liste.js").read_text(encoding="utf-8"),
    )
    component(
        key=key,
        data={
            "caption": shown.caption,
            "columns": [
                {
                    "label": column.label,
                    "before": column.before,
                    "number": column.number,
                }
                for column in shown.columns
            ],
            "rows": [_line(line, current) for line in shown.lines],
        },
        on_open_change=lambda: on_open(st.session_state[key].open),
    )


def _line(line: Row | Heading, current: str) -> dict[str, object]:
    if isinstance(line, Heading):
        return {"heading": line.text}
    return {"id": line.id, "cells": list(line.cells), "current": bool(current == line.id != "")}
