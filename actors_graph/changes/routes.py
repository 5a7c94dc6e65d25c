"""From a raw file to checked rows, each in the table that its type names.

A row of `collaborations.csv` whose type is `adhesion` is a membership, `mandat` an office,
`financement` a grant (MODEL, « Column synonyms »): its ends change their names, and the columns
that such a tie does not have are said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.changes.checks import CheckedFile, check_header, checked_part
from actors_graph.model import TABLES
from actors_graph.sources import Placement, Problem, Severity, placement
from actors_graph.text import fold
from actors_graph.words import agreed, count, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from actors_graph.model import Table
    from actors_graph.sources import RawTable


@dataclass(frozen=True, slots=True)
class Route:
    """Where the rows of one type go: the table, and the new names of the two ends."""

    table: str
    ends: Mapping[str, str]
    title: str


_ROUTED_BY: Final = "nature"
_ROUTES: Final = {
    "adhesion": Route("memberships", {"a": "actor", "b": "organisation"}, "une adhésion"),
    "mandat": Route("mandates", {"a": "elu", "b": "organ"}, "un mandat"),
    "financement": Route("fundings", {"a": "funder", "b": "beneficiary"}, "un financement"),
}


def checked_file(raw: RawTable, table: Table) -> CheckedFile:
    """Check a whole file.

    Raises:
        InputError: its header cannot be used; see `checks.check_header`.
    """
    file = CheckedFile(raw, table, problems=list(raw.problems), refused=set(raw.skipped))
    places = placement(table, raw.header)
    routed = _routed_rows(raw, table, places)
    used = {
        position
        for route in routed
        for positions in _rerouted(raw, places, route).fields.values()
        for position in positions
    }
    check_header(file, places, used=used if len(routed) else ())
    taken = {position for positions in routed.values() for position in positions}
    stay = [position for position in range(len(raw.lines)) if position not in taken]
    if stay or not taken:
        file.parts.append(checked_part(file, table=table, places=places, keep=stay))
    for route, keep in routed.items():
        moved = _rerouted(raw, places, route)
        _say_unplaced(file, route=route, places=moved, keep=keep)
        target = TABLES[_ROUTES[route].table]
        file.parts.append(checked_part(file, table=target, places=moved, keep=keep))
    return file


def _routed_rows(raw: RawTable, table: Table, places: Placement) -> dict[str, list[int]]:
    if table.name != "collaborations" or _ROUTED_BY not in places.fields:
        return {}
    found: dict[str, list[int]] = {}
    column = raw.columns[places.fields[_ROUTED_BY][0]]
    routes = {cell: fold(cell) for cell in set(column)}
    for position, cell in enumerate(column):
        if routes[cell] in _ROUTES:
            found.setdefault(routes[cell], []).append(position)
    return found


def _rerouted(raw: RawTable, places: Placement, route: str) -> Placement:
    """Give the placement of the columns for rows of that type; its own columns come first."""
    target = TABLES[_ROUTES[route].table]
    fields = {
        name: positions
        for name, positions in placement(target, raw.header).fields.items()
        if name not in {target.source, target.target, _ROUTED_BY}
    }
    unplaced: list[int] = []
    for name, positions in places.fields.items():
        moved = _ROUTES[route].ends.get(name, name)
        if name == _ROUTED_BY:
            continue
        if moved in target.by_name:
            fields[moved] = positions
        else:
            unplaced.extend(positions)
    return Placement(fields, tuple(unplaced), ())


def _say_unplaced(file: CheckedFile, *, route: str, places: Placement, keep: Sequence[int]) -> None:
    raw = file.raw
    for position in places.unplaced:
        column = raw.columns[position]
        lines = [raw.lines[row] for row in keep if column[row].strip()]
        if lines:
            times = len(lines)
            name = raw.header[position]
            message = (
                f"la colonne {quoted(name)} n’a pas de place dans {_ROUTES[route].title} : "
                f"{count(times, 'valeur')} non {agreed('repris', n=times, noun='valeur')}."
            )
            file.problems.append(Problem(lines[0], name, "", message, Severity.WARNING))
