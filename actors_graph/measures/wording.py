"""What all the sentences of the measures share: on which ties they rest, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.measures.evidence import Claim
from actors_graph.words import as_of

if TYPE_CHECKING:
    from actors_graph.measures.facts import Facts


def known_on(facts: Facts, claim: Claim) -> str:
    """The beginning of a sentence: a fact of that date, or something to be confirmed."""
    if claim is Claim.QUESTION:
        return f"D’après votre fichier {as_of(facts.network.on)}, à confirmer : "
    return f"D’après les liens connus {as_of(facts.network.on)}, "
