"""Who puts families in touch, said for a whole network (METHOD A9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.groups import By
from actors_graph.measures.passages import passages
from actors_graph.measures.sentences import passage_finding, withheld
from actors_graph.measures.wording import known_on
from actors_graph.words import count, listing, number

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import IntArray
    from actors_graph.measures.facts import Facts

_TOLD: Final = 5
_APART: Final = {
    By.KIND: "de types différents, sans lien noté entre eux",
    By.LEVEL: "d’échelons différents, sans lien noté entre eux",
    By.THEME: "de thèmes différents, sans lien noté entre eux",
    By.TERRITORY: "de territoires différents, sans lien noté entre eux",
    By.NONE: "sans lien noté entre eux",
}
# Coordinator, itinerant, gatekeeper, liaison: in the order of the columns of the roles.
_ROLES: Final = (
    "du même {} que l’acteur qui les relie",
    "d’un même autre {}",
    "dont un seul partenaire est du même {} que lui",
    "de deux autres {}s",
)
_GROUP: Final = {By.KIND: "type", By.LEVEL: "échelon"}


def passage_findings(facts: Facts, *, by: By = By.KIND) -> tuple[Finding, ...]:
    """How many put others in touch, then those who are the only way of most pairs."""
    first = bridged_finding(facts, by=by)
    return (first, *only_way_findings(facts, by=by), roles_finding(facts, by=by))


def bridged_finding(facts: Facts, *, by: By = By.KIND) -> Finding:
    """How many actors stand between partners that differ and are not tied."""
    claim, able = facts.claims["pairs_bridged"], _able(facts, "pairs_bridged")
    if claim is Claim.WITHHELD or not len(able):
        return withheld("pairs_bridged")
    n = int((passages(facts, by=by).bridged[able] > 0).sum())
    verb = "met" if n < 2 else "mettent"
    said = (
        f"sur {count(len(able), 'acteur')} d’au moins {_least('pairs_bridged')} partenaires, "
        f"{number(n) if n else 'aucun'} {verb if n else 'ne met'} en relation des partenaires "
        f"{_APART[by]}."
    )
    return Finding("pairs_bridged", claim, f"{known_on(facts, claim)}{said}", (), n)


def only_way_findings(facts: Facts, *, by: By = By.KIND) -> tuple[Finding, ...]:
    """The actors that are the only way of most pairs of partners; or why nobody is named."""
    claim, able = facts.claims["pairs_only_way"], _able(facts, "pairs_only_way")
    if claim is Claim.WITHHELD or not len(able):
        return (withheld("pairs_only_way"),)
    found = passages(facts, by=by)
    order = facts.network.reading_order
    rows = sorted(
        (row for row in able.tolist() if found.only_way[row]),
        key=lambda row: (-found.only_way[row], order[row]),
    )
    if not rows:
        said = "aucun acteur n’est le seul passage entre deux de ses partenaires."
        return (Finding("pairs_only_way", claim, f"{known_on(facts, claim)}{said}", (), 0),)
    return tuple(passage_finding(facts, found, facts.network.ids[row]) for row in rows[:_TOLD])


def roles_finding(facts: Facts, *, by: By = By.KIND) -> Finding:
    """The open pairs of all the actors by role, where each actor is of one group at most."""
    claim, able = facts.claims["roles"], _able(facts, "roles")
    counts = passages(facts, by=by).roles
    noun = _GROUP.get(by, "")
    if claim is Claim.WITHHELD or counts is None or not noun or not len(able):
        return withheld("roles")
    totals = counts[able].sum(axis=0).tolist()
    total = sum(totals)
    if not total:
        said = "aucun acteur ne met en relation deux partenaires sans lien noté entre eux."
        return Finding("roles", claim, f"{known_on(facts, claim)}{said}", (), 0)
    parts = [
        f"{number(n)} {words.format(noun)}" for n, words in zip(totals, _ROLES, strict=True) if n
    ]
    said = (
        f"les acteurs mettent en relation {count(total, 'paire')} de partenaires sans lien noté "
        "entre eux (une paire compte pour chacun de leurs partenaires communs) : "
    )
    return Finding("roles", claim, f"{known_on(facts, claim)}{said}{listing(parts)}.", (), total)


def _least(field: str) -> int:
    return BY_FIELD[field].min_partners


def _able(facts: Facts, field: str) -> IntArray:
    """Rows of the actors with enough partners to be told about."""
    partners = facts.partners[: facts.network.actor_count]
    return np.asarray(np.flatnonzero(partners >= _least(field)))
