from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from rna_files import ROWS, write_rna

from actors_graph.errors import InputError
from actors_graph.sources.registers import is_register, read_register

if TYPE_CHECKING:
    from pathlib import Path


def test_kept_are_the_living_associations_of_one_departement(tmp_path: Path) -> None:
    path = write_rna(tmp_path / "rna.csv", ROWS)

    reading = read_register(path, departement="03")

    actors = reading.extracts["actors"].cells
    assert is_register(path)
    assert actors["id"] == ["rna:W033001001", "rna:W033001005"]
    assert set(actors["status"]) == {"a_decouvrir"}
    assert actors["subtype"] == ["vie sociale et quartiers"] * 2
    assert actors["acronym"] == ["", "MVL"]
    assert sum(reading.left_out.values()) == 4


def test_no_home_no_director_no_unpublished_site_is_read(tmp_path: Path) -> None:
    reading = read_register(write_rna(tmp_path / "rna.csv", ROWS), departement="03")

    said = repr(reading.extracts)
    assert reading.extracts["actors"].cells["website"] == ["https://mains-vertes.example", ""]
    for private in ("Domicile", "Déclarante", "MF"):
        assert private not in said


def test_archive_gives_the_file_of_the_departement(tmp_path: Path) -> None:
    path = tmp_path / "rna_waldec.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for code in ("03", "75"):
            inner = write_rna(tmp_path / "inner.csv", ROWS[:1], encoding="utf-8")
            archive.write(inner, f"rna_waldec_20260901_dpt_{code}.csv")

    assert is_register(path)
    assert read_register(path, departement="03").lines == [2]
    with pytest.raises(InputError, match="--departement"):
        read_register(path)
    with pytest.raises(InputError, match=r"pas de fichier pour le département «.23.»"):
        read_register(path, departement="23")


@pytest.mark.shared
def test_real_lines_of_both_files(shared: Path) -> None:
    """Counted by hand in the files: 4 lines of which 2 dissolved, 2 lines taken over."""
    waldec = read_register(shared / "data/rna/rna_waldec_4_lignes-utf8.csv")
    imported = read_register(shared / "data/rna/rna_import_2_lignes-latin1.csv")

    assert waldec.extracts["actors"].cells["rna"] == ["W9T1002867", "W9T1000001"]
    assert sum(waldec.left_out.values()) == 2
    assert not imported.lines
    assert sum(imported.left_out.values()) == 2
