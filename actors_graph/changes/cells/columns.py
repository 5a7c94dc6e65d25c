"""Reads the columns of a file: each different text once, so that a cell costs a look in a table.

What a cell holds for another field of its row (« 03200 Vichy » under « Code postal », a SIREN under
« SIRET ») goes there once every column is read, where the row says nothing of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from actors_graph.changes.cells.readers import column_reader
from actors_graph.changes.cells.readings import EMPTY, Reading
from actors_graph.model import FieldType
from actors_graph.sources import Problem, Severity
from actors_graph.text import clean
from actors_graph.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.changes.planning.checks import CheckedFile, CheckedRow
    from actors_graph.model import Table, Value


@dataclass(slots=True)
class ColumnsReader:
    """Fills the rows of one table from the columns of a file.

    Attributes:
        file: where problems and refused lines go.
        table: the table of the rows.
        rows: the rows to fill, one a line of the columns.
        columns: for each field, the name of the column that feeds it; grows with what cells hold
            for other fields.
        by_name: whether people made the file.
    """

    file: CheckedFile
    table: Table
    rows: list[CheckedRow]
    columns: dict[str, str]
    by_name: bool = False
    _elsewhere: list[tuple[CheckedRow, str, Value, str]] = field(default_factory=list)

    def read(self, cells: Mapping[str, Sequence[str]]) -> None:
        """Read all the columns, given by field; O(cells)."""
        for name in self.columns.copy():
            self._read_column(name, cells[name])
        for row, name, value, label in self._elsewhere:
            if name in self.table.by_name and name not in row.values:
                row.values[name] = value
                self.columns.setdefault(name, label)

    def _read_column(self, name: str, cells: Sequence[str]) -> None:
        readings = self._readings(name, cells)
        once: dict[str, list[CheckedRow]] = {}
        label = self.columns[name]
        for row, cell in zip(self.rows, cells, strict=True):
            reading = readings[cell]
            if reading.value is not None:
                row.values[name] = reading.value
            if reading.also:
                self._elsewhere += [(row, *other, label) for other in reading.also]
            if reading.severity is None:
                continue
            if reading.once:
                once.setdefault(cell, []).append(row)
            else:
                self._say(row, reading, cell=cell, label=label)
        for cell, rows in once.items():
            said = _counted(readings[cell], len(rows))
            self._say(rows[0], said, cell=cell, label=label)

    def _readings(self, name: str, cells: Sequence[str]) -> dict[str, Reading]:
        different = set(cells)
        target = self.table.by_name[name]
        read = column_reader(
            self.table, name, different, today=self.file.today, by_name=self.by_name
        )
        readings: dict[str, Reading] = {}
        for cell in different:
            if target.refers_to and cell in self.file.handles:
                readings[cell] = Reading(cell)
                continue
            # A line break parts the items of a list, and is no more than a space elsewhere.
            is_list = target.type is FieldType.LIST
            text = clean(cell.replace("\n", "|") if is_list else cell)
            readings[cell] = read(text) if text else EMPTY
        return readings

    def _say(self, row: CheckedRow, reading: Reading, *, cell: str, label: str) -> None:
        severity = reading.severity or Severity.WARNING
        self.file.problems.append(
            Problem(row.line, label, cell.strip(), reading.message, severity, reading.remedy)
        )
        if severity is Severity.REFUSED:
            self.file.refused.add(row.line)
        row.repaired |= severity is Severity.REPAIRED


def _counted(reading: Reading, times: int) -> Reading:
    if times == 1:
        return reading
    message = f"{reading.message.removesuffix('.')} ({count(times, 'ligne')})."
    return Reading(reading.value, reading.severity, message, reading.remedy)
