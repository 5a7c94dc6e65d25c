"""Rows of one table of the model, gathered one by one from any place of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.sources.extracts import Extract

if TYPE_CHECKING:
    from actors_graph.sources.extracts import TableContent
    from actors_graph.sources.mapping.choices import Mapping
    from actors_graph.sources.raw import RawTable

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(slots=True)
class Rows:
    """An extract that grows: rows may hold different fields."""

    table: str
    labels: dict[str, str] = field(default_factory=dict)
    named: bool = False
    lines: list[int] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)
    handles: list[str] = field(default_factory=list)
    guessed: dict[str, set[int]] = field(default_factory=dict)

    def add(self, line: int, cells: dict[str, str], *, handle: str = "") -> dict[str, str]:
        """Add a row and return it; its cells may still be filled."""
        self.lines.append(line)
        self.rows.append(cells)
        self.handles.append(handle)
        return cells

    def extract(self) -> Extract:
        """Return the rows as an extract; fields that no row holds are left out."""
        names = list(dict.fromkeys(name for row in self.rows for name in row))
        return Extract(
            self.table,
            self.lines,
            {name: [row.get(name, "") for row in self.rows] for name in names},
            {name: self.labels.get(name, "") for name in names},
            self.handles if any(self.handles) else [],
            self.named,
            guessed=self.guessed,
        )


def handle_of(raw: RawTable, line: int, part: str = "") -> str:
    """Name of a row within one import; see `Extract.handles`.

    >>> from actors_graph.sources.raw import RawTable
    >>> handle_of(RawTable("liste.csv", "utf-8", ";", 1, (), [], []), 12)
    '@liste.csv:12'
    """
    place = f"{raw.file}/{raw.sheet}" if raw.sheet else raw.file
    # « | » parts the items of a list, so that no reference may hold it.
    return f"@{place}:{line}{part and f'.{part}'}".replace("|", "/")


def column_label(raw: RawTable, mapping: Mapping, target: str) -> str:
    """Name of the columns of a target, for the report."""
    return " | ".join(raw.header[position] for position in mapping.positions(target))


def year_of_title(content: TableContent) -> str:
    """Return the only year that the name of a file or of its sheet says; empty otherwise."""
    years: set[str] = set(_YEAR.findall(f"{content.raw.file} {content.raw.sheet}"))
    return years.pop() if len(years) == 1 else ""
