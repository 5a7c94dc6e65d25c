"""A scope said in one French sentence, and the nouns of the closed values it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model.kind_words import KIND_NOUNS
from actors_graph.model.kinds import Family, TerritoryKind
from actors_graph.network.scope import Boundary
from actors_graph.words import as_of, capital, date_words, listing, of_place, plural, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.network.scope import Scope

FAMILY_NOUNS: Final = {
    Family.COLLABORATION: "liens notés",
    Family.FUNDING: "financements",
    Family.MEMBERSHIP: "adhésions",
    Family.MANDATE: "mandats",
    Family.PARTICIPATION: "participations aux comités et projets",
    Family.COPRESENCE: "présences aux réunions",
}
# The noun of a territory where its own name does not say what it is; {} is « de » and the name.
_TERRITORIES: Final = {
    TerritoryKind.ARRONDISSEMENT: "de l’arrondissement {}",
    TerritoryKind.CANTON: "du canton {}",
    TerritoryKind.BASSIN: "du bassin {}",
    TerritoryKind.ZONE_EMPLOI: "de la zone d’emploi {}",
    TerritoryKind.BASSIN_VIE: "du bassin de vie {}",
}
# Their names are written as they are: « du département « Allier » », « du quartier « Les Ailes » ».
_NAMED: Final = {
    TerritoryKind.EPCI: "de l’intercommunalité",
    TerritoryKind.QPV: "du quartier",
    TerritoryKind.DEPARTEMENT: "du département",
    TerritoryKind.REGION: "de la région",
    TerritoryKind.CUSTOM: "du territoire",
}


def sentence(
    scope: Scope, *, on: str, names: Mapping[str, str], territory_kinds: Mapping[str, str]
) -> str:
    """Say a scope: who, where, which ties, when, without whom.

    Args:
        scope: what is looked at.
        on: the date at which ties are valid (`Network.on`).
        names: French names of the ids of the scope; an id without a name is written as it is.
        territory_kinds: kinds of the territories of the perimeter.

    Returns:
        « Associations du bassin de Vichy, liens notés de niveau 2 et plus, au 1er mars 2026 »;
        no final dot: it is a title.
    """

    def name(identifier: str) -> str:
        return names.get(identifier, identifier)

    parts = [
        _who(scope, [name(theme) for theme in scope.themes])
        + _where([(name(place), territory_kinds.get(place, "")) for place in scope.perimeter]),
        f"membres du comité {quoted(name(scope.committee))}" if scope.committee else "",
        _ties(scope),
        as_of(on),
        f"sans {listing([quoted(name(actor)) for actor in scope.without])}"
        if scope.without
        else "",
    ]
    return capital(", ".join(part for part in parts if part))


def _who(scope: Scope, themes: list[str]) -> str:
    who = listing([plural(KIND_NOUNS[kind]) for kind in scope.kinds]) or "acteurs"
    if scope.boundary is Boundary.DOCUMENTED:
        who += " dont les partenaires sont documentés"
    if themes:
        who += f" qui agissent sur {listing([quoted(theme) for theme in themes], conjunction='ou')}"
    return who


def _where(places: list[tuple[str, str]]) -> str:
    said = [_place(name, kind) for name, kind in places]
    return f" {listing(said)}" if said else ""


def _place(name: str, kind: str) -> str:
    if kind in _NAMED:
        return f"{_NAMED[TerritoryKind(kind)]} {quoted(name)}"
    pattern = _TERRITORIES.get(TerritoryKind(kind), "{}") if kind else "{}"
    return pattern.format(of_place(name))


def _ties(scope: Scope) -> str:
    said = []
    for family in scope.families:
        noun = FAMILY_NOUNS[family]
        if family is Family.COLLABORATION:
            noun += " et confirmés" if scope.confirmed_only else ""
            noun += f" de niveau {scope.min_level} et plus" if scope.min_level > 1 else ""
        said.append(noun)
    since = f" depuis {_since(scope.since)}" if scope.since else ""
    return listing(said) + since


def _since(day: str) -> str:
    return f"le {date_words(day)}" if len(day) == 10 else date_words(day)
