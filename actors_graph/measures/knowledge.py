"""What is known at all: fiches checked, ties said by both, where they come from (METHOD A0)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.measures.evidence import CHECKED_WITHIN_YEARS, Claim, Finding
from actors_graph.measures.sentences import withheld
from actors_graph.model.kinds import Family
from actors_graph.words import as_of, capital, count, listing, number, quoted, share

if TYPE_CHECKING:
    from actors_graph.measures.facts import Facts

_SOURCES_NAMED: Final = 4


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the numbers of a network rest on, beyond their `Evidence`.

    Attributes:
        collaborations: tied pairs that somebody declared.
        confirmed: those that two declarants or an act say.
        sources: where the fiches come from and how many of each, the most first.
    """

    collaborations: int
    confirmed: int
    sources: tuple[tuple[str, int], ...]

    @property
    def confirmed_share(self) -> float | None:
        """Share of the declared pairs that are confirmed, 0-1; None without a pair."""
        return self.confirmed / self.collaborations if self.collaborations else None


def knowledge(facts: Facts) -> Knowledge:
    """Count what is confirmed and where the fiches come from; kept with the facts. O(n + m)."""
    return facts.kept("knowledge", lambda: _knowledge(facts))


def _knowledge(facts: Facts) -> Knowledge:
    ties = facts.network.ties.select(["family", "confirmed"]).to_pylist()
    declared = [tie["confirmed"] for tie in ties if tie["family"] == Family.COLLABORATION]
    sources = Counter(source for source in facts.network.actors["source"].to_pylist() if source)
    ordered = sorted(sources.items(), key=lambda one: (-one[1], one[0]))
    return Knowledge(len(declared), sum(map(bool, declared)), tuple(ordered))


def knowledge_findings(facts: Facts) -> tuple[Finding, ...]:
    """Which share of the fiches is recent, then of the ties is confirmed, then the sources."""
    return (completeness_finding(facts), confirmed_finding(facts), *_sources_finding(facts))


def completeness_finding(facts: Facts) -> Finding:
    """Which share of the fiches was checked in the two years before."""
    recent, claim = facts.evidence.completeness, facts.claims["completeness"]
    if recent is None or claim is Claim.WITHHELD:
        return withheld("completeness")
    which = (
        f"{share(recent)} des fiches ont été vérifiées"
        if recent
        else "aucune fiche n’a été vérifiée"
    )
    text = f"{capital(as_of(facts.network.on))}, {which} depuis {CHECKED_WITHIN_YEARS} ans."
    return Finding("completeness", claim, text, (), recent)


def confirmed_finding(facts: Facts) -> Finding:
    """Which share of the declared ties both partners, or an act, say."""
    found, claim = knowledge(facts), facts.claims["confirmed"]
    part = found.confirmed_share
    if claim is Claim.WITHHELD or part is None:
        return withheld("confirmed")
    of = count(found.collaborations, "lien noté")
    said = (
        f"{share(part)} des liens notés ({number(found.confirmed)} sur "
        f"{number(found.collaborations)}) sont confirmés : dits par les deux acteurs, ou par un "
        "acte."
        if found.confirmed
        else f"aucun des {of} n’est encore confirmé par l’autre acteur ou par un acte."
        if found.collaborations > 1
        else "le seul lien noté n’est pas encore confirmé par l’autre acteur ou par un acte."
    )
    return Finding("confirmed", claim, f"{capital(as_of(facts.network.on))}, {said}", (), part)


def _sources_finding(facts: Facts) -> tuple[Finding, ...]:
    found = knowledge(facts).sources
    if not found:
        return ()
    named = listing(
        [f"{quoted(source)} ({count(n, 'fiche')})" for source, n in found], limit=_SOURCES_NAMED
    )
    said = f"Les fiches viennent de {count(len(found), 'source')} : {named}."
    return (Finding("completeness", Claim.OK, said, (), len(found)),)
