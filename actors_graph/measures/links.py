"""Ties that nothing replaces: their two sides have no other way to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from actors_graph.measures.facts import Facts


@dataclass(frozen=True, slots=True)
class OnlyLink:
    """A tie without detour; `cuts_off` is the number of actors on its smaller side."""

    first: str
    second: str
    cuts_off: int


def only_links(facts: Facts) -> tuple[OnlyLink, ...]:
    """Ties whose loss would part a group, in the order of their rows. O(n + m log m)."""
    network, cuts = facts.network, facts.cuts
    if not len(cuts.links):
        return ()
    first, second = cuts.links[:, 0], cuts.links[:, 1]
    # The lower end of the search tree holds one side of the tie: its whole subtree.
    lower = np.where(cuts.search.parent[second] == first, second, first)
    below = cuts.below[lower]
    whole = facts.group_sizes[facts.components[lower]]
    smaller = np.minimum(below, whole - below).tolist()
    return tuple(
        OnlyLink(network.ids[one], network.ids[two], size)
        for (one, two), size in zip(cuts.links.tolist(), smaller, strict=True)
    )
