"""What a register gives: its rows cut by table, how it was read, and what there is to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from actors_graph.sources.extracts import Extract
from actors_graph.sources.problems import Problem, Severity
from actors_graph.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from actors_graph.sources.registers.stream import Header


@dataclass(slots=True)
class RegisterReading:
    """The rows of a register that are kept.

    Attributes:
        title: what the file is, in French.
        table: the main table, the one whose rows are counted.
        encoding: as it was found.
        separator: between the columns.
        extracts: the rows by table, in the order of writing.
        lines: lines of the file that are kept, one each.
        left_out: why rows were left out, and how many.
        problems: what there is to say of single rows.
    """

    title: str
    table: str
    encoding: str = ""
    separator: str = ""
    extracts: dict[str, Extract] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def add(
        self,
        table: str,
        *,
        line: int,
        cells: Mapping[str, str],
        labels: Mapping[str, str],
        handle: str = "",
    ) -> None:
        """Add one row to a table; fields that it does not give stay empty.

        `handle` is the name by which the cells of other rows refer to this one.
        """
        extract = self.extracts.get(table)
        if extract is None:
            extract = self.extracts[table] = Extract(table, fills_only=True)
        for name in cells.keys() - extract.cells.keys():
            extract.cells[name] = [""] * len(extract.lines)
            extract.labels[name] = labels.get(name, "")
        for name, column in extract.cells.items():
            column.append(cells.get(name, ""))
        extract.lines.append(line)
        extract.handles.append(handle)

    def add_actor(
        self, handle: str, *, line: int, cells: Mapping[str, str], labels: Mapping[str, str]
    ) -> None:
        """Add an actor, unless it is there: an organ, a funder are named on many lines."""
        if handle not in self._seen:
            self._seen.add(handle)
            self.add("actors", line=line, cells=cells, labels=labels, handle=handle)

    def leave_out(self, why: str) -> None:
        """Count a row that is not kept."""
        self.left_out[why] = self.left_out.get(why, 0) + 1

    def say_left_out(self) -> None:
        """Turn the counts of rows left out into problems of the whole file."""
        for why, times in self.left_out.items():
            message = f"{count(times, 'ligne')} {why}."
            self.problems.append(Problem(None, "", "", message, Severity.WARNING))


@dataclass(frozen=True, slots=True)
class Asked:
    """The file to read, where it is in an archive, its header, and the département asked for."""

    path: Path
    header: Header
    member: str = ""
    departement: str = ""
