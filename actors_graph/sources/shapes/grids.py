"""A grid of actors: names down the side, names or numbers on top, crosses or levels inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.model.kinds import ActorKind
from actors_graph.sources.shapes.actors import name_forms
from actors_graph.sources.shapes.rows import Rows, column_label, handle_of
from actors_graph.sources.shapes.say import warn
from actors_graph.sources.shapes.ties import Row, TieRows, read_ties
from actors_graph.sources.shapes.types import type_of_name

if TYPE_CHECKING:
    from actors_graph.sources.extracts import Extract, TableContent
    from actors_graph.sources.shapes.directory import Directory


def grid_extracts(content: TableContent, directory: Directory) -> list[Extract]:
    """Return the ties of a grid; its rows only name actors, unless another sheet describes them."""
    raw, mapping = content.raw, content.mapping
    named = Rows("actors", named=True)
    named.labels = {"name": column_label(raw, mapping, "nom")}
    named.labels["reference"] = column_label(raw, mapping, "reference")
    rows = []
    for place, line in enumerate(raw.lines):
        name, number = (_cell(content, target, place) for target in ("nom", "reference"))
        handle = _handle(content, directory, named, line=line, name=name, number=number)
        rows.append(Row(place, line, handle, directory.communes.get(handle, "")))
    ties = TieRows(content, directory)
    read_ties(ties, rows)
    found = list(ties.extracts())
    if not found:
        warn(content, None, "", "", "aucune case de la grille n’est remplie : aucun lien.")
    return [*found, named.extract()] if named.rows else found


def _cell(content: TableContent, target: str, place: int) -> str:
    positions = content.mapping.positions(target)
    cells = (content.raw.columns[position][place].strip() for position in positions)
    return " ".join(filter(None, cells))


def _handle(
    content: TableContent, directory: Directory, named: Rows, *, line: int, name: str, number: str
) -> str:
    """Return what refers to the actor of a row, which is named where nothing describes it."""
    if not name:
        if number:
            message = "la ligne ne nomme aucun acteur."
            warn(content, line, named.labels["reference"], number, message)
        return ""
    directory.where = (line, named.labels["name"])
    known = directory.refer(name, own=True)
    if known == name:
        known = handle_of(content.raw, line)
        cells = {"name": name, "kind": type_of_name(name) or str(ActorKind.OTHER)}
        cells |= {"reference": number} if number else {}
        named.add(line, cells | {"source": content.raw.file}, handle=known)
    elif number:
        label = named.labels["reference"]
        warn(content, line, label, number, "l’acteur est décrit ailleurs : ce numéro sert ici.")
    directory.add(known, names=name_forms(name), references=[number] if number else ())
    return known
