"""What a table holds and what a column says, in the words of the person who made the file.

The words of the model (`code_insee`, `acteur_a`) are for files and commands; a page shows these.
"""

from __future__ import annotations

from typing import Final

from actors_graph.sources.mapping.targets import kind_words, target_words
from actors_graph.words import capital

IGNORED: Final = "ignorer"
REMARKS: Final = "remarques"

KINDS: Final = {
    "acteurs": "Des structures ou des acteurs, un par ligne",
    "paires": "Qui travaille avec qui : deux noms par ligne",
    "grille": "Qui travaille avec qui : un tableau croisé",
    "collaborations": "Des liens entre acteurs",
    "financements": "Des subventions",
    "contacts": "Des personnes à contacter",
    "participations": "Qui participe à quel comité ou projet",
    "presences": "Qui était présent à une réunion",
    "adhesions": "Des adhésions",
    "mandats": "Des mandats d’élus",
    "projets": "Des projets",
    "comites": "Des comités",
    "seances": "Des réunions",
    "suites": "Des suites à donner",
    "demandes": "Des demandes de subvention",
    "budgets": "Des budgets votés",
    "planchers": "Des objectifs de présence",
    "territoires": "Des territoires",
    "themes": "Des thèmes",
    "compte-rendu": "Un compte rendu de réunion",
}

# The most usual first: it is the order of the list.
_TARGETS: Final = {
    "nom": "Nom",
    "type": "Type",
    "commune": "Commune",
    "adresse": "Adresse",
    "code_postal": "Code postal",
    "telephone": "Téléphone",
    "courriel": "Courriel",
    "site_web": "Site internet",
    "siret": "N° SIRET (14 chiffres)",
    "siren": "N° SIREN (9 chiffres)",
    "rna": "N° RNA d’association (W…)",
    "code_insee": "Code INSEE de la commune",
    "sigle": "Sigle",
    "themes": "Thèmes",
    "description": "Ce que fait la structure",
    "partenaires": "Ses partenaires, nommés dans la cellule",
    "relie": "Lien avec l’acteur du titre (croix ou niveau)",
    "participe": "Participe à ce que dit le titre (croix, année ou rôle)",
    "presence": "Présence à la réunion que date le titre",
    "porteur": "Les structures qui portent le projet",
    "adhere": "Les réseaux dont elle est membre",
    "contact": "Personne à contacter : nom et prénom",
    "contact.nom": "Personne à contacter : nom",
    "contact.prenom": "Personne à contacter : prénom",
    "contact.fonction": "Personne à contacter : fonction",
    "contact.telephone": "Personne à contacter : téléphone",
    "contact.courriel": "Personne à contacter : courriel",
    "rattache_a": "Structure dont elle est un service",
    "agit_sur": "Territoires où elle agit",
    "sous_type": "Précision sur le type",
    "statut": "Active ou non",
    "cree_le": "Date de création",
    "dissous_le": "Date de dissolution",
    "verifie_le": "Fiche vérifiée le",
    "partenaires_demandes_le": "Partenaires demandés le",
    "suivi_par": "Territoire qui suit la fiche",
    "diffusion": "Publique ou interne",
    "lat": "Latitude",
    "lon": "Longitude",
    "acteur_a": "Premier acteur",
    "acteur_b": "Second acteur",
    "niveau": "Niveau",
    "niveau_dit": "Niveau, tel qu’il est dit",
    "nature": "Nature",
    "frequence": "Fréquence (1 à 5)",
    "declare_par": "Dit par",
    "preuve": "Ce qui le prouve",
    "commentaire": "Commentaire interne",
    "financeur": "Qui finance",
    "financeur.prenom": "Qui finance : prénom de l’élu",
    "financeur.siret": "Qui finance : n° SIRET",
    "beneficiaire": "Qui reçoit",
    "beneficiaire.siret": "Qui reçoit : n° SIRET",
    "beneficiaire.rna": "Qui reçoit : n° RNA",
    "beneficiaire.commune": "Qui reçoit : commune",
    "beneficiaire.code_insee": "Qui reçoit : code INSEE de la commune",
    "beneficiaire.code_postal": "Qui reçoit : code postal",
    "beneficiaire.adresse": "Qui reçoit : adresse",
    "montant": "Montant",
    "exercice": "Année",
    "decide_le": "Date de décision",
    "objet": "Objet",
    "dispositif": "Dispositif",
    "structure": "Structure",
    "prenom": "Prénom",
    "fonction": "Fonction",
    "informe_le": "Personne informée le",
    "acteur": "Acteur",
    "organisme": "Réseau ou organisme",
    "cible": "Comité ou projet",
    "role": "Rôle",
    "college": "Collège",
    "siege": "Titulaire ou suppléant",
    "seance": "Réunion",
    "etat": "État",
    "nombre": "Nombre de personnes",
    "elu": "Élu",
    "organe": "Assemblée ou organisme",
    "rang": "Rang",
    "titre": "Titre",
    "date": "Date",
    "lieu": "Lieu",
    "ordre_du_jour": "Ordre du jour",
    "decisions": "Décisions",
    "comite": "Comité",
    "projet": "Projet",
    "territoire": "Territoire",
    "theme": "Thème",
    "publication": "Publication",
    "edition_de": "Édition de",
    "budget": "Budget",
    "resume": "Résumé",
    "pour_qui": "Pour qui",
    "part_des_habitants": "Part des habitants",
    "resultat": "Résultat",
    "a_reprendre": "Ce qui peut être repris",
    "quoi": "Ce qui est à faire",
    "qui": "Qui s’en charge",
    "echeance": "Échéance",
    "demandeur": "Qui demande",
    "demande": "Montant demandé",
    "decision": "Décision",
    "accorde": "Montant accordé",
    "verse": "Montant versé",
    "vote": "Montant voté",
    "minimum": "Nombre minimum",
    "decide_par": "Décidé par",
    "libelle": "Nom du thème",
    "synonymes": "Autres noms",
    "parent": "Dépend de",
    "parents": "Fait partie de",
    "communes": "Communes",
    "code": "Code",
    "population": "Population",
    "debut": "Date de début",
    "fin": "Date de fin",
    "reference": "Numéro de la ligne dans votre fichier",
    "source": "D’où vient l’information",
    "id": "Identifiant du programme",
    REMARKS: "Remarques : à laisser de côté",
    IGNORED: "Ne pas importer cette colonne",
}
_BY_KIND: Final = {
    ("demandes", "exercice"): "Année",
    ("financements", "demande"): "Demande à laquelle elle répond",
    ("projets", "partenaires"): "Les structures partenaires du projet",
    ("contacts", "nom"): "Nom de famille",
    ("grille", "nom"): "Nom de l’acteur de la ligne",
    ("territoires", "nom"): "Nom du territoire",
    ("comites", "nom"): "Nom du comité",
    ("projets", "nom"): "Nom du projet",
    ("mandats", "fonction"): "Fonction",
}


def kind_choices() -> dict[str, str]:
    """Return what a table may hold, the most usual first: the word of commands and its label."""
    known = kind_words()
    return {kind: KINDS[kind] for kind in (*KINDS, *known) if kind in known}


def target_choices(kind: str) -> dict[str, str]:
    """Return what a column of such a table may say, the most usual first: word and label."""
    known = target_words(kind)
    order = {target: place for place, target in enumerate(_TARGETS)}
    ordered = sorted(known, key=lambda target: order.get(target, len(order)))
    return {target: target_label(kind, target) for target in ordered}


def target_label(kind: str, target: str) -> str:
    """Return what a column says, in words.

    >>> target_label("acteurs", "code_insee"), target_label("grille", "nom")
    ('Code INSEE de la commune', 'Nom de l’acteur de la ligne')
    """
    words = _BY_KIND.get((kind, target)) or _TARGETS.get(target)
    return words or capital(target.replace("_", " "))
