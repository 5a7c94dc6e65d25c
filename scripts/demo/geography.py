"""The real territories of the Allier, from the reference geography that the package ships."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from actors_graph.model.geography import geography
from demo.rows import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.model.geography import Commune, Territory
    from demo.rows import Row

DEPARTEMENT: Final = "dep:03"
BASSINS: Final = {"arr:031": "Montluçon", "arr:032": "Moulins", "arr:033": "Vichy"}
# The 19 cantons of the Allier (decree of 25 February 2014), in the order of their codes; the
# reference geography does not hold cantons.
CANTONS: Final = (
    "Bellerive-sur-Allier",
    "Bourbon-l'Archambault",
    "Commentry",
    "Cusset",
    "Dompierre-sur-Besbre",
    "Gannat",
    "Huriel",
    "Lapalisse",
    "Montluçon-1",
    "Montluçon-2",
    "Montluçon-3",
    "Montluçon-4",
    "Moulins-1",
    "Moulins-2",
    "Saint-Pourçain-sur-Sioule",
    "Souvigny",
    "Vichy-1",
    "Vichy-2",
    "Yzeure",
)


def territories() -> list[Territory]:
    """The département, its arrondissements, the EPCI of its communes, its communes."""
    reference = geography()
    codes = reference.communes_of(DEPARTEMENT)
    above = {parent for code in codes for parent in reference.parents(f"com:{code}")}
    wanted = {DEPARTEMENT, *above, *(f"com:{code}" for code in codes)}
    ids = [territory for territory in reference.territory_ids if territory in wanted]
    return [found for territory in ids if (found := reference.territory(territory))]


@cache
def communes() -> Mapping[str, Commune]:
    """Communes of the Allier, by name (no two bear the same)."""
    reference = geography()
    found = (reference.commune(code) for code in reference.communes_of(DEPARTEMENT))
    return {commune.name: commune for commune in found if commune}


def epci_of(commune: Commune) -> str:
    """Id of the EPCI of a commune."""
    return f"epci:{commune.epci}"


def canton_id(number: int) -> str:
    """Id of a canton by its rank from 1."""
    return f"canton:03{number:02d}"


def territory_rows() -> list[Row]:
    """Lines of territoires.csv: the reference, then the cantons."""
    found = territories()
    known = {territory.id for territory in found}
    rows = [
        {
            "id": place.id,
            "type": str(place.kind),
            "code": place.code,
            "nom": place.name,
            "parents": listed([parent for parent in place.parents if parent in known]),
            "lat": str(place.lat),
            "lon": str(place.lon),
            "population": str(place.population),
        }
        for place in found
    ]
    cantons = [
        {
            "id": canton_id(number),
            "type": "canton",
            "code": f"03{number:02d}",
            "nom": name,
            "parents": DEPARTEMENT,
        }
        for number, name in enumerate(CANTONS, start=1)
    ]
    return rows + cantons
