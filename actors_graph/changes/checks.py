"""Checks every cell of a file: typed rows on one side, everything there is to say on the other.

Work goes column by column and each different text is read once, so that 100,000 rows cost about
as much as their distinct values. Checks that need the other rows or the store are elsewhere.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.changes.codes import CODES, id_value
from actors_graph.changes.readings import EMPTY
from actors_graph.changes.values import date_value, list_value, text_value, typed_value
from actors_graph.errors import InputError
from actors_graph.model import FieldType
from actors_graph.model.kinds import ActorKind
from actors_graph.sources import Problem, Severity
from actors_graph.sources.columns import column_key
from actors_graph.text import clean, fold
from actors_graph.words import agreed, count, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from actors_graph.changes.readings import Reading
    from actors_graph.model import Field, Table, Value
    from actors_graph.sources import Placement, RawTable

# An élu keeps name, office and dates (MODEL, Actor): what could lead to a home is not kept.
ELU_DROPPED: Final = (
    "siren",
    "siret",
    "rna",
    "postal_code",
    "address",
    "lat",
    "lon",
    "description",
    "phone",
    "email",
    "website",
)
# Columns of registers of people that are never kept, whatever the file.
_PRIVATE_COLUMNS: Final = ("naissance", "sexe", "csp", "categorie socio", "nationalite", "civilite")

_BIRTH_DATES: Final = frozenset({"date_naissance", "date_de_naissance"})

_ORDERED: Final = (("starts_on", "ends_on"), ("created_on", "dissolved_on"))


@dataclass(slots=True)
class CheckedRow:
    """One row of a file: its typed, non-empty values, and whether one of them was mended.

    `birth_date` only serves to make the id of an élu that gives none; it is never kept.
    """

    line: int
    values: dict[str, Value]
    repaired: bool = False
    birth_date: str = field(default="", repr=False)


@dataclass(slots=True)
class CheckedPart:
    """The rows of a file that belong to one table; a file of collaborations may hold several.

    `columns` names, for each field, the columns of the file that feed it; `refused_ids` are the
    ids of rows that were refused, so that a tie to one of them is not called unknown.
    """

    table: Table
    rows: list[CheckedRow]
    columns: dict[str, str]
    refused_ids: set[str] = field(default_factory=set)


@dataclass(slots=True)
class CheckedFile:
    """A file once checked: its good rows by table, the lines refused, and all there is to say."""

    raw: RawTable
    table: Table
    parts: list[CheckedPart] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)

    def refuse(
        self, row: CheckedRow, *, column: str, value: str, message: str, remedy: str
    ) -> None:
        """Refuse one row for a reason that needed more than its own cells."""
        self.problems.append(Problem(row.line, column, value, message, Severity.REFUSED, remedy))
        self.refused.add(row.line)


def reader_of(target: Field) -> Callable[[str], Reading]:
    """Return the function that reads one cell of a field."""
    if target.type is FieldType.LIST:
        item = CODES.get(target.name) or (id_value if target.refers_to else text_value)
        return lambda text: list_value(text, item)
    code = CODES.get(target.name)
    if code is None and target.refers_to:
        code = id_value
    return code or (lambda text: typed_value(text, target))


def checked_part(
    file: CheckedFile, *, table: Table, places: Placement, keep: Sequence[int]
) -> CheckedPart:
    """Check the rows at these positions of a file as rows of one table.

    Problems and refused lines are added to the file.
    """
    raw = file.raw
    rows = [CheckedRow(raw.lines[position], {}) for position in keep]
    columns: dict[str, str] = {}
    for name, positions in places.fields.items():
        target = table.by_name[name]
        columns[name] = " | ".join(raw.header[position] for position in positions)
        cells = _cells(raw, positions, keep)
        _read_column(file, rows=rows, cells=cells, target=target, label=columns[name])
    part = CheckedPart(table, rows, columns)
    _refuse_missing(file, part)
    _read_birth_dates(file, part, keep)
    _drop_private(file, part)
    _check_order(file, part)
    drop_refused(file, part)
    return part


def drop_refused(file: CheckedFile, part: CheckedPart) -> None:
    """Keep only the rows of a part that nothing has refused yet."""
    gone = [row for row in part.rows if row.line in file.refused]
    part.refused_ids.update(str(row.values["id"]) for row in gone if "id" in row.values)
    if gone:
        part.rows = [row for row in part.rows if row.line not in file.refused]


def check_header(file: CheckedFile, places: Placement, *, used: Collection[int] = ()) -> None:
    """Say which columns find no place; stop at those that cannot be told apart.

    Args:
        file: the file, to which problems are added.
        places: where its columns go.
        used: positions of the columns that another table of the same file reads.

    Raises:
        InputError: two columns for one field, or a required column that is missing.
    """
    raw = file.raw
    for first, second in places.clashes:
        raise InputError(
            f"les colonnes {first + 1} et {second + 1} ({quoted(raw.header[first])} et "
            f"{quoted(raw.header[second])}) disent la même chose.",
            file=raw.file,
            line=raw.header_row,
            column=raw.header[second],
            remedy="Gardez-en une seule.",
        )
    for target in file.table.fields:
        if target.required and target.column and target.name not in places.fields | {"id": ()}:
            raise InputError(
                f"la colonne {quoted(target.column)} manque.",
                file=raw.file,
                line=raw.header_row,
                remedy="Ajoutez-la : elle est obligatoire pour ce fichier.",
            )
    for position in places.unplaced:
        if position not in used:
            file.problems.append(_unplaced(raw, position))
    for position, name in enumerate(raw.header):
        if not name and any(map(str.strip, raw.columns[position])):
            message = f"la colonne {position + 1} n’a pas de nom : elle n’a pas été lue."
            file.problems.append(
                Problem(raw.header_row, "", "", message, Severity.WARNING, "Nommez-la.")
            )


def _unplaced(raw: RawTable, position: int) -> Problem:
    name = raw.header[position]
    private = any(word in fold(name) for word in _PRIVATE_COLUMNS)
    message = (
        "donnée personnelle : la colonne n’a pas été lue et rien n’en est gardé."
        if private
        else "la colonne n’a pas de place dans ce fichier : elle n’a pas été lue."
    )
    return Problem(raw.header_row, name, "", message, Severity.WARNING)


def _cells(raw: RawTable, positions: Sequence[int], keep: Sequence[int]) -> list[str]:
    if len(positions) == 1:
        column = raw.columns[positions[0]]
        return column if len(keep) == len(column) else [column[row] for row in keep]
    columns = [raw.columns[position] for position in positions]
    return ["|".join(column[row] for column in columns if column[row]) for row in keep]


def _read_column(
    file: CheckedFile, *, rows: list[CheckedRow], cells: list[str], target: Field, label: str
) -> None:
    read = reader_of(target)
    readings: dict[str, Reading] = {}
    name = target.name
    for row, cell in zip(rows, cells, strict=True):
        reading = readings.get(cell)
        if reading is None:
            text = clean(cell)
            reading = readings[cell] = read(text) if text else EMPTY
        if reading.value is not None:
            row.values[name] = reading.value
        if reading.severity is not None:
            _say(file, row, reading=reading, column=label, cell=cell)


def _say(file: CheckedFile, row: CheckedRow, *, reading: Reading, column: str, cell: str) -> None:
    severity = reading.severity or Severity.WARNING
    file.problems.append(
        Problem(row.line, column, cell.strip(), reading.message, severity, reading.remedy)
    )
    if severity is Severity.REFUSED:
        file.refused.add(row.line)
    row.repaired |= severity is Severity.REPAIRED


def _refuse_missing(file: CheckedFile, part: CheckedPart) -> None:
    required = [
        target
        for target in part.table.fields
        if target.required and target.column and target.name != "id"
    ]
    for row in part.rows:
        if row.line in file.refused:
            continue
        for target in required:
            if target.name not in row.values:
                file.refuse(
                    row,
                    column=part.columns.get(target.name, target.column),
                    value="",
                    message="la valeur manque.",
                    remedy="Elle est obligatoire : complétez la ligne.",
                )


def _read_birth_dates(file: CheckedFile, part: CheckedPart, keep: Sequence[int]) -> None:
    """Take what tells two élus of one name apart, where no id does (MODEL rule 1)."""
    raw = file.raw
    found = [place for place, name in enumerate(raw.header) if column_key(name) in _BIRTH_DATES]
    if part.table.name != "actors" or not found:
        return
    for row, position in zip(part.rows, keep, strict=True):
        if row.values.get("kind") == ActorKind.ELU and "id" not in row.values:
            row.birth_date = str(date_value(clean(raw.columns[found[0]][position])).value or "")


def _drop_private(file: CheckedFile, part: CheckedPart) -> None:
    if part.table.name != "actors":
        return
    dropped: Counter[str] = Counter()
    for row in part.rows:
        if row.values.get("kind") == ActorKind.ELU:
            present = [name for name in ELU_DROPPED if name in row.values]
            for name in present:
                del row.values[name]
            dropped.update(present)
    for dropped_name, times in dropped.items():
        message = (
            "d’un élu, seuls le nom, la fonction et les dates sont gardés : "
            f"{count(times, 'valeur')} non {agreed('gardé', n=times, noun='valeur')}."
        )
        file.problems.append(
            Problem(None, part.columns[dropped_name], "", message, Severity.WARNING)
        )


def _check_order(file: CheckedFile, part: CheckedPart) -> None:
    for start, end in _ORDERED:
        if start not in part.columns or end not in part.columns:
            continue
        for row in part.rows:
            first, last = row.values.get(start), row.values.get(end)
            # ISO texts of the shortest common precision compare as dates do.
            if isinstance(first, str) and isinstance(last, str) and last < first[: len(last)]:
                message = f"la fin ({last}) précède le début ({first})."
                file.problems.append(
                    Problem(row.line, part.columns[end], last, message, Severity.WARNING)
                )
