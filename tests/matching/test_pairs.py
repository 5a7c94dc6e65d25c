"""Pairs of records that may be one actor: register numbers first, then names."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from actors_graph.matching import Doubt, Likeness, Records, Verdict, same_actor_pairs

if TYPE_CHECKING:
    from pathlib import Path

VICHY, CUSSET = "03310", "03095"
# Numbers with a right key, of nobody known: the checksum is computed by hand.
SIREN, SIRET, OTHER_SIRET = "900000001", "90000000100009", "90000000100017"


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


@pytest.mark.parametrize("wrong", ["00000000000000", "90000000100010", "1000", "abc"])
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


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # « à préciser »: bodies that people confuse are never strict.
        ("Mairie de Vichy", "CCAS de Vichy", None),
        ("CCAS de Vichy", "Mairie de Vichy – CCAS", Verdict.GREY),
        ("École Jules Ferry", "Parents d’élèves de l’école Jules Ferry", Verdict.GREY),
        ("Vichy", "Mairie de Vichy", Verdict.GREY),
        ("CS de Vichy", "Centre social", Verdict.GREY),
        ("CS la Rotonde", "Centre social La Rotonde", Verdict.STRICT),
        ("Ste Barbe", "Sainte Barbe", Verdict.STRICT),
        ("Sté de chasse", "Société de chasse", Verdict.STRICT),
        ("Cté des fêtes", "Comité des fêtes de Vichy", Verdict.STRICT),
        # Letters.
        ("Les Petits Lutins", "Les Petits Lutisn", Verdict.STRICT),
        ("Omni sports des Rives", "Omnisports des rives", Verdict.STRICT),
        ("Les Fines Lames", "Les Fines Dames", Verdict.GREY),
        ("École Louis Pasteur", "École Louise Pasteur", None),
        ("Club de marche", "Club de marché", Verdict.STRICT),  # accents are often lost
        ("Les Tilleuls 2", "Les Tilleuls", None),
        ("Les Tilleuls 2", "Les Tilleuls 3", None),
        # Words more, an acronym, a cut.
        ("Ciné-club du Cours", "Ciné du Cours", Verdict.GREY),
        ("Comité des fêtes", "Comité des fêtes du Theil", None),
        ("Centre social", "Centre social La Rotonde", Verdict.GREY),
        ("UMR", "Union des maisons rouges", Verdict.GREY),
        ("UMR", "Union des maisons rouges (UMR)", Verdict.STRICT),
        ("Maison des jeunes et de la culture Gri", "MJC Grignard", Verdict.STRICT),
        ("Maison des jeunes et de la culture de", "MJC Grignard", Verdict.GREY),
        (
            "Parents d’élèves de l’école élémentaire Jea",
            "APE école élémentaire Jean Zay",
            Verdict.GREY,
        ),
        # What branches call themselves.
        ("Les Restos du cœur", "Les Restaurants du cœur", Verdict.STRICT),
        ("Banque alimentaire 03", "Banque alimentaire de l’Allier", Verdict.STRICT),
        ("Restos du cœur", "Restos du cœur de l’Allier", Verdict.GREY),
        ("Croix-Rouge française – unité locale de Vichy", "Croix Rouge", Verdict.GREY),
        ("Maison France services", "Espace France Services de Vichy", Verdict.STRICT),
        ("CCAS de la ville de Vichy", "CCAS", Verdict.STRICT),
        ("Les P’tits Bouts", "Les Petits Bouts", Verdict.STRICT),
        ("AS Vichy Handball", "Association sportive Vichy Hand-Ball", Verdict.STRICT),
    ],
)
def test_names_of_one_commune(a: str, b: str, expected: Verdict | None) -> None:
    assert verdict(a, b) is expected
    assert verdict(b, a) is expected


def test_acronym_of_the_fiche_is_a_name() -> None:
    assert verdict("UMR", "Union des maisons rouges", acronyms=("", "U.M.R.")) is Verdict.STRICT


def test_two_kinds_are_never_strict() -> None:
    (pair,) = same_actor_pairs(records("La Rotonde", "La Rotonde", kinds=("association", "autre")))
    assert pair.verdict is Verdict.STRICT

    (pair,) = same_actor_pairs(
        records("La Rotonde", "La Rotonde", kinds=("association", "collectivite"))
    )
    assert (pair.verdict, pair.reason.doubt) == (Verdict.GREY, Doubt.OTHER_KIND)


def test_other_number_makes_a_question_of_one_name() -> None:
    (pair,) = same_actor_pairs(
        records("La Rotonde", "La Rotonde", rna=("W031000123", "W031000124"))
    )

    assert (pair.verdict, pair.reason.doubt) == (Verdict.GREY, Doubt.OTHER_NUMBER)


def test_directorate_with_the_number_of_its_institution_is_a_question() -> None:
    (pair,) = same_actor_pairs(
        records("Le Département", "Direction des routes", siret=(SIRET, SIRET))
    )

    assert (pair.verdict, pair.reason.doubt) == (Verdict.GREY, Doubt.OTHER_BODY)


def test_parts_of_a_public_body_share_its_number() -> None:
    """A médiathèque and a swimming pool are written with the SIREN of their mairie."""
    siren, siret = "210303103", "21030310300001"
    (pair,) = same_actor_pairs(records("Médiathèque", "Piscine", siren=(siren, siren)))
    assert (pair.verdict, pair.reason.doubt) == (Verdict.GREY, Doubt.OTHER_BODY)

    assert verdict("Médiathèque", "Mairie de Vichy", siret=(siret, siret)) is Verdict.GREY
    assert verdict("Ville de Vichy", "Mairie", siret=(siret, siret)) is Verdict.IDENTIFIER


def test_people_are_compared_among_themselves() -> None:
    assert verdict("Jean Dulac", "Jean Dulac", kinds=("elu", "association")) is None
    assert verdict("Jean Dulac", "Dulac Jean", kinds=("elu", "elu")) is Verdict.GREY
    assert verdict("Jean Dulac", "Jean Durac", kinds=("elu", "elu")) is None


@pytest.mark.parametrize(
    ("a", "b", "communes", "expected"),
    [
        ("Judo club de Vichy", "Judo club de Vichy", (VICHY, CUSSET), Verdict.GREY),
        ("Les Hirondelles", "Les Hirondelles", (VICHY, CUSSET), None),
        ("Les Hirondelles", "Les Hirondelles", (VICHY, ""), Verdict.GREY),
        ("Judo club", "Judo club", ("", ""), Verdict.GREY),
    ],
)
def test_names_apart_are_a_question_at_most(
    a: str, b: str, communes: tuple[str, str], expected: Verdict | None
) -> None:
    assert verdict(a, b, communes=communes) is expected


@pytest.mark.shared
def test_real_directory_makes_a_short_queue(shared: Path) -> None:
    """4,886 real actors of the Allier: five strict pairs, each right when read."""
    with (shared / "data" / "allier-real" / "acteurs.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = ("id", "nom", "code_insee", "siren", "rna", "type")
    ids, names, communes, siren, rna, kinds = (tuple(r[c] for r in rows) for c in columns)

    pairs = same_actor_pairs(
        Records(ids, names, communes=communes, siren=siren, rna=rna, kinds=kinds)
    )

    strict = [pair for pair in pairs if pair.verdict is Verdict.STRICT]
    assert len(rows) == 4_886
    assert {names[pair.a].casefold() for pair in strict} == {
        "la chavannée",
        "face territoire bourbonnais",
        "france services pays d'huriel",
        "restaurants du cœur",
        "association nationale des visiteurs de prisons",
    }
    assert len(strict) < len(pairs) < 90


def test_equal_rows_beyond_a_limit_are_compared_with_the_first() -> None:
    """A column filled down by mistake: 500 rows make 499 questions, not 124,750."""
    for commune in (VICHY, ""):
        pairs = same_actor_pairs(records(*["La Rotonde"] * 500, communes=(commune,) * 500))

        assert [(pair.a, pair.b) for pair in pairs] == [(0, other) for other in range(1, 500)]
