from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rne_files import (
    COMMUNITY,
    DEPARTMENTAL,
    MAYORS,
    MUNICIPAL,
    TORCIEUX,
    write_register,
)

from actors_graph.sources.registers import is_register, read_register

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "elus-maires-mai.csv": (MAYORS, 1, 2),
    "elus-conseillers-municipaux-cm.csv": (MUNICIPAL, 4, 5),
    "elus-conseillers-communautaires-epci.csv": (COMMUNITY, 1, 2),
    "elus-conseillers-departementaux-cd.csv": (DEPARTMENTAL, 1, 2),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("encoding", "separator"), [("utf-8-sig", ";"), ("latin-1", ",")])
def test_each_file_gives_the_mandates_of_one_departement(
    tmp_path: Path, name: str, encoding: str, separator: str
) -> None:
    rows, mandates, actors = FILES[name]
    path = write_register(tmp_path / "export.csv", rows, encoding=encoding, separator=separator)

    reading = read_register(path, departement="03")

    assert is_register(path)
    assert reading.table == "mandates"
    assert len(reading.extracts["mandates"].lines) == mandates
    assert len(reading.extracts["actors"].lines) == actors


def test_one_person_has_one_key_in_several_files(tmp_path: Path) -> None:
    keys = set()
    for name, (rows, _, _) in FILES.items():
        reading = read_register(write_register(tmp_path / name, rows), departement="03")
        actors = reading.extracts["actors"]
        births = actors.cells["birth_date"]
        keys |= {
            handle
            for handle, birth in zip(actors.handles, births, strict=True)
            if birth == TORCIEUX[3]
        }

    assert len(keys) == 1


def test_two_functions_are_two_mandates_and_homonyms_two_people(tmp_path: Path) -> None:
    reading = read_register(write_register(tmp_path / "cm.csv", MUNICIPAL))

    mandates = reading.extracts["mandates"].cells
    assert mandates["function"] == [
        "1er adjoint au Maire",
        "Conseiller municipal",
        "Maire",
        "Maire délégué",
    ]
    assert len(set(mandates["elu"])) == 3


def test_nothing_else_is_read_of_a_person(tmp_path: Path) -> None:
    reading = read_register(write_register(tmp_path / "cm.csv", MUNICIPAL))

    said = repr(reading)
    assert "Employés de commerce" not in said
    assert set(reading.extracts["actors"].cells) <= {
        "id",
        "name",
        "kind",
        "subtype",
        "commune",
        "commune_code",
        "acts_in",
        "birth_date",
        "source",
    }


def test_rows_of_another_departement_are_counted(tmp_path: Path) -> None:
    reading = read_register(write_register(tmp_path / "maires.csv", MAYORS), departement="03")

    assert [problem.message for problem in reading.problems] == [
        "1\u00a0ligne d’autres départements laissées de côté."
    ]
