"""Stories 1 to 4 and 11 of the demonstration and their look-alikes, imported as a user would."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spoken import faults, refused_words

from actors_graph.access import open_session
from actors_graph.changes.imports import import_files
from actors_graph.cli.measure_lines import measures_lines
from actors_graph.measures import (
    By,
    Facts,
    alone,
    hinges,
    passages,
    profile,
    summary,
)
from actors_graph.measures.about import MEASURES
from actors_graph.measures.coverage import coverage
from actors_graph.measures.evidence import Claim
from actors_graph.measures.sentences import hinge_finding
from actors_graph.measures.telling import told
from actors_graph.model.kinds import TerritoryKind
from actors_graph.network import network, parse_scope
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.access import Session

DEMO = Path(__file__).resolve().parents[2] / "import" / "demo"
NEVER_DOCUMENTED = "loc:jamais-documentee"
HINGE = "loc:regie-moulins"
LARGE_ASSOCIATION = "loc:grande-maison"
ONLY_WAY = "elu:2a34ae8baa87d31f"
TWO_WAYS = "elu:f5a8ce09672c3441"
HOSTILE_NAMES = 4


def opened(folder: Path, files: list[Path], today: date) -> Session:
    session = open_session(Settings(data_dir=folder, cache_dir=folder, today=today))
    assert import_files(session, files).applied
    return session


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    folder = tmp_path_factory.mktemp("demo")
    with opened(folder, sorted(DEMO.glob("*.csv")), date(2026, 9, 1)) as session:
        yield Facts(network(session, parse_scope({})))


def test_alone_are_twenty_seven_of_whom_nine_are_to_call(demo: Facts) -> None:
    found = alone(demo)

    assert (len(found.known), len(found.to_call)) == (18, 9)
    assert len(found.undocumented) == 45
    assert NEVER_DOCUMENTED in found.undocumented
    assert summary(demo).isolates_documented == 27


def test_hinge_holds_six_groups_and_an_association(demo: Facts) -> None:
    found = next(one for one in hinges(demo) if one.id == HINGE)
    kinds = [demo.network.actors["kind"][demo.network.row_of[a]].as_py() for a in found.actors]

    assert sorted(kinds) == ["association", *["groupe_habitants"] * 6]
    assert "6\xa0groupes d’habitants et 1\xa0association" in hinge_finding(demo, found).sentence
    since = {tie.other: tie.since for tie in profile(demo, HINGE).ties}
    assert all(since[actor] for actor in found.actors)


def test_large_association_cuts_off_nobody(demo: Facts) -> None:
    found = profile(demo, LARGE_ASSOCIATION)

    assert len(found.partners) > 15
    assert found.hinge.cuts_off == 0


def test_elue_is_the_only_way_to_culture(demo: Facts) -> None:
    found = next(one for one in hinges(demo) if one.id == ONLY_WAY)
    through = passages(demo, by=By.THEME)
    row = demo.network.row_of[ONLY_WAY]

    themes = demo.network.actors["themes"]
    rows = [demo.network.row_of[actor] for actor in found.actors]
    assert all("culture" in themes[place].as_py() for place in rows)
    # Pairs of culture and of something else that know no other partner in common.
    assert through.only_way[row] > 10
    assert "mars 2028" in " ".join(profile(demo, ONLY_WAY).sentences)


def test_elu_with_two_ways_is_no_only_way(demo: Facts) -> None:
    assert profile(demo, TWO_WAYS).hinge.cuts_off == 0
    assert passages(demo, by=By.THEME).only_way[demo.network.row_of[TWO_WAYS]] == 0


def test_hostile_names_are_plain_text_in_sentences(demo: Facts) -> None:
    hostile = [
        actor
        for actor, name in zip(demo.network.ids, demo.network.labels, strict=True)
        if "<b>" in name or name.startswith("=") or len(name) >= 180 or not name.isprintable()
    ]

    assert len(hostile) >= HOSTILE_NAMES - 1
    for actor in hostile:
        row = demo.network.row_of[actor]
        assert profile(demo, actor).id == actor
        assert demo.network.labels[row]


def test_hole_of_the_story_is_the_only_one_asked(demo: Facts) -> None:
    """Story 4: nobody against loneliness around Vichy; where under 3 are expected, silence."""
    for level in (TerritoryKind.ARRONDISSEMENT, TerritoryKind.EPCI):
        (gap,) = coverage(demo, level=level).gaps

        assert (gap.theme, gap.observed) == ("isolement", 0)
        assert "Vichy" in demo.network.places.name(gap.territory)


@pytest.mark.parametrize("by", list(By))
def test_everything_told_of_the_demonstration_is_fit_for_a_screen(demo: Facts, by: By) -> None:
    lines = list(measures_lines(demo, by=by))

    assert len(lines) > 25
    for line in lines:
        sentence = line.removeprefix("- ")
        assert refused_words(sentence) == [], line
        assert faults(sentence) == [], line
    for actor in demo.network.ids[: demo.network.actor_count]:
        for sentence in profile(demo, actor, by=by).sentences:
            assert (refused_words(sentence), faults(sentence)) == ([], []), sentence
    claimed = {one.measure for one in told(demo, by=by) if one.claim is not Claim.WITHHELD}
    silent = {"density", "movement", "standing"}
    if by in {By.THEME, By.TERRITORY, By.NONE}:
        silent |= {"roles", "mixing", "crossing"}
    assert claimed | silent >= {about.field for about in MEASURES}
