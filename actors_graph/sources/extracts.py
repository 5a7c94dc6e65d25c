"""What a file says, cut by table of the model: still text, each row with its line.

Whatever the shape of a file (a table of the model, a list with a cell of partners, crosses, a
grid, a register), its reader ends here; from here on one path checks, plans and writes.
"""

from __future__ import annotations

from dataclasses import dataclass, field


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
    """

    table: str
    lines: list[int] = field(default_factory=list)
    cells: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
