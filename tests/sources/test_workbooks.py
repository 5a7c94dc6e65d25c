"""Workbooks: what a person sees in the cells, of every format."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from workbook_files import SIMPLE, edited, ods, ods_row, rows_of, xlsx

from actors_graph.errors import InputError
from actors_graph.sources import Choices, Severity, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet


def test_cells_are_what_a_person_sees(written: Callable[..., Path]) -> None:
    moment = datetime(2026, 5, 12, 14, 30)  # noqa: DTZ001 - a cell knows no time zone
    values: list[object] = [
        "03190", 3190, 3190.0, 1014.5, 0.1 + 0.2, date(2026, 5, 12), moment,
        True, 10065308000160.0, " à garder ",
    ]  # fmt: skip
    path = written(xlsx(rows_of([f"titre {n}" for n in range(len(values))], values)), "x.xlsx")

    (raw,) = read_tables(path)

    assert [column[0] for column in raw.columns] == [
        "03190", "3190", "3190", "1014.5", "0.3", "2026-05-12", "2026-05-12 14:30",
        "VRAI", "10065308000160", " à garder ",
    ]  # fmt: skip
    assert (raw.format, raw.sheet, raw.encoding, raw.separator) == ("xlsx", "Liste 2026", "", "")


def test_each_filled_sheet_is_a_table_with_its_lines(written: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(["Titre"], [], ["id", "nom"], ["a", "Régie"], [], ["b", "Mairie"])(sheet)
        book = sheet.parent
        assert book is not None
        book.create_sheet("Vide")
        rows_of(["id", "nom"], ["c", "Club"])(book.create_sheet("Autre"))
        hidden = book.create_sheet("Listes")
        hidden.sheet_state = "hidden"
        rows_of(["x", "y"])(hidden)

    path = written(xlsx(fill), "x.xlsx")

    first, second = read_tables(path)

    assert (first.header_row, first.lines, first.sheet) == (3, [4, 6], "Liste 2026")
    assert (second.header_row, second.lines, second.sheet) == (1, [2], "Autre")
    (problem,) = first.problems
    assert (problem.severity, "« Listes »" in problem.message.replace("\xa0", " ")) == (
        Severity.WARNING,
        True,
    )
    (asked,) = read_tables(path, Choices(sheets=("Listes",)))
    assert asked.sheet == "Listes"
    with pytest.raises(InputError, match="Brouillon"):
        read_tables(path, Choices(sheets=("Brouillon",)))


def test_sheets_that_explain_or_hold_no_row_are_left_aside(
    written: Callable[..., Path],
) -> None:
    """A template filled in on one of its sheets; one where nothing was filled in stays whole."""

    def path_of(*rows: list[str]) -> Path:
        book = openpyxl.Workbook()
        for name, lines in {
            "LISEZ-MOI": [["Feuille", "Colonne"], ["acteurs", "nom"]],
            "acteurs": [["Nom *", "Type *"], *rows],
            "comites": [["Nom *", "Niveau *"]],
        }.items():
            sheet = book.create_sheet(name)
            for line in lines:
                sheet.append(line)
        del book["Sheet"]
        held = io.BytesIO()
        book.save(held)
        return written(held.getvalue(), "gabarit.xlsx")

    filled = read_tables(path_of(["Régie", "association"]))

    assert [(raw.sheet, raw.rows_read) for raw in filled] == [("acteurs", 1)]
    assert [raw.sheet for raw in read_tables(path_of())] == ["acteurs", "comites"]
    (asked,) = read_tables(path_of(), Choices(sheets=("LISEZ-MOI",)))
    assert asked.rows_read == 1


def test_a_sheet_of_notes_beside_a_table_is_said(written: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(["id", "nom"], ["a", "Régie"])(sheet)
        assert sheet.parent is not None
        rows_of(["Ce fichier est tenu à jour chaque mois."])(sheet.parent.create_sheet("Notes"))

    (raw,) = read_tables(written(xlsx(fill), "x.xlsx"))

    (problem,) = raw.problems
    assert (problem.severity, "Notes" in problem.message) == (Severity.WARNING, True)


def test_merged_headings_and_merged_names(written: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(
            ["Structure", None, "Contact", None],
            [None, "Ville", "Nom", "Ville"],
            ["Régie", "Vichy", "Ana", "Cusset"],
            [None, None, "Luc", None],
            ["Mairie", None, "Zoé", None],
        )(sheet)
        for cells in ("A1:A2", "C1:D1", "A3:A4"):
            sheet.merge_cells(cells)

    (raw,) = read_tables(written(xlsx(fill), "x.xlsx"))

    assert raw.header == ("Structure", "Structure Ville", "Nom", "Contact Ville")
    assert raw.columns[0] == ["Régie", "Régie", "Mairie"]
    assert raw.columns[1] == ["Vichy", "", ""]


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "x.xls", "x"])
def test_the_content_decides_not_the_name(written: Callable[..., Path], name: str) -> None:
    assert read_tables(written(SIMPLE, name))[0].format == "xlsx"
    assert read_tables(written("id;nom\na;Régie\n", name))[0].format == "csv"
    assert read_tables(written(ods(ods_row("id", "nom")), name))[0].format == "ods"


def test_an_ods_is_read_as_an_xlsx(written: Callable[..., Path]) -> None:
    rows = ods_row("id", "nom") + "<table:table-row/>" + ods_row("03190", "Régie &amp; Cie")

    (raw,) = read_tables(written(ods(rows), "x.ods"))

    assert (raw.sheet, raw.lines, raw.columns) == ("Liste", [3], [["03190"], ["Régie & Cie"]])


def test_a_heading_merged_across_the_table_is_no_row(written: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(
            ["Nos partenaires", None, None],
            ["Structure", "Ville", "Thème"],
            ["Secteur culture", None, None],
            ["Régie", "Vichy", "x"],
            ["Mairie", None, None],
        )(sheet)
        for cells in ("A1:C1", "A3:C3"):
            sheet.merge_cells(cells)

    (raw,) = read_tables(written(xlsx(fill), "x.xlsx"))

    assert raw.columns[0] == ["Régie", "Mairie"]
    (problem,) = raw.problems
    assert (problem.line, problem.severity) == (3, Severity.WARNING)
    assert "Secteur culture" in problem.message


def test_a_heading_merged_across_an_ods_is_no_row(written: Callable[..., Path]) -> None:
    cell = '<table:table-cell office:value-type="string"'
    heading = ods_row("Culture").replace(cell, f'{cell} table:number-columns-spanned="3"')
    rows = ods_row("Structure", "Ville", "Thème") + heading + ods_row("Régie", "Vichy", "x")

    (raw,) = read_tables(written(ods(rows), "x.ods"))

    assert raw.columns[0] == ["Régie"]
    assert "Culture" in raw.problems[0].message


def test_a_merged_name_counts_for_each_row_in_an_ods(written: Callable[..., Path]) -> None:
    cell = '<table:table-cell office:value-type="string"'
    wide = '<table:table-row table:number-rows-repeated="3"/>'
    tall = f'{cell} table:number-rows-spanned="2"'
    merged = ods_row("Régie", "Ana").replace(cell, tall, 1)
    below = ods_row("", "Luc").replace("table-cell", "covered-table-cell", 2)
    rows = ods_row("Structure", "Contact") + wide + merged + below + ods_row("", "Zoé")

    (raw,) = read_tables(written(ods(rows), "x.ods"))

    assert raw.lines == [5, 6, 7]
    assert raw.columns == [["Régie", "Régie", ""], ["Ana", "Luc", "Zoé"]]


def test_a_formula_that_went_wrong_is_read_as_it_shows(written: Callable[..., Path]) -> None:
    """The parser gives an empty cell; a row of nothing else is a formula copied too far."""
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("Autre")
    assert first is not None
    for row in (["nom", "commune", "rang"], ["Régie", "#N/A", 12345], ["", "#REF!", "#N/A"]):
        first.append(row)
    for row in (["nom", "commune"], ["Club", "Vichy"]):
        second.append(row)
    data = io.BytesIO()
    book.save(data)
    number, wrong = b't="n"><v>12345</v>', b't="e"><f>VLOOKUP(A2,$F:$G,2,0)</f><v>#DIV/0!</v>'
    path = written(edited(data.getvalue(), "xl/worksheets/sheet1.xml", number, wrong), "x.xlsx")

    one, other = read_tables(path)

    assert [list(column) for column in one.columns] == [["Régie"], ["#N/A"], ["#DIV/0!"]]
    assert [list(column) for column in other.columns] == [["Club"], ["Vichy"]]
