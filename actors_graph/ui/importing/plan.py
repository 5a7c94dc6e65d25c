"""What the page asks of the rooms below: read the tables of the files, try the import, write it.

Nothing here draws: all of it may run in the background.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from actors_graph.changes.imports import import_files
from actors_graph.changes.planning.memory import remembered_mappings
from actors_graph.changes.planning.reading import PROSE, Understood, not_a_table
from actors_graph.errors import InputError
from actors_graph.sources import Choices, read_tables
from actors_graph.sources.mapping.choices import CERTAIN
from actors_graph.sources.mapping.proposal import fingerprint, proposed
from actors_graph.sources.mapping.targets import MINUTES
from actors_graph.sources.registers import is_register
from actors_graph.ui.column_words import IGNORED, REMARKS
from actors_graph.ui.importing.state import ReadTable
from actors_graph.ui.uploads import files_on_disk

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from actors_graph.access import Session
    from actors_graph.changes.report import ImportReport
    from actors_graph.jobs import Progress
    from actors_graph.sources import RawTable
    from actors_graph.sources.mapping.proposal import Mapping
    from actors_graph.ui.importing.state import Deposit
    from actors_graph.ui.uploads import Dropped

_UNKNOWN: Final = "acteurs"
_APART: Final = (IGNORED, REMARKS)


def read_deposit(
    session: Session, files: tuple[Dropped, ...], progress: Progress
) -> list[ReadTable]:
    """Read every table of the files, and propose what it is.

    A public register needs no question, and what is no table among others none either: the import
    says what becomes of it.

    Raises:
        InputError: a file cannot be read as a whole.
    """
    remembered = remembered_mappings(session)
    found: list[ReadTable] = []
    with files_on_disk(files) as paths:
        for place, path in enumerate(paths):
            progress(place / len(paths), f"Lecture de {path.name}…")
            if is_register(path):
                continue
            if _is_prose(path):
                if len(paths) > 1:
                    continue
                raise not_a_table(path.name)
            tables = read_tables(path)
            found += [
                understood(raw, place=number, remembered=remembered, alone=len(tables) == 1)
                for number, raw in enumerate(tables, start=len(found))
            ]
    return found


def _is_prose(path: Path) -> bool:
    """Whether a file is minutes or a letter: the import names it and takes nothing from it."""
    if path.suffix.lower() not in PROSE:
        return False
    try:
        return all(proposed(raw).kind == MINUTES for raw in read_tables(path))
    except InputError:
        return True


def understood(
    raw: RawTable, *, place: int, remembered: Dictionary[str, Mapping], alone: bool
) -> ReadTable:
    """Return a table with what it seems to be; a sheet that is nothing known is left aside."""
    before = remembered.get(fingerprint(raw.header))
    try:
        mapping = proposed(raw, remembered=before)
    except InputError:
        mapping = None
    if mapping is None or mapping.kind == MINUTES:
        mapping = proposed(raw, kind=_UNKNOWN)
        return ReadTable(place, raw, mapping, Choices(), kind_known=False, kept=alone, touched=True)
    return ReadTable(place, raw, mapping, Choices(), remembered=before is not None)


def read_again(files: tuple[Dropped, ...], table: ReadTable, *, choices: Choices) -> ReadTable:
    """Read one table again, with other choices.

    Raises:
        InputError: a choice does not fit the file.
    """
    raw = table.raw
    asked = replace(choices, sheets=(raw.sheet,) if raw.sheet else ())
    with files_on_disk([one for one in files if one.name == raw.file]) as paths:
        fresh = read_tables(paths[0], asked)[0]
    found = understood(fresh, place=table.place, remembered={}, alone=True)
    return replace(found, choices=choices, touched=True, readings=table.readings + 1)


def certain(table: ReadTable) -> bool:
    """Whether nothing of a table is in doubt: there is nothing to ask about its columns."""
    return table.kind_known and all(
        one.confidence >= CERTAIN and one.target not in _APART for one in table.mapping.columns
    )


def decisions(here: Deposit) -> list[Understood]:
    """What the person decided: every table of the files in which she changed something.

    A file left as it was proposed is read by the import itself, as a command would.
    """
    touched = {table.raw.file for table in here.tables if table.touched}
    return [
        Understood(table.raw.file, table.raw.sheet, table.mapping, table.choices, table.kept)
        for table in here.tables
        if table.raw.file in touched
    ]


def tried(
    session: Session, here: Deposit, *, answers: dict[str, str], progress: Progress | None = None
) -> ImportReport:
    """Say what the import would do, the lines that cannot enter left out.

    Where none can enter, the report lists why, and is not `valid_only`.

    Raises:
        ActorsGraphError: see `import_files`.
    """
    try:
        return imported(session, here, answers=answers, dry_run=True, progress=progress)
    except InputError:
        report = imported(session, here, answers=answers, dry_run=True, valid_only=False)
        if not report.refused:
            raise
        return report


def imported(
    session: Session,
    here: Deposit,
    *,
    answers: dict[str, str],
    dry_run: bool,
    valid_only: bool = True,
    progress: Progress | None = None,
) -> ImportReport:
    """Import the tables of a deposit that are kept, as they are understood and answered now.

    Raises:
        ActorsGraphError: see `import_files`.
    """
    with files_on_disk(here.files) as paths:
        return import_files(
            session,
            paths,
            complete=here.complete,
            dry_run=dry_run,
            answers=answers,
            valid_only=valid_only,
            understood=decisions(here),
            departement=here.departement,
            progress=progress,
        )
