"""The one way to write a spreadsheet.

A text is written as a text, whatever it begins with: never a formula, a link or a number. Each
sheet opens with its title, the sentence that says what it covers, its date and its source; then
come the columns, frozen, with filters. What a cell cannot hold is said on the sheet.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from actors_graph.words import as_of, capital, count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MIME: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The limits of the format (ECMA-376, and the « specifications and limits » page of Excel).
LONGEST_CELL: Final = 32_767
MOST_ROWS: Final = 1_048_576
_LONGEST_NAME: Final = 31

# XML 1.0 has no place for these; spreadsheets would show « _x0001_ ».
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT: Final = "\ufffd"
_LINE_BREAK: Final = re.compile("\r\n?")
_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_NARROWEST, _WIDEST, _MEASURED = 9, 60, 300
_A4: Final = 9
# Room for the lines above the columns.
_MOST_DATA: Final = MOST_ROWS - 50
LISTS: Final = "Listes"

# A file written twice from the same data is the same file.
_CREATED: Final = datetime(2020, 1, 1, tzinfo=UTC)

# Numbers stay numbers, so that a column of counts can be summed; all else is text.
Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a column takes: the values of its drop-down list.

    `closed` refuses another value; an open list only proposes. `sheet` and `column` (by name and
    title) offer instead what people write there, in the same workbook.
    """

    values: tuple[str, ...] = ()
    closed: bool = True
    sheet: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the sentence that explains it (a note on the title), its choices."""

    title: str
    help: str = ""
    choice: Choice | None = None
    width: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its columns, its rows, and what it says above them.

    Attributes:
        name: shown on the tab; what a tab cannot show is replaced.
        columns: in order.
        rows: one cell a column.
        title: first line; without one the header is the first row, as an import wants it.
        scope: what the rows cover, one sentence.
        on: date of the data, ISO; empty where it has none.
        source: where the data come from.
        notes: more sentences, above the header.
        blank: rows to prepare below, for people to fill.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]] = ()
    title: str = ""
    scope: str = ""
    on: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
    blank: int = 0


@dataclass(slots=True)
class _Losses:
    """What cells could not hold."""

    shortened: int = 0
    replaced: int = 0
    left_out: int = 0

    def sentences(self) -> list[str]:
        """What to say of it above the columns."""
        told = (
            (self.shortened, "de plus de 32 767 caractères : la fin n’est pas écrite ici."),
            (self.replaced, "avec des signes qu’un tableur n’écrit pas, remplacés par �."),
        )
        said = [f"{count(n, 'cellule')} {text}" for n, text in told if n]
        if n := self.left_out:
            said.append(f"Il manque {count(n, 'ligne')}, au-delà de ce qu’une feuille peut tenir.")
        return said


@dataclass(frozen=True, slots=True)
class _Styles:
    title: Format
    said: Format
    header: Format
    text: Format
    long: Format
    number: Format


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook of these sheets as the bytes of an XLSX file.

    The same sheets always give the same bytes.

    Args:
        sheets: at least one; names that are equal are numbered.

    Raises:
        ValueError: no sheet.
    """
    from xlsxwriter import Workbook

    if not sheets:
        raise ValueError("a workbook has at least one sheet")
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    styles = _styles(book)
    taken = {LISTS.lower(), "history"}  # Excel keeps the second for itself
    lists = _Lists({sheet.name: sheet for sheet in sheets})
    for sheet in sheets:
        _write_sheet(book.add_worksheet(_tab_name(sheet.name, taken)), sheet, styles, lists)
    lists.write(book, styles)
    book.close()
    return held.getvalue()


def _styles(book: Workbook) -> _Styles:
    # « @ » is text: a code typed later in the column keeps its zero.
    cell = {"valign": "top", "num_format": "@"}
    header = {"bold": True, "font_color": "#ffffff", "bg_color": "#1f4e79", "text_wrap": True}
    return _Styles(
        title=book.add_format({"bold": True, "font_size": 14}),
        said=book.add_format({"italic": True, "font_color": "#555555"}),
        header=book.add_format(header | {"valign": "vcenter", "border": 1}),
        text=book.add_format(cell),
        long=book.add_format(cell | {"text_wrap": True}),
        number=book.add_format({"valign": "top", "num_format": "#,##0"}),
    )


def _tab_name(name: str, taken: set[str]) -> str:
    """The name as a tab may bear it: short, without marks, unlike the others."""
    plain = writable(_NOT_IN_A_NAME.sub(" ", name))
    plain = _cut(plain, _LONGEST_NAME).strip(" '") or "Feuille"
    chosen, place = plain, 1
    while chosen.lower() in taken:
        place += 1
        mark = f" ({place})"
        chosen = f"{_cut(plain, _LONGEST_NAME - len(mark))}{mark}"
    taken.add(chosen.lower())
    return chosen


@dataclass(slots=True)
class _Lists:
    """The values of the drop-down lists, on a sheet of their own: a list in place is short."""

    sheets: Mapping[str, Sheet]
    columns: dict[tuple[str, ...], tuple[int, str]] = field(default_factory=dict)

    def reference(self, choice: Choice, *, title: str) -> str:
        """Where the values stand, as a validation names it."""
        if choice.sheet:
            return self._filled(choice)
        place, _ = self.columns.setdefault(choice.values, (len(self.columns), title))
        letter = _column_letter(place)
        return f"='{LISTS}'!${letter}$2:${letter}${len(choice.values) + 1}"

    def _filled(self, choice: Choice) -> str:
        """The cells that people filled in a column of a sheet without title."""
        sheet = self.sheets[choice.sheet]
        titles = [column.title for column in sheet.columns]
        letter = _column_letter(titles.index(choice.column))
        first = 2
        last = first + max(len(sheet.rows) + sheet.blank, 1) - 1
        cells = f"'{choice.sheet}'!${letter}${first}"
        filled = f"MAX(1,COUNTA({cells}:${letter}${last}))"
        return f"=OFFSET({cells},0,0,{filled},1)"

    def write(self, book: Workbook, styles: _Styles) -> None:
        """Write the sheet, if any list was used."""
        if not self.columns:
            return
        tab = book.add_worksheet(LISTS)
        for values, (place, title) in self.columns.items():
            tab.set_column(place, place, _NARROWEST + max(map(len, values), default=0))
            tab.write_string(0, place, title, styles.header)
            for row, value in enumerate(values, 1):
                tab.write_string(row, place, written(value)[0], styles.text)
        tab.hide()


def _column_letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))


def _write_sheet(tab: Worksheet, sheet: Sheet, styles: _Styles, lists: _Lists) -> None:
    losses = _Losses()
    rows = [[_held(cell, losses) for cell in cells] for cells in sheet.rows[:_MOST_DATA]]
    losses.left_out = len(sheet.rows) - len(rows)
    above = [*_said_above(sheet), *losses.sentences()]
    for line, text in enumerate(above):
        tab.write_string(
            line, 0, written(text)[0], styles.said if line or not sheet.title else styles.title
        )
    header = len(above) + 1 if above else 0
    widths = [column.width or _width(column, place, rows) for place, column in _placed(sheet)]
    for place, width in enumerate(widths):
        tab.set_column(place, place, width, styles.long if width >= _WIDEST else styles.text)
    _write_header(tab, sheet, header, styles)
    for position, cells in enumerate(rows, header + 1):
        for place, value in enumerate(cells):
            _write_cell(tab, position, place, value, styles)
    _finish(tab, header, header + max(len(rows) + sheet.blank, 1), len(sheet.columns))
    _offer_choices(tab, sheet, header, lists)


def _placed(sheet: Sheet) -> enumerate[Column]:
    return enumerate(sheet.columns)


def _said_above(sheet: Sheet) -> list[str]:
    dated = [capital(as_of(sheet.on))] if sheet.on else []
    origin = [f"Source : {sheet.source}"] if sheet.source else []
    said = (sheet.title, sheet.scope, " · ".join([*dated, *origin]), *sheet.notes)
    return [text for text in said if text]


def _held(cell: Cell, losses: _Losses) -> Cell:
    if not isinstance(cell, str):
        return cell
    text, shortened, replaced = written(cell)
    losses.shortened += shortened
    losses.replaced += replaced
    return text


def _width(column: Column, place: int, rows: Sequence[Sequence[Cell]]) -> int:
    cells = (str(row[place]) for row in rows[:_MEASURED] if row[place] is not None)
    longest = max(map(len, cells), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2, len(column.title) + 4))


def _write_header(tab: Worksheet, sheet: Sheet, row: int, styles: _Styles) -> None:
    for place, column in _placed(sheet):
        tab.write_string(row, place, written(column.title)[0], styles.header)
        if column.help:
            tab.write_comment(row, place, written(column.help)[0], {"x_scale": 2})


def _write_cell(tab: Worksheet, row: int, place: int, value: Cell, styles: _Styles) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        wraps = len(value) >= _WIDEST or "\n" in value
        tab.write_string(row, place, value, styles.long if wraps else styles.text)
    else:
        tab.write_number(row, place, value, styles.number)


def _finish(tab: Worksheet, header: int, last: int, columns: int) -> None:
    tab.freeze_panes(header + 1, 0)
    tab.autofilter(header, 0, last, columns - 1)
    tab.repeat_rows(header)
    tab.set_landscape()
    tab.set_paper(_A4)
    tab.fit_to_pages(1, 0)
    tab.set_footer("&C&P / &N")


def _offer_choices(tab: Worksheet, sheet: Sheet, header: int, lists: _Lists) -> None:
    last = header + len(sheet.rows) + sheet.blank
    for place, column in _placed(sheet):
        choice = column.choice
        if choice is None or last == header:
            continue
        offered: dict[str, object] = {
            "validate": "list",
            "source": lists.reference(choice, title=column.title),
            "error_type": "stop" if choice.closed else "information",
            "error_title": "Valeur inattendue",
            "error_message": "Choisissez dans la liste, ou videz la cellule."
            if choice.closed
            else "Cette valeur n’est pas dans la liste ; gardez-la si elle est juste.",
        }
        tab.data_validation(header + 1, place, last, place, offered)


def written(text: str) -> tuple[str, bool, bool]:
    r"""Return a text as a cell can hold it, and whether it was shortened, and changed.

    A line break stays one, however it was written; a sign that the format has no place for
    becomes « � ».

    >>> written("=1+1\r\n\x01")
    ('=1+1\n�', False, True)
    """
    text = _LINE_BREAK.sub("\n", text)
    plain = writable(text)
    if _cut(plain, LONGEST_CELL) == plain:
        return plain, False, plain != text
    return f"{_cut(plain, LONGEST_CELL - 1)}…", True, plain != text


def _cut(text: str, length: int) -> str:
    """The start of a text; the format counts characters beyond the basic plane as two."""
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")


def writable(text: str) -> str:
    """Return the text with « � » for each sign that the format cannot write."""
    return _UNWRITABLE.sub(_REPLACEMENT, text)
