"""The closed values of an actor in French, as a sentence holds them: no capital."""

from __future__ import annotations

from typing import Final

from actors_graph.model.kinds import ActorKind, ActorStatus

KIND_NOUNS: Final = {
    ActorKind.ASSOCIATION: "association",
    ActorKind.ELU: "élu",
    ActorKind.PUBLIC_SERVICE: "service public",
    ActorKind.LOCAL_AUTHORITY: "collectivité",
    ActorKind.RESIDENTS_GROUP: "groupe d’habitants",
    ActorKind.ESTABLISHMENT: "établissement",
    ActorKind.SOCIAL_ENTERPRISE: "entreprise de l’économie sociale",
    ActorKind.OTHER: "autre acteur",
}
# What is unusual in the life of an actor: « actif » needs no words.
STATUS_WORDS: Final = {
    ActorStatus.INACTIVE: "inactif",
    ActorStatus.DISSOLVED: "dissous",
    ActorStatus.STUB: "connu par un lien seulement",
    ActorStatus.TO_IDENTIFY: "à identifier",
    ActorStatus.TO_DISCOVER: "pas encore dans l’annuaire",
}
