"""The closed lists of MODEL.md: members have ASCII names, values are the French words of the files.

Add a kind here and nowhere else: columns, checks, templates and the dictionary read it.
"""

from __future__ import annotations

from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    ASSOCIATION = "association"
    ELU = "elu"
    PUBLIC_SERVICE = "service_public"
    LOCAL_AUTHORITY = "collectivite"
    RESIDENTS_GROUP = "groupe_habitants"
    ESTABLISHMENT = "etablissement"
    SOCIAL_ENTERPRISE = "entreprise_ess"
    OTHER = "autre"


class ActorStatus(StrEnum):
    """Where an actor stands in its life, or in our knowledge of it."""

    ACTIVE = "actif"
    INACTIVE = "inactif"
    DISSOLVED = "dissous"
    STUB = "inconnu"
    TO_IDENTIFY = "a_identifier"
    TO_DISCOVER = "a_decouvrir"


class Visibility(StrEnum):
    """Who may read an actor."""

    PUBLIC = "public"
    INTERNAL = "interne"


class GeoPrecision(StrEnum):
    """How precisely an actor is placed."""

    ADDRESS = "adresse"
    COMMUNE = "commune"
    NONE = "aucune"


class TerritoryKind(StrEnum):
    """The perimeters people speak of."""

    COMMUNE = "commune"
    EPCI = "epci"
    ARRONDISSEMENT = "arrondissement"
    CANTON = "canton"
    BASSIN = "bassin"
    ZONE_EMPLOI = "zone_emploi"
    BASSIN_VIE = "bassin_vie"
    QPV = "qpv"
    DEPARTEMENT = "departement"
    REGION = "region"
    CUSTOM = "perso"


class CommitteeLevel(StrEnum):
    """The level at which a committee sits."""

    DEPARTEMENTAL = "departemental"
    LOCAL = "local"
    THEMATIC = "thematique"


class ProjectKind(StrEnum):
    """What a project is."""

    INITIATIVE = "initiative"
    ACTION_SHEET = "fiche_action"
    EVENT = "evenement"


class ProjectState(StrEnum):
    """How far a project is."""

    CONSIDERED = "envisage"
    RUNNING = "en_cours"
    FINISHED = "termine"
    ABANDONED = "abandonne"


class Publication(StrEnum):
    """Whether a project's page may be shown."""

    DRAFT = "brouillon"
    AGREED = "valide"
    PUBLISHED = "publie"


class MeetingKind(StrEnum):
    """What a meeting is."""

    COMMITTEE = "comite"
    WORKSHOP = "atelier"
    SEMINAR = "seminaire"
    TRAINING = "formation"
    PROJECT_REVIEW = "revue_de_projets"
    OTHER = "autre"


class FollowUpState(StrEnum):
    """How far a follow-up is."""

    TO_DO = "a_faire"
    RUNNING = "en_cours"
    DONE = "fait"
    ABANDONED = "abandonne"


class Decision(StrEnum):
    """What became of an application."""

    PENDING = "en_attente"
    GRANTED = "retenue"
    REFUSED = "refusee"


class CollaborationNature(StrEnum):
    """What two actors do together."""

    PARTNERSHIP = "partenariat"
    AGREEMENT = "convention"
    SECONDMENT = "mise_a_disposition"
    REFERRAL = "orientation"
    INFORMATION = "information"
    OTHER = "autre"


class Proof(StrEnum):
    """What a statement of collaboration rests on."""

    DECLARATION = "declaration"
    ACT = "acte"
    ESTIMATE = "estimation"


class ParticipationRole(StrEnum):
    """The part an actor takes in a committee or a project."""

    CARRIER = "porteur"
    PILOT = "pilote"
    FUNDER = "financeur"
    PARTNER = "partenaire"
    MEMBER = "membre"
    BUILT_WITH = "a_construit_avec"
    CONSULTED = "consulte"
    INFORMED = "informe"


class Seat(StrEnum):
    """The seat of a member of a committee."""

    HOLDER = "titulaire"
    SUBSTITUTE = "suppleant"


class AttendanceState(StrEnum):
    """What an actor did with an invitation."""

    INVITED = "invite"
    ACCEPTED = "accepte"
    REFUSED = "refuse"
    PRESENT = "present"
    EXCUSED = "excuse"
    ABSENT = "absent"


class Family(StrEnum):
    """The families of ties, never summed without being named."""

    COLLABORATION = "collaboration"
    FUNDING = "financement"
    MEMBERSHIP = "adhesion"
    MANDATE = "mandat"
    PARTICIPATION = "participation"
    COPRESENCE = "copresence"
