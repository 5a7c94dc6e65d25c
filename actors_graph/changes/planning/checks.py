"""Checks every cell of a file: typed rows on one side, everything there is to say on the other.

Work goes column by column and each different text is read once, so that 100,000 rows cost about
as much as their distinct values. Checks that need the other rows or the store are elsewhere.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from actors_graph.changes.cells.columns import ColumnsReader
from actors_graph.changes.cells.dates import date_value
from actors_graph.changes.planning.unsaid import fill_unsaid
from actors_graph.model import TABLES
from actors_graph.model.kinds import ActorKind
from actors_graph.sources import Problem, Severity
from actors_graph.text import clean
from actors_graph.words import agreed, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.changes.planning.heads import FileHead
    from actors_graph.changes.planning.questions import Question
    from actors_graph.model import Table, Value
    from actors_graph.sources.extracts import Extract

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
# What an extract calls the birth date of an élu: no field of the model, because it is never kept.
BIRTH_DATE: Final = "birth_date"

_ORDERED: Final = (("starts_on", "ends_on"), ("created_on", "dissolved_on"))


@dataclass(slots=True)
class CheckedRow:
    """One row of a file.

    Attributes:
        line: its physical line.
        values: its typed, non-empty values, by field.
        repaired: whether one of them was mended.
        handle: the name by which other rows of the import refer to this one; never kept.
        given: whether the file itself gives its id.
        moved: whether it describes an actor that the store has under another id.
        unsaid: fields whose value the file does not say.
        birth_date: only serves to make the id of an élu that gives none; never kept.
        placed: whether the code of the commune was found from its name, and so makes no id.
    """

    line: int
    values: dict[str, Value]
    repaired: bool = False
    handle: str = field(default="", repr=False)
    given: bool = False
    moved: bool = False
    unsaid: tuple[str, ...] = ()
    birth_date: str = field(default="", repr=False)
    placed: bool = False


@dataclass(slots=True)
class CheckedPart:
    """The rows of a file that belong to one table; a file may hold several.

    Attributes:
        table: the table of the rows.
        rows: the rows that nothing has refused.
        columns: for each field that the file feeds, the name of its column there.
        refused_ids: ids of rows that were refused, so that a tie to one of them is not called
            unknown.
        by_name: whether the file names other rows as people do (« CCAS de Cusset »), so that a
            text which looks like an id is still a name.
        named: whether its rows only name actors, which are to be found.
        fills_only: whether its rows only complete what the store has, and replace nothing there.
    """

    table: Table
    rows: list[CheckedRow]
    columns: dict[str, str]
    refused_ids: set[str] = field(default_factory=set)
    by_name: bool = False
    named: bool = False
    fills_only: bool = False


@dataclass(slots=True)
class CheckedFile:
    """A file once checked: its good rows by table, the lines refused, and all there is to say.

    Attributes:
        head: what the file is and how it was read.
        parts: its rows by table.
        problems: all there is to say of it.
        refused: lines that cannot be imported.
        left_out: lines refused before, which `valid_only` leaves out: nothing is read of them.
        handles: the names by which rows of the import refer to each other, which are no values.
        questions: what only a person can say of its cells.
        answered: what was answered to them in this import, to be kept, by subject.
        today: ISO day of the import.
    """

    head: FileHead
    parts: list[CheckedPart] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    left_out: frozenset[int] = frozenset()
    handles: frozenset[str] = frozenset()
    questions: list[Question] = field(default_factory=list)
    answered: dict[str, str] = field(default_factory=dict)
    today: str = ""

    @property
    def name(self) -> str:
        """The name of the file, with its sheet where it has several."""
        return self.head.name

    @property
    def rows_taken(self) -> int:
        """Rows of its main tables that nothing has refused."""
        return sum(len(part.rows) for part in self.parts if part.table.name in self.head.main)

    def refuse(
        self, row: CheckedRow, *, column: str, value: str, message: str, remedy: str
    ) -> None:
        """Refuse one row for a reason that needed more than its own cells."""
        self.problems.append(Problem(row.line, column, value, message, Severity.REFUSED, remedy))
        self.refused.add(row.line)

    def warn(self, row: CheckedRow, *, column: str, value: str, message: str) -> None:
        """Say something about one row, which stays as it is."""
        self.problems.append(Problem(row.line, column, value, message, Severity.WARNING))


def checked_part(file: CheckedFile, extract: Extract, *, by_name: bool = False) -> CheckedPart:
    """Check the rows that a file holds for one table.

    Problems and refused lines are added to the file; lines left out are not looked at.

    Args:
        file: the file, to which problems and refused lines are added.
        extract: its text for one table; the field `birth_date` only tells élus apart.
        by_name: whether the file names other rows as people do.
    """
    table = TABLES[extract.table]
    kept = _kept(extract, file.left_out)
    rows = [CheckedRow(line, {}) for line in kept.lines]
    names = [name for name in kept.cells if name in table.by_name]
    columns = {
        name: extract.labels.get(name) or table.by_name[name].column or name for name in names
    }
    for row, handle in zip(rows, kept.handles, strict=False):
        row.handle = handle
    ColumnsReader(file, table, rows, columns, by_name=by_name).read(kept.cells)
    for name, places in kept.guessed.items():
        for place in places:
            rows[place].unsaid = (*rows[place].unsaid, name)
    part = CheckedPart(
        table, rows, columns, by_name=by_name, named=extract.named, fills_only=extract.fills_only
    )
    if by_name:
        fill_unsaid(file, part)
    _refuse_missing(file, part)
    _read_birth_dates(part, kept.cells.get(BIRTH_DATE, ()))
    _drop_private(file, part)
    _check_order(file, part)
    drop_refused(file, part)
    return part


def _kept(extract: Extract, left_out: frozenset[int]) -> Extract:
    """Return the extract without the lines left out."""
    if left_out.isdisjoint(extract.lines):
        return extract
    keep = [row for row, line in enumerate(extract.lines) if line not in left_out]
    return replace(
        extract,
        lines=[extract.lines[row] for row in keep],
        cells={name: [column[row] for row in keep] for name, column in extract.cells.items()},
        handles=[extract.handles[row] for row in keep] if extract.handles else [],
        guessed={
            name: {place for place, row in enumerate(keep) if row in places}
            for name, places in extract.guessed.items()
        },
    )


def drop_refused(file: CheckedFile, part: CheckedPart) -> None:
    """Keep only the rows of a part that nothing has refused yet."""
    gone = [row for row in part.rows if row.line in file.refused]
    part.refused_ids.update(str(row.values["id"]) for row in gone if "id" in row.values)
    if gone:
        part.rows = [row for row in part.rows if row.line not in file.refused]


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


def _read_birth_dates(part: CheckedPart, cells: Sequence[str]) -> None:
    """Take what tells two élus of one name apart, where no id does (MODEL rule 1)."""
    if part.table.name != "actors" or not cells:
        return
    for row, cell in zip(part.rows, cells, strict=True):
        if row.values.get("kind") == ActorKind.ELU and "id" not in row.values:
            row.birth_date = str(date_value(clean(cell)).value or "")


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
