"""What a table is and where its columns go: proposed, corrected, kept."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import InputError
from actors_graph.sources import RawTable
from actors_graph.sources.mapping.proposal import Mapping, corrected, fingerprint, proposed
from actors_graph.sources.shapes.extracting import extracts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def table(header: str, *rows: str, file: str = "acteurs.csv") -> RawTable:
    """A table whose cells are parted by semicolons."""
    cells = [row.split(";") for row in rows]
    columns = [[row[place] for row in cells] for place in range(len(header.split(";")))]
    lines = list(range(2, len(rows) + 2))
    return RawTable(file, "utf-8", ";", 1, tuple(header.split(";")), lines, columns)


def targets(mapping: Mapping) -> Sequence[str]:
    return [choice.target for choice in mapping.columns]


def test_the_columns_of_the_model_go_where_they_say() -> None:
    raw = table("id;Nom;type;commune_code;source;themes;theme;Poids", "a;x;autre;03190;s;t;u;12")

    mapping = proposed(raw)

    assert mapping.kind == "acteurs"
    assert targets(mapping) == [
        "id", "nom", "type", "code_insee", "source", "themes", "themes", "ignorer",
    ]  # fmt: skip
    content = extracts([(raw, mapping)])[0]
    assert content.extracts[0].table == "actors"
    assert content.extracts[0].lines == [2]
    assert content.extracts[0].cells["themes"] == ["t|u"]
    assert content.extracts[0].labels["commune_code"] == "commune_code"
    assert [problem.column for problem in content.problems] == ["Poids"]


def test_a_person_corrects_a_column_by_its_name() -> None:
    raw = table("id;nom;type;source;Poids;poids", "a;x;autre;s;12;13")

    mapping = corrected(proposed(raw), {"Poids": "sous_type", "Poids (2)": "description"})

    assert targets(mapping)[4:] == ["sous_type", "description"]
    assert mapping.columns[4].confidence == 1
    assert mapping.fingerprint == proposed(raw).fingerprint


@pytest.mark.parametrize(
    ("column", "target", "words"),
    [("Pods", "nom", "n’est pas dans le tableau"), ("Poids", "telefone", "telephone")],
)
def test_a_wrong_correction_is_said(column: str, target: str, words: str) -> None:
    raw = table("id;nom;type;source;Poids", "a;x;autre;s;12")

    with pytest.raises(InputError) as refusal:
        corrected(proposed(raw), {column: target}, file="places.toml")

    assert words in str(refusal.value)
    assert refusal.value.column == column
    assert str(refusal.value).startswith("places.toml")


def test_a_mapping_survives_json_and_is_taken_again_for_the_same_columns() -> None:
    raw = table("id;nom;type;source;Poids", "a;x;autre;s;12")
    mapping = corrected(proposed(raw), {"Poids": "sous_type"})

    kept = Mapping.from_dict(json.loads(json.dumps(mapping.to_dict())))

    assert kept == mapping
    assert proposed(raw, remembered=kept) == mapping
    other = table("id;nom;type;source", "a;x;autre;s")
    assert targets(proposed(other, remembered=kept)) == ["id", "nom", "type", "source"]


def test_the_fingerprint_reads_names_as_people_do() -> None:
    assert fingerprint(["Code INSEE", "Nom"]) == fingerprint(["code_insee", "NOM "])
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"])


@pytest.mark.parametrize(
    ("header", "cells", "target"),
    [
        ("Raison sociale", "Emmaüs", "nom"),
        ("Dénomination", "Emmaüs", "nom"),
        ("CP", "03300", "code_postal"),
        ("Tél.", "04 70 00 00 00", "telephone"),
        ("Mail", "a@b.example", "courriel"),
        ("N° SIRET", "732 829 320 00074", "siret"),
        ("Numéro", "732 829 320 00074", "siret"),
        ("Réf", "A12", "reference"),
        ("Id", "101", "reference"),
        ("Domaine", "jeunesse", "themes"),
        ("Thématique(s)", "jeunesse", "themes"),
        ("Secteur d'intervention", "Vichy", "agit_sur"),
        ("Quartier", "Les Garets", "description"),
        ("Président", "Claire Dupont", "contact"),
        ("Nom du contact", "Dupont", "contact.nom"),
        ("Prénom", "Claire", "contact.prenom"),
        ("Portable", "06 12 34 56 78", "contact.telephone"),
        ("Partenaires réguliers", "CCAS, MJC", "partenaires"),
        ("Télephonne", "04 70 00 00 00", "telephone"),
        ("Commune", "03095", "code_insee"),
        ("Code INSEE", "03000", "code_postal"),
        ("???", "a@b.example", "courriel"),
        ("Avis", "très bien", "remarques"),
        ("Sexe", "F", "ignorer"),
        ("Newsletter", "oui", "ignorer"),
    ],
)
def test_a_column_is_known_by_its_header_and_its_cells(
    header: str, cells: str, target: str
) -> None:
    others = ("Ville", "Vichy") if target == "nom" else ("Nom de la structure;Ville", "MJC;Vichy")

    choice = proposed(table(f"{others[0]};{header}", f"{others[1]};{cells}")).columns[-1]

    assert choice.target == target
    assert 0 < choice.confidence <= 1
    assert choice.why


def test_two_columns_of_one_name_are_told_apart_by_their_cells() -> None:
    raw = table("Nom;Commune;Commune;Type", "MJC;Vichy;03310;club", "CCAS;Cusset;3095;autre")

    assert targets(proposed(raw)) == ["nom", "commune", "code_insee", "type"]


def test_minutes_are_no_table() -> None:
    raw = table("Comité local", "Réunion du 6 janvier", "Personnes présentes : Mme Untel")

    assert proposed(raw).kind == "compte-rendu"


@pytest.mark.shared
def test_the_headers_of_grants_are_those_of_their_source(shared: Path) -> None:
    source = shared / "data" / "subventions" / "synonymes-entetes-subventions.csv"
    copy = files("actors_graph.sources.mapping").joinpath("synonyms_grants.csv")

    assert copy.read_bytes() == source.read_bytes()
    assert len(copy.read_text("utf-8").splitlines()) == 142
