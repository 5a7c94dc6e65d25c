"""The four committees and who sits in them (story 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from demo import stories
from demo.roster import actors

if TYPE_CHECKING:
    from demo.rows import Row

_COLLEGES: Final = {
    "association": "associations",
    "elu": "élus",
    "service_public": "services publics",
    "collectivite": "collectivités",
    "groupe_habitants": "habitants",
    "etablissement": "établissements",
    "entreprise_ess": "économie sociale",
}

# The departmental committee mirrors the territory in kinds and bassins.
_DEPARTEMENTAL: Final = """
    loc:departement elu:b2d6be73df7d5dc9 loc:dir-territoires loc:delegation-fraternite
    loc:caisse-familiale loc:union-maisons loc:relais-benevoles
    loc:centre-fontbelle loc:roue-libre loc:maison-commune-commentry loc:point-droits-montlucon
    elu:ee8966f94dba5acd
    loc:centre-pont-neuf loc:grande-maison loc:regie-moulins loc:mjc-yzeure loc:boutique-usagers
    loc:second-octet loc:voisins-bienveillants
    loc:centre-sources loc:entraide-vichy loc:mjc-cusset loc:centre-gannat loc:comptoir-images
    loc:ccas-vichy elu:2a34ae8baa87d31f loc:vichy-communaute loc:mairie-gannat
    loc:habitants-champ-rond loc:college-trois-sources
"""
# No group of inhabitants, nobody from the side of Commentry.
_MONTLUCON: Final = """
    loc:montlucon-communaute loc:mairie-montlucon loc:mairie-domerat loc:cc-troncais
    elu:ee8966f94dba5acd elu:b02b9a20c43d99dd elu:a3c118983b8d0e9a
    loc:centre-fontbelle loc:panier-cher loc:roue-libre loc:toit-passage loc:ateliers-forge
    loc:cirque-grand-pre loc:point-droits-montlucon loc:mission-jeunes-montlucon
    loc:mediatheque-trois-ponts loc:velos-domerat loc:dir-territoires
"""
_MOULINS: Final = """
    loc:moulins-communaute loc:mairie-moulins loc:mairie-yzeure loc:mairie-avermes
    loc:mairie-souvigny elu:15001b46a92ce181 elu:0b3ce27491a3f661
    loc:centre-pont-neuf loc:grande-maison loc:regie-moulins loc:mjc-yzeure loc:bon-accueil
    loc:visiteurs-soir loc:epicerie-yzeure loc:clic-commun loc:boutique-usagers
    loc:scenes-ouvertes loc:ecrivain-public loc:ccas-moulins loc:college-clair-vallon
    loc:locataires-tilleuls loc:voisins-bienveillants loc:habitants-ygrande loc:dir-territoires
"""
_VICHY: Final = """
    loc:vichy-communaute loc:mairie-vichy loc:mairie-cusset loc:mairie-bellerive
    loc:mairie-gannat loc:cc-saint-pourcain elu:2a34ae8baa87d31f elu:ca7c849392869c82
    loc:centre-sources loc:entraide-vichy loc:cle-seuil loc:mjc-cusset loc:bellerive-omnisports
    loc:centre-gannat loc:comptoir-images loc:auto-solidaire loc:ccas-vichy loc:mediatheque-vichy
    loc:fournil loc:habitants-champ-rond loc:conseil-jeunes-cusset loc:dir-territoires
"""
MEMBERS: Final = {
    stories.DEPARTEMENTAL_COMMITTEE: tuple(_DEPARTEMENTAL.split()),
    stories.LOCAL_COMMITTEES["arr:031"]: tuple(_MONTLUCON.split()),
    stories.LOCAL_COMMITTEES["arr:032"]: tuple(_MOULINS.split()),
    stories.LOCAL_COMMITTEES["arr:033"]: tuple(_VICHY.split()),
}


def committee_rows() -> list[Row]:
    """Lines of comites.csv."""
    top: Row = {
        "id": stories.DEPARTEMENTAL_COMMITTEE,
        "nom": "Comité départemental du mieux vivre ensemble",
        "niveau": "departemental",
        "territoire": "dep:03",
        "debut": "2011-11-15",
    }
    named = (("arr:032", "Moulins", "2012-03-06"), ("arr:031", "Montluçon", "2012-04-17"))
    local: list[Row] = [
        {
            "id": stories.LOCAL_COMMITTEES[bassin],
            "nom": f"Comité local du bassin de {name}",
            "niveau": "local",
            "territoire": bassin,
            "parent": stories.DEPARTEMENTAL_COMMITTEE,
            "debut": start,
        }
        for bassin, name, start in (*named, ("arr:033", "Vichy", "2012-05-22"))
    ]
    return [top, *local]


def seat_rows() -> list[Row]:
    """Lines of participations.csv: the members, by college."""
    kinds = {actor.id: actor.kind for actor in actors()}
    return [
        {
            "acteur": member,
            "cible": committee,
            "role": "pilote" if member == "loc:dir-territoires" else "membre",
            "college": _COLLEGES[kinds[member]],
            "siege": "suppleant" if rank % 9 == 8 else "titulaire",
            "debut": "2026-04" if kinds[member] == "elu" and rank % 2 else "2023-03",
            "source": "composition-2026",
        }
        for committee, members in MEMBERS.items()
        for rank, member in enumerate(members)
    ]
