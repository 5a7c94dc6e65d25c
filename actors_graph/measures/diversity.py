"""Of which kinds the partners of an actor are, by counts; the index only sorts (METHOD A10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms import diversity as indices
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.naming import kind_of, names_of
from actors_graph.measures.sentences import withheld
from actors_graph.measures.wording import known_on
from actors_graph.model.kind_words import KIND_NOUNS
from actors_graph.model.kinds import ActorKind
from actors_graph.words import as_of, count, listing

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import IntArray
    from actors_graph.measures.facts import Facts

# The K of the index: the kinds of the reference list, present or not.
KINDS: Final = tuple(ActorKind)
_MINIMUM: Final = BY_FIELD["diversity"].min_partners
_NAMED_AT_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Diversity:
    """The partners of one actor by kind.

    Attributes:
        actor: its id.
        counts: kinds that it has partners of, the most frequent first, then as the model lists.
        blau: index of Blau, 0 to 1 - 1/K; None without a partner.
        iqv: index of qualitative variation, 0 to 1, K being the number of kinds of the model.
    """

    actor: str
    counts: tuple[tuple[ActorKind, int], ...]
    blau: float | None
    iqv: float | None

    @property
    def partners(self) -> int:
        """Number of partners counted."""
        return sum(n for _, n in self.counts)


def diversity(facts: Facts, actor: str) -> Diversity:
    """Partners of an actor by kind; committees, projects and meetings are none. O(its ties)."""
    counts = _counts(facts, facts.network.row_of[actor])
    named = sorted(
        ((KINDS[place], n) for place, n in enumerate(counts.tolist()) if n),
        key=lambda one: -one[1],
    )
    blau, iqv = indices.blau(counts), indices.qualitative_variation(counts)
    any_partner = bool(counts.any())
    return Diversity(
        actor,
        tuple(named),
        float(blau) if any_partner else None,
        float(iqv) if any_partner else None,
    )


def _counts(facts: Facts, row: int) -> IntArray:
    """Partners of a row by kind, in the order of the model."""
    counts = np.zeros(len(KINDS), dtype=np.int64)
    for other in _partners(facts, row):
        counts[KINDS.index(kind_of(facts, other))] += 1
    return counts


def diversity_finding(facts: Facts, found: Diversity) -> Finding:
    """« Ses 8 partenaires notés au 1er mars 2026 : 5 associations, 2 services publics, 1 élu. »."""
    claim = facts.claims["diversity"]
    if claim is Claim.WITHHELD or found.partners < _MINIMUM:
        return withheld("diversity")
    kinds = listing([count(n, KIND_NOUNS[kind]) for kind, n in found.counts])
    said = f"Ses {count(found.partners, 'partenaire noté')} {as_of(facts.network.on)} : {kinds}."
    return Finding("diversity", claim, said, (found.actor,), found.blau)


def one_kind_finding(facts: Facts) -> Finding:
    """The actors of four partners or more, all of one kind, by name."""
    claim = facts.claims["diversity"]
    network = facts.network
    able = [row for row in range(network.actor_count) if len(_partners(facts, row)) >= _MINIMUM]
    if claim is Claim.WITHHELD or not able:
        return withheld("diversity")
    alike = [row for row in able if len({kind_of(facts, o) for o in _partners(facts, row)}) == 1]
    alike.sort(key=network.reading_order.__getitem__)
    said = f"sur {count(len(able), 'acteur')} d’au moins {_MINIMUM} partenaires, "
    if alike:
        have = "n’a" if len(alike) == 1 else "n’ont"
        said += f"{count(len(alike), 'acteur')} {have} que des partenaires d’un seul type : "
        said += f"{names_of(facts, alike, limit=_NAMED_AT_MOST)}."
    else:
        said += "aucun n’a que des partenaires d’un seul type."
    actors = tuple(network.ids[row] for row in alike)
    return Finding("diversity", claim, f"{known_on(facts, claim)}{said}", actors, len(alike))


def _partners(facts: Facts, row: int) -> list[int]:
    return [other for other in facts.network.graph.adj[row] if other < facts.network.actor_count]
