"""Background work: it says how far it is, stops when asked, fails in one sentence."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest

from actors_graph.errors import InputError
from actors_graph.jobs import JobCancelledError, Jobs, JobState, Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 30.0  # seconds before a stuck thread fails the test rather than hanging it


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    with Jobs(workers=1) as registry:
        yield registry


class Gate:
    """A work that waits at its gate until the test opens it."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.opened = threading.Event()
        self.runs = 0

    def __call__(self, progress: Progress) -> str:
        self.runs += 1
        progress(0.25, "lecture")
        self.entered.set()
        self.opened.wait(PATIENCE)
        progress(0.5, "écriture")
        return "fait"


def test_job_gives_its_result(jobs: Jobs) -> None:
    job = jobs.start("mesures", lambda _: 42)

    assert job.result() == 42
    assert (job.state, job.progress, job.error) == (JobState.DONE, 1.0, "")


def test_job_says_how_far_it_is(jobs: Jobs) -> None:
    gate = Gate()
    job = jobs.start("import", gate)
    gate.entered.wait(PATIENCE)

    assert (job.state, job.progress, job.step) == (JobState.RUNNING, 0.25, "lecture")
    assert not job.is_over
    gate.opened.set()
    assert job.wait(seconds=PATIENCE)
    assert job.step == "écriture"


def test_same_name_is_one_work(jobs: Jobs) -> None:
    gate = Gate()
    first = jobs.start("import", gate)
    second = jobs.start("import", gate)
    gate.opened.set()

    assert second is first
    assert first.result() == "fait"
    assert gate.runs == 1
    assert jobs.start("import", gate) is not first


def test_running_job_stops_at_its_next_step(jobs: Jobs) -> None:
    gate = Gate()
    job = jobs.start("import", gate)
    gate.entered.wait(PATIENCE)
    job.cancel()
    gate.opened.set()

    with pytest.raises(JobCancelledError):
        job.result()
    assert (job.state, job.error) == (JobState.CANCELLED, "")
    assert job.step == "lecture"


def test_waiting_job_is_cancelled_at_once(jobs: Jobs) -> None:
    gate = Gate()
    jobs.start("premier", gate)
    waiting = jobs.start("second", lambda _: None)

    before = waiting.state
    waiting.cancel()
    assert (before, waiting.state) == (JobState.WAITING, JobState.CANCELLED)
    with pytest.raises(JobCancelledError):
        waiting.result()
    gate.opened.set()


def test_expected_error_is_its_own_sentence(jobs: Jobs) -> None:
    def refuse(_: Progress) -> None:
        raise InputError("n’est pas un SIRET.", file="a.csv", line=3, column="siret", value="12")

    job = jobs.start("import", refuse)
    job.wait(seconds=PATIENCE)

    assert job.state is JobState.FAILED
    assert job.error == "a.csv, ligne 3, colonne « siret » : « 12 » n’est pas un SIRET."


def test_unexpected_error_is_logged_and_said(jobs: Jobs, caplog: pytest.LogCaptureFixture) -> None:
    def crash(_: Progress) -> None:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR, logger="actors_graph.jobs"):
        job = jobs.start("mesures", crash)
        job.wait(seconds=PATIENCE)

    assert job.error.startswith("Une erreur inattendue a interrompu « mesures »")
    assert [record.exc_info is not None for record in caplog.records] == [True]
    with pytest.raises(ZeroDivisionError):
        job.result()


def test_progress_never_goes_back_nor_beyond_one() -> None:
    progress = Progress()
    progress(0.8)
    progress(0.3, "plus tard")
    assert (progress.share, progress.step) == (0.8, "plus tard")
    progress(7.0)
    assert progress.share == 1.0
    assert not progress.is_stopping


def test_only_the_last_ended_jobs_are_remembered() -> None:
    with Jobs(workers=1, remembered=2) as registry:
        for name in "abcd":
            registry.start(name, lambda _: None).wait(seconds=PATIENCE)

        assert registry.find("a") is None
        assert [job.name for job in registry.all()] == ["b", "c", "d"]
        found = registry.find("d")
        assert found is not None
        assert found.state is JobState.DONE


def test_closing_cancels_what_runs() -> None:
    registry = Jobs(workers=1)
    started = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            progress(0.1)
            started.set()

    job = registry.start("sans fin", endless)
    started.wait(PATIENCE)
    registry.close()

    assert job.state is JobState.CANCELLED
