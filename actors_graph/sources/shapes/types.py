"""What an actor is, in the words of the model, from the words of its file or from its name."""

from __future__ import annotations

from functools import cache
from typing import Final

from actors_graph.model.kinds import ActorKind
from actors_graph.text import fold

_VALUES: Final = {fold(kind.value).replace(" ", "_"): str(kind.value) for kind in ActorKind}

# Beginnings of words that say what an actor is, in the order in which they are tried: the first
# that is found decides (« Mairie - service jeunesse » is a service).
_WORDS: Final = {
    ActorKind.RESIDENTS_GROUP: (
        "habitants|conseil citoyen|conseil de quartier|collectif|riverains"
    ),
    ActorKind.ELU: ("elu|elue|elus|depute|deputee|senateur|senatrice"),
    ActorKind.PUBLIC_SERVICE: (
        "service|services|service public|ccas|cias|caf|msa|cpam|carsat|pole emploi|france travail"
        "|mission locale|prefecture|sous prefecture|etat|education nationale|mdph|pmi|dsden"
        "|inspection|france services|direction|police|gendarmerie|institution|institutions"
        "|administration|mediatheque|bibliotheque|organisme public|ars|ddets|spip|cio|utas"
        "|point d acces au droit|maison departementale|maison des solidarites|institutionnel"
    ),
    ActorKind.LOCAL_AUTHORITY: (
        "collectivite|mairie|commune|ville|communaute de communes|communaute d agglomeration"
        "|departement|conseil departemental|conseil regional|region|epci|metropole|syndicat mixte"
        "|intercommunalite|interco|municipalite|agglomeration|agglo|ca|cc"
    ),
    ActorKind.ESTABLISHMENT: (
        "etablissement|etablissements|ecole|college|lycee|ehpad|hopital|centre hospitalier|creche"
        "|esat|ime|itep|residence autonomie|universite|iut|cfa|maison de retraite|multi accueil"
        "|micro creche|halte garderie|clinique|musee|theatre|foyer de vie|internat|greta|afpa"
    ),
    ActorKind.SOCIAL_ENTERPRISE: (
        "entreprise|ess|scop|scic|cooperative|coop|esus|entreprise d insertion|eta|siae|societe"
        "|aci|chantier d insertion|regie|mutuelle|bailleur|sarl|sas|commerce|commercant"
    ),
    ActorKind.ASSOCIATION: (
        "association|associations|asso|ass|assoc|loi 1901|club|amicale|comite des fetes|federation"
        "|union|ligue|mjc|maison des jeunes|amis|secours|restos du coeur|croix rouge|udaf|uda"
        "|foyer rural|familles rurales|centre social|associatif|compagnie|chorale|harmonie|cercle"
        "|groupement|as|us|fc|tennis|judo|petanque|ensemble|entraide|generations mouvement"
        "|ecole de musique|benevoles|parents d eleves|emmaus|atd|aides|france benevolat"
    ),
}
_OTHERS: Final = frozenset(["autre", "autres", "divers", "inconnu", "nc", ""])


def actor_type(word: str) -> str:
    """Return the type of the model that a word of a file means; empty when none is known.

    >>> actor_type("Association loi 1901"), actor_type("Entreprise ESS"), actor_type("Mairie")
    ('association', 'entreprise_ess', 'collectivite')
    """
    key = fold(word)
    if key.replace(" ", "_") in _VALUES:
        return _VALUES[key.replace(" ", "_")]
    return str(ActorKind.OTHER) if key in _OTHERS else _found(key)


def type_of_name(name: str) -> str:
    """Return the type that a name tells; empty when it tells none.

    >>> type_of_name("CCAS de Cusset"), type_of_name("Les Amis du kiosque"), type_of_name("Zig")
    ('service_public', 'association', '')
    """
    key = fold(name)
    return "" if key.startswith(("elu ", "elue ")) else _found(key)


def _found(key: str) -> str:
    """Return the kind whose word comes first in the key, the longest of those at one place."""
    words = key.split()
    for place, word in enumerate(words):
        for phrase, kind in _phrases().get(word, ()):
            if words[place : place + len(phrase)] == phrase:
                return kind
    return ""


@cache
def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Words of the kinds by their first word, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for kind, text in _WORDS.items():
        for phrase in map(str.split, text.split("|")):
            found.setdefault(phrase[0], []).append((phrase, str(kind)))
    for phrases in found.values():
        phrases.sort(key=lambda item: -len(item[0]))
    return found
