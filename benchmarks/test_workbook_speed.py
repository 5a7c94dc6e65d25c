"""Reading the largest workbook that is accepted, and the slowest of the reference corpora.

The processor's seconds of the reader and of its child are judged, and the memory of each.
"""

from __future__ import annotations

import contextlib
import resource
import sys
from pathlib import Path

import pytest
import xlsxwriter

from actors_graph.errors import InputError
from actors_graph.settings import Settings
from actors_graph.sources import read_tables
from actors_graph.sources.raw import MAX_ROWS

SHARED = Settings.from_environment().shared or Path(__file__).parents[2] / "shared"
SUFFIXES = {".csv", ".txt", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods"}
COLUMNS = 10
SLOWEST_S, LARGEST_MIB = 10, 700
KIB = 1024 if sys.platform == "linux" else 1


def processor_s() -> float:
    """Seconds of the processor taken by this process and by its children that ended."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def child_mib() -> float:
    """Peak memory of the children that ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * KIB / 1024**2


def test_largest_workbook(tmp_path: Path) -> None:
    """To reach: 200,000 rows of 10 columns in 10 s, 700 MB for the child."""
    path = tmp_path / "grand.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [f"colonne {n}" for n in range(COLUMNS)])
        for row in range(1, MAX_ROWS + 1):
            sheet.write_row(row, 0, [f"texte {row}", row, row / 2, "Vichy", "03200"] * 2)
    began = processor_s()

    (raw,) = read_tables(path)

    seconds = processor_s() - began
    print(f"\n{raw.rows_read:,} rows: {seconds:.1f} s of processor, child {child_mib():.0f} MiB")
    assert raw.rows_read == MAX_ROWS
    assert seconds <= SLOWEST_S
    assert child_mib() <= LARGEST_MIB


@pytest.mark.skipif(not SHARED.exists(), reason="le dossier des fichiers de référence est absent")
def test_corpora() -> None:
    """To reach: 10 s and 700 MB for each file."""
    slowest, count = (0.0, ""), 0
    for path in sorted((SHARED / "corpora").rglob("*")) + sorted((SHARED / "data").rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            began = processor_s()
            with contextlib.suppress(InputError):
                read_tables(path)
            slowest = max(slowest, (processor_s() - began, path.name))
            count += 1

    print(
        f"\n{count} files: slowest {slowest[0]:.2f} s ({slowest[1]}), child {child_mib():.0f} MiB"
    )
    assert slowest[0] <= SLOWEST_S
    assert child_mib() <= LARGEST_MIB
