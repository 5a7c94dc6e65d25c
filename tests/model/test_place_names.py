"""Finding a commune by what was written, and a territory by a few letters."""

from __future__ import annotations

import json
import math
import statistics
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.model.geography import geography
from actors_graph.model.place_names import Found, place_key, without_article

if TYPE_CHECKING:
    from pathlib import Path

FRANCE = geography()
CODES = FRANCE.codes
codes = st.integers(0, len(CODES) - 1).map(lambda i: CODES[i])


@pytest.mark.parametrize(
    ("name", "postal_code", "code", "found"),
    [
        ("Moulins", "03000", "03190", Found.POSTAL_CODE),
        ("MOULINS CEDEX 9", "03006", "03190", Found.DEPARTEMENT),
        ("St-Pourçain s/ Sioule", "03500", "03254", Found.POSTAL_CODE),
        ("DONJON (LE)", "03130", "03103", Found.POSTAL_CODE),
        ("donjon", "03130", "03103", Found.POSTAL_CODE),
        ("Néris les Bains", "", "03195", Found.NAME),
        ("Désertines", "03630", "03098", Found.POSTAL_CODE),
        ("Ajaccio", "20090", "2A004", Found.POSTAL_CODE),
        ("Saint-Denis", "97400", "97411", Found.POSTAL_CODE),
    ],
)
def test_name_within_its_postal_code_is_found(
    name: str, postal_code: str, code: str, found: Found
) -> None:
    resolution = FRANCE.resolve(name, postal_code=postal_code)

    assert (resolution.code, resolution.found) == (code, found)
    assert resolution.old_name == ""


@pytest.mark.parametrize(
    ("name", "postal_code", "code", "old_name"),
    [
        # Renamed after 2019; absorbed, without delegated status; delegated; part of a city.
        ("Saint-Christophe", "03120", "03223", "Saint-Christophe"),
        ("NEUVILLE", "03430", "03315", "Neuville"),
        ("Maillet", "03190", "03158", "Maillet"),
        ("Marseille 1er arrondissement", "13001", "13055", "Marseille 1er Arrondissement"),
    ],
)
def test_old_name_leads_to_the_commune_of_today(
    name: str, postal_code: str, code: str, old_name: str
) -> None:
    resolution = FRANCE.resolve(name, postal_code=postal_code)

    assert (resolution.code, resolution.old_name) == (code, old_name)


def test_code_wins_over_what_is_written_beside() -> None:
    assert FRANCE.resolve("Vichy", postal_code="03200", code="03190").code == "03190"
    assert FRANCE.resolve("", code="69381").code == "69123"
    assert FRANCE.resolve("", code="69381").found is Found.OLD_CODE
    assert FRANCE.resolve("Moulins", postal_code="03000", code="3190").found is Found.POSTAL_CODE


def test_name_of_several_communes_is_left_to_choose() -> None:
    """Three communes of 2026 are called Moulins: Aisne, Allier, Ille-et-Vilaine."""
    resolution = FRANCE.resolve("Moulins")

    assert resolution.code == ""
    assert resolution.found is Found.AMBIGUOUS
    assert resolution.candidates == ("02530", "03190", "35198")


def test_postal_code_alone_names_no_commune() -> None:
    assert FRANCE.resolve("", postal_code="03000").found is Found.UNKNOWN
    assert FRANCE.resolve("Nulle-Part", postal_code="03630").found is Found.UNKNOWN


def test_name_that_contradicts_its_postal_code_is_not_guessed() -> None:
    resolution = FRANCE.resolve("Néris-les-Bains", postal_code="69001")

    assert (resolution.code, resolution.candidates) == ("", ("03195",))


@given(codes, st.sampled_from([str, str.upper, str.lower]))
def test_every_commune_is_found_by_name_and_postal_code(code: str, style: type[str]) -> None:
    """Or is among the candidates: a few neighbours share name and postal code."""
    commune = FRANCE.commune(code)
    assert commune is not None

    resolution = FRANCE.resolve(style(commune.name), postal_code=commune.postal_codes[0])

    assert code in (resolution.code, *resolution.candidates)


@given(st.text(), st.text(), st.text())
def test_any_text_resolves_or_is_refused(name: str, postal_code: str, code: str) -> None:
    resolution = FRANCE.resolve(name, postal_code=postal_code, code=code)

    assert bool(resolution.code) == (resolution.found not in {Found.AMBIGUOUS, Found.UNKNOWN})
    assert resolution.code == "" or FRANCE.commune(resolution.code) is not None


@given(st.text())
def test_article_is_dropped_once(name: str) -> None:
    key = place_key(name)

    assert without_article(key) in key


def test_search_puts_whole_names_and_wide_perimeters_first() -> None:
    found = [territory.id for territory in FRANCE.search("vichy")]

    assert found == ["arr:033", "com:03310", "epci:200071363"]


def test_search_reads_the_beginning_of_words() -> None:
    names = [territory.name for territory in FRANCE.search("saint pourc")]

    assert names[:2] == ["Saint-Pourçain-sur-Sioule", "Saint-Pourçain-sur-Besbre"]
    assert "CC Saint-Pourçain Sioule Limagne" in names
    assert FRANCE.search("ourçain") == []


def test_search_prefers_todays_names_to_the_old_ones() -> None:
    found = [territory.id for territory in FRANCE.search("hérisson", limit=50)]

    assert found[0] == "com:03127"
    assert [t.id for t in FRANCE.search("Marseille 1er arrondissement")] == ["com:13055"]


def test_search_reads_codes_and_postal_codes() -> None:
    assert [t.id for t in FRANCE.search("03190", limit=1)] == ["com:03190"]
    assert [t.id for t in FRANCE.search("3190", limit=1)] == ["com:03190"]
    assert [t.id for t in FRANCE.search("2a004")] == ["com:2A004"]
    assert "com:03310" in [t.id for t in FRANCE.search("03200")]
    assert [t.id for t in FRANCE.search("200 071 363")] == ["epci:200071363"]
    assert [t.id for t in FRANCE.search("13201")] == ["com:13055"]


def test_search_of_nothing_finds_nothing() -> None:
    assert FRANCE.search("  – ") == []
    assert len(FRANCE.search("saint", limit=7)) == 7


@pytest.mark.shared
def test_places_of_a_real_file_are_found(shared: Path) -> None:
    """To reach: 99 % of these 687 rows, half of them within 1.5 km of the true point.

    DATA §4 measured 100 % and 1.18 km on the same file, with the same steps.
    """
    path = shared / "data/actors/lieux-mediation-numerique-aura-687.json"
    rows = json.loads(path.read_text("utf-8"))
    found = [FRANCE.resolve(row["commune"], postal_code=row["code_postal"]) for row in rows]
    distances = [
        _kilometres(resolution.code, row["latitude"], row["longitude"])
        for row, resolution in zip(rows, found, strict=True)
        if resolution.code
    ]

    assert len(rows) == 687
    assert len(distances) / len(rows) >= 0.99
    assert statistics.median(distances) <= 1.5
    assert statistics.quantiles(distances, n=100)[-1] < 6


def _kilometres(code: str, lat: float, lon: float) -> float:
    commune = FRANCE.commune(code)
    assert commune is not None
    east = (lon - commune.lon) * math.cos(math.radians(lat))
    return 111.2 * math.hypot(lat - commune.lat, east)
