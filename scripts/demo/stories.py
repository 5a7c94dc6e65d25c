"""The stories of the demonstration: their ids and their figures, declared here and nowhere else.

The hand-written ties are in `ties.py`, the common life in `life.py` and `money.py`; tests read the
files that come out and compare them with what this page promises.
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "Territoire fictif"
NOTICE: Final = "données fictives"

# 1. Alone.
LONE_RECENT: Final = 18
LONE_OLD: Final = 9
NEVER_DOCUMENTED: Final = 45
LONE_EXAMPLE: Final = "loc:ecrivain-public"
LONE_NEVER_DOCUMENTED: Final = "loc:jamais-documentee"  # look-alike: nobody ever asked it

# 2. Hinge.
HINGE: Final = "loc:regie-moulins"
HINGE_GROUPS: Final = (
    "loc:hab-clos-fleuri",
    "loc:hab-tanneurs",
    "loc:hab-jardin-partage",
    "loc:hab-petit-bois",
    "loc:hab-femmes-quartier",
    "loc:hab-jeunes-levee",
)
HINGE_ASSOCIATION: Final = "loc:fil-aiguille"
LARGE_ASSOCIATION: Final = "loc:grande-maison"  # look-alike: many partners, cuts off nobody

# 3. Only way.
ONLY_WAY: Final = "elu:2a34ae8baa87d31f"  # Marianne Delorme-Vial
ONLY_WAY_CULTURE: Final = (
    "loc:comptoir-images",
    "loc:mediatheque-vichy",
    "loc:cie-rives",
    "loc:notes-sichon",
)
ONLY_WAY_SOCIAL: Final = (
    "loc:centre-sources",
    "loc:entraide-vichy",
    "loc:ccas-vichy",
    "loc:fournil",
)
ONLY_WAY_MANDATE_ENDS: Final = "2028-03"
SOCIAL_THEMES: Final = ("alimentation", "droits", "insertion", "isolement", "logement", "sante")
TWO_WAYS: Final = "elu:f5a8ce09672c3441"  # look-alike: Étienne Fauconval
TWO_WAYS_OTHER: Final = "loc:mission-culture-lien"
TWO_WAYS_CULTURE: Final = (
    "loc:scenes-ouvertes",
    "loc:mediatheque-moulins",
    "loc:fabrique-musique",
    "loc:theatre-cordeliers",
)
TWO_WAYS_SOCIAL: Final = (
    "loc:bon-accueil",
    "loc:ccas-moulins",
    "loc:visiteurs-soir",
    "loc:epicerie-yzeure",
)
RENEWED: Final = "elu:2d40371ed01cf46a"  # look-alike: a mandate that ended and was renewed

# 4. Empty cell.
EMPTY_CELL: Final = ("isolement", "arr:033")
UNTIED_CELL: Final = ("mobilite", "arr:031")
MOBILITY: Final = (
    "loc:roue-libre",
    "loc:coup-pouce-auto",
    "loc:covoiturage-huriel",
    "loc:bus-clocher",
    "loc:velos-domerat",
)
FINE_CELL: Final = ("numerique", "arr:032")
SMALL_CELL: Final = ("logement", "arr:031")  # look-alike: one actor, fewer than 3 expected
SMALL_CELL_ACTOR: Final = "loc:toit-passage"

# 5. Silo.
INSTITUTION: Final = "loc:departement"
SILO: Final = ("loc:dir-culture", "loc:dir-autonomie")
SILO_COMMON: Final = (
    "loc:scenes-ouvertes",
    "loc:theatre-cordeliers",
    "loc:etoile-bocage",
    "loc:ateliers-forge",
)
INWARD: Final = "loc:dir-routes"
NO_SILO: Final = ("loc:dir-enfance", "loc:dir-insertion")  # look-alike: they share a project
NO_SILO_PROJECT: Final = "projet:parents-seuls"
NO_SILO_COMMON: Final = ("loc:caisse-familiale", "loc:centre-pont-neuf", "loc:centre-fontbelle")

# 6. Before and after: a workshop is its meetings; windows are a year from the last one.
WORKSHOP: Final = ("seance:atelier-moulins-2025-1", "seance:atelier-moulins-2025-2")
WORKSHOP_WINDOW: Final = ("2025-02-18", "2026-02-18")
WORKSHOP_GAIN: Final = 14
WORKSHOP_PARTICIPANTS: Final = (
    "loc:centre-pont-neuf",
    "loc:mairie-moulins",
    "loc:jardins-levee",
    "loc:habitat-val",
    "loc:lycee-bords-loire",
    "loc:service-jeunesse-yzeure",
    "loc:mjc-yzeure",
    "loc:clic-commun",
    "loc:bus-numerique",
    "loc:ccas-moulins",
    "loc:epicerie-yzeure",
    "loc:mediatheque-moulins",
    "loc:fabrique-musique",
    "loc:boutique-usagers",
    "loc:cc-bocage",
    "loc:locataires-tilleuls",
)
WORKSHOP_COMPARABLE: Final = (
    "loc:bon-accueil",
    "loc:omnisports-yzeure",
    "loc:theatre-cordeliers",
    "loc:scenes-ouvertes",
    "loc:visiteurs-soir",
    "loc:aidants-repit",
    "loc:atelier-possibles",
    "loc:mission-culture-lien",
    "loc:equipe-mobile",
    "loc:ccas-yzeure",
    "loc:maison-services-bocage",
    "loc:moulins-communaute",
    "loc:mairie-bourbon",
    "loc:second-octet",
    "loc:college-clair-vallon",
    "loc:habitants-ygrande",
)
WORKSHOP_COMPARABLE_GAIN: Final = 4
SEMINAR: Final = "seance:seminaire-montlucon-2024"
SEMINAR_WINDOW: Final = ("2024-11-21", "2025-11-21")
SEMINAR_GAIN: Final = 2
SEMINAR_PARTICIPANTS: Final = (
    "elu:ee8966f94dba5acd",  # Nadège Torcieux
    "elu:b02b9a20c43d99dd",  # Fabrice Lespinard
    "elu:a3c118983b8d0e9a",  # Corinne Vallegrain
    "elu:f4f545b17508b32e",  # Patrice Aubineau
    "loc:montlucon-communaute",
    "loc:mairie-montlucon",
    "loc:cc-commentry",
    "loc:point-droits-montlucon",
    "loc:centre-fontbelle",
    "loc:maison-commune-commentry",
    "loc:mediatheque-trois-ponts",
    "loc:mairie-domerat",
)
WELL_CONNECTED: Final = "seance:atelier-vichy-2024"  # look-alike
WELL_CONNECTED_WINDOW: Final = ("2024-03-14", "2025-03-14")
WELL_CONNECTED_PARTICIPANTS: Final = (
    "loc:centre-sources",
    "loc:entraide-vichy",
    "loc:vichy-communaute",
    "loc:mairie-vichy",
    "loc:ccas-vichy",
    "loc:fournil",
    "loc:mjc-cusset",
    "loc:mairie-cusset",
    "loc:bellerive-omnisports",
    "loc:mairie-bellerive",
    "loc:centre-gannat",
    "loc:mairie-gannat",
)

# 7. Committee.
DEPARTEMENTAL_COMMITTEE: Final = "comite:departemental"
LOCAL_COMMITTEES: Final = {
    "arr:031": "comite:montlucon",
    "arr:032": "comite:moulins",
    "arr:033": "comite:vichy",
}
MISSING_SIDE: Final = "epci:200071512"  # Commentry Montmarault Néris

# 8. Initiative as the only bridge: four editions of the village of fraternity.
VILLAGE: Final = tuple(f"projet:village-{year}" for year in (2023, 2024, 2025, 2026))
FAR_WORLD_CIRCLE: Final = "besbre"
FAR_WORLD_IN_VILLAGE: Final = ("loc:foyer-dompierre", "loc:cochonnet", "loc:mairie-dompierre")

# 10. Time.
TIME_BASSIN: Final = "arr:031"
TIME_DATES: Final = ("2025-01-01", "2026-01-01")
KEPT: Final = 41
NEW: Final = 9
ENDED: Final = 3
DISSOLVED: Final = ("loc:chantier-quais", "loc:theatre-forterre")

# 11. Hostile names, letter by letter.
LONG_NAME: Final = (
    "Association pour la rencontre, l'échange de savoirs et les coups de main entre les jeunes, "
    "les anciens et les nouveaux arrivants des bords de la Sioule et du pays de Saint-Pourçain"
)
HOSTILE: Final = {
    "loc:etoile-bocage": "L'Étoile <b>du</b> *Bocage* & Cie",
    "loc:cie-rives": "=Cie des Rives",
    "loc:tournesols": "Les Tournesols 🌻 de Souvigny",
    "loc:nom-long": LONG_NAME,
}

# 12. The rest of the life.
CONTACTS: Final = 120
FOLLOW_UPS: Final = 30
OVERDUE: Final = 6
OVERDUE_SINCE_APRIL: Final = "suite:calendrier-caisse"
CAISSE_FAMILIALE: Final = "loc:caisse-familiale"
APPLICATIONS: Final = 70
SILENT_CANTONS: Final = ("canton:0307", "canton:0308")
TARGETS: Final = 8
GRANTS: Final = 190
COLLABORATIONS: Final = 640
PROJECTS: Final = 40
MEETINGS: Final = 26
TO_IDENTIFY: Final = ("loc:jeunes-commentry", "loc:entraide-identifier", "loc:garage-identifier")
STEWARDED: Final = ("dep:03", "arr:031", "arr:032", "arr:033")
