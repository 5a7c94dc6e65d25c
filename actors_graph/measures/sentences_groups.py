"""What holds together, said for a whole network: groups, hinges, only links (METHOD A2, A3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.links import only_links
from actors_graph.measures.narrower import at_each_level
from actors_graph.measures.sentences import link_finding, withheld
from actors_graph.measures.summary import summary
from actors_graph.measures.wording import known_on
from actors_graph.words import count, number, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.measures.facts import Facts
    from actors_graph.measures.hinges import Hinge

# Under that level a tie may be no more than knowing each other.
CLOSER: Final = 2
_LINKS_TOLD: Final = 5


def closer_groups_finding(facts: Facts) -> Finding | None:
    """How the network holds by ties of level 2 and more: one weak tie may join two worlds.

    None where the scope has no level, or starts at 2 already.
    """
    if facts.network.scope.min_level >= CLOSER or CLOSER not in at_each_level(facts):
        return None
    narrowed = at_each_level(facts)[CLOSER]
    claim = narrowed.claims["components"]
    if claim is Claim.WITHHELD:
        return withheld("components")
    groups = int((narrowed.group_sizes > 1).sum())
    largest = share(summary(narrowed).largest_component / narrowed.evidence.n)
    said = (
        f"par les liens de niveau {CLOSER} et plus, les acteurs reliés forment "
        f"{count(groups, 'groupe')} sans lien entre eux ; le plus grand réunit {largest} des "
        "acteurs."
        if groups > 1
        else f"par les liens de niveau {CLOSER} et plus, {largest} des acteurs sont reliés de "
        "proche en proche."
    )
    return Finding("components", claim, f"{known_on(facts, claim)}{said}", (), groups)


def largest_finding(facts: Facts) -> Finding:
    """How many actors the largest group holds."""
    found = summary(facts)
    n = found.largest_component
    said = (
        f"le plus grand groupe relié compte {count(n, 'acteur')} sur {number(found.actors)}."
        if n > 1
        else "aucun acteur n’est relié à un autre."
    )
    return _finding(facts, "largest_component", said, float(n))


def connectedness_finding(facts: Facts) -> Finding:
    """Which share of the pairs of actors can reach each other."""
    value = summary(facts).connectedness
    if value is None:
        return withheld("connectedness")
    which = f"{share(value)} des paires d’acteurs peuvent" if value else "aucune paire ne peut"
    said = f"{which} se joindre, au besoin par d’autres."
    return _finding(facts, "connectedness", said, value)


def hinges_finding(facts: Facts) -> Finding:
    """How many alone link some to the others; whom they hold is told one by one."""
    n = int(facts.cuts.points.sum())
    noun = "acteur" if not facts.network.scope.is_two_mode else "acteur, comité, projet ou réunion"
    if not n:
        return _finding(facts, "articulation_points", _no_hinge(facts), 0.0)
    verb = "fait" if n == 1 else "font"
    who = (
        count(n, noun) if noun == "acteur" else f"{number(n)} acteurs, comités, projets ou séances"
    )
    said = f"{who} {verb} seul{'s' if n > 1 else ''} le lien entre d’autres."
    return _finding(facts, "articulation_points", said, float(n))


def _no_hinge(facts: Facts) -> str:
    if facts.network.scope.is_two_mode:
        return "personne, aucun comité ni projet ne fait seul le lien entre d’autres."
    return "aucun acteur ne fait seul le lien entre d’autres."


def more_hinges_finding(facts: Facts, rest: Sequence[Hinge]) -> Finding:
    """How many more hold others, where the first ones were told one by one."""
    most = count(rest[0].cuts_off, "acteur")
    others = f"{number(len(rest))} autres font" if len(rest) > 1 else "1\xa0autre fait"
    said = f"{others} de même, pour {most} au plus."
    return _finding(facts, "cuts_off", said, float(len(rest)))


def links_findings(facts: Facts) -> tuple[Finding, ...]:
    """How many ties have no detour; then those that hold at least two actors, the most first."""
    found = only_links(facts)
    n = len(found)
    said = (
        f"{count(n, 'lien noté')} {'est' if n == 1 else 'sont'} sans détour : "
        f"{'ses deux côtés ne se joignent' if n == 1 else 'leurs deux côtés ne se joignent'} que "
        "par là."
        if n
        else "chaque lien noté a un détour."
    )
    first = _finding(facts, "only_links", said, float(n))
    if first.claim is Claim.WITHHELD:
        return (first,)
    telling = sorted((one for one in found if one.cuts_off > 1), key=lambda one: -one.cuts_off)
    return (first, *(link_finding(facts, one) for one in telling[:_LINKS_TOLD]))


def _finding(facts: Facts, field: str, said: str, value: float) -> Finding:
    claim = facts.claims[field]
    if claim is Claim.WITHHELD:
        return withheld(field)
    return Finding(field, claim, f"{known_on(facts, claim)}{said}", (), value)
