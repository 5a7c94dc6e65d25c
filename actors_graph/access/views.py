"""What a view shows of the tables: the full one everything, the public one no person's contact.

A view is a property of the session, not of a page: what one role may see never reaches another,
because caches are keyed by it and tables are cut before they leave the session.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model import TABLES
from actors_graph.model.kinds import Visibility

if TYPE_CHECKING:
    from collections.abc import Mapping


class View(StrEnum):
    """What a session shows."""

    FULL = "full"
    PUBLIC = "public"


def seen(tables: Mapping[str, pa.Table], view: View) -> dict[str, pa.Table]:
    """The tables as the view shows them: same schemas, internal fields empty, fewer rows."""
    if view is View.FULL:
        return dict(tables)
    return {name: _public(name, rows) for name, rows in tables.items()}


def _public(name: str, rows: pa.Table) -> pa.Table:
    table = TABLES[name]
    if name == "contacts":
        return rows.slice(0, 0)
    for field in table.fields:
        if field.internal or field.personal:
            index = rows.schema.get_field_index(field.name)
            empty = pa.nulls(rows.num_rows, field.type.arrow)
            rows = rows.set_column(index, rows.schema.field(index), empty)
    if name == "actors":
        internal = pc.equal(rows.column("visibility"), Visibility.INTERNAL.value)
        rows = rows.filter(pc.invert(pc.fill_null(internal, fill_value=False)))
    return rows
