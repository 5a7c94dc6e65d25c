"""Names that look like those of a French directory of local actors; none is meant to be real."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model.kinds import ActorKind
from actors_graph.words import of_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

_ASSOCIATIONS: Final = (
    "Amicale laïque", "Amicale des donneurs de sang", "Les Amis du patrimoine", "Atelier cuisine",
    "Bibliothèque pour tous", "Café associatif", "Centre social", "Chorale", "Club de football",
    "Club de marche", "Club de pétanque", "Club des aînés", "Comité des fêtes", "École de musique",
    "Épicerie solidaire", "Familles rurales", "Fanfare", "Foyer rural", "Gymnastique volontaire",
    "Harmonie municipale", "Jardins partagés", "Judo-club", "Ludothèque", "Maison des jeunes",
    "Recyclerie", "Régie de quartier", "Ressourcerie", "Secours alimentaire", "Théâtre amateur",
    "Université populaire", "Aide aux devoirs", "Accueil des nouveaux habitants", "Vélo pour tous",
    "Société d’histoire", "Ciné-club", "Handball-club", "Parents d’élèves", "Visiteurs d’hôpital",
    "Mobilité solidaire", "Écoute et présence",
)  # fmt: skip
_QUALIFIERS: Final = (
    "", "", "", "", "Le Trait d’union", "L’Étincelle", "Les Passerelles", "Main dans la main",
    "La Ruche", "L’Arbre à palabres", "Le Fil bleu", "Les Semeurs", "L’Escale",
    "La Clé des champs", "Un toit pour chacun", "Le Pas de côté", "Les Voisins d’en face",
    "L’Envol", "La Courte Échelle", "Graines d’avenir",
)  # fmt: skip
_SERVICES: Final = (
    "Centre communal d’action sociale", "Maison France services", "Médiathèque", "Mission locale",
    "Protection maternelle et infantile", "Service enfance-jeunesse", "Service des sports",
    "Maison des solidarités", "Relais petite enfance", "Point d’information jeunesse",
    "Espace numérique", "Conservatoire", "Service de l’autonomie", "Piscine intercommunale",
)  # fmt: skip
_AUTHORITIES: Final = (
    "Commune",
    "Communauté de communes",
    "Syndicat intercommunal",
    "Mairie annexe",
)
_GROUPS: Final = (
    "Habitants", "Collectif citoyen", "Conseil citoyen", "Comité de quartier", "Voisins solidaires",
    "Groupe de parole", "Table de quartier", "Jeunes",
)  # fmt: skip
_ESTABLISHMENTS: Final = (
    "Collège", "École primaire", "Lycée", "Ehpad", "Hôpital de proximité",
    "Institut médico-éducatif", "Foyer d’hébergement", "Maison de santé", "Résidence autonomie",
)  # fmt: skip
_ENTERPRISES: Final = (
    "Chantier d’insertion", "Coopérative d’activités", "Garage solidaire", "Maraîchage d’insertion",
    "Conserverie coopérative", "Scop du bâtiment", "Blanchisserie solidaire", "Tiers-lieu",
)  # fmt: skip
_HEADS: Final = {
    ActorKind.ASSOCIATION: _ASSOCIATIONS,
    ActorKind.PUBLIC_SERVICE: _SERVICES,
    ActorKind.LOCAL_AUTHORITY: _AUTHORITIES,
    ActorKind.RESIDENTS_GROUP: _GROUPS,
    ActorKind.ESTABLISHMENT: _ESTABLISHMENTS,
    ActorKind.SOCIAL_ENTERPRISE: _ENTERPRISES,
    ActorKind.OTHER: _GROUPS,
}
_FIRST_NAMES: Final = (
    "Adèle", "Aïcha", "Alain", "Anaïs", "André", "Béatrice", "Bruno", "Cécile", "Chloé", "Damien",
    "Élise", "Émile", "Fatou", "Françoise", "Gaëlle", "Gérard", "Hélène", "Inès", "Jérôme", "Joël",
    "Karim", "Léa", "Loïc", "Maëlys", "Marc", "Mireille", "Nadia", "Noémie", "Olivier", "Paulette",
    "Rachid", "Régine", "Solène", "Théo", "Yann", "Zoé",
)  # fmt: skip
_BEGINNINGS: Final = (
    "Bar", "Beau", "Ber", "Bois", "Char", "Clé", "Cour", "Dar", "Des", "Du", "Fer", "Gar", "Gui",
    "La", "Mar", "Mon", "Per", "Ra", "Ri", "Sau", "Tour", "Va", "Vil",
)  # fmt: skip
_ENDINGS: Final = (
    "deau", "don", "gnac", "gnon", "let", "lier", "man", "mont", "nard", "nier", "rier", "rond",
    "tier", "ton", "veau", "vière", "zac", "chet", "quet", "bert",
)  # fmt: skip


def actor_names(
    rng: np.random.Generator, kinds: Sequence[ActorKind], *, places: Sequence[str]
) -> list[str]:
    """One name an actor, after its kind and the name of its commune."""
    draws = rng.integers(0, 1 << 30, (len(kinds), 3)).tolist()
    after = {place: of_place(place) for place in set(places)}
    return [
        _person(draw) if kind is ActorKind.ELU else _structure(kind, draw, after[place])
        for kind, place, draw in zip(kinds, places, draws, strict=True)
    ]


def _structure(kind: ActorKind, draw: Sequence[int], of: str) -> str:
    heads = _HEADS[kind]
    name = f"{heads[draw[0] % len(heads)]} {of}"
    qualifier = _QUALIFIERS[draw[1] % len(_QUALIFIERS)] if kind is ActorKind.ASSOCIATION else ""
    return f"{qualifier} – {name}" if qualifier else name


def _person(draw: Sequence[int]) -> str:
    first = _FIRST_NAMES[draw[0] % len(_FIRST_NAMES)]
    last = _BEGINNINGS[draw[1] % len(_BEGINNINGS)] + _ENDINGS[draw[2] % len(_ENDINGS)]
    return f"{first} {last}"
