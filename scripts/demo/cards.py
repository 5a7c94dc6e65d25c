"""The lines of acteurs.csv and themes.csv: identity, place, freshness of each actor."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from demo import stories
from demo.geography import communes, epci_of
from demo.roster import LONE, SILENT, THEMES, actors
from demo.rows import Chance, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from demo.roster import Actor
    from demo.rows import Row

# When somebody asked the lone actors for their partners; the others are known by a meeting, a
# grant or a membership.
_ASKED: Final = [
    "loc:soupe-aux-legumes-perdus",
    "loc:boules-et-compagnie",
    "loc:age-possibles",
    "loc:ecrivain-public",
    "loc:aines-yzeure",
    "loc:repare-cafe",
    "loc:roller-isles",
    "loc:sabots-legers",
    "loc:maison-sante-lurcy-levis",
    "loc:auto-solidaire",
    "loc:volants-sichon",
    "loc:cabanes-vernet",
    "loc:recoltes-varennes",
    "loc:toit-en-besbre",
    "loc:amis-tilleul",
    "loc:cap-jeunes-aumance",
]
_ACRONYMS: Final[Mapping[str, str]] = {
    "loc:guichet-handicap": "GUH",
    "loc:institut-formation": "IFSV",
    "loc:union-maisons": "UMC",
    "loc:agence-metiers": "ATM",
    "loc:grande-maison": "GMA",
    "loc:delegation-fraternite": "DTF",
}
_STATUS: Final[Mapping[str, str]] = {"dissolved": "dissous", "identify": "a_identifier"}
_DISSOLVED_ON: Final = dict(zip(stories.DISSOLVED, ("2025-06-30", "2025-11-15"), strict=True))
_WORK: Final[Mapping[str, tuple[str, ...]]] = {
    "culture": ("Spectacles, ateliers et rencontres", "Pratique en amateur et sorties"),
    "sport": ("Pratique ouverte aux débutants", "Entraînements, tournois et sorties"),
    "jeunesse": ("Accueil des enfants et des jeunes", "Activités, séjours et soutien aux parents"),
    "isolement": ("Visites, appels et sorties à plusieurs", "Rencontres pour rompre l'isolement"),
    "mobilite": ("Déplacements solidaires", "Apprendre à se déplacer, prêt de véhicules"),
    "numerique": ("Aide aux démarches en ligne", "Ateliers numériques pour tous"),
    "alimentation": ("Paniers, repas et jardins partagés", "Aide alimentaire et cuisine"),
    "logement": ("Accompagnement dans le logement", "Logements et médiation entre voisins"),
    "insertion": ("Emploi, formation et chantiers", "Accompagnement vers l'emploi"),
    "sante": ("Santé de proximité et répit", "Bien vieillir et rester actif"),
    "droits": ("Permanences et accès aux droits", "Écoute et aide aux démarches"),
    "citoyennete": ("Vie de quartier et entraide", "Rencontres et projets d'habitants"),
}
_COLLECTIVITES: Final = {"commune": "Services municipaux et vie locale."}
_STREETS: Final = (
    "rue des Tilleuls",
    "place du Marché",
    "rue de la Fontaine",
    "avenue de la Gare",
    "chemin du Moulin",
    "rue des Écoles",
    "impasse du Lavoir",
    "rue du Pont",
)


def theme_rows() -> list[Row]:
    """Lines of themes.csv."""
    return [
        {"id": theme, "libelle": label, "synonymes": synonyms}
        for theme, label, synonyms in THEMES.values()
    ]


def luhn_digit(digits: str) -> str:
    """Last digit that makes a SIREN or a SIRET valid (Luhn's rule).

    >>> luhn_digit("73282932")
    '0'
    """
    total = 0
    for rank, character in enumerate(reversed(digits)):
        value = int(character) * (2 if rank % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def fictional_siret(number: int) -> str:
    """Invented SIRET, valid by Luhn's rule, in a range that registers leave empty."""
    stem = f"0100{number * 7 + 13:04d}"
    siren = stem + luhn_digit(stem)
    office = siren + "0001"
    return office + luhn_digit(office)


class Cards:
    """Writes the actors."""

    def __init__(self) -> None:
        self._chance = Chance("cards")
        self.rows = [self._card(number, actor) for number, actor in enumerate(actors(), start=1)]

    def _card(self, number: int, actor: Actor) -> Row:
        place = communes()[actor.commune]
        row: Row = {
            "id": actor.id,
            "nom": actor.name,
            "type": actor.kind,
            "sous_type": actor.subtype,
            "commune": actor.commune,
            "code_insee": place.code,
            "themes": listed(actor.themes),
            "statut": _STATUS.get(actor.fate, "actif"),
            "suivi_par": actor.bassin,
            "source": "repertoire-2026",
            "reference": f"R{number:03d}",
        }
        if actor.kind != "elu" and actor.fate != "identify":
            row |= self._identity(number, actor)
            row |= self._coordinates(actor)
        return row | self._freshness(actor)

    def _identity(self, number: int, actor: Actor) -> Row:
        """Numbers are invented: no association of the Allier has an RNA that begins with W039."""
        row: Row = {"sigle": _ACRONYMS.get(actor.id, ""), "rattache_a": listed(actor.attached)}
        if actor.kind != "groupe_habitants" and self._chance.share() < 0.55:
            row["siret"] = fictional_siret(number)
            row["siren"] = row["siret"][:9]
        if actor.kind == "association" and self._chance.share() < 0.7:
            row["rna"] = f"W039{number * 37:06d}"
        if actor.kind in ("association", "entreprise_ess") and self._chance.share() < 0.6:
            row["cree_le"] = str(1984 + self._chance.below(35))
        row["description"] = self._description(actor)
        row["dissous_le"] = _DISSOLVED_ON.get(actor.id, "")
        return row

    def _description(self, actor: Actor) -> str:
        if actor.id == stories.INSTITUTION:
            return "Solidarités, culture, collèges, routes et aménagement du territoire fictif."
        if actor.kind == "collectivite":
            return _COLLECTIVITES.get(actor.subtype, "Services et projets des communes membres.")
        if not actor.themes:
            return "Service interne du Département."
        work = self._chance.one(_WORK[actor.themes[0]])
        return f"{work}, dans tout le territoire." if actor.circle == "dep" else f"{work}."

    def _coordinates(self, actor: Actor) -> Row:
        place = communes()[actor.commune]
        row: Row = {"code_postal": place.postal_codes[0], "agit_sur": self._acts_in(actor)}
        if actor.kind == "groupe_habitants":
            kept = actor.id not in stories.HINGE_GROUPS and self._chance.share() < 0.5
            return row | {"diffusion": "interne" if kept else ""}
        name = actor.id.removeprefix("loc:")
        if self._chance.share() < 0.55:
            number = 1 + self._chance.below(60)
            row["adresse"] = f"{number} {self._chance.one(_STREETS)}"
        if self._chance.share() < 0.6:
            # 04 65 71 is kept for fiction by the French numbering plan.
            pair = self._chance.below(100)
            row["telephone"] = f"04 65 71 {pair:02d} {self._chance.below(100):02d}"
        if self._chance.share() < 0.6:
            row["courriel"] = f"contact@{name}.example"
        if self._chance.share() < 0.25:
            row["site_web"] = f"https://{name}.example"
        return row

    def _acts_in(self, actor: Actor) -> str:
        """Where it acts beyond its commune; nobody acts outside its own bassin."""
        place = communes()[actor.commune]
        if actor.subtype == "commune":
            return f"com:{place.code}"
        wide = actor.kind in ("collectivite", "service_public") and actor.circle != "dep"
        if wide or (actor.kind == "association" and self._chance.share() < 0.3):
            return "" if actor.circle == "dep" else epci_of(place)
        return ""

    def _freshness(self, actor: Actor) -> Row:
        if actor.fate in SILENT:
            checked = self._day(date(2023, 5, 2), date(2026, 6, 30))
            return {"verifie_le": checked if self._chance.share() < 0.3 else ""}
        if actor.fate in LONE:
            old = actor.fate == "old"
            first, last = (
                (date(2022, 2, 1), date(2024, 6, 28))
                if old
                else (date(2025, 9, 15), date(2026, 8, 24))
            )
            checked = self._day(first, last)
            asked = checked if actor.id in _ASKED else ""
            return {"verifie_le": checked, "partenaires_demandes_le": asked}
        if actor.id in stories.DISSOLVED:
            return {"verifie_le": "2025-12-04"}
        recent = self._chance.share() < 0.85
        first = date(2025, 3, 3) if recent else date(2024, 10, 1)
        checked = self._day(first, date(2026, 8, 28))
        asked = checked if self._chance.share() < 0.35 and actor.kind != "elu" else ""
        return {"verifie_le": checked, "partenaires_demandes_le": asked}

    def _day(self, first: date, last: date) -> str:
        return self._chance.day(first, last).isoformat()
