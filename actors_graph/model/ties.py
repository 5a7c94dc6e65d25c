"""The ties of MODEL.md, declared once.

A row of `collaborations` is a statement by somebody; a network collapses statements to pairs.
"""

from __future__ import annotations

from typing import Final

from actors_graph.model import kinds
from actors_graph.model.fields import Field, FieldType, Table

_INT = FieldType.INT
_DATE = FieldType.DATE
_MONEY = FieldType.MONEY

_ID = Field("id", column="id", required=True, help="Vide : calculé à partir de la ligne.")
_SOURCE = Field("source", column="source", required=True, help="D’où vient la ligne.")
_REFERENCE = Field("reference", column="reference", help="Identifiant chez la source.")
_STARTS = Field("starts_on", _DATE, "debut", synonyms=("date_debut",), help="Début.")
_ENDS = Field("ends_on", _DATE, "fin", synonyms=("date_fin",), help="Fin.")
_PROJECT = Field("project", column="projet", refers_to=("projects",))


def _actor(name: str, column: str, *synonyms: str, required: bool = True) -> Field:
    return Field(
        name,
        column=column,
        required=required,
        refers_to=("actors",),
        synonyms=synonyms,
        help="Identifiant d’un acteur.",
    )


COLLABORATIONS: Final = Table(
    name="collaborations",
    label="COLLABORATES_WITH",
    file="collaborations.csv",
    title="Collaborations",
    family=kinds.Family.COLLABORATION,
    source="a",
    target="b",
    undirected=True,
    identity=("nature", "theme", "project", "starts_on", "declared_by", "source"),
    fields=(
        _ID,
        _actor("a", "acteur_a", "source_id"),
        _actor("b", "acteur_b", "cible_id"),
        Field("nature", column="nature", synonyms=("type",), values=kinds.CollaborationNature),
        Field(
            "level",
            _INT,
            "niveau",
            limits=(1, 4),
            synonyms=("intensite",),
            help="1 se connaissent, 2 se coordonnent, 3 coopèrent, 4 portent ensemble ; "
            "vide : non précisé.",
        ),
        Field("level_wording", column="niveau_dit", help="Le niveau dans les mots de la source."),
        Field("frequency", _INT, "frequence", limits=(1, 5), help="1 par an … 5 par jour."),
        _actor("declared_by", "declare_par", required=False),
        Field("evidence", column="preuve", values=kinds.Proof),
        Field("theme", column="theme", refers_to=("themes",)),
        _PROJECT,
        _STARTS,
        _ENDS,
        Field("comment", column="commentaire", internal=True),
        Field("checked_on", _DATE, "verifie_le"),
        _SOURCE,
        _REFERENCE,
    ),
)

FUNDINGS: Final = Table(
    name="fundings",
    label="FUNDS",
    file="financements.csv",
    title="Financements",
    family=kinds.Family.FUNDING,
    source="funder",
    target="beneficiary",
    identity=("nature", "object", "project", "decided_on", "year", "scheme", "source", "reference"),
    fields=(
        _ID,
        _actor("funder", "financeur"),
        _actor("beneficiary", "beneficiaire"),
        Field("amount", _MONEY, "montant", required=True),
        Field("year", _INT, "exercice", limits=(1900, 2200)),
        Field("decided_on", _DATE, "decide_le"),
        Field("object", column="objet"),
        Field("scheme", column="dispositif"),
        Field("nature", column="nature"),
        _PROJECT,
        Field("application", column="demande", refers_to=("applications",)),
        _SOURCE,
        _REFERENCE,
    ),
)

MEMBERSHIPS: Final = Table(
    name="memberships",
    label="MEMBER_OF",
    file="adhesions.csv",
    title="Adhésions",
    family=kinds.Family.MEMBERSHIP,
    source="actor",
    target="organisation",
    identity=("starts_on", "source"),
    fields=(
        _ID,
        _actor("actor", "acteur", "acteur_id"),
        _actor("organisation", "organisme", "organisme_id"),
        _STARTS,
        _ENDS,
        _SOURCE,
        _REFERENCE,
    ),
)

MANDATES: Final = Table(
    name="mandates",
    label="HOLDS_OFFICE",
    file="mandats.csv",
    title="Mandats",
    family=kinds.Family.MANDATE,
    source="elu",
    target="organ",
    identity=("function", "starts_on", "source"),
    fields=(
        _ID,
        _actor("elu", "elu", "elu_id"),
        _actor("organ", "organe", "organe_id"),
        Field("function", column="fonction"),
        Field("rank", _INT, "rang", limits=(0, 10_000), synonyms=("ordre",)),
        _STARTS,
        _ENDS,
        _SOURCE,
        _REFERENCE,
    ),
)

PARTICIPATIONS: Final = Table(
    name="participations",
    label="TAKES_PART",
    file="participations.csv",
    title="Participations",
    family=kinds.Family.PARTICIPATION,
    source="actor",
    target="target",
    identity=("role", "starts_on", "source"),
    fields=(
        _ID,
        _actor("actor", "acteur", "acteur_id"),
        Field(
            "target",
            column="cible",
            required=True,
            refers_to=("committees", "projects"),
            synonyms=("cible_id",),
            help="Identifiant d’un comité ou d’un projet.",
        ),
        Field("role", column="role", required=True, values=kinds.ParticipationRole),
        Field("college", column="college"),
        Field("seat", column="siege", values=kinds.Seat),
        _STARTS,
        _ENDS,
        Field("source", column="source"),
    ),
)

ATTENDANCES: Final = Table(
    name="attendances",
    label="ATTENDED",
    file="presences.csv",
    title="Présences",
    family=kinds.Family.COPRESENCE,
    source="actor",
    target="meeting",
    fields=(
        _ID,
        _actor("actor", "acteur", "acteur_id", required=False),
        Field(
            "meeting",
            column="seance",
            required=True,
            refers_to=("meetings",),
            synonyms=("seance_id",),
            help="Identifiant d’une séance.",
        ),
        Field("state", column="etat", required=True, values=kinds.AttendanceState),
        Field("people", _INT, "nombre", limits=(0, 100_000), help="Nombre de personnes."),
    ),
)

TIES: Final = (COLLABORATIONS, FUNDINGS, MEMBERSHIPS, MANDATES, PARTICIPATIONS, ATTENDANCES)
