"""Refuses what would hold itself: a service of its own service, a theme broader than itself.

Rooms that climb from a row to what holds it would never stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from actors_graph.changes.known import Known
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart
    from actors_graph.model import Value


def check_hierarchies(files: Sequence[CheckedFile], known: Known) -> None:
    """Refuse one row of each loop that the files would make with the store. O(rows)."""
    for table, name in dict.fromkeys(
        (part.table.name, target.name)
        for file in files
        for part in file.parts
        for target in part.table.fields
        if part.table.name in target.refers_to and target.name in part.columns
    ):
        parents = stored_parents(known, table, name)
        rows = [
            (file, part, row)
            for file in files
            for part in file.parts
            if part.table.name == table
            for row in part.rows
        ]
        for _, _, row in rows:
            if row.values.get(name) is not None:
                parents[str(row.values["id"])] = _items(row.values[name])
        circle = set(looped(parents))
        for file, part, row in rows:
            if str(row.values["id"]) in circle and name in row.values:
                _refuse(file, part, name=name, line=row.line)
                break


def _refuse(file: CheckedFile, part: CheckedPart, *, name: str, line: int) -> None:
    row = next(row for row in part.rows if row.line == line)
    file.refuse(
        row,
        column=part.columns[name],
        value=" | ".join(_items(row.values[name])),
        message=f"{quoted(str(row.values['id']))} finirait par se contenir lui-même.",
        remedy="Corrigez cette ligne ou celles qu’elle désigne.",
    )


def stored_parents(known: Known, table: str, name: str) -> dict[str, list[str]]:
    """Return what each row of a table of the store is directly inside of, by one field."""
    rows = zip(known.column(table, "id"), known.column(table, name), strict=True)
    return {row: _items(value) for row, value in rows if value}


def _items(value: Value) -> list[str]:
    return value if isinstance(value, list) else [str(value)]


def looped(parents: Mapping[str, list[str]]) -> Iterator[str]:
    """Give the rows from which one comes back to a row already passed (depth-first, iterative)."""
    done: set[str] = set()
    for start in parents:
        if start in done:
            continue
        path: dict[str, None] = {}
        waiting = [(start, iter(parents[start]))]
        path[start] = None
        while waiting:
            row, above = waiting[-1]
            parent = next(above, None)
            if parent is None:
                done.add(row)
                path.pop(row)
                waiting.pop()
            elif parent in path:
                yield from list(path)[list(path).index(parent) :]
            elif parent not in done:
                path[parent] = None
                waiting.append((parent, iter(parents.get(parent, ()))))
