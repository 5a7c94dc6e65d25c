"""How well the alerts of a page stand, worked out in the background.

A page never waits for it: the alerts are said at once, how well they stand as soon as it is known,
and meanwhile how far the work is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.jobs import JobState
from actors_graph.words import share

if TYPE_CHECKING:
    from actors_graph.jobs import Job
    from actors_graph.measures import Standing

# A page run in the process of a test waits instead of drawing itself again.
WAIT = 0.0
_LOOK_AGAIN: Final = 0.7


def standing_known(job: Job[Standing]) -> Standing | None:
    """What the work gave; None while it runs, and where it failed: the alerts are then said alone.

    Where it is None, `show_progress` goes once on the page, under the alerts.
    """
    job.wait(seconds=WAIT)
    return job.result() if job.state is JobState.DONE else None


def show_progress(job: Job[Standing]) -> None:
    """Say how far the work is, and draw the page again when it ends; nothing where it failed."""
    if job.state not in {JobState.FAILED, JobState.CANCELLED}:
        _watch(job)


@st.fragment(run_every=_LOOK_AGAIN)
def _watch(job: Job[Standing]) -> None:
    if job.is_over:
        st.rerun()
    done = f" ({share(job.progress)})" if job.progress else ""
    st.text(f"Ce qui tient même si des liens manquent : calcul en cours{done}…")
