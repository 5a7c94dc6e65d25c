"""The expert set said for a whole network, and the lines of one actor (METHOD §3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.expert import Band, Expert, bands_of
from actors_graph.measures.naming import kind_of, name_of, names_of
from actors_graph.measures.sentences import withheld
from actors_graph.measures.wording import known_on
from actors_graph.model.kinds import ActorKind
from actors_graph.words import count, decimal, number, share

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import FloatArray
    from actors_graph.measures.facts import Facts

_NAMED_AT_MOST: Final = 5
_FIRST: Final = "premiers 10\xa0%, par ordre de nom"
_BANDS: Final = {
    Band.FIRST_TENTH: "premiers 10\xa0%",
    Band.FIRST_QUARTER: "premiers 25\xa0%",
    Band.FIRST_HALF: "première moitié",
    Band.SECOND_HALF: "seconde moitié",
    Band.NOTHING: "sur aucun de ces chemins",
}


def expert_findings(facts: Facts) -> tuple[Finding, ...]:
    """One sentence for each measure of the expert set; why, where it may not be said."""
    return (
        constraint_finding(facts),
        effective_size_finding(facts),
        core_finding(facts),
        betweenness_finding(facts),
        fragmentation_finding(facts),
        assortativity_finding(facts),
    )


def betweenness_finding(facts: Facts) -> Finding:
    """Who is among the first tenth of those by whom the shortest ways pass; by name."""
    bands = Expert(facts).bands if facts.claims["betweenness"] is not Claim.WITHHELD else None
    if bands is None:
        return withheld("betweenness")
    first = [
        row
        for row, band in enumerate(bands)
        if band is Band.FIRST_TENTH and _is_structure(facts, row)
    ]
    said = (
        "les plus courts chemins entre les autres passent le plus souvent par "
        f"{names_of(facts, first, limit=_NAMED_AT_MOST)} ({_FIRST})."
        if first
        else "aucune structure n’est parmi les premiers 10 % de ceux par qui passent les chemins."
    )
    return _finding(facts, "betweenness", said, rows=first)


def constraint_finding(facts: Facts) -> Finding:
    """Who has most room between partners: the first tenth of those with enough of them."""
    if facts.claims["constraint"] is Claim.WITHHELD:
        return withheld("constraint")
    least = BY_FIELD["constraint"].min_partners
    able = np.flatnonzero(facts.partners[: facts.network.actor_count] >= least)
    if not len(able):
        return withheld("constraint")
    # A low constraint is much room.
    bands = bands_of(1 / Expert(facts).constraint[able])
    first = [
        row
        for row, band in zip(able.tolist(), bands, strict=True)
        if band is Band.FIRST_TENTH and _is_structure(facts, row)
    ]
    named = names_of(facts, first, limit=_NAMED_AT_MOST) or "aucune structure"
    said = (
        f"sur {count(len(able), 'acteur')} d’au moins {least} partenaires, ont le plus de marge, "
        f"leurs partenaires étant peu liés entre eux : {named} ({_FIRST})."
    )
    return _finding(facts, "constraint", said, rows=first)


def effective_size_finding(facts: Facts) -> Finding:
    """How many actors have partners of whom no two are tied."""
    if facts.claims["effective_size"] is Claim.WITHHELD:
        return withheld("effective_size")
    least = BY_FIELD["effective_size"].min_partners
    partners = facts.partners[: facts.network.actor_count]
    able = partners >= least
    if not able.any():
        return withheld("effective_size")
    free = int((able & (Expert(facts).effective_size == partners)).sum())
    have = "n’a" if free < 2 else "n’ont"
    said = (
        f"sur {count(int(able.sum()), 'acteur')} d’au moins {least} partenaires, "
        f"{count(free, 'acteur')} {have} que des partenaires sans lien noté entre eux."
        if free
        else f"tous les acteurs d’au moins {least} partenaires en ont qui sont liés entre eux."
    )
    return _finding(facts, "effective_size", said, value=free)


def core_finding(facts: Facts) -> Finding:
    """How many are in the closest core, and how many partners each has there."""
    if facts.claims["core"] is Claim.WITHHELD:
        return withheld("core")
    cores = Expert(facts).core
    level = int(cores.max(initial=0))
    n = int((cores == level).sum())
    said = (
        f"le noyau réunit {count(n, 'acteur')} qui {'en a' if n == 1 else 'ont chacun'} au moins "
        f"{count(level, 'partenaire')} dans ce noyau."
    )
    return _finding(facts, "core", said, value=level)


def fragmentation_finding(facts: Facts) -> Finding:
    """Whose absence would part most pairs: which share can reach each other, with and without."""
    expert = Expert(facts)
    before = expert.fragmentation
    if facts.claims["fragmentation"] is Claim.WITHHELD or before is None:
        return withheld("fragmentation")
    lost = np.nan_to_num(expert.lost, nan=-1.0)
    row = int(lost.argmax())
    if lost[row] <= 0:
        said = "aucun acteur, en s’arrêtant, ne séparerait les autres."
        return _finding(facts, "fragmentation", said, value=0.0)
    after = 1 - float(expert.removal.fragmentation[row])
    said = (
        f"{share(1 - before)} des paires d’acteurs peuvent se joindre ; sans "
        f"{name_of(facts, row)}, {share(after)} des paires qui restent."
    )
    return _finding(facts, "fragmentation", said, rows=[row], value=float(lost[row]))


def assortativity_finding(facts: Facts) -> Finding:
    """Whether ties stay inside a kind, on Newman's scale."""
    value = Expert(facts).assortativity
    if facts.claims["assortativity"] is Claim.WITHHELD or value is None:
        return withheld("assortativity")
    said = (
        f"{_signed(value)} sur une échelle où 1 veut dire que les liens ne relient que des acteurs "
        "de même type, 0 qu’ils se font sans préférence, et moins qu’ils vont plutôt ailleurs."
    )
    return _finding(facts, "assortativity", said, value=value)


def _is_structure(facts: Facts, row: int) -> bool:
    """Élus are in no list by score (METHOD §3): they appear by their role."""
    return kind_of(facts, row) is not ActorKind.ELU


def _signed(value: float) -> str:
    return decimal(value, places=2).replace("-", "−")


def expert_lines(facts: Facts, actor: str) -> tuple[tuple[str, str], ...]:
    """The expert numbers of one actor: field of the measure, value in words.

    Those that may not be said are left out.
    """
    row, expert = facts.network.row_of[actor], Expert(facts)
    if row >= facts.network.actor_count:
        return ()
    lines = {
        "betweenness": _band_words(expert, row),
        "constraint": _number(expert.constraint, row, places=2),
        "effective_size": _effective(facts, expert, row),
        "core": number(int(expert.core[row])),
        "fragmentation": _without(expert, row),
    }
    partners = int(facts.partners[row])
    return tuple(
        (field, value)
        for field, value in lines.items()
        if value
        and facts.claims[field] is not Claim.WITHHELD
        and partners >= BY_FIELD[field].min_partners
    )


def _band_words(expert: Expert, row: int) -> str:
    bands = expert.bands
    return _BANDS[bands[row]] if bands is not None else ""


def _number(values: FloatArray, row: int, *, places: int) -> str:
    value = float(values[row])
    return "" if np.isnan(value) else decimal(value, places=places)


def _effective(facts: Facts, expert: Expert, row: int) -> str:
    value = _number(expert.effective_size, row, places=1)
    return f"{value} sur {count(int(facts.partners[row]), 'partenaire')}" if value else ""


def _without(expert: Expert, row: int) -> str:
    before, after = expert.fragmentation, float(expert.removal.fragmentation[row])
    if before is None or np.isnan(after):
        return ""
    return f"{share(1 - before)} avec lui, {share(1 - after)} sans lui"


def _finding(
    facts: Facts, field: str, said: str, *, rows: list[int] | None = None, value: float = 0.0
) -> Finding:
    claim = facts.claims[field]
    actors = tuple(facts.network.ids[row] for row in rows or ())
    return Finding(field, claim, f"{known_on(facts, claim)}{said}", actors, value or len(actors))
