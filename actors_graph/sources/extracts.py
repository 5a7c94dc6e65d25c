"""What a file says, cut by table of the model: still text, each row with its line.

Whatever the shape of a file (a table of the model, a list with a cell of partners, crosses, a
grid, a register), its reader ends here; from here on one path checks, plans and writes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actors_graph.sources.mapping.choices import Mapping
    from actors_graph.sources.problems import Problem
    from actors_graph.sources.raw import RawTable


@dataclass(slots=True)
class Extract:
    """The rows that a file holds for one table of the model.

    Several rows may come from one line (a cell that lists partners), and a line may feed several
    extracts. A field that refers to another row holds its id, or its name as it is written.

    Attributes:
        table: name of the table in `model.TABLES`.
        lines: physical line of the file, counted from 1, of each row.
        cells: text of each row, by field of the table; all of the length of `lines`.
        labels: name of the column of the file that feeds each field, for the report.
        handles: one name a row by which the cells of other extracts refer to it within one
            import (`@file/sheet:line`), where its own name might be that of two rows; empty when
            no cell does. A handle is never stored.
        named: the rows only name an actor (a beneficiary, a partner of a cell, the row of a
            grid): each is first looked for by its numbers, then by its name and commune, and
            only becomes a new actor, « à identifier », where none is found.
        guessed: places of the rows whose value of a field is only guessed (a type, from a name):
            it never replaces one that is known.
    """

    table: str
    lines: list[int] = field(default_factory=list)
    cells: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    handles: list[str] = field(default_factory=list)
    named: bool = False
    fills_only: bool = False
    guessed: dict[str, set[int]] = field(default_factory=dict)


@dataclass(slots=True)
class TableContent:
    """A table once read by its mapping: what it says, by table of the model, and what was not read.

    `extracts` come in the order in which rows may refer to each other; the first is that of the
    table's own kind. `problems` name the columns and cells that feed nothing, and the choices
    that were made for the user; those of reading itself stay in `raw.problems`.
    """

    raw: RawTable
    mapping: Mapping
    extracts: list[Extract] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
