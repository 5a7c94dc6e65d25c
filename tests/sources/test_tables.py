"""Reading text files: separators, lines, and each way in which a file cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import InputError
from actors_graph.sources import Choices, Severity, read_tables
from actors_graph.sources.raw import MAX_CELL, MAX_COLUMNS, MAX_ROWS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.sources import RawTable

HEADER = "id,nom,type,source"


def only_table(path: Path, choices: Choices = Choices()) -> RawTable:  # noqa: B008 - frozen
    (raw,) = read_tables(path, choices)
    return raw


@pytest.mark.parametrize(
    ("content", "separator", "encoding"),
    [
        ("id,nom\na,Régie\n", ",", "utf-8"),
        ("id;nom\na;Régie, atelier\n", ";", "utf-8"),
        ("\ufeffid;nom\r\na;Régie\r\n", ";", "utf-8-sig"),
        ("sep=;\nid;nom\na;Régie\n", ";", "utf-8"),
        ("sep=|\r\nid|nom\r\na|Régie; x; y\r\n", "|", "utf-8"),
        ('"id;x",nom\na,Régie\n', ",", "utf-8"),
        ("id\tnom\na\tRégie, atelier\n", "\t", "utf-8"),
        ("id|nom\na|Régie\n", "|", "utf-8"),
        ("id,partenaires\na,Régie;Mairie;CCAS\nb,Régie;École;Club\n", ",", "utf-8"),
        (
            "Associations, clubs, écoles, mise à jour\nStructure;Lieu\nx;Régie\ny;Régie\n",
            ";",
            "utf-8",
        ),
        ("id;nom\na;Régie\n".encode("cp1252"), ";", "cp1252"),
        ("id;nom\na;Régie d’Œuvre\n".encode("cp1252"), ";", "cp1252"),
        ("id;nom\na;Régie à côté\x81\n".encode("latin-1"), ";", "latin-1"),
        ("id;nom\na;Régie\n".encode("utf-16"), ";", "utf-16"),
        ("\ufeffid;nom\na;Régie\n".encode("utf-16-be"), ";", "utf-16"),
        ("nom\nRégie\n", "", "utf-8"),
        ('"id;nom"\n"a;""Régie; parc"""\n', ";", "utf-8"),
    ],
)
def test_separator_and_encoding_are_found_and_kept(
    written: Callable[..., Path], content: str | bytes, separator: str, encoding: str
) -> None:
    raw = only_table(written(content))

    assert (raw.separator, raw.encoding, raw.format) == (separator, encoding, "csv")
    assert raw.columns[-1][0].startswith("Régie")
    assert raw.problems == []


def test_lines_are_the_physical_ones(written: Callable[..., Path]) -> None:
    raw = only_table(written('id,nom\n\na,"deux\nlignes"\nb,Régie\n,\nc,"x"\n'))

    assert raw.lines == [3, 5, 7]
    assert raw.columns[0] == ["a", "b", "c"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_line_is_read(written: Callable[..., Path], end: str) -> None:
    raw = only_table(written(f"id,nom{end}a,x{end}b,y{end}"))

    assert (raw.lines, raw.columns) == ([2, 3], [["a", "b"], ["x", "y"]])


def test_a_row_of_another_width_is_refused_by_its_line(written: Callable[..., Path]) -> None:
    raw = only_table(written(f"{HEADER}\na,x,association,s\nb,x\nc,x,autre,s,,\n"))

    assert raw.rows_read == 3
    assert [(problem.line, problem.severity) for problem in raw.problems] == [(3, "refused")]
    assert "2 cellules" in raw.problems[0].message
    assert (raw.lines, raw.skipped) == ([2, 4], [3])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b"\xef\xbb\xbf \n", "vide"),
        ("id,nom\na,Régie\n".encode("utf-16-le"), "caractères nuls"),
        ("id,nom\na,Régie\n".encode("utf-16") + b"x", "abîmé"),
        ("id,nom\na,Régie d'été à côté\n".encode("mac-roman"), "Mac"),
        ("id,nom\na,Régie d'été à côté\n".encode("cp850"), "ancien"),
        ("id,nom\na,Régie\nb,Évreux, élan\n".encode() + b"c,\xe9t\xe9\n", "deux façons"),
        (b",,\n,,\n", "aucune cellule"),
        (b"sep=;\n", "aucune cellule"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08\x00", "archive"),
        (b"<html><body><table><tr><td>id</td></tr></table>", "page web"),
        (b'[\n{"id": 1}]', "JSON"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "XML"),
        (b'id,nom\na,"b\nc,d\n', "jamais refermé"),
        (b'id,nom\na,"b"x\n', "guillemet est mal placé"),
        (b"id,nom\na," + b"x" * (MAX_CELL + 1), "32"),
        (b"id,nom\na," + b"x" * 200_000, "32"),
        (b",".join([b"c"] * (MAX_COLUMNS + 1)), "colonnes"),
        (b"id\n" + b"a\n" * (MAX_ROWS + 1), "200 000 lignes"),
    ],
)
def test_an_unreadable_file_says_what_to_do(
    written: Callable[..., Path], content: bytes, words: str
) -> None:
    with pytest.raises(InputError) as refusal:
        read_tables(written(content))

    assert words in refusal.value.message
    assert refusal.value.message.startswith("acteurs.csv")
    assert refusal.value.remedy


def test_blank_lines_may_be_many(written: Callable[..., Path]) -> None:
    raw = only_table(written("\n" * 70_000 + "id,nom\na,x\n"))

    assert (raw.header_row, raw.lines) == (70_001, [70_002])


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="n’existe pas"):
        read_tables(tmp_path / "rien.csv")
    with pytest.raises(InputError, match="dossier"):
        read_tables(tmp_path)


def test_what_is_chosen_is_obeyed(written: Callable[..., Path]) -> None:
    path = written("titre;à lire\n\nid;nom,lieu\na;Régie,x\n".encode("mac-roman"))

    raw = only_table(path, Choices(encoding="mac-roman", separator=",", header_row=3))

    assert (raw.encoding, raw.separator, raw.header_row) == ("mac-roman", ",", 3)
    assert raw.header == ("id;nom", "lieu")
    assert raw.columns == [["a;Régie"], ["x"]]


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (Choices(encoding="klingon"), "klingon"),
        (Choices(encoding="utf-8"), "ligne 2"),
        (Choices(separator="#"), "#"),
        (Choices(header_row=9), "ligne 9"),
    ],
)
def test_a_choice_that_does_not_fit_is_refused(
    written: Callable[..., Path], choices: Choices, words: str
) -> None:
    with pytest.raises(InputError) as refusal:
        read_tables(written("id;nom\na;Régie\n".encode("cp1252")), choices)

    assert words in str(refusal.value)
    assert refusal.value.remedy


@pytest.mark.parametrize("spoilt", ["RÃ©gie", "lâ€™Ã‰cole", "R\ufffdgie"])
def test_accents_lost_before_are_said_and_left_alone(
    written: Callable[..., Path], spoilt: str
) -> None:
    raw = only_table(written(f"id,nom\na,x\nb,{spoilt}\nc,{spoilt}\n"))

    assert raw.columns[1] == ["x", spoilt, spoilt]
    (problem,) = raw.problems
    assert (problem.line, problem.severity) == (3, Severity.WARNING)
    assert "2\u00a0lignes" in problem.message
