"""A form being filled in by hand: what was in the row, what the person wrote, what prevents it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pyarrow.compute as pc
import streamlit as st

from actors_graph.changes.by_hand.forms import BY_HAND
from actors_graph.model import TABLES, FieldType
from actors_graph.model.canonical import rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.access import Session
    from actors_graph.changes.planning.questions import Candidate
    from actors_graph.model import Table, Value

_KEY: Final = "saisie"

# What a form shows of each table: the usual fields, then the others, folded away.
FIELDS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "actors": (
        (
            "name", "kind", "acronym", "commune_code", "address", "themes", "phone", "email",
            "website", "description", "checked_on",
        ),
        (
            "acts_in", "part_of", "subtype", "siret", "siren", "rna", "status", "visibility",
            "partners_asked_on", "created_on", "dissolved_on", "source", "reference",
        ),
    ),
    "contacts": (
        ("actor", "last_name", "first_name", "role", "phone", "email"),
        ("told_on", "source"),
    ),
    "collaborations": (
        ("a", "b", "level", "nature", "starts_on", "ends_on"),
        (
            "declared_by", "evidence", "theme", "project", "frequency", "level_wording",
            "comment", "checked_on", "source",
        ),
    ),
    "projects": (
        (
            "name", "kind", "committee", "territory", "themes", "state", "starts_on", "ends_on",
            "summary",
        ),
        (
            "audience", "inhabitants", "budget", "result", "reuse", "publication", "edition_of",
            "source", "reference",
        ),
    ),
}  # fmt: skip
# What a new row says until the person writes otherwise.
_NEW: Final = {"source": BY_HAND}


@dataclass(slots=True)
class Form:
    """One row being written.

    Attributes:
        table: name of the table.
        id: the row; empty for a new one.
        version: of the row that the person reads; 0 for a new one.
        before: text of each field as it was read.
        texts: text of each field as the person has it now.
        error: what prevented the last « Enregistrer ».
        meanwhile: what somebody else wrote since, by field.
        candidates: known actors that the new one may be.
        different_from: those of which the person said that it is another.
        unchosen: what was typed in a search, by field, and not chosen among what it finds.
        token: tells the widgets of this form from others.
    """

    table: str
    id: str = ""
    version: int = 0
    before: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    error: str = ""
    meanwhile: dict[str, str] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()
    different_from: tuple[str, ...] = ()
    unchosen: dict[str, str] = field(default_factory=dict)
    token: str = field(default_factory=lambda: secrets.token_hex(4))

    @property
    def schema(self) -> Table:
        """The table of the model."""
        return TABLES[self.table]

    @property
    def changed(self) -> dict[str, str]:
        """Text of each field that the person changed, or filled in a new row."""
        return {
            name: text for name, text in self.texts.items() if text != self.before.get(name, "")
        }

    def widget(self, name: str) -> str:
        """Key of a widget of this form."""
        return f"saisie-{self.token}-{name}"


def form_of(
    session: Session, table: str, identifier: str = "", *, given: Mapping[str, str] | None = None
) -> Form | None:
    """Return the form of a row, begun if another one was open; None where the row is gone.

    Args:
        session: the data.
        table: where the row is.
        identifier: the row; empty for a new one.
        given: what a new row starts with.
    """
    held = st.session_state.get(_KEY)
    if isinstance(held, Form) and (held.table, held.id) == (table, identifier):
        return held
    fresh = Form(table, identifier)
    if identifier:
        row = _row(session, table, identifier)
        if row is None:
            return None
        fresh.version = int(str(row["version"]))
        fresh.before = row_texts(TABLES[table], row)
        fresh.texts = dict(fresh.before)
    else:
        fresh.texts = {**_NEW, **(given or {})}
    st.session_state[_KEY] = fresh
    return fresh


def read_again(session: Session, form: Form) -> None:
    """Read the row as somebody else left it; what the person changed stays hers."""
    row = _row(session, form.table, form.id)
    if row is None:
        return
    fresh = row_texts(form.schema, row)
    mine = form.changed
    form.meanwhile = {
        name: text for name, text in fresh.items() if text != form.before.get(name, "")
    }
    form.version = int(str(row["version"]))
    form.before = fresh
    form.texts = {**fresh, **mine}
    form.token = secrets.token_hex(4)


def close_form() -> None:
    """Forget the form that is open."""
    st.session_state.pop(_KEY, None)


def row_texts(table: Table, row: Mapping[str, Value]) -> dict[str, str]:
    """Return each field of a row as the text that its reader reads back."""
    return {name: _text(table, name, row.get(name)) for name in table.columns}


def _text(table: Table, name: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "|".join(value)
    kind = table.by_name[name].type
    if kind is FieldType.MONEY and isinstance(value, int):
        return f"{value // 100},{value % 100:02d}"
    # « 12/05/2026 », « 05/2026 »: as people write dates, and as their reader reads them.
    return "/".join(reversed(str(value).split("-"))) if kind is FieldType.DATE else str(value)


def _row(session: Session, table: str, identifier: str) -> Mapping[str, Value] | None:
    # The ids asked of a table of ties are those of their ends.
    ids = None if TABLES[table].is_tie else [identifier]
    found = session.tables([table], ids=ids)[table]
    found = found.filter(pc.equal(found["id"], identifier))
    versions = found.column("version").to_pylist()
    rows = zip(rows_of(TABLES[table], found), versions, strict=True)
    return next(({**row, "version": version} for row, version in rows), None)
