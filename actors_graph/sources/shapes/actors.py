"""Lists of structures as people keep them: one row a structure, or one row a person of it.

Rows of one name and one commune are one structure, whose persons are contacts; so are the rows
below it that only hold a person. A type, a source and a status that a file does not write in the
words of the model are put into them, and what was decided is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES, FieldType
from actors_graph.model.kinds import ActorKind, ActorStatus
from actors_graph.model.place_names import place_key
from actors_graph.sources.formula_errors import is_formula_error
from actors_graph.sources.mapping.content import is_cross
from actors_graph.sources.shapes.contacts import Contacts
from actors_graph.sources.shapes.places import territories
from actors_graph.sources.shapes.rows import Rows, column_label, handle_of
from actors_graph.sources.shapes.say import footnotes, warn
from actors_graph.sources.shapes.types import actor_type, type_of_name
from actors_graph.text import fold
from actors_graph.words import count, listing, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.sources.extracts import TableContent
    from actors_graph.sources.shapes.directory import Directory

# What joins the cells of several columns of one field.
_JOINS: Final = {"address": ", ", "description": " ; "}
_LIST: Final = re.compile(r"[|;,\n]|\s/\s")
_NUMBERS: Final = ("id", "rna", "siret", "siren")
_POSTAL: Final = re.compile(r"(?:F-)?(\d{4,5})\s+(\D.*)|(\D.*?)\s*\(?(\d{5})\)?", re.ASCII)
_ACRONYM: Final = re.compile(r"(.*\S)\s*\(((?:[A-ZÀ-Ý0-9]\.?){2,10})\)")
_STATUS: Final = {
    "en activite": ActorStatus.ACTIVE,
    "active": ActorStatus.ACTIVE,
    "oui": ActorStatus.ACTIVE,
    "ouvert": ActorStatus.ACTIVE,
    "ouverte": ActorStatus.ACTIVE,
    "en sommeil": ActorStatus.INACTIVE,
    "inactive": ActorStatus.INACTIVE,
    "non": ActorStatus.INACTIVE,
    "ferme": ActorStatus.INACTIVE,
    "fermee": ActorStatus.INACTIVE,
    "dissoute": ActorStatus.DISSOLVED,
    "radiee": ActorStatus.DISSOLVED,
}

_LINES_SHOWN: Final = 12


@dataclass(slots=True)
class ActorRows:
    """The structures of one table, and which of them each row of the table is about.

    `handles` and `communes` hold, for each row of the table, the handle of its structure (empty:
    none) and its commune as written.
    """

    content: TableContent
    directory: Directory
    contacts: Contacts
    actors: Rows = field(default_factory=lambda: Rows("actors"))
    handles: list[str] = field(default_factory=list)
    communes: list[str] = field(default_factory=list)
    _seen: dict[str, tuple[str, int]] = field(default_factory=dict)
    _own: set[str] = field(default_factory=set)
    _again: list[int] = field(default_factory=list)

    def read(self) -> None:
        """Read all rows; a row that only holds a person belongs to the structure above it."""
        raw = self.content.raw
        fields = _fields(self.content)
        self.actors.labels = {
            feeding.name: column_label(raw, self.content.mapping, feeding.target)
            for feeding in fields
        }
        notes = footnotes(self.content)
        last = ""
        for row in range(len(raw.lines)):
            cells = {} if row in notes else _cells(self.content, fields, row)
            persons = [] if row in notes else self.contacts.of_row(row)
            self.contacts.move(cells, persons)
            is_person_alone = bool(last and persons and not any(cells.values()))
            if row not in notes and not is_person_alone:
                last = self._structure(row, cells)
            handle = "" if row in notes else last
            own = self.directory.cells.get(handle, cells)
            self.contacts.add(persons, row=row, handle=handle, cells=own)
            self.handles.append(handle)
            self.communes.append(own.get("commune", ""))
        self._say_decisions()

    def _structure(self, row: int, cells: dict[str, str]) -> str:
        """Return the handle of the structure of a row, new or known; empty without a name."""
        line = self.content.raw.lines[row]
        key = _key(self.content, cells, row)
        handle, at = self._seen.get(key, ("", 0)) if key else ("", 0)
        if not handle and cells.get("name"):
            handle = self._of_another_sheet(cells)
        if at:
            self._again.append(line)
        if handle:
            _merge(self.content, line, cells, first=self.directory.cells[handle], at=at)
        else:
            handle = handle_of(self.content.raw, line)
            self._own.add(handle)
            if _complete(self.content, line, cells):
                self.actors.guessed.setdefault("kind", set()).add(len(self.actors.rows))
            self.directory.cells[handle] = self.actors.add(line, cells, handle=handle)
        if not cells.get("name"):
            return ""
        if key:
            self._seen.setdefault(key, (handle, line))
        _make_known(self.directory, handle, cells)
        return handle

    def _of_another_sheet(self, cells: dict[str, str]) -> str:
        """Return the structure of an earlier sheet that a row names, where it says no place."""
        if any(cells.get(name) for name in ("id", "commune", "commune_code", "postal_code")):
            return ""
        known = self.directory.refer(cells["name"], own=True, exact=True)
        return known if known in self.directory.cells and known not in self._own else ""

    def _say_decisions(self) -> None:
        raw, mapping = self.content.raw, self.content.mapping
        if self.contacts.moved:
            moved = count(self.contacts.moved, "valeur")
            message = f"{moved} (portable, courriel nominatif) : avec leur contact."
            warn(self.content, None, column_label(raw, mapping, "contact"), "", message)
        if self._again:
            n = len(self._again)
            rest = listing([str(line) for line in self._again[1:]], limit=_LINES_SHOWN)
            also = f" (aussi ligne{'s' if n > 2 else ''} {rest})" if rest else ""
            message = f"complète une structure déjà lue : même nom, même commune{also}."
            warn(self.content, self._again[0], column_label(raw, mapping, "nom"), "", message)


def actor_rows(content: TableContent, directory: Directory) -> ActorRows:
    """Return the structures and contacts of a list, and make them known to the directory."""
    found = ActorRows(content, directory, Contacts(content))
    found.read()
    return found


@dataclass(frozen=True, slots=True)
class _FieldCells:
    """The columns that feed one field of an actor, and how their cells are joined."""

    name: str
    target: str
    columns: tuple[list[str], ...]
    headers: tuple[str, ...]
    join: str
    labelled: bool


def _fields(content: TableContent) -> list[_FieldCells]:
    """Fields of an actor that the columns feed, found once for all the rows."""
    raw, mapping = content.raw, content.mapping
    found = []
    for target in TABLES["actors"].fields:
        positions = mapping.positions(target.column) if target.column else []
        if positions:
            headers = tuple(raw.header[position] for position in positions)
            labelled = target.name == "description" and (
                len(positions) > 1 or _is_label(headers[0])
            )
            join = "|" if target.type is FieldType.LIST else _JOINS.get(target.name, " ")
            columns = tuple(raw.columns[position] for position in positions)
            found.append(_FieldCells(target.name, target.column, columns, headers, join, labelled))
    return found


def _cells(content: TableContent, fields: Sequence[_FieldCells], row: int) -> dict[str, str]:
    """Return the filled cells of a row by field of an actor, several columns of a field joined."""
    cells: dict[str, str] = {}
    for feeding in fields:
        if len(feeding.columns) == 1 and feeding.name not in {"themes", "description"}:
            cell = feeding.columns[0][row].strip()
            if cell:
                cells[feeding.name] = cell
            continue
        parts = []
        for column, header in zip(feeding.columns, feeding.headers, strict=True):
            cell = column[row].strip()
            if feeding.name == "themes" and is_cross(cell):
                cell = header
            if cell:
                parts.append(f"{header} : {cell}" if feeding.labelled else cell)
        if parts:
            cells[feeding.name] = feeding.join.join(parts)
    if "themes" in cells and not content.mapping.positions("source"):
        cells["themes"] = "|".join(filter(None, map(str.strip, _LIST.split(cells["themes"]))))
    return cells


def _is_label(header: str) -> bool:
    return fold(header) not in {"description", "presentation", "descriptif", "resume", "objet"}


def _key(content: TableContent, cells: dict[str, str], row: int) -> str:
    """Key of the rows that are one structure; empty where a row stands alone.

    Where a list says communes, two rows of one name without any may be two structures, unless
    they follow each other.
    """
    if cells.get("id") or not cells.get("name"):
        return ""
    place = cells.get("commune_code") or place_key(cells.get("commune", ""))
    numbers = "|".join(cells.get(name, "") for name in ("siret", "rna"))
    name = fold(cells["name"])
    if not place and any(map(content.mapping.positions, ("commune", "code_insee"))):
        positions = content.mapping.positions("nom")
        columns = [content.raw.columns[position] for position in positions]
        above = row
        while above and all(fold(cells[above - 1]) == fold(cells[row]) for cells in columns):
            above -= 1
        place = f"@{above}"
    return f"{name}|{place}|{numbers}" if name else ""


def _complete(content: TableContent, line: int, cells: dict[str, str]) -> bool:
    """Put a row into the words of the model; return whether its type is only guessed."""
    is_canonical = bool(content.mapping.positions("source"))
    _part_commune(cells)
    is_guessed = False
    if not is_canonical:
        _part_acronym(cells)
        is_guessed = _put_type(cells)
        _put_status(content, cells)
    _put_territories(content, line, cells)
    return is_guessed


def _put_type(cells: dict[str, str]) -> bool:
    """Put the type into the words of the model; return whether only the name tells it."""
    word = cells.get("kind", "")
    known = actor_type(word) if word else ""
    if word and fold(word).replace(" ", "_") != known and fold(word) not in fold(known):
        # What the word says more than the type is kept beside it.
        cells.setdefault("subtype", word)
    if word and not is_formula_error(word):
        cells["kind"] = known or str(ActorKind.OTHER)
        return False
    found = type_of_name(cells.get("name", ""))
    if found:
        cells["kind"] = found
    return bool(found)


def _put_status(content: TableContent, cells: dict[str, str]) -> None:
    word = cells.get("status", "")
    key = fold(word)
    if not word or key.replace(" ", "_") in {str(status) for status in ActorStatus}:
        return
    del cells["status"]
    if key in _STATUS:
        cells["status"] = str(_STATUS[key])
        return
    label = column_label(content.raw, content.mapping, "statut")
    _describe(cells, f"{label} : {word}")


def _describe(cells: dict[str, str], text: str) -> None:
    before = cells.get("description")
    cells["description"] = f"{before} ; {text}" if before else text


def _part_acronym(cells: dict[str, str]) -> None:
    """Part « Maison des jeunes (MJS) » into a name and an acronym."""
    found = _ACRONYM.fullmatch(cells.get("name", ""))
    if found and not cells.get("acronym"):
        cells["name"], cells["acronym"] = found.groups()


def _part_commune(cells: dict[str, str]) -> None:
    """Part « 03300 Cusset » in a column of communes."""
    found = _POSTAL.fullmatch(cells.get("commune", "").strip())
    if found and "postal_code" not in cells:
        cells["postal_code"] = found.group(1) or found.group(4)
        cells["commune"] = (found.group(2) or found.group(3)).strip()


def _put_territories(content: TableContent, line: int, cells: dict[str, str]) -> None:
    if "acts_in" not in cells:
        return
    ids, unknown = territories(cells["acts_in"])
    label = column_label(content.raw, content.mapping, "agit_sur")
    cells["acts_in"] = "|".join(ids)
    for text in unknown:
        message = "n’est pas un territoire connu : noté dans la description."
        warn(content, line, label, text, message)
    if unknown:
        _describe(cells, f"{label} : {', '.join(unknown)}")


def _merge(
    content: TableContent, line: int, cells: dict[str, str], *, first: dict[str, str], at: int
) -> None:
    """Complete a structure by another of its rows; what differs is said, the first one stands."""
    for name, value in cells.items():
        if name not in first:
            first[name] = value
        elif fold(first[name]) != fold(value) and name not in {"kind", "source"}:
            _say_differs(content, line, name=name, value=value, kept=first[name], at=at)


def _say_differs(
    content: TableContent, line: int, *, name: str, value: str, kept: str, at: int
) -> None:
    target = TABLES["actors"].by_name[name].column
    first = f"que la ligne {at}" if at else "que dans une autre feuille"
    message = f"même nom et même lieu {first} : une seule structure, et {quoted(kept)} est gardé."
    warn(content, line, column_label(content.raw, content.mapping, target), value, message)


def _make_known(directory: Directory, handle: str, cells: dict[str, str]) -> None:
    if not handle:
        return
    references = [cells[name] for name in ("reference", *_NUMBERS) if cells.get(name)]
    name, acronym = cells["name"], cells.get("acronym", "")
    directory.add(
        handle,
        names=[*name_forms(name), acronym, f"{name} ({acronym})" if acronym else ""],
        references=references,
        commune=cells.get("commune", ""),
    )


def name_forms(name: str) -> list[str]:
    """Return a name, and the name and acronym of « Maison des jeunes (MJS) ».

    >>> name_forms("Maison des jeunes (MJS)")
    ['Maison des jeunes (MJS)', 'Maison des jeunes', 'MJS']
    """
    found = re.fullmatch(r"(.*\S)\s*\(([^()]+)\)", name.strip())
    if not found:
        return [name]
    inner = found.group(2)
    return [name, found.group(1), inner] if inner.isupper() else [name, found.group(1)]
