"""What is still seen of a network when a share of its ties is dropped at random.

Two questions, from the same draws. Does a hinge of the network stay one? And of all that looks
like an alert in what is left, how much is one in the network? An only link needs the second: as
long as it is there, no tie that goes can give it a detour, so that it « stays » always.

Same interface as `plain`: rows 0..n-1, pairs of rows as (k, 2) arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms.thinning import thinned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray
    from actors_graph.algorithms.thinning import Thinned

# Rows and edges of the copies read at once, and copies: some tens of megabytes, and a word on
# how far the work is several times a second.
_AT_ONCE: Final = 100_000
_COPIES: Final = 10


@dataclass(frozen=True, slots=True)
class Dropping:
    """What is dropped: a share (0-1) of the ties, so many times, from one seed."""

    share: float = 0.2
    draws: int = 200
    seed: int = 2026


@dataclass(frozen=True, slots=True)
class Seen:
    """Alerts of one sort, over all the draws.

    Attributes:
        recorded: how many the network has.
        seen: how many were seen in the copies, together.
        true: how many of these the network has too.
    """

    recorded: int
    seen: int = 0
    true: int = 0

    @property
    def share(self) -> float | None:
        """Share of what was seen that is true, 0-1; None where nothing was seen."""
        return self.true / self.seen if self.seen else None

    def plus(self, seen: BoolArray, recorded: BoolArray) -> Seen:
        """The same, with what some more copies show."""
        true = int((seen & recorded).sum())
        return Seen(self.recorded, self.seen + int(seen.sum()), self.true + true)


@dataclass(frozen=True, slots=True)
class Survey:
    """What the draws say of a network.

    Attributes:
        stays: (n,) share of the draws in which each row cuts off enough; of use for the hinges.
        hinges: rows that cut off enough.
        lone: rows without an edge.
        links_of_one: only links that hold one actor, or none.
        links_of_several: only links with two actors or more on each side.
    """

    stays: FloatArray
    hinges: Seen
    lone: Seen
    links_of_one: Seen
    links_of_several: Seen


@dataclass(frozen=True, slots=True)
class Alerts:
    """A network whose alerts are questioned.

    Attributes:
        edges: (k, 2) rows, smaller first, sorted, once each.
        weights: (n,) what each row counts for in what is cut off.
        known: (n,) rows that are an alert where they have no edge.
        smallest: what a hinge cuts off at least.
    """

    edges: IntArray
    weights: IntArray
    known: BoolArray
    smallest: int = 2


def survey(
    network: Alerts,
    dropping: Dropping | None = None,
    *,
    progress: Callable[[float], None] | None = None,
) -> Survey:
    """Drop ties at random, and count what stays and what is true. O(draws (n + m)).

    Args:
        network: where alerts are seen.
        dropping: how many ties go, how often.
        progress: called with the share of the draws done; what it raises stops the work.
    """
    plan = dropping or Dropping()
    edges, weights = network.edges, network.weights
    whole = thinned(edges, np.ones((1, len(edges)), dtype=np.bool_), weights=weights)
    recorded = _seen(network, whole)
    found = {sort: Seen(int(alerts.sum())) for sort, alerts in recorded.items()}
    # A link seen to hold one is true if the network has it at all, whatever it holds there.
    for sort in ("links_of_one", "links_of_several"):
        recorded[sort] = whole.side >= 0
    stays = np.zeros(len(weights), dtype=np.int64)
    done = 0
    for present in dropped(edges, plan):
        copies = _seen(network, thinned(edges, present, weights=weights))
        for sort, alerts in copies.items():
            found[sort] = found[sort].plus(alerts, recorded[sort])
        stays += copies["hinges"].sum(axis=0)
        done += len(present)
        if progress is not None:
            progress(done / plan.draws)
    return Survey(stays=stays / plan.draws, **found)


def _seen(network: Alerts, copies: Thinned) -> dict[str, BoolArray]:
    """The alerts of some copies, by sort, in the names of `Survey`."""
    return {
        "hinges": copies.cut_off >= network.smallest,
        "lone": ~copies.tied & network.known,
        "links_of_one": (copies.side == 0) | (copies.side == 1),
        "links_of_several": copies.side > 1,
    }


def dropped(edges: IntArray, plan: Dropping) -> Iterator[BoolArray]:
    """Draws of the edges that are left, by batches of (draws, k).

    Each draw drops exactly the share of the edges (rounded, one at least), all alike.
    """
    k = len(edges)
    rng = np.random.default_rng(plan.seed)
    gone = min(k, max(1, round(plan.share * k)))
    done = 0
    while done < plan.draws:
        batch = min(plan.draws - done, _COPIES, max(1, _AT_ONCE // max(1, k)))
        present = np.ones((batch, k), dtype=np.bool_)
        chosen = rng.permuted(np.tile(np.arange(k), (batch, 1)), axis=1)[:, :gone]
        np.put_along_axis(present, chosen, values=False, axis=1)
        yield present
        done += batch
