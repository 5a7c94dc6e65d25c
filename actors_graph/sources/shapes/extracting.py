"""From tables and what their columns mean to rows of the model, whatever the shape of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.model import TABLES
from actors_graph.sources.extracts import TableContent
from actors_graph.sources.mapping.targets import GRID, PAIRS, kind_table, target_words
from actors_graph.sources.shapes.actors import actor_rows
from actors_graph.sources.shapes.directory import Directory
from actors_graph.sources.shapes.grants import grant_extracts
from actors_graph.sources.shapes.grids import grid_extracts
from actors_graph.sources.shapes.lists import list_extracts
from actors_graph.sources.shapes.pairs import pair_extracts
from actors_graph.sources.shapes.plain import plain_extract
from actors_graph.sources.shapes.say import say_left_out, say_slips
from actors_graph.sources.shapes.ties import Row, TieRows, read_ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actors_graph.sources.mapping.choices import Mapping
    from actors_graph.sources.raw import RawTable
    from actors_graph.sources.shapes.actors import ActorRows


def extracts(
    tables: Sequence[tuple[RawTable, Mapping]],
    *,
    names: Iterable[str] = (),
    authority: str = "",
) -> list[TableContent]:
    """Return what the tables of one file say, one content a table, in their order.

    Args:
        tables: the tables of one file (its sheets), with the mapping of each.
        names: other names of actors that a cell may hold (other files, the store): they tell
            where a cell that lists partners is to be cut.
        authority: id or name of whoever pays the grants of a file that does not say it.
    """
    directory = Directory()
    directory.learn(names)
    contents = [TableContent(raw, mapping) for raw, mapping in tables]
    # All structures first, so that a sheet may name those of a later one.
    lists = [
        place
        for place, content in enumerate(contents)
        if content.mapping.kind == "acteurs" and not _is_canonical(content)
    ]
    # The sheet that says most of the structures describes them; another one names them.
    lists.sort(key=lambda place: -_described(contents[place]))
    rows = {place: actor_rows(contents[place], directory) for place in lists}
    for content in contents:
        if content.mapping.kind == "acteurs":
            for position in content.mapping.positions("nom"):
                directory.learn(filter(None, content.raw.columns[position]))
    for place, content in enumerate(contents):
        _fill(content, directory, rows=rows.get(place), authority=authority)
        say_slips(content, directory)
        say_left_out(content)
    return contents


def _described(content: TableContent) -> int:
    """How many columns describe the structures of a list."""
    columns = {target.column for target in TABLES["actors"].fields if target.column}
    return sum(choice.target in columns for choice in content.mapping.columns)


def _fill(
    content: TableContent, directory: Directory, *, rows: ActorRows | None, authority: str
) -> None:
    kind = content.mapping.kind
    table = kind_table(kind)
    if rows is not None:
        _fill_actors(content, directory, rows)
    elif kind == GRID:
        content.extracts.extend(grid_extracts(content, directory))
    elif kind == "financements" and not _is_canonical(content):
        content.extracts.extend(grant_extracts(content, directory, authority=authority))
    elif kind == PAIRS:
        content.extracts.extend(pair_extracts(content, directory))
    elif table is not None and _is_canonical(content):
        content.extracts.append(plain_extract(content, table, directory))
    elif table is not None:
        content.extracts.extend(list_extracts(content, table, directory))


def _fill_actors(content: TableContent, directory: Directory, rows: ActorRows) -> None:
    ties = TieRows(content, directory)
    read_ties(
        ties,
        [
            Row(place, line, rows.handles[place], rows.communes[place])
            for place, line in enumerate(content.raw.lines)
        ],
    )
    # A cell of ties may complete its structure: actors come out once all is read.
    content.extracts.append(rows.actors.extract())
    if rows.contacts.rows.rows:
        content.extracts.append(rows.contacts.rows.extract())
    content.extracts.extend(ties.extracts())


def _is_canonical(content: TableContent) -> bool:
    """Whether all that the model requires has its column, and no column is of another shape."""
    table = kind_table(content.mapping.kind)
    targets = {choice.target for choice in content.mapping.columns}
    if table is None:
        return False
    columns = {field.column for field in table.fields if field.column}
    required = {field.column for field in table.fields if field.required and field.column}
    apart = set(target_words(content.mapping.kind)) - columns - {"ignorer", "remarques"}
    return not required - targets - {"id"} and not targets & apart
