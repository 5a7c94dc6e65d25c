"""The judged sentences on the demonstration: in the words of a screen, none under its minimum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from actors_graph.access import open_session
from actors_graph.algorithms.resampling import DRAWS, SEED
from actors_graph.changes.demonstration import fill_demonstration
from actors_graph.measures import By, Facts
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.crossing import crossing_at_each_level
from actors_graph.measures.evidence import Claim
from actors_graph.measures.findings import family_findings, whole_findings
from actors_graph.measures.mixing_table import mixing_at_each_level
from actors_graph.measures.movement import movement
from actors_graph.measures.narrower import without_institution
from actors_graph.measures.sentences_families import crossing_findings, mixing_findings
from actors_graph.measures.sentences_whole import movement_finding
from actors_graph.network import network, parse_scope
from actors_graph.settings import Settings
from actors_graph.text import fold
from actors_graph.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.access import Session

# WORDS: what no screen shows, and « hasard », which would blame nobody's choice on luck.
FORBIDDEN = re.compile(
    r"\b(noeuds?|aretes?|graphes?|degres?|centralites?|residus?|p|bootstrap|intervalles?|bornes?|"
    r"optimum|densites?|centralisation|e i|gould|fernandez|courtage|barreaux?|ilots?|revisions?|"
    r"fragiles?|solides?|resilience|isoles?|silos?|hasard|permutations?|tirages?|significati\w+)\b"
)
STARTS = ("D’après les liens connus au ", "D’après votre fichier au ", "On ne peut pas le dire ")
SCOPES: tuple[dict[str, str], ...] = (
    {},
    {"perimeter": "arr:033"},
    {"perimeter": "arr:031", "min_level": "2"},
    {"committee": "comite:departemental"},
    {"kinds": "association,service_public"},
    {"families": "adhesion,mandat"},
    {"families": "collaboration,participation"},
)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with open_session(Settings(data_dir=tmp_path_factory.mktemp("data"))) as session:
        fill_demonstration(session)
        yield session


@pytest.mark.parametrize("options", SCOPES, ids=lambda options: "-".join(options.values()))
def test_every_judged_sentence_is_sayable(demonstration: Session, options: dict[str, str]) -> None:
    facts = Facts(network(demonstration, parse_scope(options)))
    before = Facts(network(demonstration, parse_scope({**options, "on": "2024-01-01"})))

    found = [*whole_findings(facts), movement_finding(facts, movement(before, facts))]
    for by in (By.KIND, By.LEVEL, By.THEME, By.TERRITORY):
        found += family_findings(facts, by=by)

    said = [one.sentence for one in found]
    assert len(said) >= 6
    assert [text for text in said if FORBIDDEN.search(fold(text))] == []
    assert [text for text in said if not text.startswith(STARTS)] == []
    held = [one for one in found if one.claim is Claim.WITHHELD]
    assert all(one.sentence.startswith("On ne peut pas") for one in held)


@pytest.mark.parametrize("by", [By.KIND, By.LEVEL, By.THEME, By.TERRITORY])
def test_nothing_is_claimed_under_its_minimum(demonstration: Session, by: By) -> None:
    told = 0
    for perimeter in ("", "arr:033", "com:03310", "com:03321"):
        facts = Facts(network(demonstration, parse_scope({"perimeter": perimeter})))
        for one in crossing_at_each_level(facts, by=by):
            about = BY_FIELD["crossing"]
            enough = one.actors >= about.min_actors and one.ties >= about.min_ties
            several = len(one.groups) > 1 and one.smallest >= 3
            assert (one.claim is not Claim.WITHHELD) == (enough and several)
            told += one.claim is not Claim.WITHHELD
            for group in one.groups:
                assert group.claim is Claim.WITHHELD or (enough and group.actors >= 3)
                assert (group.judged is None) == (group.claim is Claim.WITHHELD)
        for table in mixing_at_each_level(facts, by=by):
            said = [cell for cell in table.cells if cell.claim is not Claim.WITHHELD]
            assert not said or table.actors >= BY_FIELD["mixing"].min_actors
            assert all(cell.expected >= 5 for cell in said)
    assert told or by is By.LEVEL


def test_every_measure_may_be_asked_without_the_institution(demonstration: Session) -> None:
    """METHOD, decision 6: the same questions, of what the others do among themselves."""
    facts = Facts(network(demonstration, parse_scope({})))

    left = without_institution(facts)

    assert left is not None
    assert len(facts.network.institution) == 11
    assert not facts.network.institution & set(left.network.ids)
    found = [*whole_findings(left), *family_findings(left)]
    assert {one.measure for one in found} == {
        "mean_partners",
        "degree_centralisation",
        "crossing",
        "mixing",
    }
    # Nothing more to leave out.
    assert without_institution(left) is None
    levels = crossing_at_each_level(left, by=By.KIND)
    assert [one.level for one in levels] == [1, 2, 3, 4]
    assert levels[0].ties < crossing_at_each_level(facts, by=By.KIND)[0].ties
    assert crossing_findings(left, levels[0])[0].claim == "ok"
    assert mixing_findings(left, mixing_at_each_level(left, by=By.KIND)[0])


@pytest.mark.parametrize("field", ["crossing", "density", "degree_centralisation", "movement"])
def test_the_draws_are_printed_where_they_are_explained(field: str) -> None:
    """METHOD section 5, rule 1: whoever wants to draw them again finds how many, and the seed."""
    formula = BY_FIELD[field].formula

    assert f"graine {SEED}" in formula
    assert number(DRAWS).replace("\u202f", " ") in formula
