"""The invented people: contacts of structures, mandates of élus; and the memberships."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from demo import stories
from demo.geography import communes, epci_of
from demo.roster import FOLDER, actors
from demo.rows import Chance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from demo.roster import Actor
    from demo.rows import Row

# Each role with the gender in which it is written, so that the first name agrees with it.
_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "association": ("F présidente", "M coordinateur", "F directrice", "M animateur"),
    "service_public": ("F responsable", "F conseillère", "M chargé d'accueil"),
    "collectivite": ("F directrice générale des services", "M chargé de la vie associative"),
    "groupe_habitants": ("F référente", "M porte-parole"),
    "etablissement": ("F principale", "M conseiller d'éducation"),
    "entreprise_ess": ("F gérante", "M directeur"),
}
_AGENTS: Final = (
    ("loc:dir-territoires", "F chargée de mission, bassin de Moulins"),
    ("loc:dir-territoires", "M chargé de mission, bassin de Montluçon"),
    ("loc:dir-territoires", "F chargée de mission, bassin de Vichy"),
    ("loc:dir-territoires", "M chargé de mission départemental"),
    ("loc:dir-culture", "F directrice"),
    ("loc:dir-autonomie", "M directeur"),
    ("loc:dir-insertion", "F cheffe de service"),
    ("loc:dir-enfance", "M référent parentalité"),
    ("loc:dir-numerique", "F directrice"),
    ("loc:dir-education", "M chef de service"),
)
_SPORT_ALONE: Final = ("loc:boules-et-compagnie", "loc:roller-isles", "loc:volants-sichon")
_MUNICIPAL: Final = ("2026-03-22", "2032-03")
_DEPARTMENTAL: Final = ("2021-07-01", stories.ONLY_WAY_MANDATE_ENDS)


def contact_rows() -> list[Row]:
    """Lines of contacts.csv: agents of the institution first; no name comes twice."""
    chance = Chance("contacts")
    served = [a for a in actors() if a.connected and a.kind != "elu" and a.circle != "dep"]
    wanted = [*_AGENTS, *((a.id, chance.one(_ROLES[a.kind])) for a in served)]
    wanted = wanted[: len(_AGENTS)] + chance.some(wanted[len(_AGENTS) :], stories.CONTACTS)
    names: set[tuple[str, str]] = set()
    rows: list[Row] = []
    for actor, role in wanted[: stories.CONTACTS]:
        gender, _, said = role.partition(" ")
        fitting = [line[2:] for line in _words("prenoms") if line[0] == gender]
        while (name := (chance.one(fitting), chance.one(_words("noms")))) in names:
            pass
        names.add(name)
        rows.append(_contact(len(rows) + 1, actor, said, name, chance=chance))
    return rows


def _words(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]


def _contact(number: int, actor: str, role: str, name: tuple[str, str], *, chance: Chance) -> Row:
    told = chance.day(date(2025, 1, 6), date(2026, 8, 20)).isoformat()
    # 06 39 98 is kept for fiction by the French numbering plan.
    phone = f"06 39 98 {number // 100 + 10:02d} {number % 100:02d}"
    return {
        "id": f"contact:{number:03d}",
        "structure": actor,
        "nom": name[1],
        "prenom": name[0],
        "fonction": role,
        "telephone": phone if chance.share() < 0.5 else "",
        "courriel": f"contact{number:03d}@fictif.example",
        "informe_le": told if chance.share() < 0.65 else "",
        "source": "fiches-2026",
    }


def mandate_rows() -> list[Row]:
    """Lines of mandats.csv."""
    rows: list[Row] = []
    for actor in actors():
        for organ in actor.attached if actor.kind == "elu" else ():
            rows.append(_mandate(actor, organ, rank=len(rows)))
    renewed = next(a for a in actors() if a.id == stories.RENEWED)
    before = _mandate(renewed, renewed.attached[0], rank=0)
    rows.append(before | {"debut": "2020-05-25", "fin": "2026-03-21"})
    return rows


def _mandate(actor: Actor, organ: str, *, rank: int) -> Row:
    departmental = organ == stories.INSTITUTION
    start, end = _DEPARTMENTAL if departmental else _MUNICIPAL
    function = actor.subtype
    if actor.id == stories.ONLY_WAY and not departmental:
        function = "conseillère communautaire"
    return {
        "elu": actor.id,
        "organe": organ,
        "fonction": function,
        "debut": "2026-04-09" if organ.startswith("loc:cc-") or "communaute" in organ else start,
        "fin": end,
        "source": "mandats-2026",
        "reference": f"M-{rank + 1:02d}",
    }


def membership_rows() -> list[Row]:
    """Lines of adhesions.csv: communes in their EPCI, associations in their networks."""
    rows: list[Row] = []
    epcis = {_epci_id(a): a.id for a in actors() if _is_epci(a)}
    for actor in actors():
        if actor.subtype == "commune":
            body = epcis[_epci_id(actor)]
            rows.append(_membership(actor.id, body, start="2017-01-01", source="statuts"))
    for actor in actors():
        network = _network(actor)
        if network:
            rows.append(_membership(actor.id, network, start="2018", source="annuaire-reseaux"))
    return rows


def _is_epci(actor: Actor) -> bool:
    return actor.subtype in ("communauté d'agglomération", "communauté de communes")


def _epci_id(actor: Actor) -> str:
    return epci_of(communes()[actor.commune])


def _network(actor: Actor) -> str:
    """The network that an association belongs to, if any; the far world of story 8 has its own."""
    if actor.kind != "association" or actor.circle == "dep":
        return ""
    if actor.subtype in ("centre social", "maison des jeunes"):
        return "loc:union-maisons"
    if actor.subtype in ("omnisports", "foyer rural") or actor.id in _SPORT_ALONE:
        return "loc:sport-chacun"
    if actor.connected and actor.themes[0] == "alimentation":
        return "loc:tables-ouvertes"
    return ""


def _membership(actor: str, body: str, *, start: str, source: str) -> Row:
    return {"acteur": actor, "organisme": body, "debut": start, "source": source}
