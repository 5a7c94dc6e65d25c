"""Which field each column of a file feeds: French names and the synonyms of each field.

Names are compared folded (« Code INSEE » is `code_insee`). Several columns may feed one list
field, and no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from actors_graph.model import TABLES, FieldType
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.model import Table


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the columns of a file go, by their position.

    `fields` maps a field to its columns; `unplaced` are the named columns of no field; `clashes`
    pairs of columns that would feed the same field, which is not a list.
    """

    fields: dict[str, tuple[int, ...]]
    unplaced: tuple[int, ...]
    clashes: tuple[tuple[int, int], ...]


def column_key(name: str) -> str:
    """Return a column name as it is compared.

    >>> column_key("Code INSEE")
    'code_insee'
    """
    return fold(name).replace(" ", "_")


def placement(table: Table, header: Sequence[str]) -> Placement:
    """Return where each column of a header goes in a table; columns without a name go nowhere."""
    known = _known(table.name)
    fields: dict[str, tuple[int, ...]] = {}
    unplaced: list[int] = []
    clashes: list[tuple[int, int]] = []
    seen: dict[str, int] = {}
    for position, name in enumerate(header):
        key = column_key(name)
        if not key:
            continue
        target = known.get(key, "")
        first = fields.get(target, (position,))[0]
        if key in seen:
            clashes.append((seen[key], position))
        elif not target:
            unplaced.append(position)
        elif first != position and table.by_name[target].type is not FieldType.LIST:
            clashes.append((first, position))
        else:
            fields[target] = (*fields.get(target, ()), position)
        seen.setdefault(key, position)
    return Placement(fields, tuple(unplaced), tuple(clashes))


@cache
def _known(table: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for field in TABLES[table].fields:
        if field.column:
            for name in (field.column, *field.synonyms):
                names.setdefault(column_key(name), field.name)
    return names
