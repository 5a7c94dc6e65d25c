"""Which commune a misspelt or shortened name most likely is; nothing is chosen between two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.model.geography import geography
from actors_graph.model.near_names import Candidate, named_place, nearest
from actors_graph.model.place_names import Found

FRANCE = geography()
ALLIER = frozenset({"03"})


@pytest.mark.parametrize(
    ("name", "postal_code", "code"),
    [
        ("Bellerive/Allier", "03700", "03023"),
        ("Bellerive", "03700", "03023"),
        ("Cuset", "03300", "03095"),
        ("St Pourcain", "03500", "03254"),
        ("Montlucon (quartier Fontbouillant)", "03100", "03185"),
        ("Chamonix", "74400", "74056"),
    ],
)
def test_near_name_within_its_postal_code_is_found(name: str, postal_code: str, code: str) -> None:
    resolution = FRANCE.resolve(name, postal_code=postal_code)

    assert (resolution.code, resolution.found) == (code, Found.NEAR)


@pytest.mark.parametrize("name", ["Bellerive sur Alier", "Bellerive", "BELLERIVE S/ALLIER"])
def test_near_name_is_looked_for_in_the_territory(name: str) -> None:
    assert FRANCE.resolve(name, departements=ALLIER).code == "03023"


def test_near_name_is_not_looked_for_in_the_whole_country() -> None:
    everywhere = [
        departement[4:] for departement in FRANCE.territory_ids if departement[:3] == "dep"
    ]

    assert FRANCE.resolve("Bellerive sur Alier").found is Found.UNKNOWN
    assert FRANCE.resolve("Bellerive sur Alier", departements=everywhere).found is Found.UNKNOWN


def test_homonym_is_chosen_where_the_data_lie_and_nowhere_else() -> None:
    """Three communes of 2026 are called Moulins: Aisne, Allier, Ille-et-Vilaine."""
    here = FRANCE.resolve("Moulins", departements=ALLIER)
    both = FRANCE.resolve("Moulins", departements=("03", "35"))

    assert (here.code, here.found) == ("03190", Found.TERRITORY)
    assert (both.code, both.candidates) == ("", ("03190", "35198"))


def test_part_of_a_name_that_two_communes_share_is_left_to_choose() -> None:
    """Saint-Pourçain-sur-Sioule and Saint-Pourçain-sur-Besbre, both in the Allier."""
    resolution = FRANCE.resolve("Saint-Pourçain", departements=ALLIER)

    assert (resolution.code, resolution.candidates) == ("", ("03253", "03254"))


def test_two_names_in_one_cell_are_left_to_choose() -> None:
    assert FRANCE.resolve("Cusset Vichy", departements=ALLIER).candidates == ("03095", "03310")


@pytest.mark.parametrize("name", ["Vichy Communauté", "Pays de Lapalisse", "Bassin de Moulins"])
def test_another_perimeter_is_no_commune(name: str) -> None:
    assert FRANCE.resolve(name, departements=ALLIER).code == ""


def test_saints_are_not_near_one_another() -> None:
    assert FRANCE.resolve("Saint-Zénon", departements=ALLIER).code == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [("Paris 12e", "75056"), ("LYON 03", "69123"), ("Marseille 13ème arrondissement", "13055")],
)
def test_arrondissement_of_a_city_is_the_city(name: str, code: str) -> None:
    assert FRANCE.resolve(name).code == code


@given(st.text(max_size=90), st.lists(st.text(min_size=1, max_size=30), max_size=5))
def test_nearest_is_among_the_places(key: str, names: list[str]) -> None:
    places = [named_place(name, Candidate(str(i))) for i, name in enumerate(names)]

    found = nearest(key, places)

    assert {candidate.commune for candidate in found} <= {str(i) for i in range(len(names))}
