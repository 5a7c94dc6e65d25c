"""Themes by territory: where nobody, or too few, would be found beside the whole (METHOD A11).

An actor counts in a territory if it is located there or acts there (MODEL rule 5), for each of its
themes and the broader ones: several territories and several themes are the rule. N is the number
of actors with a theme and a territory, each counted once; expected = actors of the theme x actors
of the territory / N. A hole is a question, never a finding that nobody acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from actors_graph.algorithms.memberships import crossed
from actors_graph.measures.evidence import Claim, Finding
from actors_graph.measures.sentences import withheld
from actors_graph.model.geography import geography
from actors_graph.model.kinds import TerritoryKind
from actors_graph.network.perimeter import broader_themes
from actors_graph.text import fold
from actors_graph.words import as_of, count, of_place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors_graph.algorithms.memberships import Crossed
    from actors_graph.algorithms.plain import BoolArray
    from actors_graph.measures.facts import Facts
    from actors_graph.network import Network

# An empty cell where 3 are expected has at most 5 chances in 100 to be chance: e^-3.
HOLE_EXPECTED: Final = 3.0
LOW_EXPECTED: Final = 5.0
LOW_RESIDUAL: Final = -2.0

# Where the name of a territory does not say what it is.
_NOUNS: Final = {
    TerritoryKind.ARRONDISSEMENT: "arrondissement",
    TerritoryKind.CANTON: "canton",
    TerritoryKind.BASSIN: "bassin",
    TerritoryKind.ZONE_EMPLOI: "zone d’emploi",
    TerritoryKind.BASSIN_VIE: "bassin de vie",
}


class Lack(StrEnum):
    """What a cell of the table lacks."""

    HOLE = "hole"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Gap:
    """A theme that is missing, or nearly, in a territory.

    Attributes:
        lack: nobody, or fewer than by chance.
        theme: id.
        territory: id.
        observed: actors of both.
        expected: actors that would be of both with no preference.
        residual: adjusted residual of the cell.
    """

    lack: Lack
    theme: str
    territory: str
    observed: int
    expected: float
    residual: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """Themes by territory.

    Attributes:
        level: kind of the territories.
        themes: ids, by label: the lines.
        territories: ids, by name: the columns.
        table: counts, expected counts and adjusted residuals.
        gaps: what is missing, where most is expected first.
    """

    level: TerritoryKind
    themes: tuple[str, ...]
    territories: tuple[str, ...]
    table: Crossed
    gaps: tuple[Gap, ...]

    @property
    def can_tell(self) -> bool:
        """Whether enough is expected somewhere for a hole to be claimed."""
        two = len(self.territories) > 1
        return two and bool((self.table.expected >= HOLE_EXPECTED).any())

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        names = ("lack", "theme", "territory", "observed", "expected", "residual")
        gaps = [{name: getattr(gap, name) for name in names} for gap in self.gaps]
        return {"level": str(self.level), "actors": self.table.total, "gaps": gaps}


def coverage(facts: Facts, *, level: TerritoryKind | None = None) -> Coverage:
    """Cross themes and territories; kept with the facts. O(actors x themes x territories).

    Args:
        facts: the network.
        level: kind of the territories; None = bassins where the store has some, else
            arrondissements. Of a perimeter, only the territories wholly inside it.
    """
    network = facts.network
    level = level or default_level(network)
    return facts.kept(("coverage", level), lambda: _coverage(network, level))


def default_level(network: Network) -> TerritoryKind:
    """Bassins where the store has some, else arrondissements."""
    found = (network.places.territory(place) for place in network.places)
    bassins = any(one and one.kind is TerritoryKind.BASSIN for one in found)
    return TerritoryKind.BASSIN if bassins else TerritoryKind.ARRONDISSEMENT


def _coverage(network: Network, level: TerritoryKind) -> Coverage:
    themes = _themes(network)
    territories = _territories(network, level)
    lines, has_theme = _members(themes, lambda theme: network.theme_names.get(theme, theme))
    columns, is_there = _members(territories, network.places.name)
    table = crossed(has_theme, is_there)
    return Coverage(level, lines, columns, table, _gaps(network, lines, columns, table))


def _themes(network: Network) -> list[frozenset[str]]:
    return [
        frozenset(
            above for theme in themes or () for above in broader_themes(theme, network.broader)
        )
        for themes in network.actors["themes"].to_pylist()
    ]


def _territories(network: Network, level: TerritoryKind) -> list[frozenset[str]]:
    """By actor, the territories of a kind where it is located or acts.

    Only those that hold somebody or are named as such: an intercommunalité that reaches a little
    into the next département makes no column of it.
    """
    located = [
        f"com:{geography().current_code(code) or code}" if code else ""
        for code in network.actors["commune_code"].to_pylist()
    ]
    acts_in = [places or () for places in network.actors["acts_in"].to_pylist()]
    held = {place: _holding(network, place, level) for place in {*located} - {""}}
    acted = {place for places in acts_in for place in places}
    kept = frozenset().union(*held.values(), *(_of_kind(network, {p}, level) for p in acted))
    kept = frozenset(filter(_inside(network), kept))
    reached = {place: _touched(network, place, level) & kept for place in acted}
    return [
        frozenset().union(held.get(home, frozenset()) & kept, *(reached[one] for one in places))
        for home, places in zip(located, acts_in, strict=True)
    ]


def _of_kind(network: Network, places: set[str], level: TerritoryKind) -> frozenset[str]:
    found = ((place, network.places.territory(place)) for place in places)
    return frozenset(place for place, one in found if one and one.kind is level)


def _holding(network: Network, place: str, level: TerritoryKind) -> frozenset[str]:
    return _of_kind(network, {place, *network.places.ancestors(place)}, level)


def _touched(network: Network, place: str, level: TerritoryKind) -> frozenset[str]:
    """Territories of a kind that hold the place, lie in it or share a commune with it."""
    communes = (f"com:{code}" for code in network.places.communes(place))
    lying = _of_kind(network, {*network.places.members(place)}, level)
    parts = (_holding(network, commune, level) for commune in communes)
    return lying.union(_holding(network, place, level), *parts)


def _inside(network: Network) -> Callable[[str], bool]:
    """Whether a territory is wholly inside the perimeter of the scope: elsewhere few are seen."""
    perimeter = network.scope.perimeter
    if not perimeter:
        return lambda _: True
    codes = frozenset().union(*(network.places.communes(place) for place in perimeter))
    return lambda place: place in perimeter or network.places.communes(place) <= codes


def _members(
    sets: Sequence[frozenset[str]], name: Callable[[str], str]
) -> tuple[tuple[str, ...], BoolArray]:
    """The ids of all the sets, by name, and by set which of them it holds."""
    ids = sorted(frozenset().union(*sets), key=lambda one: (fold(name(one)), one))
    place = {one: column for column, one in enumerate(ids)}
    holds = np.zeros((len(sets), len(ids)), dtype=np.bool_)
    for row, one in enumerate(sets):
        holds[row, [place[value] for value in one]] = True
    return tuple(ids), holds


def _gaps(
    network: Network, lines: Sequence[str], columns: Sequence[str], table: Crossed
) -> tuple[Gap, ...]:
    empty = (table.observed == 0) & (table.expected >= HOLE_EXPECTED)
    few = (table.residuals < LOW_RESIDUAL) & (table.expected >= LOW_EXPECTED)
    found = [
        Gap(
            Lack.HOLE if empty[line, column] else Lack.LOW,
            lines[line],
            columns[column],
            int(table.observed[line, column]),
            float(table.expected[line, column]),
            float(table.residuals[line, column]),
        )
        for line, column in np.argwhere(empty | few).tolist()
    ]
    holes = {(gap.theme, gap.territory) for gap in found if gap.lack is Lack.HOLE}
    # A theme without anybody says it for the narrower ones.
    kept = [gap for gap in found if not _said_above(gap, holes, network)]
    kept.sort(key=lambda gap: (gap.lack is Lack.LOW, -gap.expected))
    return tuple(kept)


def _said_above(gap: Gap, holes: set[tuple[str, str]], network: Network) -> bool:
    above = broader_themes(gap.theme, network.broader)[1:]
    return any((theme, gap.territory) in holes for theme in above)


def coverage_findings(facts: Facts, found: Coverage) -> tuple[Finding, ...]:
    """One question for each gap; why nothing is said where too little is expected."""
    claim = facts.claims["coverage"]
    if claim is Claim.WITHHELD or not found.can_tell:
        return (withheld("coverage"),)
    if not found.gaps:
        said = f"Dans votre annuaire {as_of(facts.network.on)}, aucun thème ne manque nettement à "
        return (Finding("coverage", claim, f"{said}un territoire.", (), 0),)
    return tuple(
        Finding("coverage", claim, gap_sentence(facts, gap), (), gap.observed) for gap in found.gaps
    )


def gap_sentence(facts: Facts, gap: Gap) -> str:
    """What is missing where, beside what the whole would make expect, and the question it is."""
    network = facts.network
    theme = network.theme_names.get(gap.theme, gap.theme)
    who = "personne" if gap.lack is Lack.HOLE else count(gap.observed, "acteur")
    asked = (
        "Personne n’agit, ou nous ne les connaissons pas ?"
        if gap.lack is Lack.HOLE
        else "Sont-ils moins nombreux qu’ailleurs, ou ne les connaissons-nous pas tous ?"
    )
    expected = round(gap.expected)
    return (
        f"{theme}, {_place(network, gap.territory)} : {who} dans votre annuaire "
        f"{as_of(network.on)} ; au vu de l’ensemble, on attendrait environ "
        f"{count(expected, 'acteur')}. {asked}"
    )


def _place(network: Network, territory: str) -> str:
    name, found = network.places.name(territory), network.places.territory(territory)
    noun = _NOUNS.get(found.kind, "") if found else ""
    return f"{noun} {of_place(name)}" if noun and not fold(name).startswith(fold(noun)) else name
