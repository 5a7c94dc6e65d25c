"""Same actor? Candidates by register number and by name, each with its reason.

A room that knows names and communes, and neither files nor the store: `Records` come in, pairs of
positions go out. What a pair leads to (a question, a merge, « deux structures ») is decided above.
"""

from __future__ import annotations

from actors_graph.matching.index import Hit, NameIndex
from actors_graph.matching.pairs import same_actor_pairs
from actors_graph.matching.records import Doubt, Likeness, Pair, Reason, Records, Verdict
from actors_graph.matching.why import why

__all__ = [
    "Doubt",
    "Hit",
    "Likeness",
    "NameIndex",
    "Pair",
    "Reason",
    "Records",
    "Verdict",
    "same_actor_pairs",
    "why",
]
