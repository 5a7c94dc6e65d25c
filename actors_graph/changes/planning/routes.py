"""From a file of the model to its text by table: each row goes to the table its type names.

A row of `collaborations.csv` whose type is `adhesion` is a membership, `mandat` an office,
`financement` a grant (MODEL, « Column synonyms »): its ends change their names, and the columns
that such a tie does not have are said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.changes.planning.checks import BIRTH_DATE
from actors_graph.changes.planning.headers import check_header
from actors_graph.changes.planning.heads import FileHead, ReadFile
from actors_graph.model import TABLES
from actors_graph.sources import Placement, Problem, Severity, kind_of, placement
from actors_graph.sources.columns import column_key
from actors_graph.sources.extracts import Extract
from actors_graph.text import fold
from actors_graph.words import agreed, count, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from actors_graph.model import Table
    from actors_graph.sources import RawTable


@dataclass(frozen=True, slots=True)
class Route:
    """Where the rows of one type go: the table, and the new names of the two ends."""

    table: str
    ends: Mapping[str, str]
    title: str


_BIRTH_DATES: Final = frozenset({"date_naissance", "date_de_naissance"})

_ROUTED_BY: Final = "nature"
_ROUTES: Final = {
    "adhesion": Route("memberships", {"a": "actor", "b": "organisation"}, "une adhésion"),
    "mandat": Route("mandates", {"a": "elu", "b": "organ"}, "un mandat"),
    "financement": Route("fundings", {"a": "funder", "b": "beneficiary"}, "un financement"),
}


def model_file(raw: RawTable, table: Table) -> ReadFile:
    """Read a file of the model: its columns have the names of the model.

    Raises:
        InputError: its header cannot be used; see `headers.check_header`.
    """
    places = placement(table, raw.header)
    routed = _routed_rows(raw, table, places)
    moved = {route: _rerouted(raw, places, route) for route in routed}
    used = {
        position
        for other in moved.values()
        for positions in other.fields.values()
        for position in positions
    }
    problems = [*raw.problems, *check_header(raw, table, places, used=used)]
    taken = {position for positions in routed.values() for position in positions}
    stay = [position for position in range(len(raw.lines)) if position not in taken]
    extracts = [_extract(raw, table, places, stay)] if stay or not taken else []
    for route, keep in routed.items():
        problems += _unplaced(raw, route=route, places=moved[route], keep=keep)
        extracts.append(_extract(raw, TABLES[_ROUTES[route].table], moved[route], keep))
    main = frozenset({table.name, *(extract.table for extract in extracts)})
    head = raw_head(raw, kind=kind_of(table), main=main)
    return ReadFile(head, extracts, problems, frozenset(raw.skipped))


def raw_head(raw: RawTable, *, kind: str, main: frozenset[str]) -> FileHead:
    """Return what the report says of how a table was read."""
    return FileHead(
        raw.file,
        kind,
        main,
        raw.rows_read,
        sheet=raw.sheet,
        format=raw.format,
        encoding=raw.encoding,
        separator=raw.separator,
        header_row=raw.header_row,
    )


def _extract(raw: RawTable, table: Table, places: Placement, keep: Sequence[int]) -> Extract:
    fields = dict(places.fields)
    if table.name == "actors":
        births = [at for at, name in enumerate(raw.header) if column_key(name) in _BIRTH_DATES]
        fields |= {BIRTH_DATE: (births[0],)} if births else {}
    return Extract(
        table.name,
        [raw.lines[row] for row in keep],
        {name: _cells(raw, positions, keep) for name, positions in fields.items()},
        {name: " | ".join(raw.header[at] for at in places) for name, places in fields.items()},
    )


def _cells(raw: RawTable, positions: Sequence[int], keep: Sequence[int]) -> list[str]:
    if len(positions) == 1:
        column = raw.columns[positions[0]]
        return column if len(keep) == len(column) else [column[row] for row in keep]
    columns = [raw.columns[position] for position in positions]
    return ["|".join(column[row] for column in columns if column[row]) for row in keep]


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


def _unplaced(
    raw: RawTable, *, route: str, places: Placement, keep: Sequence[int]
) -> Iterator[Problem]:
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
            yield Problem(lines[0], name, "", message, Severity.WARNING)
