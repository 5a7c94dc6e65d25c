"""The demonstration as the program itself reads it: the import keeps all, the figures hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from demo import stories

from actors_graph.access.opening import open_session
from actors_graph.changes.imports import import_files
from actors_graph.measures.facts import Facts
from actors_graph.measures.hinges import hinges
from actors_graph.measures.summary import summary
from actors_graph.network import network, parse_scope
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    base = tmp_path_factory.mktemp("demonstration")
    settings = Settings(data_dir=base / "data", cache_dir=base / "cache", today=date(2026, 9, 1))
    with open_session(settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def report(session: Session, folder: Path) -> ImportReport:
    return import_files(session, sorted(folder.glob("*.csv")))


@pytest.fixture
def facts(session: Session, report: ImportReport) -> Facts:
    assert report.applied
    return Facts(network(session, parse_scope({})))


def test_import_keeps_every_row_as_it_is(report: ImportReport, folder: Path) -> None:
    assert len(report.files) == len(list(folder.glob("*.csv"))) == 17
    for file in report.files:
        assert file.kept == file.new == file.rows_read > 0
        assert not file.problems, file.file


def test_second_import_changes_nothing(
    session: Session, report: ImportReport, folder: Path
) -> None:
    assert report.applied
    assert import_files(session, sorted(folder.glob("*.csv"))).changes == 0


def test_figures_of_the_first_page(facts: Facts) -> None:
    figures = summary(facts)
    assert figures.isolates_documented == stories.LONE_RECENT + stories.LONE_OLD
    assert figures.isolates == figures.isolates_documented + stories.NEVER_DOCUMENTED
    assert facts.evidence.completeness is not None
    assert facts.evidence.completeness >= 0.8  # METHOD A3: below it, a hinge is only a question


def test_first_hinges_are_the_elue_and_the_regie(facts: Facts) -> None:
    first, second, *_ = hinges(facts)
    assert first.id == stories.ONLY_WAY
    assert second.id == stories.HINGE
    assert second.cuts_off == len(stories.HINGE_GROUPS) + 1
    assert not {stories.TWO_WAYS, stories.LARGE_ASSOCIATION} & {h.id for h in hinges(facts)}


def test_with_initiatives_the_village_comes_first(session: Session, report: ImportReport) -> None:
    assert report.applied
    initiatives = Facts(network(session, parse_scope({"families": "participation"})))
    assert hinges(initiatives)[0].id == stories.VILLAGE[-1]


def test_ties_of_one_bassin_through_time(session: Session, report: ImportReport) -> None:
    assert report.applied
    before, after = (
        {(found.ids[first], found.ids[second]) for first, second in found.edges.tolist()}
        for day in stories.TIME_DATES
        for found in [network(session, parse_scope({"perimeter": stories.TIME_BASSIN, "on": day}))]
    )
    kept, new, ended = len(before & after), len(after - before), len(before - after)
    assert (kept, new, ended) == (stories.KEPT, stories.NEW, stories.ENDED)
