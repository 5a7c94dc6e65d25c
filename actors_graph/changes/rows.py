"""One row compared with the store: created, updated, deleted, or the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.changes.derived import derived_values
from actors_graph.model import Change
from actors_graph.model.canonical import rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from actors_graph.model import Table, Value


def created(table: Table, values: Mapping[str, Value], *, origin: str = "") -> Change:
    """Return the creation of a whole row, its derived fields computed."""
    row = {name: value for name, value in values.items() if value is not None}
    row |= {n: value for n, value in derived_values(table, row).items() if value is not None}
    return Change(table.name, str(row["id"]), None, row, origin=origin)


def updated(
    table: Table, before: Mapping[str, Value], after: Mapping[str, Value], *, origin: str = ""
) -> Change | None:
    """Return the update of a row of the store by new values; None when nothing changes.

    Args:
        table: where the row is.
        before: the whole row as it was read, with its `version`.
        after: the new values of some fields (None empties one).
        origin: file and line that say so.
    """
    merged = {**before, **after}
    merged |= derived_values(table, merged)
    names = [name for name in table.columns if differs(before.get(name), merged.get(name))]
    if not names:
        return None
    version = before["version"]
    return Change(
        table.name,
        str(before["id"]),
        {name: before.get(name) for name in names},
        {name: merged.get(name) for name in names},
        version=version if isinstance(version, int) else None,
        origin=origin,
    )


def deleted(table: Table, before: Mapping[str, Value]) -> Change:
    """Return the deletion of a row of the store, read with its `version`."""
    version = before["version"]
    row = {name: value for name, value in before.items() if name != "version"}
    return Change(
        table.name,
        str(before["id"]),
        row,
        None,
        version=version if isinstance(version, int) else None,
    )


def stored_rows(table: Table, columns: pa.Table) -> dict[str, dict[str, Value]]:
    """Return the rows of an Arrow table by id, each with its `version`."""
    versions = columns.column("version").to_pylist()
    return {
        str(row["id"]): {**row, "version": version}
        for row, version in zip(rows_of(table, columns), versions, strict=True)
    }


def differs(one: Value, other: Value) -> bool:
    """Whether two values differ; the order of a list says nothing, empty is unknown."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) != sorted(other)
    return (one or None) != (other or None) if isinstance(one, list | None) else one != other
