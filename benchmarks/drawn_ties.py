"""Who is drawn with whom: a heavy-tailed, local network with the holes that real ones have.

Activity follows a Pareto law (shape 1.35), as partner counts in surveys do; a partner is of the
same commune (45 %), of the same bassin and theme (25 %), of the same bassin (25 %) or of anywhere;
two pairs in five come from small groups, which close triangles. 18 % of the actors have no tie,
7 % live in islets of two to six.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.int64]
    Floats: TypeAlias = NDArray[np.float64]

ALONE: Final = 0.18
ISLETS: Final = 0.07
IN_GROUPS: Final = 0.4
# Share of partners found so far, when one looks near first.
_SAME_COMMUNE, _SAME_THEME, _SAME_BASSIN = 0.45, 0.70, 0.95


@dataclass(frozen=True, slots=True)
class Places:
    """Where each actor is and what it works on, as numbers."""

    commune: Ints
    bassin: Ints
    theme: Ints


class _Draw:
    """Draws an actor of the same group as another, in proportion to activity."""

    def __init__(self, labels: Ints, activity: Floats) -> None:
        count = np.bincount(labels)
        self._labels = labels
        self._order = np.argsort(labels, kind="stable")
        self._end = np.cumsum(count)
        self._start = self._end - count
        self._sum = np.concatenate([[0.0], np.cumsum(activity[self._order])])

    def near(self, rng: np.random.Generator, actors: Ints) -> Ints:
        group = self._labels[actors]
        low, high = self._sum[self._start[group]], self._sum[self._end[group]]
        drawn = (
            np.searchsorted(self._sum, low + rng.random(len(actors)) * (high - low), "right") - 1
        )
        found: Ints = self._order[np.clip(drawn, self._start[group], self._end[group] - 1)]
        return found


def pairs(rng: np.random.Generator, places: Places, *, wanted: int) -> Ints:
    """Distinct pairs (a < b) of actors, `wanted` rows where the actors allow it.

    Raises:
        ValueError: more pairs than a third of those that exist.
    """
    n = len(places.commune)
    if wanted > n * (n - 1) // 6:
        message = f"{wanted} pairs are too many for {n} actors"
        raise ValueError(message)
    fate = rng.random(n)
    activity = np.minimum(rng.pareto(1.35, n) + 0.25, 60 + 0.02 * n**0.8)
    activity[fate < ALONE + ISLETS] = 0.0
    draw = _Partners(places, activity)
    islets = _islets(rng, np.flatnonzero((fate >= ALONE) & (fate < ALONE + ISLETS)))
    keys = _keys(n, *islets)
    for a, b in _rounds(rng, draw, n=n, wanted=wanted):
        keys = np.union1d(keys, _keys(n, a, b))
        if len(keys) >= wanted:
            break
    # What is too much is dropped at random: sorted keys would empty the last communes.
    keys = np.sort(rng.permutation(keys)[:wanted])
    return np.stack([keys // n, keys % n], axis=1)


class _Partners:
    def __init__(self, places: Places, activity: Floats) -> None:
        themes = int(places.theme.max()) + 1
        self._all = _Draw(np.zeros(len(activity), np.int64), activity)
        self._commune = _Draw(places.commune, activity)
        self._theme = _Draw(places.bassin * themes + places.theme, activity)
        self._bassin = _Draw(places.bassin, activity)

    def sources(self, rng: np.random.Generator, size: int) -> Ints:
        return self._all.near(rng, np.zeros(size, np.int64))

    def targets(self, rng: np.random.Generator, sources: Ints) -> Ints:
        nearness = rng.random(len(sources))
        found = self._all.near(rng, sources)
        for low, high, draw in (
            (0.0, _SAME_COMMUNE, self._commune),
            (_SAME_COMMUNE, _SAME_THEME, self._theme),
            (_SAME_THEME, _SAME_BASSIN, self._bassin),
        ):
            here = (nearness >= low) & (nearness < high)
            found[here] = draw.near(rng, sources[here])
        return found


def _rounds(
    rng: np.random.Generator, draw: _Partners, *, n: int, wanted: int
) -> Iterator[tuple[Ints, Ints]]:
    yield from _groups(rng, draw, wanted=int(wanted * IN_GROUPS))
    # Each round finds fewer new pairs; a small territory is filled by chance alone at the end.
    for attempt in range(60):
        sources = draw.sources(rng, wanted // 2 + 64)
        yield (
            sources,
            draw.targets(rng, sources) if attempt < 40 else rng.integers(0, n, len(sources)),
        )


def _groups(
    rng: np.random.Generator, draw: _Partners, *, wanted: int
) -> Iterator[tuple[Ints, Ints]]:
    """All pairs of groups of 3 to 6 drawn round a lead."""
    for size in (3, 4, 5, 6):
        left, right = np.triu_indices(size, 1)
        leads = draw.sources(rng, max(1, wanted // 4 // len(left)))
        members = np.stack([leads, *(draw.targets(rng, leads) for _ in range(size - 1))], axis=1)
        yield members[:, left].ravel(), members[:, right].ravel()


def _islets(rng: np.random.Generator, actors: Ints) -> tuple[Ints, Ints]:
    """Stars of two to six actors, tied to nobody else."""
    shuffled = rng.permutation(actors)
    sizes = rng.choice([2, 3, 4, 5, 6], len(actors) // 2 + 1, p=[0.5, 0.25, 0.12, 0.08, 0.05])
    ends = np.cumsum(sizes)
    ends = ends[ends <= len(actors)]
    islet = np.searchsorted(ends, np.arange(len(actors)), side="right")
    kept = islet < len(ends)
    starts = np.concatenate([[0], ends[:-1]]) if len(ends) else np.zeros(0, np.int64)
    return shuffled[starts[islet[kept]]], shuffled[kept]


def _keys(n: int, a: Ints, b: Ints) -> Ints:
    """One number a pair, without the actors drawn with themselves."""
    low, high = np.minimum(a, b), np.maximum(a, b)
    return np.unique((low * n + high)[low != high])
