"""Reading one CSV file: separators, lines, and each way in which a file cannot be read."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.errors import InputError
from actors_graph.sources import read_canonical, recognised
from actors_graph.sources.canonical import MAX_CELL, MAX_COLUMNS
from actors_graph.sources.encoding import decoded

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "id,nom,type,source"


def written(folder: Path, content: str | bytes, name: str = "acteurs.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "separator", "encoding"),
    [
        ("id,nom\na,Régie\n", ",", "utf-8"),
        ("id;nom\na;Régie, atelier\n", ";", "utf-8"),
        ("\ufeffid;nom\r\na;Régie\r\n", ";", "utf-8-sig"),
        ("sep=;\nid;nom\na;Régie\n", ";", "utf-8"),
        ('"id;x",nom\na,Régie\n', ",", "utf-8"),
    ],
)
def test_separator_and_encoding_are_said(
    tmp_path: Path, content: str, separator: str, encoding: str
) -> None:
    raw = read_canonical(written(tmp_path, content))

    assert (raw.separator, raw.encoding) == (separator, encoding)
    assert raw.columns[1][0].startswith("Régie")


def test_lines_are_the_physical_ones(tmp_path: Path) -> None:
    content = 'id,nom\n\na,"deux\nlignes"\nb,Régie\n,\nc,"x"\n'

    raw = read_canonical(written(tmp_path, content))

    assert raw.lines == [3, 5, 7]
    assert raw.columns[0] == ["a", "b", "c"]


def test_a_row_of_another_width_is_refused_by_its_line(tmp_path: Path) -> None:
    raw = read_canonical(written(tmp_path, f"{HEADER}\na,x,association,s\nb,x\nc,x,autre,s,,\n"))

    assert raw.rows_read == 3
    assert [(problem.line, problem.severity) for problem in raw.problems] == [(3, "refused")]
    assert "2 cellules" in raw.problems[0].message
    assert raw.lines == [2, 4]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b"\xef\xbb\xbf \n", "vide"),
        ("id,nom\na,Régie\n".encode("cp1252"), "pas encodé en UTF-8"),
        ("id,nom\na,Régie\n".encode("utf-16"), "UTF-16"),
        ("id,nom\na,Régie\n".encode("utf-16-le"), "octets nuls"),
        (b",,\n,,\n", "aucune cellule"),
        (b"sep=;\n", "aucune cellule"),
        (b"PK\x03\x04rest", "classeur"),
        (b"\xd0\xcf\x11\xe0rest", "ancien classeur"),
        (b"%PDF-1.7", "PDF"),
        (b"id\tnom\na\tb\n", "tabulations"),
        (b'id,nom\na,"b\nc,d\n', "jamais refermé"),
        (b'id,nom\na,"b"x\n', "guillemet est mal placé"),
        (b"id,nom\na," + b"x" * (MAX_CELL + 1), "32"),
        (b"id,nom\na," + b"x" * 200_000, "32"),
        (b",".join([b"c"] * (MAX_COLUMNS + 1)), "colonnes"),
    ],
)
def test_an_unreadable_file_says_what_to_do(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_canonical(written(tmp_path, content))

    assert words in refusal.value.message
    assert refusal.value.message.startswith("acteurs.csv")
    assert refusal.value.remedy


def test_the_line_of_a_wrong_byte_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        read_canonical(written(tmp_path, "id,nom\na,x\nb,é\n".encode("latin-1")))

    assert refusal.value.line == 3


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="n’existe pas"):
        read_canonical(tmp_path / "rien.csv")
    with pytest.raises(InputError, match="dossier"):
        read_canonical(tmp_path)


@given(st.binary(max_size=300))
def test_any_bytes_end_as_text_or_as_a_sentence(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert decoded(data, file="x.csv").content.strip()


@pytest.mark.parametrize(
    ("name", "header", "expected"),
    [
        ("acteurs.csv", "id,nom,type,source", "actors"),
        ("2026-03-allier-acteurs.csv", "id,nom,type,source", "actors"),
        ("export.csv", "Acteur A;acteur_b;source", "collaborations"),
        ("liens.csv", "source_id,cible_id,type,intensite,formelle,source", "collaborations"),
        ("x.csv", "elu_id,organe_id,fonction,ordre,date_debut,source", "mandates"),
        ("x.csv", "id,libelle,synonymes", "themes"),
        ("contacts.csv", "id,structure,nom", "contacts"),
        ("x.csv", "id,quoi,etat", "followups"),
        ("x.csv", "exercice,dispositif,vote", "budgets"),
        ("x.csv", "acteur,seance,etat", "attendances"),
    ],
)
def test_a_file_is_recognised_by_its_name_then_its_columns(
    tmp_path: Path, name: str, header: str, expected: str
) -> None:
    raw = read_canonical(written(tmp_path, f"{header}\n", name))

    assert recognised(raw).name == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Mes acteurs 2026;;;\n;;;\nid;nom;type;source\na;x;autre;s\n", "ligne 3"),
        ("Mes acteurs 2026\nid;nom;type;source\na;x;autre;s\n", "ligne 2"),
        ("un,deux\n1,2\n", "d’aucun fichier connu"),
    ],
)
def test_titles_and_unknown_columns_are_said(tmp_path: Path, content: str, words: str) -> None:
    raw = read_canonical(written(tmp_path, content, "x.csv"))

    with pytest.raises(InputError) as refusal:
        recognised(raw)

    assert words in str(refusal.value)
    assert refusal.value.remedy


def test_a_field_fed_twice_is_a_clash_unless_it_is_a_list() -> None:
    from actors_graph.model import TABLES
    from actors_graph.sources import placement

    header = ["id", "Parent_ID", "autres_parents", "nom", "NOM", "couleur", ""]
    places = placement(TABLES["territories"], header)

    assert places.fields == {"id": (0,), "parents": (1, 2), "name": (3,)}
    assert places.clashes == ((3, 4),)
    assert places.unplaced == (5,)
