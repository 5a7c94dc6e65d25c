"""Words of the closed values, as a page shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model.kind_words import KIND_NOUNS, STATUS_WORDS
from actors_graph.model.kinds import (
    ActorKind,
    ActorStatus,
    Family,
    ParticipationRole,
    TerritoryKind,
)
from actors_graph.model.levels import LEVEL_WORDS, UNSPECIFIED
from actors_graph.words import capital, date_words

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVELS: Final = {
    **{level: capital(words) for level, words in sorted(LEVEL_WORDS.items(), reverse=True)},
    0: f"Niveau {UNSPECIFIED}",
}
FAMILIES: Final = {
    Family.COLLABORATION: "Liens notés",
    Family.MEMBERSHIP: "Adhésions",
    Family.MANDATE: "Mandats",
    Family.FUNDING: "Financements",
    Family.PARTICIPATION: "Comités et projets",
    Family.COPRESENCE: "Présences aux réunions",
}
ROLES: Final = {
    ParticipationRole.CARRIER: "porteur",
    ParticipationRole.PILOT: "pilote",
    ParticipationRole.FUNDER: "financeur",
    ParticipationRole.PARTNER: "partenaire",
    ParticipationRole.MEMBER: "membre",
    ParticipationRole.BUILT_WITH: "a construit avec",
    ParticipationRole.CONSULTED: "consulté",
    ParticipationRole.INFORMED: "informé",
}
TERRITORIES: Final = {
    TerritoryKind.COMMUNE: "commune",
    TerritoryKind.EPCI: "intercommunalité",
    TerritoryKind.ARRONDISSEMENT: "arrondissement",
    TerritoryKind.CANTON: "canton",
    TerritoryKind.BASSIN: "bassin",
    TerritoryKind.ZONE_EMPLOI: "zone d’emploi",
    TerritoryKind.BASSIN_VIE: "bassin de vie",
    TerritoryKind.QPV: "quartier",
    TerritoryKind.DEPARTEMENT: "département",
    TerritoryKind.REGION: "région",
    TerritoryKind.CUSTOM: "territoire choisi",
}


def kind_label(kind: str) -> str:
    """« Groupe d’habitants »: a kind with its capital, on its own in a cell or a choice."""
    return capital(KIND_NOUNS[ActorKind(kind)])


def territory_label(name: str, kind: str) -> str:
    """« Vichy (bassin) »: two territories may have one name."""
    return f"{name} ({TERRITORIES[TerritoryKind(kind)]})"


def since_words(day: str) -> str:
    """« depuis 2021 », « depuis le 1er mars 2024 »; nothing where the date is unknown."""
    if not day:
        return ""
    return f"depuis {'le ' if len(day) == 10 else ''}{date_words(day)}"


def status_label(fields: Mapping[str, object]) -> str:
    """What is unusual in the life of an actor; nothing for an active one."""
    status = str(fields["status"] or "")
    return STATUS_WORDS.get(ActorStatus(status), "") if status else ""
