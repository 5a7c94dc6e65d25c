"""The network of a page as the columns of its map."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.map.communities import detected_groups
from actors_graph.map.figure import MapInput
from actors_graph.measures import Claim, alone
from actors_graph.model.kinds import ActorStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors_graph.map.arrays import IntArray
    from actors_graph.measures import Facts
    from actors_graph.ui.directory import Directory

# A group of fewer actors is not named: its own names say more.
_NAMED_FROM: Final = 4


def figure_of(facts: Facts, directory: Directory) -> MapInput:
    """The columns of the map of a network of actors.

    Groups are found in the ties and named after the theme and the commune most frequent in them:
    an aid to the eye, on which no sentence rests.
    """
    network = facts.network
    n = network.actor_count
    rows = [directory.row_of[actor] for actor in network.ids[:n]]
    edges = network.edges
    levels = _levels(facts, edges)
    groups = detected_groups(edges, 1.0 + levels.astype(np.float64), count=n)
    said = facts.claims["articulation_points"] is not Claim.WITHHELD
    cuts_off = np.where(facts.cuts.points[:n], facts.cuts.cut_off[:n], 0) if said else np.zeros(n)
    status = network.actors["status"].to_pylist()
    return MapInput(
        ids=network.ids[:n],
        names=network.labels[:n],
        kinds=tuple(network.actors["kind"].to_pylist()),
        places=tuple(directory.communes[row] for row in rows),
        edges=edges,
        levels=levels,
        partners=facts.partners[:n] + network.partners_elsewhere,
        groups=groups,
        group_labels=_labels(facts, directory, groups),
        cuts_off=cuts_off.astype(np.int64),
        documented=network.documented,
        stub=np.array([one == ActorStatus.STUB for one in status], dtype=np.bool_),
        unasked=facts.unasked,
        to_call=len(alone(facts).to_call),
    )


def _levels(facts: Facts, edges: IntArray) -> IntArray:
    """Highest level of each edge, over its families; 0 where nobody said it."""
    ties = facts.network.ties
    levels = np.zeros(len(edges), dtype=np.int64)
    if not len(edges):
        return levels
    wide = np.int64(len(facts.network.ids))
    places = np.searchsorted(
        edges[:, 0] * wide + edges[:, 1],
        ties["first"].to_numpy() * wide + ties["second"].to_numpy(),
    )
    stated = ties["level"].fill_null(0).to_numpy()
    np.maximum.at(levels, places, stated)
    return levels


def _labels(facts: Facts, directory: Directory, groups: IntArray) -> tuple[str, ...]:
    network = facts.network
    total = int(groups.max(initial=-1)) + 1
    themes = network.actors["themes"].to_pylist()
    alone = facts.alone
    labels = []
    for group in range(total):
        rows = [row for row in np.flatnonzero(groups == group).tolist() if not alone[row]]
        if len(rows) < _NAMED_FROM:
            labels.append("")
            continue
        theme = _most_frequent(one for row in rows for one in themes[row] or ())
        place = _most_frequent(
            directory.communes[directory.row_of[network.ids[row]]] for row in rows
        )
        parts = (directory.name(theme) if theme else "", place)
        labels.append(" · ".join(part for part in parts if part))
    return tuple(labels)


def _most_frequent(texts: Iterable[str]) -> str:
    """The most frequent text, the first in alphabetical order among equals; empty for none."""
    counted = Counter(text for text in texts if text)
    return min(counted, key=lambda text: (-counted[text], text), default="")
