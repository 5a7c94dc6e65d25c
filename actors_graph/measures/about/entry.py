"""One measure as it is explained, and the subjects under which measures are told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Subject(Enum):
    """What a reader asks about, in the order of the Méthode page; its value is its title."""

    KNOWN = "Que savons-nous vraiment ?"
    ALONE = "Qui n’a pas de partenaire connu ?"
    HINGES = "Qu’est-ce qui tient ensemble, et par qui ?"
    PARTNERS = "Combien de partenaires, et autour de qui ?"
    FAMILIES = "Les familles d’acteurs se rencontrent-elles ?"
    COVERAGE = "Que manque-t-il sur le territoire ?"
    MOVEMENT = "Qu’est-ce qui a changé ?"
    POSITIONS = "Pour les spécialistes"


@dataclass(frozen=True, slots=True)
class About:
    """One measure.

    Attributes:
        field: key in `measures --json`; anchor of the Méthode page.
        question: what the reader wants to know.
        name: name on a screen.
        term: name in the field of network analysis, in French.
        english: the same in English, as books and packages write it.
        formula: how it is computed.
        reading: how to read it.
        misleads: when it is wrong or unfair.
        minimum: below what it is not said, in French, after « il faut ».
        reference: where it comes from.
        also: other words by which a reader may look for it.
        caveat: a short sentence to show beside the number; empty: none.
        min_actors: fewer actors than that: withheld.
        min_ties: fewer tied pairs than that: withheld.
        checked: whether it is a question until 80 % of the actors are recently checked.
        min_partners: an actor with fewer partners has no such number on a screen.
    """

    field: str
    question: str
    name: str
    term: str
    english: str
    formula: str
    reading: str
    misleads: str
    minimum: str
    reference: str
    also: str = ""
    caveat: str = ""
    min_actors: int = 1
    min_ties: int = 0
    checked: bool = False
    min_partners: int = 0
