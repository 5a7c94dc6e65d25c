"""Every table of the reference corpora ends as tables or as one sentence, and none kills us."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import ActorsGraphError, InputError
from actors_graph.sources import Severity, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.sources import RawTable

pytestmark = pytest.mark.shared

TABULAR = {".csv", ".tsv", ".txt", ".gz", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods"}
# What corpora/SOURCES.md and data/SOURCES.md say is there; a folder that shrinks is noticed.
LEAST = {".csv": 50, ".xls": 54, ".xlsx": 98, ".xlsm": 4, ".xlsb": 13, ".ods": 15, "": 53}


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


def faults(path: Path) -> list[str]:
    """What is wrong with the way in which one file ends."""
    try:
        read = read_tables(path)
    except InputError as error:
        said = str(error)
        if not said.startswith(path.name) or not error.remedy or "Traceback" in said:
            return [f"{path.name}: « {said} »"]
        return []
    except (ActorsGraphError, Exception) as error:  # noqa: BLE001 - that is what is looked for
        return [f"{path.name}: {error!r}"]
    return [f"{path.name}: {fault}" for raw in read for fault in table_faults(raw)] or (
        [] if read else [f"{path.name}: no table"]
    )


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


def test_the_corpora_are_whole(tables: list[Path]) -> None:
    counted = Counter(path.suffix.lower() for path in tables)

    assert {suffix: counted[suffix] for suffix in LEAST if counted[suffix] < LEAST[suffix]} == {}


def test_every_table_ends_as_tables_or_as_a_sentence(tables: list[Path]) -> None:
    with ThreadPoolExecutor(max_workers=2) as pool:  # each workbook waits for a child
        found = [fault for faulty in pool.map(faults, tables) for fault in faulty]

    assert found == [], f"{len(found)} of {len(tables)} files"


@pytest.fixture(scope="module")
def naughty(shared: Path) -> list[str]:
    strings: list[str] = json.loads((shared / "corpora/naughty/blns.json").read_text("utf-8"))
    return [text for text in strings if text.strip() and "\0" not in text]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_naughty_strings_come_back_from_a_text_file(
    naughty: list[str], written: Callable[..., Path], separator: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(["nom", "id", "source"])
    writer.writerows([text, str(n), "x"] for n, text in enumerate(naughty))

    (raw,) = read_tables(written(out.getvalue().encode("utf-8", "surrogatepass")))

    assert len(naughty) > 500
    assert raw.separator == separator
    assert raw.columns[0] == naughty


def test_naughty_strings_come_back_from_a_workbook(naughty: list[str], tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "x.xlsx"
    texts = [text for text in naughty if "\ufffe" not in text]  # no XML can hold it
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, text in enumerate(["nom", *texts]):
            sheet.write_string(row, 0, text)
            sheet.write_string(row, 1, "id" if row == 0 else str(row))

    (raw,) = read_tables(path)

    assert raw.columns[0] == texts
