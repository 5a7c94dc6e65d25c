from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import InputError
from actors_graph.sources.registers import is_register, read_register

if TYPE_CHECKING:
    from pathlib import Path

# Column names of the two files: notice of the RNA (DATA §2).
WALDEC = [
    "id",
    "id_ex",
    "siret",
    "rup_mi",
    "gestion",
    "date_creat",
    "date_decla",
    "date_publi",
    "date_disso",
    "nature",
    "groupement",
    "titre",
    "titre_court",
    "objet",
    "objet_social1",
    "objet_social2",
    "adrs_complement",
    "adrs_numvoie",
    "adrs_repetition",
    "adrs_typevoie",
    "adrs_libvoie",
    "adrs_distrib",
    "adrs_codeinsee",
    "adrs_codepostal",
    "adrs_libcommune",
    "adrg_declarant",
    "adrg_complemid",
    "adrg_complemgeo",
    "adrg_libvoie",
    "adrg_distrib",
    "adrg_codepostal",
    "adrg_achemine",
    "adrg_pays",
    "dir_civilite",
    "siteweb",
    "publiweb",
    "observation",
    "position",
    "maj_time",
]


def association(number: str, **cells: str) -> dict[str, str]:
    """A fictional association of Vichy."""
    return {
        "id": number,
        "gestion": "033P",
        "date_creat": "2012-04-02",
        "date_disso": "0001-01-01",
        "titre": "LES MAINS VERTES DU LAC",
        "objet": "jardiner ensemble",
        "objet_social1": "009025",
        "adrs_numvoie": "12",
        "adrs_libvoie": "Rue du Domicile",
        "adrs_codeinsee": "03310",
        "adrs_codepostal": "03200",
        "adrs_libcommune": "Vichy",
        "adrg_declarant": "Personne Déclarante",
        "dir_civilite": "MF",
        "siteweb": "https://mains-vertes.example",
        "publiweb": "1",
        "position": "A",
        **cells,
    }


def write_rna(path: Path, rows: list[dict[str, str]], *, encoding: str = "latin-1") -> Path:
    lines = [";".join(WALDEC)]
    lines += [";".join(row.get(name, "") for name in WALDEC) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


ROWS = [
    association("W033001001"),
    association("W033001002", date_disso="2020-09-30", position="D"),
    association("W033001003", position="S"),
    association("033P00000004", position="R", observation="W033001001"),
    association("W033001005", publiweb="0", titre_court="MVL"),
    association("W751001006", adrs_codeinsee="75114", adrs_codepostal="75014"),
]


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
