"""How well an alert stands when ties are missing (METHOD §5): what may be relied on, what to check.

Ties that nobody noted are the first cause of a false alert. From the network as it is noted, a
fifth of the ties is dropped at random, 200 times:

- an actor that holds others to the rest *stands* by the share of the draws in which it still does;
- an only link always stays one while it is there, since no tie that goes gives it a detour. What
  counts is the reverse: of the links that look like the only one in the draws, how many are in the
  whole network, apart for those that hold one actor and those that hold several;
- likewise for actors without known partner: how many of those that look so in the draws are. As
  the file itself misses ties, that share is a most.

The thresholds come from docs/alertes.md, where networks known whole play the part of the truth.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms.dropping import Alerts, Dropping, survey
from actors_graph.measures.evidence import Claim
from actors_graph.measures.hinges import SMALLEST_HINGE
from actors_graph.measures.links import only_links

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from actors_graph.algorithms.dropping import Seen
    from actors_graph.jobs import Progress
    from actors_graph.measures.evidence import Evidence
    from actors_graph.measures.facts import Facts

# docs/alertes.md: of the hinges that stay in 95 % of the draws or more, 90 % are true or better; of
# the others, half at most.
HOLDS_FROM: Final = 0.95
# Under it, the share of an only link rests on too few of them to be relied on.
LEAST_LINKS: Final = 20

_FIELDS: Final = ("isolates", "cuts_off", "only_links")


class Holds(StrEnum):
    """What an alert is worth when ties are missing."""

    YES = "yes"
    CHECK = "check"

    @property
    def words(self) -> str:
        """As it is written beside the alert (WORDS)."""
        return _WORDS[self]


_WORDS: Final = {
    Holds.YES: "tient même si des liens manquent",
    Holds.CHECK: "à vérifier d’abord",
}


@dataclass(frozen=True, slots=True)
class Stands:
    """How one alert stands: its share of the draws (0-1, None where none shows it), its words."""

    share: float | None
    holds: Holds


@dataclass(frozen=True, slots=True)
class Standing:
    """How the alerts of a network stand.

    Attributes:
        evidence: what the network rests on.
        claims: how far the alerts themselves may be said, by the field of their measure.
        dropping: what was dropped, how often, from which seed.
        hinges: by id, in the order of the rows.
        only_links: by the ids of their ends, in the order of the rows.
        alone: share (0-1) of the actors that look without known partner in the draws and are so
            in the network, a most; None where none is.
    """

    evidence: Evidence
    claims: Mapping[str, Claim]
    dropping: Dropping
    hinges: Mapping[str, Stands]
    only_links: Mapping[tuple[str, str], Stands]
    alone: float | None

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`; `holds` is None where the alert itself is withheld."""
        said = {name: self.claims[name] is not Claim.WITHHELD for name in _FIELDS}
        return {
            "draws": self.dropping.draws,
            "dropped_share": self.dropping.share,
            "seed": self.dropping.seed,
            "holds_from": HOLDS_FROM,
            "hinges": [
                {"id": actor, **_plain(one, said=said["cuts_off"])}
                for actor, one in self.hinges.items()
            ],
            "only_links": [
                {"actors": list(ends), **_plain(one, said=said["only_links"])}
                for ends, one in self.only_links.items()
            ],
            "isolates_share": self.alone,
        }


def standing(
    facts: Facts, *, progress: Progress | None = None, dropping: Dropping | None = None
) -> Standing:
    """Drop ties, count what stays. O(draws (n + m)): 0.1 s for 300 actors, 1 s for 5,000.

    Args:
        facts: the network.
        progress: told the share done at each tenth draw or oftener; where it stops the work.
        dropping: what is dropped; a fifth of the ties, 200 times, if absent.

    Raises:
        JobCancelledError: `progress` was asked to stop.

    References:
        Smith & Moody (2013), Social Networks 35:652, for what missing data does to measures.
    """
    plan = dropping or Dropping()
    found = survey(_alerts(facts), plan, progress=_told(progress))
    cuts = facts.cuts
    rows = np.flatnonzero(cuts.points & (cuts.cut_off >= SMALLEST_HINGE)).tolist()
    ids = facts.network.ids
    return Standing(
        evidence=facts.evidence,
        claims={name: facts.claims[name] for name in _FIELDS},
        dropping=plan,
        hinges={ids[row]: hinge_stands(float(found.stays[row])) for row in rows},
        only_links={
            (link.first, link.second): link_stands(
                found.links_of_one if link.cuts_off < 2 else found.links_of_several
            )
            for link in only_links(facts)
        },
        alone=found.lone.share if found.lone.recorded else None,
    )


def hinge_stands(share: float) -> Stands:
    """How a hinge stands that stays in that share of the draws."""
    return Stands(share, Holds.YES if share >= HOLDS_FROM else Holds.CHECK)


def link_stands(alike: Seen) -> Stands:
    """How an only link stands, by what the draws say of those alike."""
    share = alike.share
    holds = share is not None and share >= HOLDS_FROM and alike.recorded >= LEAST_LINKS
    return Stands(share, Holds.YES if holds else Holds.CHECK)


def _alerts(facts: Facts) -> Alerts:
    network = facts.network
    asked = np.zeros(len(network.ids), dtype=np.bool_)
    asked[: network.actor_count] = network.documented & (network.partners_elsewhere == 0)
    weights = network.is_actor.astype(np.int64)
    return Alerts(network.edges, weights, asked, SMALLEST_HINGE)


def _told(progress: Progress | None) -> Callable[[float], None] | None:
    if progress is None:
        return None
    return lambda share: progress(share, "Essais avec des liens en moins…")


def _plain(one: Stands, *, said: bool) -> dict[str, object]:
    return {"share": one.share, "holds": str(one.holds) if said else None}
