"""Story 9 of the demonstration: the files to import have the faults that they promise."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from demo import messy
from demo.geography import communes

from actors_graph.text import fold

if TYPE_CHECKING:
    from pathlib import Path

CELL = re.compile(r'<c r="([A-Z]+)(\d+)"[^>]*?(?: t="(\w+)")?><v>([^<]*)</v>')
COMMUNE_COLUMN = "F"


@pytest.fixture(scope="module")
def to_import(folder: Path) -> Path:
    return folder / messy.MESSY_FOLDER


@pytest.fixture(scope="module")
def sheet(to_import: Path) -> str:
    with zipfile.ZipFile(to_import / messy.LIST_FILE) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


@pytest.fixture(scope="module")
def cells(to_import: Path, sheet: str) -> dict[tuple[str, int], str | int]:
    """Value of each cell by column and line: a number stays one, as in the workbook."""
    with zipfile.ZipFile(to_import / messy.LIST_FILE) as archive:
        shared = archive.read("xl/sharedStrings.xml").decode()
    texts = re.findall(r"<t[^>]*>([^<]*)</t>", shared)
    texts = [text.replace("&apos;", "'").replace("&amp;", "&") for text in texts]
    return {
        (column, int(line)): texts[int(value)] if kind == "s" else int(value)
        for column, line, kind, value in CELL.findall(sheet)
    }


def test_list_begins_with_titles_and_merged_groups(
    sheet: str, cells: dict[tuple[str, int], str | int]
) -> None:
    assert [line for column, line in cells if column == "A" and line < 4] == [1, 2, 3]
    assert re.findall(r'mergeCell ref="([A-Z]\d):([A-Z]\d)"', sheet) == [("A4", "C4"), ("D4", "H4")]
    assert cells["A", messy.HEADER_ROW] == "Nom de la structure"


def test_siret_are_spaced_and_one_lost_its_zero(
    cells: dict[tuple[str, int], str | int],
) -> None:
    written = {line: v for (column, line), v in cells.items() if column == "C" and line > 5}
    lost = written.pop(messy.LOST_ZERO_LINE)
    assert isinstance(lost, int)
    assert len(str(lost)) == 13
    assert all(re.fullmatch(r"\d{3} \d{3} \d{3} \d{5}", str(value)) for value in written.values())
    assert len(written) >= 10


def test_three_communes_are_misspelt(cells: dict[tuple[str, int], str | int]) -> None:
    places = {
        str(v) for (column, line), v in cells.items() if column == COMMUNE_COLUMN and line > 5
    }
    known = {fold(name) for name in communes()}
    assert {place for place in places if fold(place) not in known} == set(messy.MISSPELT)
    assert set(messy.MISSPELT.values()) <= set(communes())


def test_six_structures_exist_under_another_name(
    cells: dict[tuple[str, int], str | int], actors: dict[str, dict[str, str]]
) -> None:
    names = {str(v) for (column, line), v in cells.items() if column == "A" and line > 5}
    assert len(messy.ALREADY_KNOWN) == 6
    assert set(messy.ALREADY_KNOWN) <= names
    existing = {row["nom"] for row in actors.values()}
    assert not names & existing
    for written, actor in messy.ALREADY_KNOWN.items():
        words = set(fold(written).split()) & set(fold(actors[actor]["nom"]).split())
        assert len(words) >= 2, (written, actors[actor]["nom"])


def test_one_line_has_no_name(cells: dict[tuple[str, int], str | int]) -> None:
    lines = {line for _, line in cells if line > messy.HEADER_ROW}
    named = {line for column, line in cells if column == "A" and line > messy.HEADER_ROW}
    assert lines - named == {messy.REFUSED_LINE}
    assert len(lines) == 26


def test_grants_are_in_cp1252_with_french_amounts(to_import: Path) -> None:
    content = (to_import / messy.GRANTS_FILE).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        content.decode()
    rows = list(csv.DictReader(io.StringIO(content.decode("cp1252")), delimiter=";"))
    assert len(rows) == 18
    amounts = [row["Montant voté"] for row in rows]
    assert all(re.fullmatch(r"\d{1,3}(\u00a0\d{3})?(,\d\d)?\u00a0€", amount) for amount in amounts)
    assert "1\u00a0014,50\u00a0€" in amounts


def test_minutes_name_people_present_and_excused(to_import: Path) -> None:
    text = (to_import / messy.MINUTES_FILE).read_text(encoding="utf-8")
    assert "Personnes présentes :" in text
    assert "Excusés :" in text
    assert "données fictives" in text


def test_old_export_has_a_column_twice(to_import: Path) -> None:
    content = (to_import / messy.EXPORT_FILE).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert [name for name in header if header.count(name) > 1] == ["Commune", "Commune"]
    assert all(len(row) == len(header) for row in rows)
