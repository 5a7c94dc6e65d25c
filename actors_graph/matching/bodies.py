"""What sort of organisation a name says it is.

A mairie and its CCAS, a directorate and its institution, a school and its parents' association
have much of a name in common and are not one actor: two sorts are never more than a question.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from actors_graph.matching.lexicon import SCHOOLS, SERVICES

if TYPE_CHECKING:
    from collections.abc import Sequence


class Body(Enum):
    """The sorts that people confuse; `OTHER` is every other one."""

    COMMUNE = "une commune"
    SOCIAL_ACTION = "un CCAS"
    GROUPING = "une intercommunalité"
    DEPARTEMENT = "un département"
    REGION = "une région"
    SERVICE = "un service"
    SCHOOL = "un établissement scolaire"
    PARENTS = "des parents d’élèves"
    OTHER = "un autre organisme"


_HEADS: Final = {
    "commune": Body.COMMUNE,
    "communaute": Body.GROUPING,
    "departement": Body.DEPARTEMENT,
    "region": Body.REGION,
}


def body_of(words: Sequence[str]) -> Body:
    """The sort of organisation that words of a name say, abbreviations written out, singular.

    >>> body_of(("parent", "eleve", "ecole", "jules", "ferry"))
    <Body.PARENTS: 'des parents d’élèves'>
    """
    if "parent" in words and "eleve" in words:
        return Body.PARENTS
    if "action" in words and {"communal", "intercommunal"} & set(words) and "centre" in words:
        return Body.SOCIAL_ACTION
    if SERVICES.intersection(words[:2]) or ("commune" in words[:1] and "service" in words):
        return Body.SERVICE
    head = words[0] if words else ""
    if head in SCHOOLS:
        return Body.SCHOOL
    return _HEADS.get(head, Body.OTHER)
