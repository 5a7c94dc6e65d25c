"""Workbooks that cannot be read, bombs, spoilt bytes, a parser that dies: one sentence each."""

from __future__ import annotations

import contextlib
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbook_files import SIMPLE, edited, ods, ods_row, rows_of, xlsx

from actors_graph.errors import InputError
from actors_graph.sources import read_tables
from actors_graph.sources import workbooks as reading
from actors_graph.sources.archives import workbook_format
from actors_graph.sources.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
