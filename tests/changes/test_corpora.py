"""Every table of the reference corpora through the whole import, then all of it taken back."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.imports import import_files
from actors_graph.changes.planning import reading
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import InputError
from actors_graph.sources import Severity, read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.sources import Choices, RawTable

pytestmark = [pytest.mark.shared, pytest.mark.slow]

TABULAR = {".csv", ".tsv", ".txt", ".gz", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods"}
# What corpora/SOURCES.md and data/SOURCES.md say is there; a folder that shrinks is noticed.
LEAST = {".csv": 50, ".xls": 54, ".xlsx": 98, ".xlsm": 4, ".xlsb": 13, ".ods": 15, "": 53}
# A larger file is only imported dry: the same code, without minutes of writing and undoing.
LARGE = 100_000


@pytest.fixture(scope="module")
def tables(shared: Path) -> list[Path]:
    """Every tabular file, the odd names of csv-spectrum included."""
    found = [
        path
        for folder in ("corpora", "data")
        for path in (shared / folder).rglob("*")
        if path.suffix.lower() in TABULAR and path.is_file()
    ]
    odd = (shared / "corpora/csv-spectrum/csvs").iterdir()
    return sorted([*found, *(path for path in odd if not path.suffix)])


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Says of the tables read by the imports of the test what does not hold together in them."""
    faults: list[str] = []

    def read(path: Path, choices: Choices) -> list[RawTable]:
        raws = read_tables(path, choices)
        faults.extend(f"{raw.origin}: {fault}" for raw in raws for fault in table_faults(raw))
        return raws

    monkeypatch.setattr(reading, "read_tables", read)
    return faults


def test_the_corpora_are_whole(tables: list[Path]) -> None:
    counted = Counter(path.suffix.lower() for path in tables)

    assert {suffix: counted[suffix] for suffix in LEAST if counted[suffix] < LEAST[suffix]} == {}


def test_each_ends_as_a_report_or_a_sentence_and_all_can_be_taken_back(
    session: Session, tables: list[Path], broken: list[str]
) -> None:
    first = session.canonical_hash()
    imported: list[str] = []
    faults: list[str] = []

    for path in tables:
        before = session.revision()
        import_id, said = outcome(session, path)
        faults += [f"{path.name}: {text}" for text in said]
        if import_id:
            imported.append(import_id)
        elif session.revision() != before:
            faults.append(f"{path.name}: something was written")
    for import_id in reversed(imported):
        undo(session, import_id)

    assert faults == [], f"{len(faults)} of {len(tables)} files"
    assert broken == []
    assert len(imported) >= 10
    assert session.canonical_hash() == first


def outcome(session: Session, path: Path) -> tuple[str, list[str]]:
    """The import that a file made, and what is wrong with the way in which it ended."""
    try:
        report = import_files(session, [path], dry_run=path.stat().st_size > LARGE)
    except InputError as error:
        named = str(error).startswith(path.name) and error.remedy
        return "", [] if named else [f"« {error} »"]
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return "", [repr(error)]
    json.dumps(report.to_dict())
    silent = [file.file for file in report.files if file.refused and not file.problems]
    return report.import_id, [f"{name} refused in silence" for name in silent]


def table_faults(raw: RawTable) -> list[str]:
    rows = len(raw.lines)
    found = []
    if len(raw.columns) != len(raw.header) or any(len(column) != rows for column in raw.columns):
        found.append("columns of several lengths")
    if raw.lines != sorted(set(raw.lines)) or (rows and raw.lines[0] <= raw.header_row):
        found.append("lines out of order")
    refused = {problem.line for problem in raw.problems if problem.severity is Severity.REFUSED}
    if refused != set(raw.skipped):
        found.append("a row skipped without a word")
    if (raw.format == "csv") == bool(raw.sheet):
        found.append("a sheet without a name")
    return found
