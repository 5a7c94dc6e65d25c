"""The nodes of MODEL.md, declared once.

References are ids of other rows; `relation` is the relationship they become in Neo4j. An actor's
`commune_code` refers to the territory `com:<code>`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model import kinds
from actors_graph.model.fields import Field, FieldType, Table

if TYPE_CHECKING:
    from actors_graph.model.fields import EnumClass

_INT = FieldType.INT
_FLOAT = FieldType.FLOAT
_DATE = FieldType.DATE
_MONEY = FieldType.MONEY
_LIST = FieldType.LIST

_ID = Field("id", column="id", required=True, help="Identifiant stable de la ligne.")
_SOURCE = Field("source", column="source", required=True, help="D’où vient la ligne.")
_REFERENCE = Field(
    "reference",
    column="reference",
    synonyms=("source_id",),
    help="Identifiant de la ligne chez sa source.",
)
_LAT = Field("lat", _FLOAT, "lat", limits=(-90, 90), synonyms=("latitude",), help="Latitude.")
_LON = Field("lon", _FLOAT, "lon", limits=(-180, 180), synonyms=("longitude",), help="Longitude.")
_YEAR_LIMITS: Final = (1900, 2200)


def _kind(values: EnumClass) -> Field:
    return Field("kind", column="type", required=True, values=values)


ACTORS: Final = Table(
    name="actors",
    label="Actor",
    file="acteurs.csv",
    title="Acteurs",
    fields=(
        _ID,
        Field("name", column="nom", required=True, help="Nom de la structure ou de l’élu."),
        _kind(kinds.ActorKind),
        Field("subtype", column="sous_type", help="Précision libre du type."),
        Field("acronym", column="sigle", help="Sigle."),
        Field("siren", column="siren", help="9 chiffres."),
        Field("siret", column="siret", help="14 chiffres."),
        Field("rna", column="rna", help="W suivi de 9 caractères."),
        Field("commune", column="commune", help="Commune, telle qu’elle est écrite."),
        Field(
            "commune_code",
            column="code_insee",
            refers_to=("territories",),
            relation="LOCATED_IN",
            synonyms=("commune_code",),
            help="Code INSEE de la commune, 5 caractères.",
        ),
        Field("postal_code", column="code_postal", help="Code postal."),
        Field("address", column="adresse", help="Adresse."),
        _LAT,
        _LON,
        Field(
            "themes",
            _LIST,
            "themes",
            refers_to=("themes",),
            relation="WORKS_ON",
            synonyms=("thematiques", "theme"),
            help="Identifiants des thèmes, séparés par |.",
        ),
        Field(
            "acts_in",
            _LIST,
            "agit_sur",
            refers_to=("territories",),
            relation="ACTS_IN",
            help="Identifiants des territoires où l’acteur agit, séparés par |.",
        ),
        Field(
            "part_of",
            column="rattache_a",
            refers_to=("actors",),
            relation="PART_OF",
            help="Acteur dont celui-ci est un service ou une antenne.",
        ),
        Field("description", column="description", help="Ce que fait l’acteur."),
        Field("phone", column="telephone", help="Téléphone de la structure."),
        Field("email", column="courriel", synonyms=("email",), help="Courriel de la structure."),
        Field("website", column="site_web", help="Site."),
        Field("status", column="statut", values=kinds.ActorStatus, help="Vide : actif."),
        Field(
            "steward",
            column="suivi_par",
            refers_to=("territories",),
            relation="FOLLOWED_BY",
            internal=True,
            help="Territoire dont le chargé de mission suit la fiche.",
        ),
        Field(
            "partners_asked_on",
            _DATE,
            "partenaires_demandes_le",
            help="Date à laquelle on lui a demandé ses partenaires.",
        ),
        Field("created_on", _DATE, "cree_le", help="Création de la structure."),
        Field("dissolved_on", _DATE, "dissous_le", help="Dissolution."),
        Field("visibility", column="diffusion", values=kinds.Visibility, help="Vide : public."),
        Field("checked_on", _DATE, "verifie_le", help="Dernière vérification de la fiche."),
        _SOURCE,
        _REFERENCE,
        Field("geo_precision", derived=True, values=kinds.GeoPrecision),
        Field("search", derived=True),
    ),
)

CONTACTS: Final = Table(
    name="contacts",
    label="Contact",
    file="contacts.csv",
    title="Contacts",
    fields=(
        _ID,
        Field(
            "actor",
            column="structure",
            required=True,
            internal=True,
            refers_to=("actors",),
            relation="CONTACT_OF",
            help="Identifiant de la structure.",
        ),
        Field("last_name", column="nom", required=True, personal=True, internal=True),
        Field("first_name", column="prenom", personal=True, internal=True),
        Field("role", column="fonction", internal=True, help="Fonction dans la structure."),
        Field("phone", column="telephone", personal=True, internal=True),
        Field("email", column="courriel", synonyms=("email",), personal=True, internal=True),
        Field(
            "told_on",
            _DATE,
            "informe_le",
            internal=True,
            help="Date à laquelle la personne a été informée.",
        ),
        Field("source", column="source", internal=True),
    ),
    identity=("actor", "last_name", "first_name"),
)

TERRITORIES: Final = Table(
    name="territories",
    label="Territory",
    file="territoires.csv",
    title="Territoires",
    fields=(
        _ID,
        _kind(kinds.TerritoryKind),
        Field("code", column="code", help="Code officiel, s’il y en a un."),
        Field("name", column="nom", required=True),
        Field(
            "parents",
            _LIST,
            "parents",
            refers_to=("territories",),
            relation="PART_OF",
            synonyms=("parent_id", "autres_parents"),
            help="Territoires qui le contiennent, séparés par |.",
        ),
        Field("communes", _LIST, "communes", help="Codes INSEE, pour un bassin ou un périmètre."),
        _LAT,
        _LON,
        Field("population", _INT, "population", limits=(0, 100_000_000)),
    ),
)

THEMES: Final = Table(
    name="themes",
    label="Theme",
    file="themes.csv",
    title="Thèmes",
    fields=(
        _ID,
        Field("label", column="libelle", required=True),
        Field("parent", column="parent", refers_to=("themes",), relation="BROADER"),
        Field("synonyms", _LIST, "synonymes", help="Autres mots du même thème, séparés par |."),
    ),
)

COMMITTEES: Final = Table(
    name="committees",
    label="Committee",
    file="comites.csv",
    title="Comités",
    fields=(
        _ID,
        Field("name", column="nom", required=True),
        Field("level", column="niveau", required=True, values=kinds.CommitteeLevel),
        Field("territory", column="territoire", refers_to=("territories",), relation="COVERS"),
        Field("parent", column="parent", refers_to=("committees",), relation="REPORTS_TO"),
        Field("starts_on", _DATE, "debut"),
        Field("ends_on", _DATE, "fin"),
    ),
)

PROJECTS: Final = Table(
    name="projects",
    label="Project",
    file="projets.csv",
    title="Projets",
    fields=(
        _ID,
        Field("name", column="nom", required=True),
        _kind(kinds.ProjectKind),
        Field(
            "edition_of",
            column="edition_de",
            refers_to=("projects",),
            relation="EDITION_OF",
            help="Projet dont celui-ci est une édition.",
        ),
        Field("committee", column="comite", refers_to=("committees",), relation="OF_COMMITTEE"),
        Field("territory", column="territoire", refers_to=("territories",), relation="COVERS"),
        Field("themes", _LIST, "themes", refers_to=("themes",), relation="WORKS_ON"),
        Field("state", column="etat", values=kinds.ProjectState),
        Field("publication", column="publication", values=kinds.Publication),
        Field("starts_on", _DATE, "debut"),
        Field("ends_on", _DATE, "fin"),
        Field("budget", _MONEY, "budget"),
        Field("summary", column="resume"),
        Field("audience", column="pour_qui"),
        Field("inhabitants", column="part_des_habitants"),
        Field("result", column="resultat"),
        Field("reuse", column="a_reprendre"),
        Field("source", column="source"),
        _REFERENCE,
    ),
)

MEETINGS: Final = Table(
    name="meetings",
    label="Meeting",
    file="seances.csv",
    title="Séances",
    fields=(
        _ID,
        _kind(kinds.MeetingKind),
        Field("title", column="titre"),
        Field("held_on", _DATE, "date", required=True),
        Field("place", column="lieu"),
        Field("committee", column="comite", refers_to=("committees",), relation="OF_COMMITTEE"),
        Field("project", column="projet", refers_to=("projects",), relation="OF_PROJECT"),
        Field("territory", column="territoire", refers_to=("territories",), relation="COVERS"),
        Field("agenda", column="ordre_du_jour"),
        Field("decisions", column="decisions"),
        Field("source", column="source"),
    ),
)

FOLLOW_UPS: Final = Table(
    name="followups",
    label="FollowUp",
    file="suites.csv",
    title="Suites",
    fields=(
        _ID,
        Field("what", column="quoi", required=True),
        Field("actor", column="qui", refers_to=("actors",), relation="ASSIGNED_TO"),
        Field("due_on", _DATE, "echeance"),
        Field("state", column="etat", required=True, values=kinds.FollowUpState),
        Field("meeting", column="seance", refers_to=("meetings",), relation="OF_MEETING"),
    ),
)

APPLICATIONS: Final = Table(
    name="applications",
    label="Application",
    file="demandes.csv",
    title="Demandes",
    fields=(
        _ID,
        Field(
            "actor",
            column="demandeur",
            required=True,
            refers_to=("actors",),
            relation="SUBMITTED_BY",
        ),
        Field("project", column="projet", refers_to=("projects",), relation="OF_PROJECT"),
        Field("year", _INT, "exercice", required=True, limits=_YEAR_LIMITS),
        Field("territory", column="territoire", refers_to=("territories",), relation="COVERS"),
        Field("asked", _MONEY, "demande"),
        Field("decision", column="decision", values=kinds.Decision),
        Field("granted", _MONEY, "accorde"),
        Field("paid", _MONEY, "verse"),
        Field("result", column="resultat"),
    ),
)

BUDGETS: Final = Table(
    name="budgets",
    label="Budget",
    file="budgets.csv",
    title="Budgets",
    fields=(
        Field("id", required=True),
        Field("year", _INT, "exercice", required=True, limits=_YEAR_LIMITS),
        Field("territory", column="territoire", refers_to=("territories",), relation="COVERS"),
        Field("scheme", column="dispositif"),
        Field("voted", _MONEY, "vote", required=True),
    ),
    identity=("year", "territory", "scheme"),
)

TARGETS: Final = Table(
    name="targets",
    label="Target",
    file="planchers.csv",
    title="Planchers",
    fields=(
        Field("id", required=True),
        Field("theme", column="theme", required=True, refers_to=("themes",), relation="ABOUT"),
        Field("place", column="lieu", required=True, help="Sorte de territoire, ou territoire."),
        Field("kind", column="type", values=kinds.ActorKind),
        Field("minimum", _INT, "minimum", required=True, limits=(0, 1_000_000)),
        Field("decided_on", _DATE, "decide_le"),
        Field("decided_by", column="decide_par"),
    ),
    identity=("theme", "place", "kind"),
)

ANSWERS: Final = Table(
    name="answers",
    label="Answer",
    file="",
    title="Réponses",
    fields=(
        Field("id", required=True),
        Field("subject", required=True, help="Ce à quoi la réponse répond."),
        Field("answer", required=True),
        Field("why"),
        Field("by", personal=True, internal=True),
        Field("on", _DATE),
    ),
    identity=("subject",),
)

NODES: Final = (
    TERRITORIES,
    THEMES,
    ACTORS,
    CONTACTS,
    COMMITTEES,
    PROJECTS,
    MEETINGS,
    FOLLOW_UPS,
    APPLICATIONS,
    BUDGETS,
    TARGETS,
    ANSWERS,
)
