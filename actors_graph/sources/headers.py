"""Which line of a table names its columns, what stands above it, and where the table ends.

People put titles above their tables, merge headings over several columns, leave blank rows, and
end with a total or the date of the extraction. The header is the first line that names known
columns, else the first full line whose cells are all words; a table that begins with values has
none. Nothing is thrown away in silence: what is left out below the table is a problem that says
so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.sources.mapping.synonyms import known_names
from actors_graph.sources.problems import Problem, Severity
from actors_graph.sources.raw import NO_HEADER
from actors_graph.text import fold
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

# A physical line, counted from 1, and its cells.
Record = tuple[int, list[str]]

# The header is looked for in the first 30 filled lines.
HEAD_ROWS: Final = 30
_SAMPLE_ROWS: Final = 60
# A line is full when it fills that share of the cells that most lines fill.
_FULL: Final = 0.6
_LONGEST_NAME: Final = 250
_VALUE: Final = re.compile(
    r"[-+(]?[\d\s.,/:€%'’h-]*\d[\d\s.,/:€%'’h-]*\)?(?:€|EUR|k€)?|\S+@\S+\.\S+|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TOTAL: Final = re.compile(r"(?:sous )?total\b|totaux\b|moyenne\b|nombre total\b|nb total\b")
_NOTE: Final = re.compile(
    r"extraction\b|extrait le\b|export(?:e)? (?:du|le)\b|sources?\b|donnees (?:au|du)\b"
    r"|mise? a jour\b|document \b|edite le\b|imprime le\b|page \d|nb\b|nota\b|note\b|legende\b"
    r"|fichier (?:du|au|genere)\b|liste (?:arretee|mise a jour)\b|date d (?:extraction|edition)\b"
    r"|total\b|fin du fichier\b"
)
_FOOTER_ROWS: Final = 10
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Head:
    """Where the header is: its place among the filled records (-1: none), and its heading above."""

    place: int
    above: int = -1


def found_header(records: Sequence[Record], *, asked: int, file: str) -> Head:
    """Return where the header is among the filled records.

    Args:
        records: the filled records, from the top of the file.
        asked: physical line that the user names; 0 to find it, `NO_HEADER` for none.
        file: name of the file (and its sheet), for the error.

    Raises:
        InputError: the line that the user names is blank or beyond the file.
    """
    if asked == NO_HEADER:
        return Head(-1)
    if asked:
        for place, (line, _) in enumerate(records):
            if line == asked:
                return Head(place, _heading(records, place))
        raise InputError(
            "cette ligne est vide ou n’existe pas : elle ne peut pas nommer les colonnes.",
            file=file,
            line=asked,
            remedy="Indiquez la ligne où sont les noms des colonnes.",
        )
    place = _guessed(records)
    if _is_parted_below(records, place):
        return Head(place + 1, place)
    return Head(place, _heading(records, place))


def _guessed(records: Sequence[Record]) -> int:
    head = [cells for _, cells in records[:HEAD_ROWS]]
    known = [known_names(cells) for cells in head]
    named = _named_line(records, head, known)
    if named >= 0:
        return named
    usual = _usual_cells(records)
    for place, cells in enumerate(head):
        if _filled(cells) >= max(_FULL * usual, min(2, usual)):
            return place if _is_named(cells) else -1
    return -1


def _named_line(records: Sequence[Record], head: list[list[str]], known: list[int]) -> int:
    """Place of the first line that names several known columns, -1 where there is none."""
    least = max(2, (max(known) + 1) // 2)
    named = next((place for place, times in enumerate(known) if times >= least), -1)
    if named < 0:
        return -1
    # A line of headings over several columns stands above the header, which names them all.
    below = named + 1
    if below < len(head) and known[below] >= known[named]:
        named = below if _heading(records, below) == named else named
    # Two words in a row of a table that has its header may be ours by chance.
    fuller = (
        place
        for place in range(named if known[named] < 3 else 0)
        if _filled(head[place]) >= _filled(head[named]) and _is_named(head[place])
    )
    return next(fuller, named)


def _usual_cells(records: Sequence[Record]) -> int:
    """How many cells most lines of the beginning fill."""
    counts = Counter(_filled(cells) for _, cells in records[:_SAMPLE_ROWS])
    return max(counts, key=lambda cells: (counts[cells], cells))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _is_named(cells: Sequence[str]) -> bool:
    """Whether the cells of a line look like names of columns: words, or years."""
    texts = [cell.strip() for cell in cells if cell.strip()]
    words = sum(
        len(text) <= _LONGEST_NAME
        and (_YEAR.fullmatch(text) is not None or _VALUE.fullmatch(text) is None)
        for text in texts
    )
    return words >= 0.8 * len(texts) and any(not text.isdigit() for text in texts)


def _heading(records: Sequence[Record], place: int) -> int:
    """Place of the line of headings over the header: several groups, fewer than the columns."""
    if place < 1:
        return -1
    (line, above), (at, names) = records[place - 1], records[place]
    if at != line + 1 or not 2 <= _filled(above) < _filled(names):
        return -1
    return place - 1 if _is_named(above) else -1


def _is_parted_below(records: Sequence[Record], place: int) -> bool:
    """Whether the line under the header names the columns that its merged headings cover.

    « Comité local » over « 2023 », « 2024 »: nothing under the columns that have one name.
    """
    if not 0 <= place < len(records) - 1:
        return False
    (line, above), (at, below) = records[place], records[place + 1]
    if at != line + 1 or _filled(below) < 2:
        return False
    merged = False
    for position, cell in enumerate(below):
        after = above[position + 1].strip() if position + 1 < len(above) else ""
        has_name = bool(above[position].strip()) if position < len(above) else False
        spans = position + 1 < len(above) and not after
        if cell.strip() and has_name and not spans:
            return False
        merged = merged or bool(cell.strip() and not has_name)
    texts = [cell.strip() for cell in below if cell.strip()]
    return merged and all(_YEAR.fullmatch(t) or not _VALUE.fullmatch(t) for t in texts)


def headings(above: Sequence[str], *, width: int) -> tuple[str, ...]:
    """Heading of each column: that of its own cell, else of the last one written to the left."""
    groups: list[str] = []
    last = ""
    for position in range(width):
        cell = above[position].strip() if position < len(above) else ""
        last = cell or last
        groups.append(last)
    return tuple(groups)


def column_names(names: Sequence[str], groups: Sequence[str]) -> tuple[str, ...]:
    """Name each column: its own name; with its heading where that alone says too little.

    Two columns of one name, a column without any, a year.

    >>> column_names(["Nom", "Nom", ""], ["Structure", "Contact", "Contact"])
    ('Structure Nom', 'Contact Nom', 'Contact')
    """
    own = [" ".join(name.split()) for name in names]
    if not groups:
        return tuple(own)
    times = Counter(map(fold, own))
    return tuple(
        f"{group} {name}".strip()
        if times[fold(name)] > 1 or not name or _YEAR.fullmatch(name)
        else name
        for name, group in zip(own, groups, strict=True)
    )


def letter(position: int) -> str:
    """Letter of a column in a spreadsheet, counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    text = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def footer(records: Sequence[Record], *, width: int) -> int:
    """How many of the last records are no rows: totals, notes, the date of the extraction."""
    if width < 2:
        return 0
    found = 0
    for count, (_, cells) in enumerate(reversed(records[-_FOOTER_ROWS:]), start=1):
        if _is_footer(cells):
            found = count
        elif _filled(cells) > 1:
            break
    return found


def _is_footer(cells: Sequence[str]) -> bool:
    texts = [cell.strip() for cell in cells if cell.strip()]
    first = fold(texts[0])
    if len(texts) == 1:
        return _NOTE.match(first) is not None
    # The cells beside « Total » are sums; a structure called so has words beside its name.
    return _TOTAL.match(first) is not None and all(_VALUE.fullmatch(text) for text in texts[1:])


def left_out(record: Record) -> Problem:
    """Return the sentence that says that a line below the table is no row of it."""
    where = "au bas du tableau, n’est pas une de ses lignes"
    return _said(record, f"{{}}, {where} : laissé de côté.")


def heading(record: Record) -> Problem:
    """Return the sentence that says that a line inside the table is a heading."""
    return _said(record, "{} est un titre au milieu du tableau : laissé de côté.")


def _said(record: Record, sentence: str) -> Problem:
    line, cells = record
    text = " ".join(cell.strip() for cell in cells if cell.strip())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Problem(line, "", "", sentence.format(quoted(shown)), Severity.WARNING)
