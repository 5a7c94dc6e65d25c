"""Between families: what the crossing ties and the table of families say, in French (A6, A7).

A share is always read beside the one that no preference would give; the verdict has three words,
and « on ne peut pas dire » is one of them. Nobody is blamed for working with his like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.algorithms.resampling import Verdict
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.crossing import SMALLEST_GROUP
from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.groups import By
from actors_graph.measures.judged import are_declared
from actors_graph.measures.sentences import withheld
from actors_graph.measures.wording import known_on
from actors_graph.model.kind_words import KIND_NOUNS
from actors_graph.model.kinds import ActorKind
from actors_graph.words import count, listing, number, of_place, plural, quoted, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.measures.crossing import CrossingTies, GroupCrossing
    from actors_graph.measures.facts import Facts
    from actors_graph.measures.mixing_table import Cell, MixingTable

_DIFFERENT: Final = {
    By.KIND: "de types différents",
    By.LEVEL: "d’échelons différents",
    By.THEME: "sans thème commun",
    By.TERRITORY: "de territoires différents",
}
_OTHER: Final = {
    By.KIND: "d’un autre type",
    By.LEVEL: "d’un autre échelon",
    By.THEME: "sur d’autres thèmes",
    By.TERRITORY: "d’un autre territoire",
}
_OFTEN: Final = {Verdict.LESS: "moins souvent", Verdict.MORE: "plus souvent"}
_SIDE: Final = {Verdict.LESS: "c’est moins", Verdict.MORE: "c’est plus"}
_NO_SIDE: Final = "on ne peut pas dire qu’il y ait une préférence"
_NAMED_AT_MOST: Final = 5
_SEVERAL: Final = (
    "On ne peut pas le dire ainsi : un même acteur peut être de plusieurs thèmes ou territoires."
)
_BY_NATURE: Final = (
    "On ne peut pas le dire de ces liens : adhésions, mandats et financements relient par nature "
    "des acteurs différents. Choisissez les seules collaborations."
)


def crossing_findings(facts: Facts, found: CrossingTies) -> tuple[Finding, ...]:
    """The ties between groups, then the groups that stand out on each side; withheld, why.

    `found` was asked of `facts`, with its verdicts.
    """
    told = [one for one in found.groups if one.claim is not Claim.WITHHELD and one.judged]
    sides = (
        (side, [one for one in told if one.judged and one.judged.verdict is side])
        for side in (Verdict.LESS, Verdict.MORE)
    )
    groups = (_groups_finding(facts, found, side, ones) for side, ones in sides if ones)
    return (crossing_finding(facts, found), *groups)


def crossing_finding(facts: Facts, found: CrossingTies) -> Finding:
    """Which share of the ties joins two groups, beside the share without preference."""
    shares = found.counts.share, found.counts.expected_share
    if found.claim is Claim.WITHHELD or shares[0] is None or shares[1] is None:
        return _withheld_crossing(facts, found)
    said = (
        f"{share(shares[0])} des liens{_level(found.level)} relient des acteurs "
        f"{_DIFFERENT[found.by]}, pour {share(shares[1])} si chacun choisissait ses partenaires "
        "sans préférence"
    )
    if found.judged is not None:
        said += f" : {_SIDE.get(found.judged.verdict, _NO_SIDE)}"
    start = known_on(facts, found.claim)
    return Finding("crossing", found.claim, f"{start}{said}.", (), shares[0])


def _groups_finding(
    facts: Facts, found: CrossingTies, side: Verdict, groups: Sequence[GroupCrossing]
) -> Finding:
    """« Les partenaires des élus (100 %, pour 88 % sans préférence) sont plus souvent… »."""
    named = [
        f"des {_group(facts, found.by, one.group)} ({share(one.share or 0.0)}, pour "
        f"{share(one.expected or 0.0)} sans préférence)"
        for one in groups
    ]
    said = (
        f"les partenaires {listing(named, limit=_NAMED_AT_MOST)} sont {_OFTEN[side]} "
        f"{_OTHER[found.by]}{_level(found.level, ' (liens{})')}."
    )
    claim = groups[0].claim
    return Finding("crossing", claim, f"{known_on(facts, claim)}{said}", (), len(groups))


def mixing_findings(facts: Facts, found: MixingTable) -> tuple[Finding, ...]:
    """The families that meet less, or more, than expected; the table withheld: why."""
    if found.claim is Claim.WITHHELD:
        several = are_declared(facts) and found.actors and not found.cells
        why = Finding("mixing", Claim.WITHHELD, _SEVERAL)
        return (why if several else _withheld(facts, "mixing"),)
    told = [
        cell
        for cell in found.cells
        if cell.judged is not None and cell.judged.verdict is not Verdict.COMPARABLE
    ]
    if not told:
        said = "aucune famille d’acteurs n’en rencontre une autre nettement plus ou moins que les"
        text = f"{known_on(facts, found.claim)}{said} autres{_level(found.level, ', liens{}')}."
        return (Finding("mixing", found.claim, text),)
    return tuple(_cell_finding(facts, found, cell) for cell in told)


def _cell_finding(facts: Facts, found: MixingTable, cell: Cell) -> Finding:
    side = cell.judged.verdict if cell.judged else Verdict.COMPARABLE
    who = (
        f"entre les {_group(facts, found.by, cell.first)} et les "
        f"{_group(facts, found.by, cell.second)}"
        if cell.first != cell.second
        else f"entre {_group(facts, found.by, cell.first)}"
    )
    noted = count(cell.ties, "lien noté")
    text = f"{known_on(facts, cell.claim)}{noted} {who}{_level(found.level, ', liens{},')}"
    text += f" quand on en attendrait {number(round(cell.expected))} : {_SIDE.get(side, '')}."
    if side is Verdict.LESS:
        text += " Ne se connaissent-ils pas, ou ne l’avons-nous pas noté ?"
    return Finding("mixing", cell.claim, text, (), cell.ratio)


def _withheld_crossing(facts: Facts, found: CrossingTies) -> Finding:
    """Why the whole is not told; groups that are too small are named, so that one may narrow."""
    about, small = BY_FIELD["crossing"], found.too_small
    enough = found.actors >= about.min_actors and found.ties >= about.min_ties
    if not (small and enough and are_declared(facts)):
        return _withheld(facts, "crossing")
    named = [_named(facts, found.by, one) for one in small]
    said = (
        f"On ne peut pas le dire ici : il faut {count(SMALLEST_GROUP, 'acteur')} au moins dans "
        f"chaque famille, et nous en connaissons moins pour {listing(named, limit=3)}."
    )
    return Finding("crossing", Claim.WITHHELD, said)


def _withheld(facts: Facts, field: str) -> Finding:
    if facts.evidence.ties and not are_declared(facts):
        return Finding(field, Claim.WITHHELD, _BY_NATURE)
    return withheld(field)


def _level(level: int, pattern: str = "{}") -> str:
    """« de niveau 3 et plus »; nothing at the first one, which is every tie."""
    return pattern.format(f" de niveau {level} et plus") if level > 1 else ""


def _group(facts: Facts, by: By, value: str) -> str:
    """A group in the plural: « associations », « acteurs de « Culture » »."""
    if by is By.KIND:
        return plural(KIND_NOUNS[ActorKind(value)])
    if by is By.TERRITORY:
        return f"acteurs {of_place(facts.network.places.name(value))}"
    of = "d’échelon" if by is By.LEVEL else "de"
    return f"acteurs {of} {_named(facts, by, value)}"


def _named(facts: Facts, by: By, value: str) -> str:
    if by is By.KIND:
        return quoted(KIND_NOUNS[ActorKind(value)])
    if by is By.TERRITORY:
        return quoted(facts.network.places.name(value))
    return quoted(facts.network.theme_names.get(value, value) if by is By.THEME else value)
