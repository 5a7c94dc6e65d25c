"""Pairs of records that may be one actor: register numbers first, then names."""

from __future__ import annotations

import pytest

from actors_graph.matching import Doubt, Likeness, Records, Verdict, same_actor_pairs

VICHY, CUSSET = "03310", "03095"
# Numbers with a right key, of nobody known: the checksum is computed by hand.
SIREN, SIRET, OTHER_SIRET = "100000009", "10000000900009", "10000000900017"


def records(*names: str, **columns: tuple[str, ...]) -> Records:
    """Records of Vichy that bear these names."""
    columns.setdefault("communes", (VICHY,) * len(names))
    return Records(ids=tuple(map(str, range(len(names)))), names=names, **columns)


def verdict(*names: str, **columns: tuple[str, ...]) -> Verdict | None:
    """The verdict on two records."""
    found = same_actor_pairs(records(*names, **columns))
    return found[0].verdict if found else None


def test_columns_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="communes has 1 values for 2 records"):
        records("A", "B", communes=(VICHY,))


@pytest.mark.parametrize(
    "columns",
    [
        {"rna": ("W031000123", "W031000123")},
        {"siret": (SIRET, SIRET)},
        {"siren": (SIREN, SIREN)},
        {"siret": (SIRET, ""), "siren": ("", SIREN)},
    ],
)
def test_equal_register_number_is_an_identifier(columns: dict[str, tuple[str, str]]) -> None:
    assert verdict("Le Fournil", "La Boulange", **columns) is Verdict.IDENTIFIER


def test_two_establishments_of_one_owner_are_a_question() -> None:
    (pair,) = same_actor_pairs(records("Le Fournil", "Autre", siret=(SIRET, OTHER_SIRET)))

    assert pair.verdict is Verdict.GREY
    assert pair.reason.likeness is Likeness.SIREN
    assert pair.reason.doubt is Doubt.ESTABLISHMENTS


@pytest.mark.parametrize("wrong", ["00000000000000", "10000000900001", "1000", "abc"])
def test_wrong_number_ties_nobody(wrong: str) -> None:
    assert verdict("Le Fournil", "La Boulange", siret=(wrong, wrong)) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maison Des Jeunes SICHON", "Maison des jeunes du Sichon"),
        ("Ass. PARENTS EN CHEMIN", "Parents en chemin"),
        ("Notes du Sichon (Les)", "Les Notes du Sichon"),
        ("Judo-club de Vichy", "JUDO CLUB"),
        ("C.C.A.S.", "Centre communal d’action sociale de Vichy"),
        ("C C A S D ANJOU", "CCAS d’Anjou"),
        ("MJC St Jean", "Maison des jeunes et de la culture Saint-Jean"),
        ("Mairie de Vichy", "Commune de Vichy"),
        ("Ville de Vichy", "Mairie"),
        ("Les 2 rives", "Les deux rives"),
        ("E.H.P.A.D. Les Iris", "EHPAD LES IRIS"),
    ],
)
def test_same_words_are_strict(a: str, b: str) -> None:
    assert verdict(a, b) is Verdict.STRICT


def test_other_activity_of_one_commune_is_nobody() -> None:
    assert verdict("Judo club de Vichy", "Tennis club de Vichy") is None


def test_same_words_in_two_communes_are_not_strict() -> None:
    assert verdict("CCAS", "CCAS", communes=(VICHY, CUSSET)) is not Verdict.STRICT
