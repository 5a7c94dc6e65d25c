"""How well the alerts of a page stand, worked out in the background.

A page never waits for it: the alerts are said at once, how well they stand as soon as it is known,
and meanwhile how far the work is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.jobs import JobState
from actors_graph.ui.evidence import method_links
from actors_graph.words import share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.jobs import Job
    from actors_graph.measures import Standing

# A page run in the process of a test waits instead of drawing itself again.
WAIT = 0.0
_LOOK_AGAIN: Final = 0.7


def standing_known(job: Job[Standing]) -> Standing | None:
    """What the work gave; None while it runs, and where it failed: the alerts are then said alone.

    `show_below` goes once on the page, under the alerts.
    """
    job.wait(seconds=WAIT)
    return job.result() if job.state is JobState.DONE else None


def show_below(
    job: Job[Standing], known: Standing | None, *, said: bool, others: Sequence[str] = ()
) -> None:
    """Draw what goes under the alerts.

    Args:
        job: the work; while it runs, how far it is, and the page is drawn again at its end.
        known: what it gave when the page was drawn.
        said: whether the page said it: where that comes from is then one click away.
        others: the measures of the alerts themselves, explained beside it.
    """
    method_links([*others, *(["standing"] if said else [])])
    if said:
        return
    if known is None and job.state not in {JobState.FAILED, JobState.CANCELLED}:
        _watch(job)


@st.fragment(run_every=_LOOK_AGAIN)
def _watch(job: Job[Standing]) -> None:
    if job.is_over:
        st.rerun()
    done = f" ({share(job.progress)})" if job.progress else ""
    st.text(f"Ce qui tient même si des liens manquent : calcul en cours{done}…")
