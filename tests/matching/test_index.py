"""Whom a cell names: the actor, or nobody."""

from __future__ import annotations

import pytest

from actors_graph.matching import NameIndex, Records, Verdict

VICHY, CUSSET, MOULINS, TRONCAIS = "03310", "03095", "03190", "03048"
ACTORS = (
    ("CCAS de Vichy", "", VICHY),
    ("Mairie de Vichy", "", VICHY),
    ("Mairie de Cusset", "", CUSSET),
    ("Union des maisons communes", "UMC", MOULINS),
    ("Centre social Fontbelle", "", CUSSET),
    ("Le Département", "", MOULINS),
    ("Banque alimentaire de l’Allier", "", MOULINS),
    ("Communauté de communes du Pays de Tronçais", "", TRONCAIS),
    ("Direction des routes", "", MOULINS),
    ("Les Passeurs de rives", "", VICHY),
    ("Les Passeurs de rives", "", MOULINS),
    ("Ludothèque sans lieu", "", ""),
)


@pytest.fixture(scope="module")
def index() -> NameIndex:
    names, acronyms, communes = (tuple(column) for column in zip(*ACTORS, strict=True))
    return NameIndex(Records(ids=names, names=names, acronyms=acronyms, communes=communes))


@pytest.mark.parametrize(
    ("text", "commune", "position"),
    [
        ("CCAS", VICHY, 0),
        ("Centre communal d'action sociale", VICHY, 0),
        ("C.C.A.S de Vichy", CUSSET, 0),
        ("la mairie", VICHY, 1),
        ("Ville de Cusset", VICHY, 2),
        ("UMC", CUSSET, 3),
        ("U.M.C.", MOULINS, 3),
        ("union maisons comunes", MOULINS, 3),
        ("Centre social Font Belle", CUSSET, 4),
        ("Conseil départemental", VICHY, 5),
        ("le Département de l'Allier", VICHY, 5),
        ("banque alimentaire", CUSSET, 6),
        ("com com du pays de Troncais", VICHY, 7),
        ("Dir. des routes", VICHY, 8),
        ("Passeurs de rives", VICHY, 9),
        ("ludothèque sans lieu", VICHY, 11),
    ],
)
def test_text_names_one_actor(index: NameIndex, text: str, commune: str, position: int) -> None:
    hits = index.find(text, commune=commune)

    assert [hit.position for hit in hits if hit.verdict is Verdict.STRICT] == [position]


@pytest.mark.parametrize(
    ("text", "commune", "positions"),
    [
        ("centre social", CUSSET, [4]),
        ("Vichy", CUSSET, [1]),
        ("Passeurs des rives", CUSSET, [9, 10]),
    ],
)
def test_text_may_name_actors(
    index: NameIndex, text: str, commune: str, positions: list[int]
) -> None:
    hits = index.find(text, commune=commune)

    assert [(hit.position, hit.verdict) for hit in hits] == [(p, Verdict.GREY) for p in positions]


@pytest.mark.parametrize(
    ("text", "commune"),
    [
        ("", VICHY),
        ("🙂", VICHY),
        ("…", ""),
        ("Secours fluvial", VICHY),
        ("MJC", VICHY),
        ("CCAS", CUSSET),
        ("la mairie", MOULINS),
        ("centre social", VICHY),
        ("les habitants", CUSSET),
    ],
)
def test_text_names_nobody(index: NameIndex, text: str, commune: str) -> None:
    assert index.find(text, commune=commune) == []
