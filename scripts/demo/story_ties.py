"""The ties written by hand: those that the stories need, and those of the institution.

Ids are written without their prefix `loc:` where it is the usual one.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from demo import stories

# Two ends, the start, the level.
HandTie: TypeAlias = tuple[str, str, str, int]


def full(name: str) -> str:
    """Whole id of an actor."""
    return name if ":" in name else f"loc:{name}"


_HINGE: Final = (
    ("regie-moulins", "hab-clos-fleuri", "2019-09-12", 3),
    ("regie-moulins", "hab-tanneurs", "2020-03", 2),
    ("regie-moulins", "hab-jardin-partage", "2021-05-04", 3),
    ("regie-moulins", "hab-petit-bois", "2021-10", 2),
    ("regie-moulins", "hab-femmes-quartier", "2022-01-18", 2),
    ("regie-moulins", "hab-jeunes-levee", "2023-02", 2),
    ("regie-moulins", "fil-aiguille", "2022-09-15", 3),
    ("hab-clos-fleuri", "hab-tanneurs", "2021", 2),
    ("hab-jardin-partage", "hab-petit-bois", "2022-04", 2),
    ("hab-femmes-quartier", "fil-aiguille", "2023-06", 2),
    ("regie-moulins", "mairie-moulins", "2019", 4),
    ("regie-moulins", "moulins-communaute", "2020-01", 3),
    ("regie-moulins", "centre-pont-neuf", "2019-10", 3),
    ("regie-moulins", "habitat-val", "2019-06-01", 4),
    ("regie-moulins", "jardins-levee", "2021-03", 2),
    ("regie-moulins", "dir-insertion", "2020-09", 3),
    ("regie-moulins", "tables-ouvertes", "2022-11", 2),
)

# The partners of the large association all have others: it cuts off nobody.
_LARGE: Final = tuple(
    ("grande-maison", other, since, level)
    for other, since, level in (
        ("mairie-moulins", "2019", 3),
        ("moulins-communaute", "2019-05", 2),
        ("centre-pont-neuf", "2019-11", 2),
        ("mjc-yzeure", "2020-10", 2),
        ("omnisports-yzeure", "2021-01", 1),
        ("scenes-ouvertes", "2020-02", 2),
        ("fabrique-musique", "2021-09", 2),
        ("clic-commun", "2022-03", 3),
        ("manchots-allier", "2022-10", 2),
        ("bon-accueil", "2021-12", 2),
        ("visiteurs-soir", "2023-01", 2),
        ("aidants-repit", "2023-04", 1),
        ("mots-partages", "2020-06", 2),
        ("vestiaire", "2022-05", 1),
        ("relais-benevoles", "2019-09", 4),
        ("union-maisons", "2021", 2),
        ("boutique-usagers", "2023-10", 1),
        ("parents-ici", "2024-04", 1),
    )
)


def _fan(actor: str, others: tuple[str, ...], starts: tuple[str, ...]) -> tuple[HandTie, ...]:
    pairs = zip(others, starts, strict=True)
    return tuple((actor, other, since, 2 + index % 2) for index, (other, since) in enumerate(pairs))


_ONLY_WAY: Final = _fan(
    stories.ONLY_WAY,
    stories.ONLY_WAY_CULTURE + stories.ONLY_WAY_SOCIAL,
    ("2021-10", "2021-11-05", "2022-06", "2023-03", "2021-09", "2022-02", "2022-02", "2024-01"),
)
_TWO_WAYS: Final = _fan(
    stories.TWO_WAYS,
    stories.TWO_WAYS_CULTURE + stories.TWO_WAYS_SOCIAL,
    ("2020-11", "2021-04", "2022-09", "2021-02", "2020-12", "2022-01", "2023-05", "2024-02"),
)
_OTHER_WAY: Final = _fan(
    stories.TWO_WAYS_OTHER,
    stories.TWO_WAYS_CULTURE + stories.TWO_WAYS_SOCIAL,
    ("2019", "2019-03", "2020-09", "2022-01-10", "2021-06", "2019-10", "2022-03", "2023-11"),
)

_INSTITUTION: Final[tuple[HandTie, ...]] = (
    *(("dir-culture", other, "2021-01", 3) for other in stories.SILO_COMMON),
    *(("dir-autonomie", other, "2022-06", 2) for other in stories.SILO_COMMON),
    ("dir-culture", "mediatheque-moulins", "2019-04", 3),
    ("dir-culture", "dir-education", "2020", 2),
    ("dir-culture", "union-maisons", "2023-09", 1),
    ("dir-autonomie", "caisse-aines", "2019", 4),
    ("dir-autonomie", "guichet-handicap", "2019", 4),
    ("dir-autonomie", "aidants-repit", "2021-05", 3),
    ("dir-autonomie", "dir-insertion", "2022-10", 2),
    ("dir-routes", "dir-batiments", "2019", 3),
    ("dir-routes", "dir-territoires", "2021-03", 1),
    *(("dir-enfance", other, "2020-10", 3) for other in stories.NO_SILO_COMMON),
    *(("dir-insertion", other, "2021-02", 2) for other in stories.NO_SILO_COMMON),
    ("dir-enfance", "mjc-cusset", "2022-04", 2),
    ("dir-enfance", "dir-education", "2019", 3),
    ("dir-insertion", "agence-metiers", "2019-02", 4),
    ("dir-insertion", "institut-formation", "2020-09", 2),
    ("dir-insertion", "departement", "2019", 3),
    ("dir-education", "mission-college", "2019-09", 3),
    ("dir-education", "college-haut-clos", "2021-09", 2),
    ("dir-education", "college-trois-sources", "2021-09", 2),
    ("dir-education", "dir-batiments", "2019", 3),
    ("dir-education", "dir-numerique", "2020-04", 2),
    ("dir-numerique", "clic-commun", "2021-06", 3),
    ("dir-numerique", "bus-numerique", "2022-01", 3),
    ("dir-numerique", "second-octet", "2023-03", 2),
    ("dir-territoires", "departement", "2019", 4),
    ("dir-territoires", "moulins-communaute", "2019-06", 3),
    ("dir-territoires", "montlucon-communaute", "2020-01", 3),
    ("dir-territoires", "vichy-communaute", "2019-10", 3),
    ("dir-territoires", "cc-bocage", "2021-04", 2),
    ("dir-territoires", "cc-commentry", "2021-04", 2),
    ("dir-territoires", "cc-troncais", "2022-02", 2),
    ("dir-territoires", "delegation-fraternite", "2020-11", 3),
    ("dir-territoires", "union-maisons", "2019", 3),
    ("dir-territoires", "relais-benevoles", "2021", 2),
)

_DEPARTEMENT: Final[tuple[HandTie, ...]] = (
    ("delegation-fraternite", "departement", "2020-01", 2),
    ("delegation-fraternite", "union-maisons", "2022-05", 2),
    ("caisse-familiale", "centre-sources", "2019-01", 4),
    ("caisse-familiale", "centre-gannat", "2020-01", 4),
    ("caisse-familiale", "maison-commune-commentry", "2019-01", 4),
    ("caisse-familiale", "caisse-aines", "2021", 2),
    ("caisse-familiale", "maison-services-varennes", "2023-02", 1),
    ("caisse-aines", "aidants-repit", "2022-09", 2),
    ("guichet-handicap", "point-droits-montlucon", "2021-11", 2),
    ("guichet-handicap", "point-droits-vichy", "2021-11", 2),
    ("agence-metiers", "mission-jeunes-moulins", "2019-03", 3),
    ("agence-metiers", "mission-jeunes-vichy", "2019-03", 3),
    ("agence-metiers", "roue-libre", "2023-06", 2),
    ("institut-formation", "centre-fontbelle", "2022-10", 1),
    ("institut-formation", "equipe-mobile", "2023-09", 2),
    ("mission-college", "college-clair-vallon", "2022-09", 2),
    ("union-maisons", "centre-pont-neuf", "2019", 3),
    ("union-maisons", "centre-fontbelle", "2019", 3),
    ("union-maisons", "centre-gannat", "2020", 3),
    ("union-maisons", "maison-commune-commentry", "2020", 2),
    ("union-maisons", "mjc-cusset", "2021-10", 2),
    ("sport-chacun", "omnisports-yzeure", "2019-09", 3),
    ("sport-chacun", "bellerive-omnisports", "2020-09", 3),
    ("sport-chacun", "foyer-dompierre", "2020-10", 2),
    ("sport-chacun", "neris-en-mouvement", "2022-01", 2),
    ("tables-ouvertes", "bon-accueil", "2019-11", 3),
    ("tables-ouvertes", "panier-cher", "2020-03", 3),
    ("tables-ouvertes", "entraide-vichy", "2019-12", 3),
    ("tables-ouvertes", "cageots-solidaires", "2021-09", 2),
    ("relais-benevoles", "centre-sources", "2022-01", 1),
    ("elu:b2d6be73df7d5dc9", "departement", "2021-07", 3),
    ("elu:b2d6be73df7d5dc9", "cc-bocage", "2021-09", 2),
    ("elu:b2d6be73df7d5dc9", "union-maisons", "2022-03", 2),
    ("elu:d0fd61048b4a2337", "departement", "2021-07", 3),
    ("elu:d0fd61048b4a2337", "cc-troncais", "2021-07", 2),
    ("elu:1de1398e8652fc13", "departement", "2021-07", 3),
    ("elu:1de1398e8652fc13", "cc-saint-pourcain", "2021-10", 2),
    # Between bassins.
    ("clic-commun", "mediatheque-trois-ponts", "2023-05", 2),
    ("centre-pont-neuf", "centre-fontbelle", "2022-06", 1),
    ("second-octet", "boucle-utile", "2024-03", 2),
    ("vichy-communaute", "cc-entr-allier", "2020-12", 2),
    ("vichy-communaute", "cc-lapalisse", "2020-12", 2),
    ("cc-saint-pourcain", "cc-entr-allier", "2021-01", 2),
    ("cc-commentry", "cc-saint-pourcain", "2022-10", 1),
    ("scenes-ouvertes", "cirque-grand-pre", "2023-07", 2),
)

# The fourteen ties of the workshop of Moulins, each between two kinds.
WORKSHOP_TIES: Final[tuple[HandTie, ...]] = (
    ("centre-pont-neuf", "lycee-bords-loire", "2025-03-10", 2),
    ("clic-commun", "ccas-moulins", "2025-03", 3),
    ("epicerie-yzeure", "service-jeunesse-yzeure", "2025-04", 2),
    ("boutique-usagers", "ccas-moulins", "2025-04-22", 2),
    ("mjc-yzeure", "mairie-moulins", "2025-05", 2),
    ("fabrique-musique", "lycee-bords-loire", "2025-09-01", 3),
    ("jardins-levee", "habitat-val", "2025-05-14", 3),
    ("locataires-tilleuls", "clic-commun", "2025-06", 2),
    ("habitat-val", "bus-numerique", "2025-06-17", 3),
    ("mediatheque-moulins", "centre-pont-neuf", "2025-09", 2),
    ("cc-bocage", "clic-commun", "2025-10", 2),
    ("locataires-tilleuls", "epicerie-yzeure", "2025-10-08", 2),
    ("fabrique-musique", "service-jeunesse-yzeure", "2025-11", 2),
    ("bus-numerique", "boutique-usagers", "2026-01-12", 3),
)
COMPARABLE_TIES: Final[tuple[HandTie, ...]] = (
    ("visiteurs-soir", "equipe-mobile", "2025-05", 2),
    ("omnisports-yzeure", "college-clair-vallon", "2025-09-08", 2),
    ("atelier-possibles", "second-octet", "2025-06", 3),
    ("aidants-repit", "ccas-yzeure", "2025-11", 2),
)

# Small groups that know nobody else.
_SMALL: Final[tuple[HandTie, ...]] = (
    ("sentiers-futaie", "veillees-couleuvre", "2022-06", 2),
    ("veillees-couleuvre", "bus-clocher", "2023-11", 2),
    ("sentiers-futaie", "bus-clocher", "2024-05", 1),
    ("epicerie-molinet", "amis-canal", "2021-08", 2),
    ("epicerie-molinet", "aines-chassenard", "2023-02", 3),
)

_ALL: Final[tuple[HandTie, ...]] = (
    *_HINGE,
    *_LARGE,
    *_ONLY_WAY,
    *_TWO_WAYS,
    *_OTHER_WAY,
    *_INSTITUTION,
    *_DEPARTEMENT,
    *WORKSHOP_TIES,
    *COMPARABLE_TIES,
    *_SMALL,
)
HAND_TIES: Final = tuple((full(a), full(b), since, level) for a, b, since, level in _ALL)

# Ties that ended: two ends, start, end. The two associations that were dissolved, three ties of
# the bassin of Montluçon that ended in 2025, four before; the others are drawn.
_ENDED: Final = (
    ("chantier-quais", "dir-insertion", "2019", "2025-06-30"),
    ("chantier-quais", "mairie-moulins", "2019-05", "2025-06-30"),
    ("chantier-quais", "mission-jeunes-moulins", "2020-02", "2025-05"),
    ("chantier-quais", "jardins-levee", "2021-09", "2024-12"),
    ("chantier-quais", "remise-a-neuf", "2020-04", "2023-10"),
    ("theatre-forterre", "cc-entr-allier", "2020-09", "2025-11-15"),
    ("theatre-forterre", "maison-services-varennes", "2021-02", "2025-09"),
    ("theatre-forterre", "mjc-cusset", "2022-03", "2025-11-15"),
    ("centre-fontbelle", "mairie-domerat", "2020-01", "2025-03-31"),
    ("panier-cher", "maison-commune-commentry", "2021-06", "2025-06"),
    ("cine-lucarne", "montlucon-communaute", "2019-09", "2025-12-15"),
    ("roue-libre", "mediatheque-trois-ponts", "2020-05", "2022-12"),
    ("cc-commentry", "harmonie-coteaux", "2019", "2023-08"),
    ("toit-passage", "familles-val-cher", "2021-03", "2024-06-30"),
    ("conteurs-donjon", "mediatheque-trois-ponts", "2019-11", "2022-06"),
)
ENDED_TIES: Final = tuple((full(a), full(b), since, until) for a, b, since, until in _ENDED)
