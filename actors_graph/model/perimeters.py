"""The perimeters a user may choose at first: presets of a département, or communes of one's own.

A « bassin » is whatever a team calls so: by default the arrondissement, which gives the three
bassins of the Allier; otherwise a list of communes (`own_perimeter`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.errors import InputError
from actors_graph.model.geography import Territory, geography, territory_id
from actors_graph.model.kinds import TerritoryKind
from actors_graph.text import slug
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actors_graph.model.geography import Commune

OWN_KINDS: Final = frozenset({TerritoryKind.BASSIN, TerritoryKind.CUSTOM})
_PRESET_PREFIXES: Final = ("dep:", "arr:", "epci:")


def presets(departement: str) -> list[Territory]:
    """The département, its arrondissements, then every EPCI that has a commune in it.

    Args:
        departement: its code, such as « 03 ».

    Returns:
        Reference territories, by name within each kind; none if no département has this code. An
        EPCI that spreads beyond is whole: its other communes are outside the département.
    """
    reference = geography()
    ids = {f"dep:{departement}"}
    for code in reference.communes_of(f"dep:{departement}"):
        ids |= reference.ancestors(f"com:{code}")
    found = [reference.territory(i) for i in ids if i.startswith(_PRESET_PREFIXES)]
    return sorted((t for t in found if t is not None), key=_preset_order)


def own_perimeter(
    name: str, communes: Iterable[str], *, kind: TerritoryKind = TerritoryKind.BASSIN
) -> Territory:
    """Make a territory of a list of communes.

    Args:
        name: what people call it; its slug makes the id (`bassin:pays-de-lapalisse`).
        communes: codes, today's or old ones (which become today's), in any order.
        kind: BASSIN or CUSTOM.

    Returns:
        A row to be stored: codes ascending, population their sum, the point of the commune that
        is nearest to the middle of the inhabitants, the département as parent if there is one only.

    Raises:
        InputError: no name, no commune, an unknown code, or another kind.
    """
    identifier = slug(name)
    if kind not in OWN_KINDS:
        message = f"On ne compose pas soi-même un territoire de type {quoted(kind.value)}."
        raise InputError(message, remedy=f"Choisissez {quoted('bassin')} ou {quoted('perso')}.")
    if not identifier:
        raise InputError("Ce territoire n’a pas de nom.", remedy="Donnez-lui un nom en lettres.")
    members = [_known(code) for code in communes]
    members = sorted({c.code: c for c in members}.values(), key=lambda commune: commune.code)
    if not members:
        message = f"Le territoire {quoted(name)} n’a aucune commune."
        raise InputError(message, remedy="Choisissez au moins une commune.")
    middle = _middle(members)
    departements = sorted({commune.departement for commune in members})
    return Territory(
        id=territory_id(kind, identifier),
        kind=kind,
        code=identifier,
        name=name,
        parents=(f"dep:{departements[0]}",) if len(departements) == 1 else (),
        communes=tuple(commune.code for commune in members),
        lat=middle.lat,
        lon=middle.lon,
        population=sum(commune.population for commune in members),
    )


def _preset_order(territory: Territory) -> tuple[int, str]:
    prefix = f"{territory.id.partition(':')[0]}:"
    return _PRESET_PREFIXES.index(prefix), slug(territory.name)


def _known(code: str) -> Commune:
    reference = geography()
    commune = reference.commune(reference.current_code(code))
    if commune is None:
        raise InputError(
            f"Aucune commune n’a le code {quoted(code)}.",
            remedy=f"Vérifiez le code INSEE : cinq caractères, par exemple {quoted('03190')}.",
        )
    return commune


def _middle(communes: Sequence[Commune]) -> Commune:
    """The commune nearest to the middle of the inhabitants; its point lies inside the territory."""
    # One inhabitant more each, so that a perimeter of empty communes has a middle too.
    total = sum(commune.population + 1 for commune in communes)
    lat = sum(commune.lat * (commune.population + 1) for commune in communes) / total
    lon = sum(commune.lon * (commune.population + 1) for commune in communes) / total
    return min(communes, key=lambda c: ((c.lat - lat) ** 2 + (c.lon - lon) ** 2, c.code))
