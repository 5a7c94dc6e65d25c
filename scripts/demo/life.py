"""The common life: projects and who takes part, meetings and who came, what was to follow."""

from __future__ import annotations

import csv
from itertools import combinations
from typing import TYPE_CHECKING, Final

from demo import stories
from demo.committees import MEMBERS
from demo.roster import FOLDER, LEAF, actors
from demo.rows import Chance, euros, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from demo.roster import Actor
    from demo.rows import Row

_FUNDED: Final = ("termine", "en_cours")
# Those who take part beside the partners drawn from the circles.
_INVITED: Final[Mapping[str, tuple[str, ...]]] = {
    stories.NO_SILO_PROJECT: (
        "loc:dir-insertion",
        "loc:caisse-familiale",
        "loc:centre-pont-neuf",
        "loc:centre-fontbelle",
        "loc:union-maisons",
        "loc:institut-formation",
    ),
    **dict.fromkeys(stories.VILLAGE, ("loc:union-maisons", *stories.FAR_WORLD_IN_VILLAGE)),
}
# Actors without a known partner whom a meeting or a project has made known all the same.
_SEEN: Final[Mapping[str, tuple[str, ...]]] = {
    "seance:formation-dsl-2023": ("loc:conteurs-donjon", "loc:familles-en-sologne"),
    "seance:comite-moulins-2024": ("loc:mairie-lurcy", "loc:repare-cafe"),
    "seance:comite-vichy-2024": ("loc:lanternes-ebreuil", "loc:antenne-sante-jeunes"),
    "seance:comite-montlucon-2024": ("loc:voisins-grandes-vignes",),
    "seance:bilan-village-2026": ("loc:marmites-monde", "loc:elles-saint-yorre"),
}
_TRAINED: Final = (
    "loc:institut-formation",
    "loc:union-maisons",
    "loc:centre-fontbelle",
    "loc:centre-pont-neuf",
    "loc:centre-sources",
    "loc:centre-gannat",
    "loc:mjc-cusset",
    "loc:mjc-yzeure",
    "loc:maison-commune-commentry",
    "loc:moulins-communaute",
    "loc:ccas-vichy",
    "loc:dir-territoires",
)
_ATTENDING: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(stories.WORKSHOP, stories.WORKSHOP_PARTICIPANTS),
    stories.SEMINAR: stories.SEMINAR_PARTICIPANTS,
    stories.WELL_CONNECTED: stories.WELL_CONNECTED_PARTICIPANTS,
    "seance:formation-dsl-2023": _TRAINED,
    "seance:revue-projets-2025": MEMBERS[stories.DEPARTEMENTAL_COMMITTEE][:16],
}


def _written(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONE))


def _amount(text: str) -> str:
    return euros(float(text)) if text else ""


def _prefixed(prefix: str, name: str) -> str:
    return f"{prefix}:{name}" if name else ""


class Life:
    """Rows of projects, participations, meetings, attendance and follow-ups."""

    def __init__(self) -> None:
        self._chance = Chance("life")
        self._by_id = {actor.id: actor for actor in actors()}
        self.projects: list[Row] = []
        self.participations: list[Row] = []
        self.meetings: list[Row] = []
        self.attendances: list[Row] = []
        for line in _written("projets"):
            self._add_project(line)
        for line in _written("seances"):
            self._add_meeting(line)

    def _add_project(self, line: Row) -> None:
        project = f"projet:{line['id']}"
        village = project in stories.VILLAGE
        self.projects.append(
            {
                "id": project,
                "nom": line["name"],
                "type": line["kind"],
                "edition_de": stories.VILLAGE[0]
                if village and project != stories.VILLAGE[0]
                else "",
                "comite": _committee_of(line["territory"]),
                "territoire": line["territory"],
                "themes": listed(line["themes"].split()),
                "etat": line["state"],
                "publication": "brouillon" if line["state"] == "envisage" else "publie",
                "debut": line["start"],
                "fin": line["end"],
                "budget": _amount(line["budget"]),
                "resume": f"Porté par « {self._by_id[line['carrier']].name} ».",
                "pour_qui": line["public"],
                "part_des_habitants": line["inhabitants"],
                "resultat": line["result"],
                "a_reprendre": "Le mode d'emploi est prêt." if line["result"] else "",
                "source": "projets-2026",
                "reference": line["id"],
            }
        )
        for actor, role in self._partners(line, project):
            self.participations.append(
                {
                    "acteur": actor,
                    "cible": project,
                    "role": role,
                    "debut": line["start"],
                    "fin": line["end"],
                    "source": "projets-2026",
                }
            )

    def _partners(self, line: Row, project: str) -> list[tuple[str, str]]:
        """Those who take part and how; nobody from afar joins the world of story 8."""
        pools = line["pools"].split()
        kept = [a for a in actors() if self._may_join(a, pools) and a.id != line["carrier"]]
        chosen = [a.id for a in self._chance.some(kept, int(line["partners"]))]
        found = [(line["carrier"], "porteur")]
        for actor in (*_INVITED.get(project, ()), *chosen):
            if actor not in dict(found):
                found.append((actor, self._role(self._by_id[actor])))
        far = stories.FAR_WORLD_CIRCLE in pools
        if line["state"] in _FUNDED and not far and "loc:departement" not in dict(found):
            found.append(("loc:departement", "financeur"))
        return found

    def _may_join(self, actor: Actor, pools: Sequence[str]) -> bool:
        alone = actor.id in (stories.ONLY_WAY, stories.TWO_WAYS)
        return actor.circle in pools and actor.fate != LEAF and not alone

    def _role(self, actor: Actor) -> str:
        if actor.kind == "groupe_habitants":
            return "a_construit_avec"
        if actor.kind == "collectivite":
            return self._chance.one(("financeur", "pilote", "partenaire"))
        if actor.kind == "elu":
            return self._chance.one(("consulte", "informe"))
        return self._chance.weighted(("partenaire", "pilote", "consulte"), (8.0, 1.0, 1.0))

    def _add_meeting(self, line: Row) -> None:
        meeting = f"seance:{line['id']}"
        self.meetings.append(
            {
                "id": meeting,
                "type": line["kind"],
                "titre": line["title"],
                "date": line["date"],
                "lieu": line["place"],
                "comite": line["committee"],
                "projet": line["project"],
                "territoire": line["territory"],
                "ordre_du_jour": line["agenda"],
                "decisions": line["decisions"],
                "source": "comptes-rendus",
            }
        )
        self.attendances.extend(self._attendance(line, meeting))
        if line["crowd"]:
            crowd = {"acteur": "", "seance": meeting, "etat": "present", "nombre": line["crowd"]}
            self.attendances.append(crowd)

    def _attendance(self, line: Row, meeting: str) -> list[Row]:
        invited = list(_ATTENDING.get(meeting, ()) or MEMBERS.get(line["committee"], ()))
        if line["project"]:
            invited = [p["acteur"] for p in self.participations if p["cible"] == line["project"]]
        whole = meeting in (*stories.WORKSHOP, stories.SEMINAR, stories.WELL_CONNECTED)
        rows = [self._came(actor, meeting, surely=whole) for actor in invited]
        rows.extend(self._came(actor, meeting, surely=True) for actor in _SEEN.get(meeting, ()))
        return rows

    def _came(self, actor: str, meeting: str, *, surely: bool) -> Row:
        states = ("present", "excuse", "absent", "refuse")
        state = "present" if surely else self._chance.weighted(states, (68.0, 20.0, 9.0, 3.0))
        people = self._chance.weighted((1, 2, 3), (7.0, 2.0, 1.0))
        if self._by_id[actor].kind == "elu":
            people = 1
        count = str(people) if state == "present" else ""
        return {"acteur": actor, "seance": meeting, "etat": state, "nombre": count}

    def shared_projects(self) -> dict[tuple[str, str], str]:
        """A project that both ends of a pair take part in, by pair (ends sorted)."""
        found: dict[tuple[str, str], str] = {}
        for project in self.projects:
            if project["etat"] == "envisage":
                continue
            members = [p["acteur"] for p in self.participations if p["cible"] == project["id"]]
            for pair in combinations(sorted(members), 2):
                found.setdefault(pair, project["id"])
        return found


def _committee_of(territory: str) -> str:
    if territory == "dep:03":
        return stories.DEPARTEMENTAL_COMMITTEE
    return stories.LOCAL_COMMITTEES.get(territory, "")


def follow_up_rows() -> list[Row]:
    """Lines of suites.csv."""
    return [
        {
            "id": f"suite:{line['id']}",
            "quoi": line["what"],
            "qui": line["actor"],
            "echeance": line["due"],
            "etat": line["state"],
            "seance": _prefixed("seance", line["meeting"]),
        }
        for line in _written("suites")
    ]
