"""The file of `--mapping`: what a person says of her tables, and each way of writing it wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import InputError
from actors_graph.sources import RawTable
from actors_graph.sources.mapping.toml import read_mapping

if TYPE_CHECKING:
    from pathlib import Path

RIGHT = """
[[table]]
fichier = "liste.xlsx"
feuille = "Bureau"
sorte = "acteurs"
encodage = "cp1252"
separateur = ";"
ligne_entete = 4
[table.colonnes]
"Qui" = "nom"
"Avis" = "description"

[[table]]
[table.colonnes]
"Ville" = "ignorer"
"""


def written(folder: Path, content: str) -> Path:
    path = folder / "places.toml"
    path.write_text(content, encoding="utf-8")
    return path


def table(header: str, row: str, *, file: str, sheet: str = "") -> RawTable:
    columns = [[cell] for cell in row.split(";")]
    return RawTable(file, "", "", 1, tuple(header.split(";")), [2], columns, sheet=sheet)


def test_what_is_said_is_taken_and_the_rest_is_proposed(tmp_path: Path) -> None:
    rules = read_mapping(written(tmp_path, RIGHT))

    raw = table("Qui;Avis;Tél", "Emmaüs;bien;04 70 00 00 00", file="LISTE.xlsx", sheet="bureau")
    mapping = rules.mapping(raw)

    assert mapping.kind == "acteurs"
    assert [choice.target for choice in mapping.columns] == ["nom", "description", "telephone"]
    assert rules.choices("liste.xlsx").header_row == 4
    assert rules.choices("liste.xlsx").encoding == "cp1252"
    other = rules.mapping(table("Structure;Ville", "Emmaüs;Vichy", file="autre.csv"))
    assert [choice.target for choice in other.columns] == ["nom", "ignorer"]
    rules.refuse_unused([raw])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[[table]\n", "n’est pas lisible"),
        ("", "aucun tableau"),
        ('[[tables]]\nsorte = "acteurs"\n', "Vouliez-vous dire « table »"),
        ('[[table]]\nsortes = "acteurs"\n', "Vouliez-vous dire « sorte »"),
        ('[[table]]\nsorte = "acteur"\n', "sorte de fichier"),
        ("[[table]]\nsorte = 3\n", "ne va pas pour « sorte »"),
        ('[[table]]\nligne_entete = "deux"\n', "ne va pas pour « ligne_entete »"),
        ("[[table]]\n[table.colonnes]\nNom = 3\n", "ne va pas pour « colonnes »"),
        ("table = 3\n", "aucun tableau"),
    ],
)
def test_a_wrong_file_is_said_with_a_remedy(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_mapping(written(tmp_path, content))

    assert words in str(refusal.value).replace("\u00a0", " ")
    assert refusal.value.remedy


def test_a_column_or_a_target_that_does_not_exist_is_named(tmp_path: Path) -> None:
    raw = table("Qui;Tél", "Emmaüs;04 70 00 00 00", file="liste.csv")
    unknown = read_mapping(written(tmp_path, '[[table]]\n[table.colonnes]\n"Quoi" = "nom"\n'))
    misspelt = read_mapping(written(tmp_path, '[[table]]\n[table.colonnes]\n"Tél" = "telefone"\n'))

    with pytest.raises(InputError, match="n’est pas dans le tableau") as refusal:
        unknown.mapping(raw)
    assert refusal.value.file == "places.toml"
    with pytest.raises(InputError, match="telephone"):
        misspelt.mapping(raw)


def test_a_rule_about_no_table_is_refused(tmp_path: Path) -> None:
    rules = read_mapping(written(tmp_path, '[[table]]\nfichier = "lisste.csv"\n'))

    with pytest.raises(InputError, match=r"lisste\.csv"):
        rules.refuse_unused([table("Qui", "Emmaüs", file="liste.csv")])
