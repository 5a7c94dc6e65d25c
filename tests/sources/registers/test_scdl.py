from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from actors_graph.sources.registers import is_register, read_register

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "nomAttribuant,idAttribuant,dateConvention,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,"
ROWS = """objet,montant
Ville fictive,21000000000018,2025-03-04,Les Sillons,384 138 996 00028,,Jardins,"1 014,50"
Ville fictive,21000000000018,2025-03-04,Les Sillons,38413899600028.0,,Repas,200
Ville fictive,21000000000018,2025-03-04,Chœur du Lac,,W033001001,Concert,300
Ville fictive,21000000000018,2025-03-04,Sans numéro,,,Fête,400
"""


def test_one_actor_for_one_number_however_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "subventions.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")

    reading = read_register(path)

    assert reading.extracts["actors"].cells["id"] == [
        "siret:21000000000018",
        "siret:38413899600028",
        "rna:W033001001",
        "loc:sans-numero",
    ]
    assert reading.extracts["fundings"].cells["amount"] == ["1 014,50", "200", "300", "400"]
    assert set(reading.extracts["fundings"].cells["year"]) == {"2025"}


def test_column_of_no_field_is_said(tmp_path: Path) -> None:
    path = tmp_path / "subventions.csv"
    path.write_text(HEADER + "objet,montant,chantier\n", encoding="utf-8")

    assert [problem.column for problem in read_register(path).problems] == ["chantier"]


@pytest.mark.shared
@pytest.mark.parametrize(
    "name",
    [
        "data/subventions/scdl-exemple_valide.csv",
        "corpora/scdl/exemples/exemple_valide.csv",
        "corpora/scdl/exemples/exemple_invalide_erreurs_cellules.csv",
        "corpora/scdl/exemple-duplicate-column.csv",
    ],
)
def test_real_files_give_one_grant_a_row(shared: Path, name: str) -> None:
    path = shared / name
    with path.open(encoding="utf-8", errors="replace", newline="") as stream:
        rows = sum(1 for cells in csv.reader(stream) if any(cells)) - 1

    reading = read_register(path)

    assert is_register(path)
    assert len(reading.extracts["fundings"].lines) == rows
