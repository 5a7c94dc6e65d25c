"""Long readings, out of the page: in the background, with how far they are and a way to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, cast

import streamlit as st

from actors_graph.jobs import Job, Jobs
from actors_graph.ui.escape import esc_md

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.jobs import Progress

T = TypeVar("T")

# Below it nobody has time to read how far the work is.
AT_ONCE: Final = 1.0
_LOOK_AGAIN: Final = 0.7
_LAST: Final = "travail-en-cours"


def outcome(
    name: str, work: Callable[[Progress], T], *, on_stop: Callable[[], None] | None
) -> T | None:
    """Return what a work gives, starting it at the first call.

    Args:
        name: tells the work from any other of the process; the same work is never started twice.
        work: runs in a thread of its own, where nothing of Streamlit may be called.
        on_stop: called when the person stops it; None for a work that cannot be stopped.

    Returns:
        None while it runs: the page then shows how far it is, and draws itself again.

    Raises:
        ActorsGraphError: whatever the work raised, or that it was stopped.
    """
    job = _job(name, work)
    if not job.wait(seconds=AT_ONCE):
        _watch(job, on_stop)
        return None
    return job.result()


def _job(name: str, work: Callable[[Progress], T]) -> Job[T]:
    """The job of that name that this visit started, running or ended; else a new one.

    The visit holds its last job itself, so that those of others never push its outcome away.
    """
    held = st.session_state.get(_LAST)
    if isinstance(held, Job) and held.name == name:
        # One name is one work, so that the type of its outcome is known.
        return cast("Job[T]", held)
    job = _jobs().start(name, work)
    st.session_state[_LAST] = job
    return job


@st.fragment(run_every=_LOOK_AGAIN)
def _watch(job: Job[T], on_stop: Callable[[], None] | None) -> None:
    if job.is_over:
        st.rerun()
    st.progress(job.progress, text=esc_md(job.step or "Lecture des fichiers…"))
    if on_stop is not None and st.button("Arrêter la lecture", icon=":material/close:"):
        job.cancel()
        on_stop()
        st.rerun()


@st.cache_resource(show_spinner=False, on_release=Jobs.close)
def _jobs() -> Jobs:
    return Jobs(remembered=0)
