"""What all the sentences of the measures share: on which ties they rest, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.measures.evidence import Claim
from actors_graph.words import as_of

if TYPE_CHECKING:
    from actors_graph.measures.facts import Facts


def known_on(facts: Facts, claim: Claim) -> str:
    """The beginning of a sentence: a fact of that date, or something to be confirmed.

    Where ties lead out of what was chosen, it says that only the choice was looked at: who seems
    held by one actor alone may have partners outside.
    """
    where = f"{as_of(facts.network.on)}{' dans ce choix' if facts.network.ties_leaving else ''}"
    if claim is Claim.QUESTION:
        return f"D’après votre fichier {where}, à confirmer : "
    return f"D’après les liens connus {where}, "
