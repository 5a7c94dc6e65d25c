"""Strings known to break programs come back as they were from every format."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from actors_graph.sources import read_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.shared


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
