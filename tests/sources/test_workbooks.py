"""Workbooks: what a person sees in the cells, and each way in which a workbook is refused."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors_graph.errors import InputError
from actors_graph.sources import Choices, Severity, read_tables
from actors_graph.sources import workbooks as reading
from actors_graph.sources.archives import workbook_format
from actors_graph.sources.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

ODS = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="Liste">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def xlsx(fill: Callable[[Worksheet], None]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Liste 2026"
    fill(sheet)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def rows_of(*rows: list[object]) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(row)

    return fill


def ods(rows: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", ODS)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", CONTENT.format(rows=rows))
    return data.getvalue()


def ods_row(*texts: str, kind: str = "string") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="{kind}"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{cells}</table:table-row>"


def edited(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The workbook with a part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as archive:
        for entry in source.infolist():
            part = source.read(entry)
            archive.writestr(
                entry.filename, part.replace(old, new) if entry.filename == name else part
            )
    return out.getvalue()


SIMPLE = xlsx(rows_of(["id", "nom"], ["a", "Régie"]))


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


SHEET = "xl/worksheets/sheet1.xml"
FAR = edited(SIMPLE, SHEET, b'r="B2"', b'r="XFD1048576"')
WIDE = xlsx(rows_of(["id"] * 201))
LONG = edited(xlsx(rows_of(["id", "nom"], ["a", "LONG"])), SHEET, b"LONG", b"x" * 32_768)


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"x")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    return data.getvalue()


def archive_of(*names: str, content: bytes = b"x") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(FAR, "mémoire", id="a cell at the far end"),
        pytest.param(WIDE, "200e colonne", id="201 columns"),
        pytest.param(LONG, "32 767", id="a long cell"),
        pytest.param(bomb(), "démesuré", id="a zip bomb"),
        pytest.param(archive_of(*map(str, range(5_001))), "démesuré", id="5,001 entries"),
        pytest.param(SIMPLE[:-30], "abîmé", id="cut at the end"),
        pytest.param(edited(SIMPLE, SHEET, b'r="A1"', b'r="1A"'), "abîmé", id="broken XML"),
        pytest.param(archive_of("xl/workbook.xml"), "abîmé", id="no sheet"),
        pytest.param(archive_of("xl/workbook.bin", "[Content_Types].xml"), ".xlsb", id="xlsb"),
        pytest.param(archive_of("xl/vbaProject.bin", "[Content_Types].xml"), ".xlsm", id="xlsm"),
        pytest.param(archive_of("word/document.xml", "[Content_Types].xml"), "texte", id="docx"),
        pytest.param(archive_of("Index/Document.iwa"), "Numbers", id="a Numbers workbook"),
        pytest.param(archive_of("../../acteurs.csv"), "archive", id="a zip of files"),
        pytest.param(
            archive_of("META-INF/manifest.xml", content=b"<encryption-data/>"),
            "mot de passe",
            id="an encrypted ods",
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "mot de passe",
            id="an encrypted xlsx",
        ),
        pytest.param(b"\xd0\xcf\x11\xe0 WordDocument", "pas un classeur", id="a doc"),
        pytest.param(
            b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "abîmé", id="a broken xls"
        ),
        pytest.param(xlsx(rows_of()), "aucune cellule", id="nothing"),
    ],
)
def test_a_workbook_that_cannot_be_read_is_one_sentence(
    written: Callable[..., Path], content: bytes, words: str
) -> None:
    with pytest.raises(InputError) as refusal:
        read_tables(written(content, "liste.xlsx"))

    assert words in refusal.value.message
    assert refusal.value.message.startswith("liste.xlsx")
    assert refusal.value.remedy


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A workbook with some bytes changed, lost or doubled."""
    data = bytearray(draw(st.sampled_from([SIMPLE, ods(ods_row("id", "nom"))])))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data) - 1))
        length = draw(st.integers(0, 8))
        data[at : at + length] = draw(st.binary(max_size=8))
    return bytes(data)


@settings(max_examples=300)
@given(spoilt())
def test_a_spoilt_archive_is_weighed_or_refused(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert workbook_format(data, file="x.xlsx") in {"xlsx", "ods"}


@settings(max_examples=30)
@given(spoilt())
def test_a_spoilt_workbook_ends_as_tables_or_as_a_sentence(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert tables_of(data, file="x.xlsx")


def test_a_part_that_does_not_unpack_is_said(written: Callable[..., Path]) -> None:
    """The content of the part that tells what the archive is, its length kept."""
    name = b"[Content_Types].xml"
    at = SIMPLE.index(name) + len(name)

    with pytest.raises(InputError, match="abîmé"):
        read_tables(written(SIMPLE[:at] + b"\xff" * 40 + SIMPLE[at + 40 :], "x.xlsx"))


def test_the_sheet_and_the_line_of_a_refusal_are_named(written: Callable[..., Path]) -> None:
    with pytest.raises(InputError) as refusal:
        read_tables(written(LONG, "liste.xlsx"))

    assert str(refusal.value).startswith("liste.xlsx, feuille «\xa0Liste 2026\xa0», ligne 2 :")


def test_a_parser_without_end_is_stopped(
    written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text("while True: pass", encoding="utf-8")
    monkeypatch.setattr(reading, "_SCRIPT", endless)
    monkeypatch.setattr(reading, "_SECONDS", 0.5)

    with pytest.raises(InputError, match="trop de temps"):
        read_tables(written(SIMPLE, "x.xlsx"))


def test_a_parser_that_dies_is_one_sentence(
    written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dying = tmp_path / "dying.py"
    dying.write_text(
        'import os, sys; sys.stdout.write(\'{"hidden": []}\\n{"sheet": "a"}\\n[1, ["x\'); '
        "sys.stdout.flush(); os.abort()",
        encoding="utf-8",
    )
    monkeypatch.setattr(reading, "_SCRIPT", dying)

    with pytest.raises(InputError, match="jusqu’au bout"):
        read_tables(written(SIMPLE, "x.xlsx"))


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
