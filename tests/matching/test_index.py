"""Whom a cell names: the actor, or nobody."""

from __future__ import annotations

import pytest

from actors_graph.matching import NameIndex, Records, Verdict

VICHY, CUSSET = "03310", "03095"
ACTORS = (
    ("CCAS de Vichy", "", VICHY),
    ("Mairie de Vichy", "", VICHY),
    ("Mairie de Cusset", "", CUSSET),
    ("Union des maisons communes", "UMC", VICHY),
)


@pytest.fixture(scope="module")
def index() -> NameIndex:
    names, acronyms, communes = (tuple(column) for column in zip(*ACTORS, strict=True))
    return NameIndex(Records(ids=names, names=names, acronyms=acronyms, communes=communes))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("CCAS", 0),
        ("Centre communal d'action sociale", 0),
        ("la mairie", 1),
        ("UMC", 3),
        ("U.M.C.", 3),
        ("union des maisons communes", 3),
    ],
)
def test_text_names_an_actor_of_the_commune(index: NameIndex, text: str, position: int) -> None:
    (hit,) = index.find(text, commune=VICHY)

    assert (hit.position, hit.verdict) == (position, Verdict.STRICT)


@pytest.mark.parametrize("text", ["", "🙂", "…", "Secours fluvial", "MJC"])
def test_unknown_text_names_nobody(index: NameIndex, text: str) -> None:
    assert index.find(text, commune=VICHY) == []


def test_common_noun_does_not_name_another_commune(index: NameIndex) -> None:
    assert index.find("CCAS", commune=CUSSET) == []
