"""Reads one workbook in a process of its own: a file that kills the reader kills only this.

Run as a script by `workbooks.py`, never imported by the program: it imports nothing of ours, so
that its limits of memory leave all to the parser. It takes on its standard input one object of
JSON (the path of the workbook, whose ending is true, the limits, the sheets asked for); it gives on
its standard output lines of JSON:

    {"hidden": ["Listes"]}              once, first
    {"sheet": "Liste 2026"}             before the rows of each sheet
    [5, ["Régie", "Vichy"]]             a filled row: its line, its cells as text
    [9, ["Secteur culture"], "across"]  a row whose only cell is merged over several columns
    {"stop": "rows", "sheet": "…"}      why it ends before the end, if it does
    {"end": true}                       last, when all was read
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
import zipfile
import zlib
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

import python_calamine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

# An integer beyond that is no longer exact in a spreadsheet.
_EXACT: Final = 1e15
_MIDNIGHT: Final = time()

_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_ODS_CELLS: Final = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}

# A heading inside a table is merged over most of it; over two columns it may be a long name.
_ACROSS: Final = 3

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships "
# A cell of an XLSX whose formula went wrong, its attributes and what it shows.
_WRONG: Final = re.compile(
    rb'<(?:\w+:)?c\s([^<>]*\bt="e"[^<>]*)>(?:(?!</(?:\w+:)?c>).){0,600}?'
    rb"<(?:\w+:)?v>(#[^<]{1,12})<",
    re.DOTALL,
)
_CELL: Final = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_CHUNK: Final = 1 << 20
_CARRIED: Final = 1 << 12

# The text of formulas that went wrong by row, then by column, from 0.
Wrong: TypeAlias = dict[int, dict[int, str]]
# Merged cells by their first row: the first column, the last row, how many columns; from 0.
Spans: TypeAlias = dict[int, list[tuple[int, int, int]]]
Value: TypeAlias = "int | float | str | bool | time | date | datetime | timedelta"


class Stop(Exception):  # noqa: N818 - an end of the reading that the parent words, not an error
    """The workbook is beyond a limit or cannot be read; `said` is what the parent is told."""

    def __init__(self, stop: str, **where: str | int) -> None:
        super().__init__(stop)
        self.said: dict[str, str | int] = {"stop": stop, **where}


def main() -> None:
    """Read the workbook that the standard input names."""
    asked: dict[str, Any] = json.load(sys.stdin.buffer)  # Any: JSON of our parent
    _limit(memory=asked["memory"], seconds=asked["seconds"])
    try:
        for said in _read(asked):
            _say(said)
        _say({"end": True})
    except Stop as stop:
        _say(stop.said)
    except MemoryError:
        _say({"stop": "memory"})
    except python_calamine.PasswordError:
        _say({"stop": "password"})
    except (python_calamine.CalamineError, ExpatError, KeyError, ValueError, OSError):
        _say({"stop": "damaged"})
    sys.stdout.flush()


def _limit(*, memory: int, seconds: int) -> None:
    """Limit what the parser may take, where the system knows how."""
    try:
        import resource
    except ImportError:  # Windows: the parent still limits the time
        return
    for kind, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        # macOS refuses a limit of memory below what its libraries map; a stricter one stays.
        with contextlib.suppress(ValueError, OSError):
            if hard == resource.RLIM_INFINITY or limit <= hard:
                resource.setrlimit(kind, (limit, hard))


def _say(said: dict[str, Any] | list[Any]) -> None:  # Any: what json takes
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"))
    sys.stdout.buffer.write(b"\n")


def _read(asked: dict[str, Any]) -> Iterator[dict[str, Any] | list[Any]]:
    book = python_calamine.CalamineWorkbook.from_path(asked["path"])
    sheets = [
        sheet
        for sheet in book.sheets_metadata
        if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
    ]
    visible = {
        sheet.name for sheet in sheets if sheet.visible == python_calamine.SheetVisibleEnum.Visible
    }
    wanted = list(asked["sheets"]) or [
        sheet.name for sheet in sheets if sheet.name in visible or not visible
    ]
    names = {sheet.name for sheet in sheets}
    for name in wanted:
        if name not in names:
            raise Stop("sheet", sheet=name, names="\n".join(sorted(names)))
    yield {"hidden": [sheet.name for sheet in sheets if sheet.name not in {*visible, *wanted}]}
    room = Room(asked)
    in_ods = _merged_in_ods(asked["path"]) if asked["path"].endswith(".ods") else {}
    wrong = _wrong_in_xlsx(asked["path"], wanted) if asked["path"].endswith(".xlsx") else {}
    for name in wanted:
        yield {"sheet": name}
        sheet = book.get_sheet_by_name(name)
        merged = in_ods.get(name) or _merged(sheet)
        yield from _rows(sheet, name=name, room=room, merged=merged, wrong=wrong.get(name, {}))


class Room:
    """What is left of the limits of a workbook."""

    def __init__(self, asked: dict[str, Any]) -> None:
        self.rows: int = asked["rows"]
        self.columns: int = asked["columns"]
        self.cell: int = asked["cell"]
        self.cells: int = asked["cells"]
        self.text: int = asked["text"]

    def check(self, cells: list[str], *, sheet: str, line: int) -> None:
        """Count one row; stop at the first limit that it passes."""
        longest = max(map(len, cells))
        self.cells -= len(cells)
        self.text -= sum(map(len, cells))
        if len(cells) > self.columns:
            raise Stop("columns", sheet=sheet, line=line, n=len(cells))
        if longest > self.cell:
            raise Stop("cell", sheet=sheet, line=line)
        if self.cells < 0 or self.text < 0:
            raise Stop("size", sheet=sheet)


def _rows(
    sheet: python_calamine.CalamineSheet, *, name: str, room: Room, merged: Spans, wrong: Wrong
) -> Iterator[list[Any]]:
    open_: dict[int, tuple[int, str]] = {}
    rows = 0
    for at, values in enumerate(sheet.iter_rows()):
        cells = [value if isinstance(value, str) else _text(value) for value in values]
        filled = [position for position, cell in enumerate(cells) if cell and not cell.isspace()]
        across = False
        for position, last, width in merged.pop(at, ()):
            if last > at:
                open_[position] = (last, cells[position] if position < len(cells) else "")
            across = across or (width >= _ACROSS and filled == [position])
        if not filled:
            continue
        # Beside nothing else, a formula that went wrong is one copied below the table.
        if at in wrong:
            filled = _shown(wrong[at], cells, filled=filled)
        for position, (last, text) in list(open_.items()):
            if at > last:
                del open_[position]
            elif position < len(cells) and not cells[position]:
                cells[position] = text
        rows += 1
        if rows > room.rows:
            raise Stop("rows", sheet=name)
        del cells[max(filled[-1] + 1, *(place + 1 for place in open_), 0) :]
        room.check(cells, sheet=name, line=at + 1)
        yield [at + 1, cells, "across"] if across else [at + 1, cells]


def _shown(wrong: dict[int, str], cells: list[str], *, filled: list[int]) -> list[int]:
    """Write in the cells of a row what its wrong formulas show; return which are filled then."""
    places = [place for place in wrong if place < len(cells) and not cells[place]]
    for place in places:
        cells[place] = wrong[place]
    return sorted({*filled, *places})


def _wrong_in_xlsx(path: str, wanted: list[str]) -> dict[str, Wrong]:
    """What the formulas that went wrong show in an XLSX, by sheet: the parser keeps it silent.

    Nothing where the archive is not made as they are: it only tells what would be empty else.
    """
    found: dict[str, Wrong] = {}
    broken = (KeyError, ValueError, OSError, RuntimeError, ExpatError, zlib.error)
    with contextlib.suppress(zipfile.BadZipFile, *broken), zipfile.ZipFile(path) as archive:
        parts = {said["Id"]: said["Target"] for said in _elements(archive, _RELATIONS)}
        for said in _elements(archive, "xl/workbook.xml"):
            name, part = said.get("name", ""), parts.get(said.get(f"{_OFFICE}id", ""), "")
            if name in wanted and part:
                found[name] = _wrong_in_sheet(archive, f"xl/{part.removeprefix('/xl/')}")
    return found


def _elements(archive: zipfile.ZipFile, part: str) -> list[dict[str, str]]:
    """Attributes of the sheets or of the relations that a part of the archive lists."""
    found: list[dict[str, str]] = []

    def start(tag: str, said: dict[str, str]) -> None:
        if tag.rpartition(" ")[2] in {"sheet", "Relationship"}:
            found.append(said)

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    with archive.open(part) as content:
        parser.ParseFile(content)
    return found


def _wrong_in_sheet(archive: zipfile.ZipFile, part: str) -> Wrong:
    """Formulas that went wrong in one sheet, read by pieces: O(size), whatever it holds."""
    found: Wrong = {}
    with archive.open(part) as content:
        before = b""
        while piece := content.read(_CHUNK):
            text = before + piece
            for cell in _WRONG.finditer(text) if b't="e"' in text else ():
                place = _CELL.search(cell.group(1))
                if place:
                    column = 0
                    for letter in place.group(1):
                        column = column * 26 + letter - ord("A") + 1
                    row = found.setdefault(int(place.group(2)) - 1, {})
                    row[column - 1] = cell.group(2).decode("ascii", "replace")
            before = text[-_CARRIED:]
    return found


def _merged(sheet: python_calamine.CalamineSheet) -> Spans:
    """Cells merged over several rows or columns in an XLSX or XLS.

    A person who merges the name of a structure over three rows means that the three are of it.
    """
    found: Spans = {}
    for (first, left), (last, right) in sheet.merged_cell_ranges or ():
        found.setdefault(first, []).append((left, last, right - left + 1))
    return found


def _merged_in_ods(path: str) -> dict[str, Spans]:
    """Cells merged over several rows or columns in an ODS, by sheet: the parser keeps it silent."""
    tables: list[tuple[str, Spans]] = []
    at = {"row": 0, "next": 0, "column": 0}

    def start(tag: str, said: dict[str, str]) -> None:
        if tag == f"{_TABLE}table":
            tables.append((said.get(f"{_TABLE}name", ""), {}))
            at.update(row=0, next=0)
        elif tag == f"{_TABLE}table-row":
            at["column"] = 0
            at["row"] += at["next"]
            at["next"] = int(said.get(f"{_TABLE}number-rows-repeated", 1))
        elif tag in _ODS_CELLS and tables:
            rows = int(said.get(f"{_TABLE}number-rows-spanned", 1))
            columns = int(said.get(f"{_TABLE}number-columns-spanned", 1))
            if rows > 1 or columns > 1:
                span = (at["column"], at["row"] + rows - 1, columns)
                tables[-1][1].setdefault(at["row"], []).append(span)
            at["column"] += int(said.get(f"{_TABLE}number-columns-repeated", 1))

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
        parser.ParseFile(content)
    return dict(tables)


def _text(value: Value) -> str:
    """Return a value as a person sees it in a cell."""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else f"{value:.15g}"
    if isinstance(value, datetime) and value.time() == _MIDNIGHT:
        return value.date().isoformat()
    if isinstance(value, timedelta):
        return _hours(int(value.total_seconds()))
    text = str(value)
    is_time = isinstance(value, datetime | time)
    return text.partition(".")[0].removesuffix(":00") if is_time else text


def _hours(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{rest:02}" if rest else text


if __name__ == "__main__":
    main()
