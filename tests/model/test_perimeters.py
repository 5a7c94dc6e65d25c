"""Presets of a département, and perimeters of one's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.errors import InputError
from actors_graph.model.geography import geography
from actors_graph.model.kinds import TerritoryKind
from actors_graph.model.perimeters import own_perimeter, presets

FRANCE = geography()


def test_presets_of_the_allier_are_its_usual_perimeters() -> None:
    """One département, three arrondissements, twelve EPCI (DATA: allier-real has the same 12)."""
    found = presets("03")

    assert [t.name for t in found[:4]] == ["Allier", "Montluçon", "Moulins", "Vichy"]
    assert [t.kind for t in found[4:]] == [TerritoryKind.EPCI] * 12
    assert "CC Le Grand Charolais" in [t.name for t in found]


def test_presets_of_no_departement_are_none() -> None:
    assert presets("") == presets("99") == presets("../03") == []


def test_list_of_communes_becomes_a_bassin() -> None:
    """Lapalisse 3,069, Le Breuil, and Le Donjon inhabitants: the middle is the first's point."""
    bassin = own_perimeter("Pays de Lapalisse", ["03138", "03042", "03103", "03138"])
    lapalisse = FRANCE.commune("03138")

    assert lapalisse is not None
    assert (bassin.id, bassin.kind) == ("bassin:pays-de-lapalisse", TerritoryKind.BASSIN)
    assert bassin.communes == ("03042", "03103", "03138")
    assert bassin.parents == ("dep:03",)
    assert bassin.population == sum(FRANCE.population(f"com:{c}") for c in bassin.communes)
    assert (bassin.lat, bassin.lon) == (lapalisse.lat, lapalisse.lon)


def test_perimeter_across_departements_has_no_parent() -> None:
    perimeter = own_perimeter("Val de Loire", ["03103", "71176"], kind=TerritoryKind.CUSTOM)

    assert perimeter.id == "perso:val-de-loire"
    assert perimeter.parents == ()


def test_old_code_becomes_that_of_today() -> None:
    assert own_perimeter("Ancien", ["03199", "03315"]).communes == ("03315",)


@pytest.mark.parametrize(
    ("name", "communes", "kind", "said"),
    [
        ("Vide", [], TerritoryKind.BASSIN, "aucune commune"),
        ("…", ["03190"], TerritoryKind.BASSIN, "pas de nom"),
        ("Faux", ["03190", "03999"], TerritoryKind.BASSIN, "03999"),
        ("Faux", ["03190"], TerritoryKind.EPCI, "epci"),
    ],
)
def test_perimeter_that_cannot_be_is_refused_in_french(
    name: str, communes: list[str], kind: TerritoryKind, said: str
) -> None:
    with pytest.raises(InputError, match=said) as refused:
        own_perimeter(name, communes, kind=kind)

    assert refused.value.remedy


@given(st.lists(st.sampled_from(FRANCE.communes_of("dep:03")), min_size=1))
def test_perimeter_does_not_depend_on_the_order_of_its_list(communes: list[str]) -> None:
    perimeter = own_perimeter("Essai", communes)

    assert own_perimeter("Essai", reversed(communes)) == perimeter
    assert set(perimeter.communes) == set(communes)
