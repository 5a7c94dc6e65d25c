"""The whole network, a committee, two dates: what they say, in French (A4, A5, A8, A12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.algorithms.resampling import Verdict
from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.sentences import withheld
from actors_graph.measures.wording import known_on
from actors_graph.words import (
    agreed,
    capital,
    count,
    date_words,
    decimal,
    listing,
    number,
    quoted,
    share,
)

if TYPE_CHECKING:
    from actors_graph.measures.concentration import Concentration
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.movement import Movement
    from actors_graph.measures.partners import CommitteeTies, Partners

_NAMED_AT_MOST: Final = 2
_MOVED: Final = {
    Verdict.MORE: (
        "Ils en ont noué nettement plus qu’ils n’en ont perdu ; mieux noter les liens ferait "
        "la même hausse."
    ),
    Verdict.LESS: (
        "Ils en ont perdu nettement plus qu’ils n’en ont noué ; moins bien noter les liens "
        "ferait la même baisse."
    ),
    Verdict.COMPARABLE: (
        "Avec si peu de changements, on ne peut pas dire qu’ils travaillent plus ou moins ensemble."
    ),
}


def partners_finding(facts: Facts, found: Partners) -> Finding:
    """How many partners half of the documented actors have, the mean, and without the institution.

    Of an undocumented actor nobody knows the partners: it is no actor of no partner.
    """
    if found.claim is Claim.WITHHELD or found.median is None or found.mean is None:
        return withheld("mean_partners")
    said = (
        f"la moitié des acteurs documentés ont au plus {_partners(found.median)} ; "
        f"{decimal(found.mean)} en moyenne"
    )
    if found.mean_alone is not None:
        alone = decimal(found.mean_alone)
        alone = "autant" if alone == decimal(found.mean) else alone
        said += f", {alone} sans {_institution(facts)}"
    start = known_on(facts, found.claim)
    return Finding("mean_partners", found.claim, f"{start}{said}.", (), found.mean)


def committee_finding(facts: Facts, found: CommitteeTies) -> Finding:
    """Which share of the pairs of members is tied, and which differences say nothing."""
    if found.claim is Claim.WITHHELD or found.density is None or found.error is None:
        return withheld("density")
    said = f"{share(found.density)} des paires de membres du comité ont un lien noté"
    if found.undocumented:
        known = agreed("documenté", n=found.undocumented, noun="acteur")
        said += f" ({count(found.undocumented, 'acteur')} non {known} parmi les membres)"
    # Twice the error: what 95 % of such draws keep to.
    points = max(1, round(200 * found.error))
    said += (
        f". Avec {number(found.members)} membres, un écart de moins de {count(points, 'point')} "
        "d’une année à l’autre ne dit rien"
    )
    start = known_on(facts, found.claim)
    return Finding("density", found.claim, f"{start}{said}.", (), found.density)


def concentration_finding(facts: Facts, found: Concentration) -> Finding:
    """How far the ties gather on one actor, with and without the institution, and beside chance."""
    if found.claim is Claim.WITHHELD or found.value is None:
        return withheld("degree_centralisation")
    said = (
        f"la concentration des liens est de {share(found.value)} (100\xa0% : tout passerait par "
        "un seul acteur)"
    )
    left = found.alone
    if left is not None and left.value is not None and left.claim is not Claim.WITHHELD:
        same = share(left.value) == share(found.value)
        alone = "autant" if same else f"de {share(left.value)}"
        said += f" ; {alone} sans {_named(facts, found.without)}"
    said += f".{_beside_chance(found)}"
    start = known_on(facts, found.claim)
    return Finding("degree_centralisation", found.claim, f"{start}{said}", (), found.value)


def _beside_chance(found: Concentration) -> str:
    if found.judged is None:
        return ""
    low, high = found.judged.chance.low, found.judged.chance.high
    band = f"de {share(max(0.0, low))} à {share(high)}"
    same = f"autant de liens répartis sans préférence ({band})"
    if found.judged.verdict is Verdict.COMPARABLE:
        return f" C’est comparable à ce que donneraient {same}."
    side = "plus" if found.judged.verdict is Verdict.MORE else "moins"
    return f" C’est {side} que ce que donneraient {same} ; ce n’est pas un défaut."


def movement_finding(facts: Facts, found: Movement) -> Finding:
    """Ties kept, new and lost between two dates; `facts` are those of the later one."""
    if found.claim is Claim.WITHHELD:
        return withheld("movement")
    kept, new, lost = (len(pairs) for pairs in (found.kept, found.new, found.lost))
    moved = [
        f"{count(kept, 'lien maintenu')}",
        f"{number(new)} {'nouveaux' if new > 1 else 'nouveau'}" if new else "aucun nouveau",
        f"{number(lost)} qui {'ne sont plus notés' if lost > 1 else 'n’est plus noté'}"
        if lost
        else "aucun perdu",
    ]
    said = (
        f"depuis {_since(found.before.as_of)}, entre les {count(found.stayers, 'acteur')} "
        f"présents aux deux dates : {listing(moved)}"
    )
    if found.undated:
        uncounted = agreed("compté", n=found.undated, noun="lien")
        said += f" ({count(found.undated, 'lien sans date')} non {uncounted})"
    said += f". {_came_and_went(found)}"
    if found.judged is not None:
        said += f" {_MOVED[found.judged.verdict]}"
    start = known_on(facts, found.claim)
    return Finding("movement", found.claim, f"{start}{said}", (), found.jaccard)


def _since(day: str) -> str:
    return f"le {date_words(day)}" if len(day) == 10 else date_words(day)


def _came_and_went(found: Movement) -> str:
    came, went = len(found.entries), len(found.exits)
    if not came and not went:
        return "Aucun acteur n’est arrivé ni parti."
    arrived = f"{count(came, 'acteur')} {agreed('arrivé', n=came, noun='acteur')}"
    left = f"{count(went, 'acteur')} {agreed('parti', n=went, noun='acteur')}"
    return capital(f"{arrived}, {left}.")


def _partners(median: float) -> str:
    return f"{decimal(median)} {'partenaires' if median >= 2 else 'partenaire'}"


def _institution(facts: Facts) -> str:
    inside = [one for one in facts.network.ids if one in facts.network.institution]
    return _named(facts, inside)


def _named(facts: Facts, actors: list[str] | tuple[str, ...]) -> str:
    """« le Département et ses services », or one or two names."""
    if len(actors) > _NAMED_AT_MOST and set(actors) <= facts.network.institution:
        return "le Département et ses services"
    names = [quoted(facts.network.labels[facts.network.row_of[one]]) for one in actors]
    return listing(names, limit=_NAMED_AT_MOST)
