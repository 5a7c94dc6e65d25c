"""Work that outlives a click: an import, a compilation, a long measure.

A `Job` runs in a thread, says how far it is, can be asked to stop, and ends with a result or with
one French sentence. Asking twice for the same name while it runs gives the same job: a page that
is drawn again does not start the work again. Nothing is kept across a restart of the program.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor
from enum import Enum
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast

from actors_graph.errors import ActorsGraphError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from types import TracebackType

T = TypeVar("T")

_log = logging.getLogger(__name__)


class JobState(Enum):
    """Where a job stands, in the words shown to the user."""

    WAITING = "en attente"
    RUNNING = "en cours"
    DONE = "terminé"
    FAILED = "en échec"
    CANCELLED = "annulé"


class JobCancelledError(ActorsGraphError):
    """The user asked the work to stop; raised inside the work by its own `Progress`."""

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__("Le travail a été annulé.")


class Progress:
    """What a work calls to say how far it is; the same call tells it to stop."""

    def __init__(self) -> None:
        """Start at nothing done."""
        self._lock = threading.Lock()
        self._share = 0.0
        self._step = ""
        self._stop = threading.Event()

    def __call__(self, share: float, step: str = "") -> None:
        """Record the share done (0 to 1, never going back) and the current step, in French.

        Raises:
            JobCancelledError: when somebody asked the work to stop.
        """
        if self._stop.is_set():
            raise JobCancelledError
        with self._lock:
            self._share = max(self._share, min(1.0, share))
            self._step = step or self._step

    @property
    def share(self) -> float:
        """Share of the work done, from 0 to 1."""
        return self._share

    @property
    def step(self) -> str:
        """The last step named by the work; empty when it named none."""
        return self._step

    @property
    def is_stopping(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the work to stop at its next call."""
        self._stop.set()


class Job(Generic[T]):
    """One work in the background; all its properties may be read from any thread."""

    def __init__(self, name: str, *, future: Future[T], progress: Progress) -> None:
        """Tie a name to the future that runs it; built by `Jobs.start` only."""
        self.name = name
        self._future = future
        self._progress = progress

    @property
    def state(self) -> JobState:
        """Where the job stands."""
        if not self._future.done():
            return JobState.RUNNING if self._future.running() else JobState.WAITING
        if self._future.cancelled():
            return JobState.CANCELLED
        error = self._future.exception()
        if isinstance(error, JobCancelledError):
            return JobState.CANCELLED
        return JobState.FAILED if error else JobState.DONE

    @property
    def is_over(self) -> bool:
        """Whether the job has ended, well or not."""
        return self._future.done()

    @property
    def progress(self) -> float:
        """Share done, from 0 to 1; 1 exactly once the job is done."""
        return 1.0 if self.state is JobState.DONE else self._progress.share

    @property
    def step(self) -> str:
        """The step the work last named, in French."""
        return self._progress.step

    @property
    def error(self) -> str:
        """Why the job failed, as one French sentence; empty when it did not."""
        if not self._future.done() or self._future.cancelled():
            return ""
        error = self._future.exception()
        if error is None or isinstance(error, JobCancelledError):
            return ""
        if isinstance(error, ActorsGraphError):
            return str(error)
        return (
            f"Une erreur inattendue a interrompu « {self.name} » ({type(error).__name__}). "
            "Vos données n’ont pas été modifiées par cette étape ; le détail est dans le journal "
            "technique du programme."
        )

    def result(self) -> T:
        """Return what the work returned, waiting for it if needed.

        Raises:
            JobCancelledError: when the job was cancelled.
            Exception: whatever the work raised.
        """
        try:
            return self._future.result()
        except CancelledError as error:
            raise JobCancelledError from error

    def wait(self, *, seconds: float | None = None) -> bool:
        """Wait until the job is over, at most so many seconds; return whether it is."""
        ended = threading.Event()
        self._future.add_done_callback(lambda _: ended.set())
        return ended.wait(seconds)

    def cancel(self) -> None:
        """Ask the job to stop: at once if it waits, at its next progress call if it runs."""
        self._progress.stop()
        self._future.cancel()


class Jobs:
    """The jobs of one process, by name; remembers the last ended ones."""

    def __init__(self, *, workers: int = 2, remembered: int = 50) -> None:
        """Prepare the threads (started when first needed).

        Args:
            workers: jobs that run at the same time; the others wait.
            remembered: ended jobs kept, so that a page may still show how they ended.
        """
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="actors-graph-job")
        self._lock = threading.Lock()
        self._jobs: dict[str, Job[object]] = {}
        self._remembered = remembered

    def start(self, name: str, work: Callable[[Progress], T]) -> Job[T]:
        """Start the work, or return the job of that name that is not over yet.

        Args:
            name: what is done, in French, shown to the user; one work per name at a time.
            work: called with a `Progress`; should call it often, as that is where it can stop.
        """
        with self._lock:
            known = self._jobs.get(name)
            if known is not None and not known.is_over:
                # One name is one work: the caller that gives the name knows its result type.
                return cast("Job[T]", known)
            self._jobs.pop(name, None)
            self._forget_oldest()
            progress = Progress()
            future = self._pool.submit(_run, name, work, progress)
            job = Job(name, future=future, progress=progress)
            self._jobs[name] = cast("Job[object]", job)
            return job

    def find(self, name: str) -> Job[object] | None:
        """Return the last job of that name, running or remembered; None when there is none."""
        return self._jobs.get(name)

    def all(self) -> tuple[Job[object], ...]:
        """Return the jobs, oldest start first."""
        with self._lock:
            return tuple(self._jobs.values())

    def close(self) -> None:
        """Cancel every job and wait for the threads to end."""
        for job in self.all():
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _forget_oldest(self) -> None:
        ended = [name for name, job in self._jobs.items() if job.is_over]
        for name in ended[: max(0, len(ended) - self._remembered)]:
            del self._jobs[name]


def _run(name: str, work: Callable[[Progress], T], progress: Progress) -> T:
    expected = False
    try:
        result = work(progress)
        expected = True
    except ActorsGraphError:
        expected = True
        raise
    finally:
        # An unexpected error is for the technical log, whole; the page only gets a sentence.
        if not expected:
            _log.error("the job %r met an unexpected error", name, exc_info=True)
    return result
