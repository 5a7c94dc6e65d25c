"""A grid of actors: names down the side, names along the top, crosses or levels inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.model.kinds import ActorKind
from actors_graph.sources.shapes_rows import Rows, column_label, handle_of
from actors_graph.sources.shapes_say import warn
from actors_graph.sources.shapes_ties import Row, TieRows, read_ties
from actors_graph.sources.shapes_types import type_of_name

if TYPE_CHECKING:
    from actors_graph.sources.extracts import Extract, TableContent
    from actors_graph.sources.shapes_directory import Directory


def grid_extracts(content: TableContent, directory: Directory) -> list[Extract]:
    """Return the ties of a grid; its rows only name actors, unless another sheet describes them."""
    raw, mapping = content.raw, content.mapping
    named = Rows("actors", named=True)
    named.labels = {"name": column_label(raw, mapping, "nom")}
    rows = []
    for place, line in enumerate(raw.lines):
        names = (raw.columns[position][place].strip() for position in mapping.positions("nom"))
        name = " ".join(filter(None, names))
        handle = _handle(content, directory, named, line=line, name=name) if name else ""
        rows.append(Row(place, line, handle, directory.communes.get(handle, "")))
    ties = TieRows(content, directory)
    read_ties(ties, rows)
    found = list(ties.extracts())
    if not found:
        warn(content, None, "", "", "aucune case de la grille n’est remplie : aucun lien.")
    return [*found, named.extract()] if named.rows else found


def _handle(
    content: TableContent, directory: Directory, named: Rows, *, line: int, name: str
) -> str:
    directory.where = (line, column_label(content.raw, content.mapping, "nom"))
    known = directory.refer(name, own=True)
    if known != name:
        return known
    handle = handle_of(content.raw, line)
    kind = type_of_name(name) or str(ActorKind.OTHER)
    named.add(line, {"name": name, "kind": kind, "source": content.raw.file}, handle=handle)
    directory.add(handle, names=[name])
    return handle
