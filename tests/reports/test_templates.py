"""The workbook to fill in: its titles are read back, its lists propose what is known."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from actors_graph.access import open_session
from actors_graph.changes.cells.values import enum_value
from actors_graph.changes.imports import import_files
from actors_graph.errors import InputError
from actors_graph.model import TABLES
from actors_graph.reports.templates import (
    README,
    Offered,
    template_workbook,
    write_all_templates,
)
from actors_graph.settings import Settings
from actors_graph.sources import kind_of, placement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook

    from actors_graph.access import Session
    from actors_graph.model import Table

SHEETS = {kind_of(table): table for table in TABLES.values() if table.file}


@pytest.fixture
def book() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(template_workbook()))


def filled_in(book: Workbook) -> dict[str, Table]:
    return {name: SHEETS[name] for name in book.sheetnames if name in SHEETS}


def titles(book: Workbook, sheet: str) -> list[str]:
    return [str(cell.value) for cell in book[sheet][1]]


def test_every_sheet_is_a_file_of_the_model_and_is_explained(book: Workbook) -> None:
    explained = {cell.value for cell in book[README]["A"]}

    assert book.sheetnames[0] == README
    assert set(book.sheetnames) - set(SHEETS) == {README, "Listes"}
    assert set(filled_in(book)) <= explained


def test_titles_are_read_back_with_all_that_a_row_needs(book: Workbook) -> None:
    for name, table in filled_in(book).items():
        places = placement(table, titles(book, name))
        needed = {field.name for field in table.fields if field.required and field.column}
        # The source is the workbook.
        needed -= {"id", "source"}

        assert not places.unplaced, name
        assert needed <= set(places.fields), name


def test_closed_values_are_a_list_that_is_read_back(book: Workbook) -> None:
    """Each value that a list imposes is one that the import knows."""
    checked = 0
    for name, table in filled_in(book).items():
        places = placement(table, titles(book, name)).fields
        for one in book[name].data_validations.dataValidation:
            column = next(iter(one.sqref.ranges)).min_col - 1
            field = next(f for f, at in places.items() if at == (column,))
            values = table.by_name[field].values
            if one.errorStyle == "information" or values is None:
                continue
            sheet, cells = str(one.formula1).split("!")
            offered = [row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")]]
            read = [enum_value(str(word), values) for word in offered]
            assert [reading.value for reading in read] == [str(member.value) for member in values]
            checked += 1

    assert checked >= 10


def test_actors_are_chosen_among_those_written_on_their_sheet(book: Workbook) -> None:
    found = book["collaborations"].data_validations.dataValidation[0]

    assert str(found.sqref) == "A2:A1001"
    assert found.formula1 == "OFFSET('acteurs'!$A$2,0,0,MAX(1,COUNTA('acteurs'!$A$2:$A$1001)),1)"
    assert found.errorStyle == "information"


def test_lists_propose_what_the_data_hold() -> None:
    offered = Offered({"themes": ("Emploi", "=Santé"), "actors": ("Régie",)})
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(offered)))
    listed = {
        column[0].value: [cell.value for cell in column[1:3]] for column in book["Listes"].columns
    }

    assert listed["Thèmes"] == ["Emploi", "=Santé"]
    # One list serves every column that names an actor.
    assert [values for values in listed.values() if "Régie" in values] == [["Régie", None]]
    assert book["Listes"]["A2"].data_type == "s"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_session(Settings(data_dir=tmp_path / "donnees")) as opened:
        yield opened


def test_a_filled_workbook_is_imported_as_it_is(
    book: Workbook, session: Session, tmp_path: Path
) -> None:
    """By names: structures, a tie between them, a committee and who takes part in it."""
    rows = {
        "acteurs": [
            {"Nom *": "Régie des Lilas", "Type *": "Groupe habitants", "Commune": "Cusset"},
            {"Nom *": "Épicerie", "Type *": "Association", "Téléphone": "0470112233"},
        ],
        "contacts": [{"Structure *": "Épicerie", "Nom *": "Durand"}],
        "collaborations": [
            {"Acteur A *": "Régie des Lilas", "Acteur B *": "Épicerie", "Niveau": "3"}
        ],
        "comites": [{"Nom *": "Comité local", "Niveau *": "Local"}],
        "participations": [
            {"Acteur *": "Épicerie", "Cible *": "Comité local", "Rôle *": "A construit avec"}
        ],
    }
    for sheet, lines in rows.items():
        columns = titles(book, sheet)
        for line, values in enumerate(lines, 2):
            for title, value in values.items():
                book[sheet].cell(line, columns.index(title) + 1, value)
    path = tmp_path / "gabarit.xlsx"
    book.save(path)

    report = import_files(session, [path])

    assert report.applied, list(report.lines())
    assert [file.kind for file in report.files] == list(rows)
    actors = session.tables(["actors"])["actors"].to_pylist()
    assert {row["name"]: row["kind"] for row in actors} == {
        "Régie des Lilas": "groupe_habitants",
        "Épicerie": "association",
    }
    assert {row["phone"] for row in actors} == {None, "04 70 11 22 33"}
    (tie,) = session.tables(["collaborations"])["collaborations"].to_pylist()
    assert {tie["a"], tie["b"]} == {row["id"] for row in actors}
    assert (tie["level"], tie["source"]) == (3, "gabarit.xlsx")


def test_an_empty_workbook_says_so(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "gabarit.xlsx"
    path.write_bytes(template_workbook())

    with pytest.raises(InputError, match="aucune ligne sous l’en-tête"):
        import_files(session, [path])


def test_a_workbook_that_somebody_filled_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "gabarit.xlsx").write_bytes(b"rempli")
    written = write_all_templates(tmp_path)

    assert (tmp_path / "gabarit.xlsx").read_bytes() == b"rempli"
    assert "gabarit.xlsx" not in [path.name for path in written]
