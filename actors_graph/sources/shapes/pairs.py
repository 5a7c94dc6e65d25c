"""One row per pair of actors, by their names or by their numbers in another sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES
from actors_graph.model.kinds import CollaborationNature
from actors_graph.sources.mapping.content import is_blank_mark, is_cross
from actors_graph.sources.shapes.levels import level_of
from actors_graph.sources.shapes.rows import Rows, column_label
from actors_graph.sources.shapes.say import warn
from actors_graph.text import fold

if TYPE_CHECKING:
    from actors_graph.sources.extracts import Extract, TableContent
    from actors_graph.sources.shapes.directory import Directory

_SEPARATORS: Final = (";", "|", "\n", "•")
# Natures that name a tie of another family; the import routes them to its table.
_NATURES: Final = {fold(nature.value).replace("_", " ") for nature in CollaborationNature} | {
    "adhesion",
    "mandat",
    "financement",
}


def pair_extracts(content: TableContent, directory: Directory) -> list[Extract]:
    """Return one collaboration for each pair of names of a row."""
    raw, mapping = content.raw, content.mapping
    rows = Rows("collaborations")
    fields = [
        (field.name, field.column)
        for field in TABLES["collaborations"].fields
        if field.column and mapping.positions(field.column)
    ]
    rows.labels = {name: column_label(raw, mapping, target) for name, target in fields}
    for row, line in enumerate(raw.lines):
        cells = {
            name: " ; ".join(filter(None, (raw.columns[p][row].strip() for p in places)))
            for name, target in fields
            if (places := mapping.positions(target))
        }
        cells = {name: value for name, value in cells.items() if value}
        cells.setdefault("source", raw.file)
        _put_level(content, line, cells)
        if not cells.get("b") and cells.get("a"):
            message = "aucun partenaire sur la ligne : aucun lien n’en est tiré."
            warn(content, line, rows.labels.get("a", ""), cells["a"], message)
            _say_rest(content, line, row)
            continue
        directory.where = (line, rows.labels.get("a", ""))
        for a in _ends(directory, cells.get("a", "")):
            here = directory.communes.get(a, "")
            directory.where = (line, rows.labels.get("b", ""))
            for b in _ends(directory, cells.get("b", ""), commune=here):
                rows.add(line, {**cells, "a": a, "b": b})
    return [rows.extract()]


def _say_rest(content: TableContent, line: int, row: int) -> None:
    """Say the other cells of a row that is no pair."""
    for choice in content.mapping.columns:
        cell = content.raw.columns[choice.position][row].strip()
        if cell and choice.target not in {"acteur_a", "ignorer", "remarques"}:
            warn(content, line, choice.header, cell, "la ligne ne nomme pas de partenaire.")


def _ends(directory: Directory, cell: str, *, commune: str = "") -> list[str]:
    """Return what refers to the actors of a cell: one, unless it clearly lists several."""
    whole = directory.refer(cell, commune=commune, own=True)
    if whole != cell.strip() or not cell:
        return [whole]
    cut = directory.cutter.cut(cell)
    found = [directory.refer(name.text, commune=commune, own=True) for name in cut.names]
    known = all(other in directory.communes for other in found)
    listed = known or any(mark in cell for mark in _SEPARATORS)
    return found if len(found) > 1 and listed and not cut.vague else [whole]


def _known(name: str, text: str) -> str:
    """Return a level, nature or frequency as the model writes it; empty for other words."""
    if name == "level":
        return level_of(text)
    if name == "frequency":
        return text if text.strip() in {"1", "2", "3", "4", "5"} else ""
    return text if fold(text) in _NATURES else ""


def _put_level(content: TableContent, line: int, cells: dict[str, str]) -> None:
    """Move the words of a level or of a nature to where words are kept."""
    for name, target in (("level", "niveau"), ("nature", "nature"), ("frequency", "frequence")):
        text = cells.get(name, "")
        known = _known(name, text)
        if not text or known:
            cells |= {name: known} if known else {}
            continue
        if name != "nature" and text.replace(" ", "").lstrip("-").isdigit():
            continue  # a number out of the scale: the import refuses it, by line and column
        del cells[name]
        if is_cross(text) or is_blank_mark(text):
            label = column_label(content.raw, content.mapping, target)
            warn(content, line, label, text, "ne dit pas comment ils travaillent ensemble.")
            continue
        before = cells.get("level_wording")
        cells["level_wording"] = f"{before} ; {text}" if before else text
