"""The envelope (budgets, applications), the grants and the floors that people decided."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from demo import stories
from demo.geography import canton_id
from demo.roster import actors
from demo.rows import AS_OF, Chance, euros

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from demo.roster import Actor
    from demo.rows import Row

_SCHEME: Final = "Enveloppe vivre ensemble"
_VOTED: Final = {2024: 70000, 2025: 80000, 2026: 85000}
_VILLAGE: Final = {2024: 19500, 2025: 21000, 2026: 22000}
# By year: applications granted, refused, pending.
_DECISIONS: Final = {2024: (17, 5, 0), 2025: (20, 6, 0), 2026: (10, 4, 8)}
_CANTONS: Final[Mapping[str, tuple[int, ...]]] = {
    "Bellerive-sur-Allier": (1,),
    "Bourbon-l'Archambault": (2,),
    "Commentry": (3,),
    "Cusset": (4,),
    "Dompierre-sur-Besbre": (5,),
    "Gannat": (6,),
    "Montluçon": (9, 10, 11, 12),
    "Moulins": (13, 14),
    "Saint-Pourçain-sur-Sioule": (15,),
    "Souvigny": (16,),
    "Vichy": (17, 18),
    "Yzeure": (19,),
}
_ASKING: Final = ("association", "entreprise_ess", "etablissement", "groupe_habitants")
_RECEIVING: Final = ("association", "entreprise_ess", "etablissement")
_FUNDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "arr:031": (
        "loc:montlucon-communaute",
        "loc:mairie-montlucon",
        "loc:cc-commentry",
        "loc:mairie-domerat",
    ),
    "arr:032": (
        "loc:moulins-communaute",
        "loc:mairie-moulins",
        "loc:mairie-yzeure",
        "loc:cc-bocage",
        "loc:mairie-avermes",
    ),
    "arr:033": (
        "loc:vichy-communaute",
        "loc:mairie-vichy",
        "loc:mairie-cusset",
        "loc:cc-saint-pourcain",
        "loc:mairie-gannat",
    ),
}
_SCHEMES: Final = ("Aide aux associations", "Appel à projets quartiers", "Fonds vie locale")
# Actors without a known partner that a grant makes known.
_GRANTED_ALONE: Final = (
    ("loc:ecole-metiers-table", "loc:vichy-communaute", 2022),
    ("loc:remise-a-neuf", "loc:moulins-communaute", 2023),
    ("loc:lanternes-ebreuil", "loc:cc-saint-pourcain", 2023),
    ("loc:cap-jeunes-aumance", "loc:cc-commentry", 2022),
    ("loc:antenne-sante-jeunes", "loc:mairie-gannat", 2025),
)
_PURPOSES: Final[Mapping[str, str]] = {
    "culture": "Ateliers et spectacles ouverts à tous",
    "sport": "Séances sportives pour les débutants",
    "jeunesse": "Activités avec les jeunes",
    "isolement": "Visites et sorties pour rompre l'isolement",
    "mobilite": "Déplacements solidaires",
    "numerique": "Accompagnement au numérique",
    "alimentation": "Repas et paniers partagés",
    "logement": "Accompagnement dans le logement",
    "insertion": "Ateliers d'insertion",
    "sante": "Actions de santé de proximité",
    "droits": "Permanences d'accès aux droits",
    "citoyennete": "Vie de quartier",
}
_FLOORS: Final = (
    ("isolement", "arrondissement", "", 3),
    ("mobilite", "arrondissement", "", 3),
    ("numerique", "arrondissement", "", 2),
    ("citoyennete", "arrondissement", "groupe_habitants", 2),
    ("droits", "epci", "service_public", 1),
    ("alimentation", "epci", "association", 1),
    ("logement", "arr:031", "", 2),
    ("jeunesse", "epci:200071512", "", 2),
)


def budget_rows() -> list[Row]:
    """Lines of budgets.csv."""
    voted = ((_SCHEME, _VOTED), ("Village de la fraternité", _VILLAGE))
    return [
        {"exercice": str(year), "territoire": "dep:03", "dispositif": name, "vote": euros(amount)}
        for name, amounts in voted
        for year, amount in amounts.items()
    ]


def floor_rows() -> list[Row]:
    """Lines of planchers.csv."""
    return [
        {
            "theme": theme,
            "lieu": place,
            "type": kind,
            "minimum": str(minimum),
            "decide_le": "2025-04-15",
            "decide_par": "Comité départemental",
        }
        for theme, place, kind, minimum in _FLOORS
    ]


class Money:
    """Applications, and grants: those of the envelope first, then the other funders'."""

    def __init__(self, projects: Sequence[Row], participations: Sequence[Row]) -> None:
        self._chance = Chance("money")
        carried = {p["acteur"]: p["cible"] for p in participations if p["role"] == "porteur"}
        states = {project["id"]: project["etat"] for project in projects}
        self._carried = {a: p for a, p in carried.items() if states[p] != "envisage"}
        self.applications: list[Row] = []
        self.grants: list[Row] = []
        for year, decisions in _DECISIONS.items():
            self._apply(year, decisions)
        for beneficiary, funder, year in _GRANTED_ALONE:
            actor = next(a for a in actors() if a.id == beneficiary)
            self._fund(actor, funder=funder, year=year)
        self._fund_the_rest()

    def _apply(self, year: int, decisions: tuple[int, int, int]) -> None:
        asking = [a for a in actors() if _may_ask(a)]
        names = ("retenue", "refusee", "en_attente")
        ends = [name for name, count in zip(names, decisions, strict=True) for _ in range(count)]
        callers = self._one_per_canton(asking, len(ends))
        for rank, (actor, decision) in enumerate(
            zip(callers, self._chance.some(ends, len(ends)), strict=True), start=1
        ):
            self._add_application(actor, year=year, rank=rank, decision=decision)

    def _one_per_canton(self, asking: Sequence[Actor], count: int) -> list[Actor]:
        """Draw applicants, first one in each commune, then any others."""
        first = [
            self._chance.one([a for a in asking if a.commune == commune]) for commune in _CANTONS
        ]
        rest = [actor for actor in asking if actor not in first]
        return first + self._chance.some(rest, count - len(first))

    def _add_application(self, actor: Actor, *, year: int, rank: int, decision: str) -> None:
        asked = 100 * (8 + self._chance.below(70))
        numbers = _CANTONS[actor.commune]
        row: Row = {
            "id": f"demande:{year}-{rank:02d}",
            "demandeur": actor.id,
            "projet": self._carried.get(actor.id, ""),
            "exercice": str(year),
            "territoire": canton_id(numbers[rank % len(numbers)]),
            "demande": euros(asked),
            "decision": decision,
        }
        if decision == "retenue":
            granted = 50 * round(asked * (0.5 + self._chance.share() / 2) / 50)
            row |= {"accorde": euros(granted), "verse": euros(self._paid(granted, year))}
            if year < 2026:
                row["resultat"] = f"{20 + self._chance.below(180)} personnes touchées"
            self._grant_from_envelope(row)
        self.applications.append(row)

    def _paid(self, granted: int, year: int) -> float:
        shares = {2024: (1.0, 1.0), 2025: (1.0, 0.7), 2026: (0.5, 0.0)}[year]
        return granted * self._chance.weighted(shares, (0.8, 0.2))

    def _grant_from_envelope(self, application: Row) -> None:
        year = int(application["exercice"])
        last = date(year, 12, 10) if year < AS_OF.year else date(year, 7, 10)
        self.grants.append(
            {
                "financeur": stories.INSTITUTION,
                "beneficiaire": application["demandeur"],
                "montant": application["accorde"],
                "exercice": str(year),
                "decide_le": self._chance.day(date(year, 4, 1), last).isoformat(),
                "objet": self._purpose(application["demandeur"]),
                "dispositif": _SCHEME,
                "nature": "subvention",
                "projet": application["projet"],
                "demande": application["id"],
                "source": "deliberations",
                "reference": f"SUB-{len(self.grants) + 1:03d}",
            }
        )

    def _purpose(self, beneficiary: str) -> str:
        themes = next(a.themes for a in actors() if a.id == beneficiary)
        return _PURPOSES[themes[0]]

    def _fund(self, actor: Actor, *, funder: str, year: int) -> None:
        first, last = date(year, 2, 1), date(year, 12, 15) if year < 2026 else date(2026, 7, 15)
        own = funder == "loc:caisse-familiale"
        self.grants.append(
            {
                "financeur": funder,
                "beneficiaire": actor.id,
                "montant": euros(50 * (10 + self._chance.below(190))),
                "exercice": str(year),
                "decide_le": self._chance.day(first, last).isoformat(),
                "objet": self._purpose(actor.id),
                "dispositif": "Animation de la vie sociale" if own else self._chance.one(_SCHEMES),
                "nature": "prestation" if own else "subvention",
                "source": "deliberations",
                "reference": f"SUB-{len(self.grants) + 1:03d}",
            }
        )

    def _fund_the_rest(self) -> None:
        receiving = [a for a in actors() if a.connected and a.kind in _RECEIVING]
        receiving = [a for a in receiving if a.bassin in _FUNDERS]
        while len(self.grants) < stories.GRANTS:
            actor = self._chance.one(receiving)
            funders = (*_FUNDERS[actor.bassin], stories.INSTITUTION)
            if {"jeunesse", "citoyennete", "droits"} & set(actor.themes):
                funders = (*funders, "loc:caisse-familiale")
            funder = self._chance.one(funders)
            self._fund(actor, funder=funder, year=2022 + self._chance.below(5))


def _may_ask(actor: Actor) -> bool:
    return actor.connected and actor.kind in _ASKING and actor.commune in _CANTONS
