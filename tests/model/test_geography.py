"""The shipped geography: its figures, its laws, and what an independent derivation says."""

from __future__ import annotations

import csv
import gzip
import math
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.model import TABLES
from actors_graph.model.geography import Geography, Territory, geography, territory_id
from actors_graph.model.kinds import TerritoryKind

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.model.geography import Commune

FRANCE = geography()
CODES = FRANCE.codes
codes = st.integers(0, len(CODES) - 1).map(lambda i: CODES[i])


def test_reference_counts_are_those_of_2026() -> None:
    """INSEE, code officiel géographique 2026: 34,875 communes, 333 arrondissements; 1,255 EPCI."""
    kinds = Counter(i.partition(":")[0] for i in FRANCE.territory_ids)

    assert kinds == {"com": 34_875, "arr": 333, "dep": 101, "reg": 18, "epci": 1255}


def test_allier_has_three_arrondissements() -> None:
    """DATA: 317 communes, Montluçon 90, Moulins 67, Vichy 160."""
    sizes = {FRANCE.name(i): len(FRANCE.communes_of(i)) for i in ("arr:031", "arr:032", "arr:033")}

    assert sizes == {"Montluçon": 90, "Moulins": 67, "Vichy": 160}
    assert len(FRANCE.communes_of("dep:03")) == 317


def test_commune_gives_what_it_belongs_to() -> None:
    moulins = FRANCE.commune("03190")

    assert moulins is not None
    assert (moulins.name, moulins.postal_codes) == ("Moulins", ("03000",))
    assert (moulins.epci, moulins.arrondissement) == ("200071140", "032")
    assert (moulins.departement, moulins.region) == ("03", "84")


def test_unknown_ids_give_nothing() -> None:
    for unknown in ("com:03999", "bassin:vichy", "Moulins", "", "com:"):
        assert FRANCE.territory(unknown) is None
        assert FRANCE.name(unknown) == ""
        assert FRANCE.parents(unknown) == ()
        assert FRANCE.communes_of(unknown) == ()
        assert FRANCE.population(unknown) == 0
    assert FRANCE.commune("03999") is None
    assert FRANCE.communes_at("99999") == ()


def test_territory_has_the_fields_of_the_table() -> None:
    names = {field.name for field in TABLES["territories"].fields} - {"version"}

    assert set(Territory.__dataclass_fields__) == names


def test_mayotte_and_islands_keep_a_departement() -> None:
    """Mayotte has no arrondissement; Sein, Ouessant, Bréhat and L'Île-d'Yeu belong to no EPCI."""
    acoua = FRANCE.commune("97601")
    islands = [FRANCE.commune(code) for code in ("22016", "29083", "29155", "85113")]

    assert acoua is not None
    assert (acoua.arrondissement, acoua.departement) == ("", "976")
    assert all(island is not None and island.epci == "" for island in islands)
    assert (
        sum(not any(p.startswith("epci:") for p in FRANCE.parents(f"com:{c}")) for c in CODES) == 4
    )


def test_epci_across_departements_is_below_none() -> None:
    """CC Le Grand Charolais: communes of the Allier and of Saône-et-Loire, two regions."""
    charolais = FRANCE.communes_of("epci:200071884")

    assert {code[:2] for code in charolais} == {"03", "71"}
    assert FRANCE.parents("epci:200071884") == ()
    assert FRANCE.parents("epci:200071363") == ("dep:03",)


@given(codes)
def test_every_commune_has_one_departement_and_one_region(code: str) -> None:
    above = Counter(i.partition(":")[0] for i in FRANCE.ancestors(f"com:{code}"))

    assert (above["dep"], above["reg"]) == (1, 1)
    assert above["arr"] == (0 if code.startswith("976") else 1)
    assert above["epci"] <= 1


@given(codes)
def test_ancestors_hold_the_communes_of_what_they_hold(code: str) -> None:
    for parent in FRANCE.parents(f"com:{code}"):
        inside = set(FRANCE.communes_of(parent))
        assert code in inside
        for above in FRANCE.ancestors(parent):
            assert inside <= set(FRANCE.communes_of(above))


def test_arrondissements_share_out_the_communes() -> None:
    counted = Counter(
        code
        for i in FRANCE.territory_ids
        if i.startswith("arr:") or i == "dep:976"
        for code in FRANCE.communes_of(i)
    )

    assert set(counted) == set(CODES)
    assert set(counted.values()) == {1}


def test_population_of_a_territory_is_that_of_its_communes() -> None:
    for i in ("dep:03", "arr:033", "epci:200071140", "reg:84"):
        total = sum(FRANCE.population(f"com:{code}") for code in FRANCE.communes_of(i))
        assert FRANCE.population(i) == total > 0


def test_old_codes_lead_to_communes_of_today() -> None:
    """Chalinargues was delegated then re-created in 2025; Paris has 20 arrondissements."""
    assert FRANCE.current_code("15035") == "15035"
    assert FRANCE.current_code("75118") == "75056"
    assert FRANCE.current_code("03999") == ""
    assert all(FRANCE.commune(old.commune) is not None for old in FRANCE.old_names)


def test_postal_codes_lead_back_to_their_communes() -> None:
    """DATA: in the Allier 42 of 43 postal codes cover several communes, up to 15."""
    allier = {
        p for c in FRANCE.communes_of("dep:03") for p in _commune(c).postal_codes if p[:2] == "03"
    }
    sizes = [len([c for c in FRANCE.communes_at(p) if c[:2] == "03"]) for p in allier]

    assert "03190" in FRANCE.communes_at("03000")
    assert sum(size > 1 for size in sizes) == 42
    assert len(sizes) == 43


def test_ids_are_made_of_prefix_and_code() -> None:
    assert territory_id(TerritoryKind.BASSIN_VIE, "03190") == "bv:03190"
    assert territory_id(TerritoryKind.ZONE_EMPLOI, "8432") == "ze:8432"


def test_geography_reads_any_table_of_the_same_columns() -> None:
    tiny = Geography(
        [
            ("departement", "99", "Pays", "", "3", "1.5", "2.5", ""),
            ("commune", "99001", "Bourg", "dep:99", "3", "1.5", "2.5", "99100 99110"),
            ("ancien_nom", "99001", "Vieux-Bourg", "com:99001", "", "", "", ""),
        ]
    )

    assert tiny.communes_of("dep:99") == ("99001",)
    assert tiny.communes_at("99110") == ("99001",)
    assert tiny.resolve("vieux bourg", postal_code="99100").code == "99001"


def test_shipped_files_keep_their_limits() -> None:
    folder = files("actors_graph.model").joinpath("reference")
    sizes = {path.name: len(path.read_bytes()) for path in folder.iterdir()}

    assert set(sizes) == {"ATTRIBUTION.md", "communes.csv.xz", "contours-03.json.xz"}
    assert sizes["communes.csv.xz"] <= 900_000
    assert sizes["contours-03.json.xz"] <= 250_000


def test_attribution_names_every_producer() -> None:
    text = files("actors_graph.model").joinpath("reference", "ATTRIBUTION.md").read_text("utf-8")

    for word in ("Licence Ouverte 2.0", "INSEE", "IGN", "La Poste", "DGCL", "2026", "GPL-3"):
        assert word in text


@pytest.mark.shared
def test_reference_agrees_with_an_independent_derivation(shared: Path) -> None:
    """Same packages, other code. The nine other points are communes without a contour of 2026."""
    with gzip.open(
        shared / "data/geo/communes-france-2026-ref.csv.gz", "rt", encoding="utf-8"
    ) as f:
        rows = {row["code_insee"]: row for row in csv.DictReader(f)}
    differences: Counter[str] = Counter()
    for code in CODES:
        commune, other = _commune(code), rows[code]
        differences["name"] += commune.name != other["nom"]
        differences["population"] += str(commune.population) != other["population"]
        differences["epci"] += commune.epci != other["epci"]
        differences["arrondissement"] += commune.arrondissement != other["arrondissement"]
        differences["departement"] += commune.departement != other["departement"]
        differences["postal"] += "|".join(commune.postal_codes) != other["codes_postaux"]
        distance = _kilometres(commune.lat, commune.lon, float(other["lat"]), float(other["lon"]))
        differences["point"] += distance > 0.02
        differences["far"] += distance > 2

    assert set(rows) == set(CODES)
    assert +differences == {"point": 9}


def _commune(code: str) -> Commune:
    commune = FRANCE.commune(code)
    assert commune is not None
    return commune


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    east = (lon - other_lon) * math.cos(math.radians(lat))
    return 111.2 * math.hypot(lat - other_lat, east)
