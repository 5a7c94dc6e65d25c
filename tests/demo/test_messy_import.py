"""Story 9 as the program reads it: what the messy files hold is found, asked, and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from demo import messy

from actors_graph.access.opening import open_session
from actors_graph.changes.imports import import_files
from actors_graph.changes.undoing.undo import undo
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import FileReport, ImportReport


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Iterator[Session]:
    base = tmp_path_factory.mktemp("messy")
    settings = Settings(data_dir=base / "data", cache_dir=base / "cache", today=date(2026, 9, 1))
    with open_session(settings) as opened:
        import_files(opened, sorted(folder.glob("*.csv")))
        yield opened


@pytest.fixture(scope="module")
def files(folder: Path) -> list[Path]:
    return sorted((folder / messy.MESSY_FOLDER).iterdir())


@pytest.fixture(scope="module")
def dry(session: Session, files: list[Path]) -> ImportReport:
    return import_files(session, files, dry_run=True, valid_only=True)


def of_file(report: ImportReport, name: str) -> FileReport:
    return next(file for file in report.files if file.file == name)


def test_report_names_the_line_to_refuse_the_lost_zero_and_the_three_communes(
    dry: ImportReport,
) -> None:
    listed = of_file(dry, messy.LIST_FILE)
    refused = [p.line for p in listed.problems if p.severity == "refused"]
    assert refused == [messy.REFUSED_LINE]
    (lost,) = (p for p in listed.problems if "le zéro s’était perdu" in p.message)
    assert (lost.line, lost.subject) == (messy.LOST_ZERO_LINE, "Sport et Souffle")
    communes = {p.value: p.message for p in listed.problems if p.column == "Ville"}
    assert communes.keys() == messy.MISSPELT.keys()
    for written, name in messy.MISSPELT.items():
        assert f"lu {name} (" in communes[written]
    assert (listed.rows_read, listed.kept, listed.refused) == (26, 25, 1)


def test_the_six_known_actors_are_asked_about(dry: ImportReport) -> None:
    asked = {q.value: {one.id for one in q.candidates} for q in dry.questions}
    for name, actor in messy.ALREADY_KNOWN.items():
        assert actor in asked[name]


def test_minutes_among_tables_are_said_and_stop_nothing(dry: ImportReport) -> None:
    minutes = of_file(dry, messy.MINUTES_FILE)
    assert (minutes.kind, minutes.kept) == ("compte-rendu", 0)
    assert ["pas un tableau" in p.message for p in minutes.problems] == [True]


def test_grants_find_their_beneficiaries(dry: ImportReport) -> None:
    grants = of_file(dry, messy.GRANTS_FILE)
    # All 18 beneficiaries are actors of the demonstration; only who gave is to be identified.
    assert grants.made == {
        "actors": {"new": 1, "changed": 0, "unchanged": 0},
        "fundings": {"new": 18, "changed": 0, "unchanged": 0},
    }


def test_real_import_is_the_dry_run_and_goes_back_to_the_first_hash(
    session: Session, files: list[Path], dry: ImportReport
) -> None:
    before = session.canonical_hash()
    report = import_files(session, files)
    assert (report.applied, report.refused) == (False, 1)

    real = import_files(session, files, valid_only=True)

    assert [file.to_dict() for file in real.files] == [file.to_dict() for file in dry.files]
    assert real.questions == dry.questions
    assert (real.changes, real.applied) == (dry.changes, True)
    assert session.check().sound
    # What was not answered waits among the doubles, and the files again change nothing.
    assert import_files(session, files, valid_only=True).changes == 0
    undo(session, real.import_id)
    assert session.canonical_hash() == before


def test_answers_complete_the_known_fiches(session: Session, files: list[Path]) -> None:
    before = session.canonical_hash()
    first = import_files(session, files, dry_run=True, valid_only=True)
    answers = {
        q.key: f"meme:{messy.ALREADY_KNOWN[q.value]}"
        for q in first.questions
        if q.value in messy.ALREADY_KNOWN
    }

    report = import_files(session, files, valid_only=True, answers=answers)

    listed = of_file(report, messy.LIST_FILE)
    assert (listed.new, listed.changed) == (19, 6)
    assert not {q.value for q in report.questions} & messy.ALREADY_KNOWN.keys()
    again = import_files(session, files, valid_only=True)
    assert (again.changes, again.questions) == (0, ())
    undo(session, report.import_id)
    assert session.canonical_hash() == before
