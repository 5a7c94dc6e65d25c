"""The files of the demonstration: reproducible, small, in the import schema."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from demo import stories
from demo.files import files

from actors_graph.model import TABLES
from actors_graph.model.ids import row_id
from actors_graph.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.model.fields import Field, Table

Row: TypeAlias = dict[str, str]
Tables: TypeAlias = dict[str, list[Row]]

DECLARED = {Path(t.file).stem: t for t in TABLES.values() if t.file}


def cells(tables: Tables, table: Table, field: Field) -> set[str]:
    """Values of a column, lists taken apart."""
    found = {row[field.column] for row in tables[Path(table.file).stem]}
    return {item for value in found for item in value.split("|")} - {""}


def columns(table: Table) -> list[Field]:
    return [field for field in table.fields if field.column]


def test_the_script_gives_the_committed_files_byte_for_byte(folder: Path) -> None:
    built = files()
    shipped = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert built.keys() == shipped.keys()
    assert not [name for name in built if built[name] != shipped[name]]


def test_the_files_are_small(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 400_000


def test_the_date_and_the_notice_are_said(folder: Path) -> None:
    settings = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))
    assert settings == {
        "as_of": date(2026, 9, 1),
        "title": "Territoire fictif",
        "notice": "données fictives",
    }


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_headers_are_the_french_columns(name: str, folder: Path) -> None:
    first = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert first.split(",") == [field.column for field in columns(DECLARED[name])]


def test_every_reference_resolves(tables: Tables) -> None:
    ids = {t.name: {row.get("id", "") for row in tables[name]} for name, t in DECLARED.items()}
    for table in DECLARED.values():
        for field in columns(table):
            if not field.refers_to:
                continue
            known = set().union(*(ids[target] for target in field.refers_to))
            values = cells(tables, table, field)
            if field.name == "commune_code":
                values = {f"com:{code}" for code in values}
            assert values <= known, (table.name, field.name, values - known)


def test_places_of_floors_are_kinds_or_territories(tables: Tables) -> None:
    known = {row["id"] for row in tables["territoires"]} | {"arrondissement", "epci"}
    assert {row["lieu"] for row in tables["planchers"]} <= known


def test_every_closed_value_is_one_of_the_model(tables: Tables) -> None:
    for table in DECLARED.values():
        for field in columns(table):
            if field.values is not None:
                values = cells(tables, table, field)
                assert values <= {member.value for member in field.values}, (table.name, field.name)


def test_what_is_required_is_there(tables: Tables) -> None:
    for name, table in DECLARED.items():
        for field in columns(table):
            if field.required and field.name != "id":
                assert all(row[field.column] for row in tables[name]), (name, field.column)


def test_every_value_is_used_somewhere(tables: Tables) -> None:
    """Columns that the demonstration leaves empty everywhere are known ones."""
    empty = {
        f"{name}.{field.column}"
        for name, table in DECLARED.items()
        for field in columns(table)
        if not any(row[field.column] for row in tables[name])
    }
    computed = {f"{name}.id" for name, table in DECLARED.items() if table.is_tie}
    assert empty == computed | {
        "acteurs.lat",
        "acteurs.lon",
        "adhesions.fin",
        "adhesions.reference",
        "collaborations.reference",
        "comites.fin",
        "mandats.rang",
        "territoires.communes",
        "themes.parent",
    }


def english(table: Table, row: Mapping[str, str]) -> dict[str, str | None]:
    return {field.name: row[field.column] or None for field in columns(table)}


def test_ids_are_unique(tables: Tables) -> None:
    for name, table in DECLARED.items():
        ids = Counter(row.get("id") or row_id(table, english(table, row)) for row in tables[name])
        assert [key for key, count in ids.items() if count > 1 or not key] == []


def test_texts_are_clean(tables: Tables) -> None:
    for rows in tables.values():
        for row in rows:
            assert all(value == clean(value) for value in row.values())


def test_ids_of_elus_are_those_of_elus(actors: dict[str, Row]) -> None:
    for actor, row in actors.items():
        assert (row["type"] == "elu") == actor.startswith("elu:")
        if row["type"] == "elu":
            assert len(actor) == len("elu:") + 16
            kept = [
                "id",
                "nom",
                "type",
                "sous_type",
                "commune",
                "code_insee",
                "statut",
                "suivi_par",
            ]
            kept += ["source", "reference", "verifie_le"]
            assert not [column for column, value in row.items() if value and column not in kept]


def test_registration_numbers_are_valid_and_invented(actors: dict[str, Row]) -> None:
    def luhn(digits: str) -> int:
        doubled = [int(d) * (1 + rank % 2) for rank, d in enumerate(reversed(digits))]
        return sum(value - 9 * (value > 9) for value in doubled) % 10

    numbers = [row["siret"] for row in actors.values() if row["siret"]]
    assert len(numbers) == len(set(numbers)) > 80
    for number in numbers:
        assert number.startswith("0100")
        assert luhn(number) == luhn(number[:9]) == 0


def test_addresses_lead_nowhere(tables: Tables) -> None:
    """Domains kept for examples (RFC 2606) and numbers kept for fiction by the numbering plan."""
    people = [*tables["acteurs"], *tables["contacts"]]
    assert all(row["courriel"].endswith(".example") for row in people if row["courriel"])
    phones = {row["telephone"][:8] for row in people if row["telephone"]}
    assert phones == {"04 65 71", "06 39 98"}


def test_no_contact_bears_the_name_of_an_elu(tables: Tables, actors: dict[str, Row]) -> None:
    elus = {row["nom"] for row in actors.values() if row["type"] == "elu"}
    contacts = {f"{row['prenom']} {row['nom']}" for row in tables["contacts"]}
    assert len(contacts) == stories.CONTACTS
    assert not elus & contacts
