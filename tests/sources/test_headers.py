"""The line of the column names, wherever people put it, and what stands below the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.sources import NO_HEADER, Choices, Severity, read_tables
from actors_graph.sources.headers import HEAD_ROWS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.sources import RawTable


@pytest.fixture
def table(written: Callable[..., Path]) -> Callable[..., RawTable]:
    """Read the only table of a text."""

    def read(content: str, choices: Choices | None = None) -> RawTable:
        (raw,) = read_tables(written(content), choices or Choices())
        return raw

    return read


@pytest.mark.parametrize(
    ("content", "row", "first"),
    [
        ("id;nom;type\na;x;autre\n", 1, "id"),
        ("Mes acteurs 2026\n\nid;nom;type;source\na;x;autre;s\n", 3, "id"),
        ("Mes acteurs 2026;;;\n;;;\nid;nom;type;source\na;x;autre;s\n", 3, "id"),
        ("Structure;Où;Mél.\nRégie;Vichy;a@b.fr\nMairie;Cusset;c@d.fr\n", 1, "Structure"),
        ("Liste;;\n12/05/2026;;\nStructure;Où;Quoi\nRégie;Vichy;x\n", 3, "Structure"),
        ("Structure;2023;2024;2025\nRégie;x;;x\nMairie;;x;\n", 1, "Structure"),
        ("Association\nRégie\nMairie\n", 1, "Association"),
        ("\n" * 25 + "id;nom\na;x\n", 26, "id"),
        ("Titre\n" * (HEAD_ROWS - 1) + "id;nom;type\na;x;autre\n", HEAD_ROWS, "id"),
        (";Régie;Mairie\nRégie;;2\nMairie;2;\n", 1, "Colonne A"),
    ],
)
def test_the_header_is_found(
    table: Callable[..., RawTable], content: str, row: int, first: str
) -> None:
    raw = table(content)

    assert (raw.header_row, raw.header[0]) == (row, first)
    assert raw.lines[0] > row
    assert raw.problems == []


@pytest.mark.parametrize(
    "content",
    [
        "Régie;Vichy;04 65 71 20 01;a@b.fr\nMairie;Cusset;04 65 71 20 02;c@d.fr\n",
        "1,2,3\n4,5,6\n",
        "Régie;03200;12/05/2026\nMairie;03300;\n",
    ],
)
def test_a_table_without_a_header_names_its_columns_by_letters_and_says_so(
    table: Callable[..., RawTable], content: str
) -> None:
    raw = table(content)

    assert raw.header_row == 0
    assert raw.header[:2] == ("Colonne A", "Colonne B")
    assert raw.lines == [1, 2]
    assert [problem.severity for problem in raw.problems] == [Severity.WARNING]


def test_a_header_may_be_denied_or_named(table: Callable[..., RawTable]) -> None:
    content = "Régie;Vichy\nStructure;Lieu\nMairie;Cusset\n"

    assert table(content, Choices(header_row=NO_HEADER)).lines == [1, 2, 3]
    assert table(content, Choices(header_row=2)).header == ("Structure", "Lieu")


def test_a_header_of_two_lines_tells_apart_columns_of_the_same_name(
    table: Callable[..., RawTable],
) -> None:
    raw = table("Structure;;Contact;;\nNom;Ville;Nom;Prénom;\nRégie;Vichy;Petit;Ana;x\n")

    assert raw.header_row == 2
    assert raw.groups == ("Structure", "Structure", "Contact", "Contact", "Contact")
    assert raw.header == ("Structure Nom", "Ville", "Contact Nom", "Prénom", "Contact")


def test_a_name_may_come_twice(table: Callable[..., RawTable]) -> None:
    raw = table("Id;Commune;Commune\n1;Cusset;03095\n")

    assert raw.header == ("Id", "Commune", "Commune")


def test_a_column_of_cells_without_a_name_gets_its_letter(table: Callable[..., RawTable]) -> None:
    raw = table("id;nom;;type;\na;x;y;autre;\n")

    assert raw.header == ("id", "nom", "Colonne C", "type")


@pytest.mark.parametrize(
    "footer",
    [
        "Extraction du 01/03/2017 à 14h00",
        "Extraction du 01/03/2017 à 14h00;;",
        "Total;;1 014,50 €",
        "TOTAL GÉNÉRAL;2;12",
        ";Sous-total;12",
        "Source : services du Département",
        "Total;;12\n;;\nMis à jour le 12/05/2026",
    ],
)
def test_what_stands_below_the_table_is_left_out_and_said(
    table: Callable[..., RawTable], footer: str
) -> None:
    raw = table(f"Bénéficiaire;Année;Montant\nRégie;2025;10\nMairie;2025;2\n{footer}\n")

    assert raw.columns[0] == ["Régie", "Mairie"]
    assert raw.rows_read == 2
    assert {problem.severity for problem in raw.problems} == {Severity.WARNING}
    assert raw.problems[0].line == 4
    assert "laissé de côté" in raw.problems[0].message


@pytest.mark.parametrize("last", ["Total Danse;Vichy;x", "Régie;;", "Page blanche;;"])
def test_a_last_row_that_is_a_structure_stays(table: Callable[..., RawTable], last: str) -> None:
    raw = table(f"Structure;Ville;Thème\nRégie;Vichy;x\n{last}\n")

    assert len(raw.lines) == 2
    assert raw.problems == []


def test_a_header_written_again_on_each_page_is_said_once(table: Callable[..., RawTable]) -> None:
    raw = table("Structure;Ville\nRégie;Vichy\nStructure;Ville\nMairie;Cusset\nStructure;Ville\n")

    assert raw.columns == [["Régie", "Mairie"], ["Vichy", "Cusset"]]
    (problem,) = raw.problems
    assert (problem.line, problem.severity) == (3, Severity.WARNING)
    assert "3 fois" in problem.message


def test_empty_columns_without_a_name_are_no_columns(table: Callable[..., RawTable]) -> None:
    raw = table(";id;;nom;;\n;a;;x;;\n;b;;y;;z\n")

    assert raw.header == ("id", "nom", "Colonne F")
    assert raw.columns == [["a", "b"], ["x", "y"], ["", "z"]]
    assert raw.head == [(2, ["a", "x", ""]), (3, ["b", "y", "z"])]


def test_two_known_words_in_a_row_do_not_make_it_the_header(
    table: Callable[..., RawTable],
) -> None:
    assert table("Feuille;Colonne\nacteurs;nom\n").header == ("Feuille", "Colonne")
