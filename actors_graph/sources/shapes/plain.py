"""Tables whose rows are those of one table of the model: each column feeds a field.

What the model wants and people do not write (a source, the level of a committee) takes a default,
which is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES, FieldType
from actors_graph.model.kinds import (
    AttendanceState,
    CommitteeLevel,
    FollowUpState,
    MeetingKind,
    ParticipationRole,
    ProjectKind,
)
from actors_graph.sources.extracts import Extract
from actors_graph.sources.shapes.places import territories
from actors_graph.sources.shapes.say import warn
from actors_graph.words import quoted

if TYPE_CHECKING:
    from actors_graph.model import Field, Table
    from actors_graph.sources.extracts import TableContent
    from actors_graph.sources.shapes.directory import Directory

_DEFAULTS: Final = {
    ("committees", "level"): str(CommitteeLevel.LOCAL),
    ("projects", "kind"): str(ProjectKind.INITIATIVE),
    ("meetings", "kind"): str(MeetingKind.OTHER),
    ("followups", "state"): str(FollowUpState.TO_DO),
    ("participations", "role"): str(ParticipationRole.MEMBER),
    ("attendances", "state"): str(AttendanceState.PRESENT),
}
_JOINS: Final = {"summary": " ; ", "description": " ; ", "address": ", ", "comment": " ; "}


def plain_extract(content: TableContent, table: Table, directory: Directory) -> Extract:
    """Return the rows of a table whose columns are fields of one table of the model."""
    raw, mapping = content.raw, content.mapping
    extract = Extract(table.name, list(raw.lines))
    for field in table.fields:
        positions = mapping.positions(field.column) if field.column else []
        if positions:
            extract.labels[field.name] = " | ".join(raw.header[position] for position in positions)
            extract.cells[field.name] = _joined(content, field, positions)
    _fill_defaults(content, extract, table)
    if "source" in table.by_name and "source" not in extract.cells and raw.lines:
        extract.cells["source"] = [raw.file] * len(raw.lines)
        extract.labels["source"] = ""
    _refer(extract, table, directory)
    return extract


def _joined(content: TableContent, field: Field, positions: list[int]) -> list[str]:
    columns = [content.raw.columns[position] for position in positions]
    if len(columns) == 1:
        return list(columns[0])
    mark = "|" if field.type is FieldType.LIST else _JOINS.get(field.name, " ")
    return [mark.join(filter(str.strip, cells)) for cells in zip(*columns, strict=True)]


def _fill_defaults(content: TableContent, extract: Extract, table: Table) -> None:
    for field in table.fields:
        value = _DEFAULTS.get((table.name, field.name))
        if value is None or field.name in extract.cells or not extract.lines:
            continue
        extract.cells[field.name] = [value] * len(extract.lines)
        extract.labels[field.name] = ""
        message = f"la colonne {quoted(field.column)} manque : {quoted(value)} pour chaque ligne."
        warn(content, None, field.column, "", message)


def _refer(extract: Extract, table: Table, directory: Directory) -> None:
    """Replace the names of actors that the file itself describes by their rows."""
    if not directory.names:
        return
    for field in table.fields:
        cells = extract.cells.get(field.name)
        if cells is not None and field.refers_to == ("actors",):
            label = extract.labels[field.name]
            referred = []
            for line, cell in zip(extract.lines, cells, strict=True):
                directory.where = (line, label)
                referred.append(directory.refer(cell) if cell else "")
            extract.cells[field.name] = referred


def place_territories(content: TableContent, extract: Extract) -> None:
    """Replace the names of territories by their ids; what names none is said and left out."""
    table = TABLES[extract.table]
    field = table.by_name.get("territory")
    cells = extract.cells.get("territory")
    if field is None or cells is None:
        return
    placed = []
    for line, cell in zip(extract.lines, cells, strict=True):
        ids, unknown = territories(cell)
        for text in [*unknown, *ids[1:]]:
            message = "n’est pas un territoire connu, ou est le second : non repris."
            warn(content, line, extract.labels["territory"], text, message)
        placed.append(ids[0] if ids else "")
    extract.cells["territory"] = placed
