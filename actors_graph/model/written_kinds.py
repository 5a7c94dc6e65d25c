"""What people write where the model has a closed list: « asso », « mairie », « excusée ».

Plain spellings of a value are read in silence; a word that says more than the value it is read as
(« CCAS », « collège ») is said, because something of it is lost. A word that could be two values
(« centre social », « syndicat ») is in no list.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from actors_graph.model import kinds
from actors_graph.text import fold

if TYPE_CHECKING:
    from enum import StrEnum

    from actors_graph.model.fields import EnumClass

_Lists = dict["StrEnum", str]

# The same thing in other words, parted by commas.
_SAME: Final[tuple[_Lists, ...]] = (
    {
        kinds.ActorKind.ASSOCIATION: "asso, assoc, association loi 1901, asso loi 1901, loi 1901, "
        "association 1901, association declaree, association a but non lucratif, asbl",
        kinds.ActorKind.ELU: "elue, elu e, elus, elu local, elue locale, elu municipal, "
        "elue municipale, elu communautaire, elue communautaire, elu departemental, "
        "elue departementale",
        kinds.ActorKind.PUBLIC_SERVICE: "service de l etat, services de l etat, service d etat, "
        "administration, administration publique, service public local",
        kinds.ActorKind.LOCAL_AUTHORITY: "collectivite territoriale, collectivite locale, "
        "collectivites territoriales, coll, collectivite publique",
        kinds.ActorKind.RESIDENTS_GROUP: "groupe d habitants, habitants, collectif d habitants, "
        "collectif citoyen, collectif de citoyens",
        kinds.ActorKind.ESTABLISHMENT: "etab, ets",
        kinds.ActorKind.SOCIAL_ENTERPRISE: "ess, entreprise de l ess, entreprise sociale, "
        "entreprise solidaire, entreprise de l economie sociale et solidaire",
        kinds.ActorKind.OTHER: "autres, divers",
    },
    {
        kinds.ActorStatus.ACTIVE: "active, en activite",
        kinds.ActorStatus.INACTIVE: "inactive, en sommeil, sans activite",
        kinds.ActorStatus.DISSOLVED: "dissoute, dissolution, radiee, radie",
        kinds.ActorStatus.STUB: "inconnue",
    },
    {kinds.Visibility.PUBLIC: "publique", kinds.Visibility.INTERNAL: "prive, privee, confidentiel"},
    {
        kinds.TerritoryKind.EPCI: "intercommunalite, communaute de communes, "
        "communaute d agglomeration, communaute urbaine, metropole",
        kinds.TerritoryKind.BASSIN: "bassin de vie local",
        kinds.TerritoryKind.ZONE_EMPLOI: "zone d emploi",
        kinds.TerritoryKind.BASSIN_VIE: "bassin de vie",
        kinds.TerritoryKind.QPV: "quartier prioritaire, quartier politique de la ville",
        kinds.TerritoryKind.CUSTOM: "personnalise, autre",
    },
    {kinds.CommitteeLevel.LOCAL: "locale", kinds.CommitteeLevel.DEPARTEMENTAL: "departementale"},
    {
        kinds.ProjectKind.INITIATIVE: "action, projet",
        kinds.ProjectKind.EVENT: "manifestation, fete",
    },
    {
        kinds.ProjectState.CONSIDERED: "envisagee, a l etude, prevu, prevue, en projet, idee",
        kinds.ProjectState.RUNNING: "encours, commence, commencee, demarre, demarree",
        kinds.ProjectState.FINISHED: "terminee, fini, finie, acheve, achevee, realise, realisee",
        kinds.ProjectState.ABANDONED: "abandonnee, annule, annulee",
    },
    {
        kinds.Publication.AGREED: "validee",
        kinds.Publication.PUBLISHED: "publiee, en ligne",
    },
    {
        kinds.MeetingKind.COMMITTEE: "reunion de comite, comite local, comite de pilotage, copil",
        kinds.MeetingKind.WORKSHOP: "ateliers, atelier de travail",
        kinds.MeetingKind.OTHER: "reunion, autres",
    },
    {
        kinds.FollowUpState.TO_DO: "non commence, non commencee, todo",
        kinds.FollowUpState.RUNNING: "encours, commence, commencee",
        kinds.FollowUpState.DONE: "faite, oui, realise, realisee, termine, terminee, ok",
        kinds.FollowUpState.ABANDONED: "abandonnee, annule, annulee",
    },
    {
        kinds.Decision.PENDING: "attente, a instruire, en cours, en cours d instruction",
        kinds.Decision.GRANTED: "retenu, accorde, accordee, accepte, acceptee, favorable, oui, "
        "attribue, attribuee, vote, votee, valide, validee",
        kinds.Decision.REFUSED: "refuse, rejete, rejetee, defavorable, non, non retenu, "
        "non retenue",
    },
    {
        kinds.CollaborationNature.PARTNERSHIP: "partenaire, partenaires, partenariats",
        kinds.CollaborationNature.AGREEMENT: "conventions, conventionnement, convention signee",
        kinds.CollaborationNature.SECONDMENT: "mad, pret de salle, pret de local",
        kinds.CollaborationNature.REFERRAL: "orientations, orientation du public",
        kinds.CollaborationNature.INFORMATION: "echange d information, echanges d informations",
        kinds.CollaborationNature.OTHER: "autres, divers",
    },
    {
        kinds.Proof.DECLARATION: "declare, declaree, declaratif, oral",
        kinds.Proof.ACT: "actes, convention signee, deliberation",
        kinds.Proof.ESTIMATE: "estime, estimee, suppose",
    },
    {
        kinds.ParticipationRole.CARRIER: "porteuse, porteur de projet, porteur du projet",
        kinds.ParticipationRole.PILOT: "pilotage, co pilote, copilote",
        kinds.ParticipationRole.FUNDER: "financeuse, cofinanceur, co financeur",
        kinds.ParticipationRole.PARTNER: "partenaires, partenariat",
        kinds.ParticipationRole.MEMBER: "membres, participant, participante, participe",
        kinds.ParticipationRole.BUILT_WITH: "a coconstruit, co construction, coconstruction",
        kinds.ParticipationRole.CONSULTED: "consultee, consultation",
        kinds.ParticipationRole.INFORMED: "informee, information",
    },
    {kinds.Seat.HOLDER: "titulaires, t", kinds.Seat.SUBSTITUTE: "suppleante, suppleants, s"},
    {
        kinds.AttendanceState.INVITED: "invitee, convie, conviee",
        kinds.AttendanceState.ACCEPTED: "acceptee, confirme, confirmee, viendra",
        kinds.AttendanceState.REFUSED: "refusee, decline, declinee, ne viendra pas",
        kinds.AttendanceState.PRESENT: "presente, presents, oui, x, p, 1",
        kinds.AttendanceState.EXCUSED: "excusee, excuses, exc, e",
        kinds.AttendanceState.ABSENT: "absente, absents, non, a, 0",
    },
)  # fmt: skip
# A word that says more than the value: read, and said.
_MORE: Final[tuple[_Lists, ...]] = (
    {
        kinds.ActorKind.ASSOCIATION: "club, club sportif, amicale, comite des fetes, federation, "
        "foyer rural, mjc",
        kinds.ActorKind.ELU: "maire, adjoint, adjointe, adjoint au maire, conseiller municipal, "
        "conseillere municipale, conseiller departemental, conseillere departementale, depute, "
        "deputee, senateur, senatrice, president de communaute de communes",
        kinds.ActorKind.PUBLIC_SERVICE: "ccas, cias, caf, msa, cpam, carsat, france travail, "
        "pole emploi, mission locale, prefecture, sous prefecture, ddets, ddetspp, ddt, dsden, "
        "education nationale, france services, maison france services, gendarmerie, police, "
        "police municipale, police nationale, pmi, maison des solidarites, service municipal, "
        "service departemental, service communal, tribunal, justice, ars, adil, cidff",
        kinds.ActorKind.LOCAL_AUTHORITY: "mairie, commune, ville, municipalite, epci, "
        "communaute de communes, communaute d agglomeration, communaute urbaine, agglomeration, "
        "intercommunalite, metropole, departement, conseil departemental, region, "
        "conseil regional, syndicat intercommunal, syndicat mixte",
        kinds.ActorKind.RESIDENTS_GROUP: "conseil citoyen, comite de quartier, "
        "conseil de quartier, table de quartier, collectif",
        kinds.ActorKind.ESTABLISHMENT: "college, lycee, ecole, ecole primaire, ecole maternelle, "
        "groupe scolaire, ehpad, hopital, centre hospitalier, maison de retraite, creche, esat, "
        "ime, itep, etablissement scolaire, etablissement medico social, etablissement de sante, "
        "foyer d hebergement, residence autonomie, universite, mfr, cfa",
        kinds.ActorKind.SOCIAL_ENTERPRISE: "scop, scic, siae, entreprise d insertion, "
        "chantier d insertion, atelier chantier d insertion, aci, regie de quartier, ressourcerie, "
        "recyclerie",
    },
)  # fmt: skip


def value_of(text: str, values: EnumClass) -> tuple[str, bool]:
    """Return the value of a closed list that a word stands for, and whether it said more.

    >>> value_of("Association (loi 1901)", kinds.ActorKind), value_of("C.C.A.S.", kinds.ActorKind)
    (('association', False), ('service_public', True))
    >>> value_of("Excusée", kinds.AttendanceState), value_of("centre social", kinds.ActorKind)
    (('excuse', False), ('', False))
    """
    known = _words(values)
    key = fold(text)
    # « C.C.A.S. » folds to single letters.
    for form in (key, key.replace(" ", ""), _singular(key)):
        if form in known:
            return known[form]
    # « Association sportive et culturelle » : whatever it does, it is one.
    if values is kinds.ActorKind and key.startswith("association "):
        return str(kinds.ActorKind.ASSOCIATION), True
    return "", False


@cache
def _words(values: EnumClass) -> dict[str, tuple[str, bool]]:
    words: dict[str, tuple[str, bool]] = {}
    for said, lists in ((True, _MORE), (False, _SAME)):
        for members in lists:
            for member, written in members.items():
                if isinstance(member, values):
                    found = (str(member.value), said)
                    words |= dict.fromkeys(written.split(", "), found)
    for member in values:
        key = fold(member.value)
        words[key] = words[key.replace(" ", "")] = (str(member.value), False)
    return words


def _singular(key: str) -> str:
    return " ".join([word.removesuffix("s") for word in key.split()])
