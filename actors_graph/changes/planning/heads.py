"""What an import says of a file as a whole: what it is, and how it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actors_graph.sources import Problem
    from actors_graph.sources.extracts import Extract


@dataclass(frozen=True, slots=True)
class FileHead:
    """One table of a file: a CSV file, or one sheet of a workbook.

    Attributes:
        file: name of the file, without its folder.
        kind: the word by which people name what it holds (`acteurs`, `grille`…).
        main: the tables whose rows the counts of the report speak of.
        rows_read: rows below the header, blank ones left out.
        sheet: name of the sheet; empty for a file that has none.
        format: `csv`, `xlsx`, `ods`, `xls`.
        encoding: how the text was written; empty for a workbook.
        separator: what parts the cells of a line; empty for a workbook.
        header_row: physical line of the header, from 1.
        several: whether the file has other sheets that are read.
        fingerprint: of the header, under which its columns are remembered; empty when the file
            is one of the model, whose columns need no memory.
        columns: the mapping used, as plain values.
        register: whether it is a public register, whose likenesses of names make no question.
    """

    file: str
    kind: str
    main: frozenset[str]
    rows_read: int
    sheet: str = ""
    format: str = "csv"
    encoding: str = ""
    separator: str = ""
    header_row: int = 0
    several: bool = False
    fingerprint: str = ""
    columns: dict[str, Any] | None = None  # Any: what json takes
    register: bool = False

    @property
    def name(self) -> str:
        """Name of the file, with its sheet where several are read."""
        return f"{self.file} ({self.sheet})" if self.several and self.sheet else self.file


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read: its head, its text by table of the model, what there is to say.

    `skipped` are the lines that could not be read, which `problems` name; `by_name` says that
    rows name each other as people do, not by ids; `handles` are the names by which rows of the
    import refer to each other, which are no values.
    """

    head: FileHead
    extracts: list[Extract]
    problems: list[Problem] = field(default_factory=list)
    skipped: frozenset[int] = frozenset()
    by_name: bool = False
    handles: frozenset[str] = frozenset()
