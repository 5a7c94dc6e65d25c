"""Lists of structures as people keep them: one row a structure, or one row a person of it.

Rows of one name and one commune are one structure, whose persons are contacts; so are the rows
below it that only hold a person. A type, a source and a status that a file does not write in the
words of the model are put into them, and what was decided is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES, FieldType
from actors_graph.model.kinds import ActorKind, ActorStatus
from actors_graph.model.place_names import place_key
from actors_graph.sources.mapping_content import is_cross
from actors_graph.sources.shapes_people import Person, name_parts, people
from actors_graph.sources.shapes_places import territories
from actors_graph.sources.shapes_rows import Rows, column_label, handle_of
from actors_graph.sources.shapes_say import footnotes, warn
from actors_graph.sources.shapes_types import actor_type, type_of_name
from actors_graph.text import fold
from actors_graph.words import count, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.sources.extracts import TableContent
    from actors_graph.sources.shapes_directory import Directory

CONTACT: Final = "contact."
# Targets of a person, in the order of the fields of a contact.
_PERSON: Final = {
    "contact.nom": "last_name",
    "contact.prenom": "first_name",
    "contact.fonction": "role",
    "contact.telephone": "phone",
    "contact.courriel": "email",
}
# What joins the cells of several columns of one field.
_JOINS: Final = {"address": ", ", "description": " ; "}
_LIST: Final = re.compile(r"[|;,\n]|\s/\s")
_NUMBERS: Final = ("id", "rna", "siret", "siren")
_POSTAL: Final = re.compile(r"(?:F-)?(\d{4,5})\s+(\D.*)|(\D.*?)\s*\(?(\d{5})\)?", re.ASCII)
_ACRONYM: Final = re.compile(r"(.*\S)\s*\(((?:[A-ZÀ-Ý0-9]\.?){2,10})\)")
_MOBILE: Final = re.compile(r"(?:(?:\+33|0033)\s*|0)[67]", re.ASCII)
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


@dataclass(slots=True)
class ActorRows:
    """The structures of one table: their rows, and which of them each row of the table is about.

    `handles` and `communes` hold, for each row of the table, the handle of its structure (empty:
    none) and its commune as written; `persons` the contacts by structure, last and first
    name; `by_handle` the cells of each structure.
    """

    actors: Rows
    contacts: Rows
    handles: list[str] = field(default_factory=list)
    communes: list[str] = field(default_factory=list)
    persons: dict[tuple[str, str, str], dict[str, str]] = field(default_factory=dict)
    by_handle: dict[str, dict[str, str]] = field(default_factory=dict)


def actor_rows(content: TableContent, directory: Directory) -> ActorRows:
    """Return the structures and contacts of a list, and make them known to the directory."""
    raw, mapping = content.raw, content.mapping
    found = ActorRows(Rows("actors"), Rows("contacts"))
    fields = _fields(content)
    found.actors.labels = {
        feeding.name: column_label(raw, mapping, feeding.target) for feeding in fields
    }
    found.contacts.labels = {
        name: column_label(raw, mapping, target) or column_label(raw, mapping, "contact")
        for target, name in _PERSON.items()
    } | {"actor": column_label(raw, mapping, "nom")}
    seen: dict[str, tuple[dict[str, str], str, int]] = {}
    last = ""
    untyped = [0]
    moved = 0
    notes = footnotes(content)
    for row, line in enumerate(raw.lines):
        cells = {} if row in notes else _cells(content, fields, row)
        persons = _persons(content, row)
        moved += _move_to_person(cells, persons)
        if not cells.get("name") and last and not any(cells.values()) and persons:
            handle = last
        else:
            key = _key(content, cells, row)
            before = seen.get(key) if key else None
            if row in notes:
                handle = ""
            elif before is None:
                handle = handle_of(raw, line)
                _complete(content, line, cells, untyped)
                found.by_handle[handle] = found.actors.add(line, cells, handle=handle)
                if key:
                    seen[key] = (cells, handle, line)
            else:
                handle = before[1]
                _merge(content, line, cells, first=before[0], at=before[2])
            if not cells.get("name"):
                handle = ""
            last = handle
            _make_known(directory, handle, cells)
        _add_contacts(content, found, persons, row=row, handle=handle)
        found.handles.append(handle)
        found.communes.append(cells.get("commune", ""))
    _say_untyped(content, untyped[0])
    if moved:
        message = f"{count(moved, 'valeur')} (portable, courriel nominatif) : avec leur contact."
        warn(content, None, column_label(raw, mapping, "contact"), "", message)
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


def _complete(content: TableContent, line: int, cells: dict[str, str], untyped: list[int]) -> None:
    """Put a row into the words of the model."""
    is_canonical = bool(content.mapping.positions("source"))
    _part_commune(cells)
    if not is_canonical:
        _part_acronym(cells)
        _put_type(cells, untyped)
        _put_status(content, cells)
    _put_territories(content, line, cells)


def _put_type(cells: dict[str, str], untyped: list[int]) -> None:
    word = cells.get("kind", "")
    known = actor_type(word) if word else ""
    if word and fold(word).replace(" ", "_") != known and fold(word) not in fold(known):
        # What the word says more than the type is kept beside it.
        cells.setdefault("subtype", word)
    found = known or (type_of_name(cells.get("name", "")) if cells.get("name") else "")
    if cells.get("name") and not found:
        untyped[0] += 1
    cells["kind"] = found or str(ActorKind.OTHER)


def _say_untyped(content: TableContent, times: int) -> None:
    if times:
        column = column_label(content.raw, content.mapping, "type")
        message = (
            f"le type de {count(times, 'structure')} n’est pas dit, et leur nom ne le dit pas : "
            f"{quoted('autre')} en attendant."
        )
        warn(content, None, column, "", message, "Complétez une colonne « type ».")


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
    message = (
        f"même nom et même commune que la ligne {at} : c’est la même structure, et "
        f"{quoted(kept)} est gardé."
    )
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


def _persons(content: TableContent, row: int) -> list[Person]:
    """Return the persons of a row: those of « contact » columns, then of the separate ones."""
    raw, mapping = content.raw, content.mapping
    if not any(map(mapping.positions, ("contact", *_PERSON))):
        return []
    found = [
        person
        for position in mapping.positions("contact")
        for person in people(raw.columns[position][row])
    ]
    parts = {
        name: [raw.columns[position][row].strip() for position in mapping.positions(target)]
        for target, name in _PERSON.items()
    }
    for place in range(max(map(len, parts.values()), default=0)):
        values = {name: cells[place] if place < len(cells) else "" for name, cells in parts.items()}
        if not any(values.values()):
            continue
        person = _person(values)
        if not person.last_name and place < len(found):
            before = found[place]
            person = Person(
                before.last_name,
                before.first_name,
                before.role or person.role,
                person.phone or before.phone,
                person.email or before.email,
            )
            found[place] = person
        else:
            found.append(person)
    return found


def _person(values: dict[str, str]) -> Person:
    last, first = values["last_name"], values["first_name"]
    if last and not first and len(last.split()) > 1:
        parsed = people(last)
        if len(parsed) == 1:
            last, first = parsed[0].last_name, parsed[0].first_name
    elif first and not last:
        last, first = name_parts(first)
    return Person(last, first, values["role"], values["phone"], values["email"])


def _move_to_person(cells: dict[str, str], persons: list[Person]) -> int:
    """Give the only person of a row the coordinates that are clearly hers, and count them.

    A mobile phone, and an e-mail that bears her name: they are personal, and internal.
    """
    if len(persons) != 1 or not persons[0].last_name:
        return 0
    person = persons[0]
    email, phone = cells.get("email", ""), cells.get("phone", "")
    mine = fold(person.last_name).replace(" ", "") in fold(email.split("@")[0]).replace(" ", "")
    take_email = bool(email) and not person.email and mine
    take_phone = bool(_MOBILE.match(phone)) and not person.phone
    if take_email:
        del cells["email"]
    if take_phone:
        del cells["phone"]
    persons[0] = replace(
        person,
        email=email if take_email else person.email,
        phone=phone if take_phone else person.phone,
    )
    return take_email + take_phone


def _add_contacts(
    content: TableContent, found: ActorRows, persons: list[Person], *, row: int, handle: str
) -> None:
    raw = content.raw
    line = raw.lines[row]
    for person in persons:
        if not handle:
            _say_alone(content, line, person)
        elif person.last_name:
            _add_contact(found, line, _contact(person, handle, raw.file))
        else:
            _give_to_structure(content, found, line, person=person, handle=handle)
    positions = content.mapping.positions("contact")
    for position in positions if len(positions) > 1 or not persons else ():
        cell = raw.columns[position][row].strip()
        if cell and not people(cell):
            warn(content, line, raw.header[position], cell, "aucun nom de personne n’y est lu.")


def _add_contact(found: ActorRows, line: int, cells: dict[str, str]) -> None:
    """Add a contact; a person named twice for one structure is one, with both functions."""
    key = (cells["actor"], fold(cells["last_name"]), fold(cells.get("first_name", "")))
    before = found.persons.get(key)
    if before is None:
        found.persons[key] = found.contacts.add(line, cells)
        return
    for name, value in cells.items():
        known = before.setdefault(name, value)
        if name in {"role", "phone"} and fold(value) not in fold(known):
            before[name] = f"{known} ; {value}"


def _contact(person: Person, handle: str, source: str) -> dict[str, str]:
    cells = {
        "actor": handle,
        "last_name": person.last_name,
        "first_name": person.first_name,
        "role": person.role,
        "phone": person.phone,
        "email": person.email,
        "source": source,
    }
    return {name: value for name, value in cells.items() if value}


def _say_alone(content: TableContent, line: int, person: Person) -> None:
    label = content.raw.header[
        next(c.position for c in content.mapping.columns if c.target.startswith("contact"))
    ]
    # The value is a person: the report keeps none of it (MODEL rule 9).
    del person
    warn(content, line, label, "", "la ligne n’a pas de structure : ce contact n’est pas repris.")


def _give_to_structure(
    content: TableContent, found: ActorRows, line: int, *, person: Person, handle: str
) -> None:
    """Keep a phone or an e-mail without a name as those of the structure, if it has none."""
    row = found.by_handle[handle]
    for name, value in (("phone", person.phone), ("email", person.email)):
        if value and not row.get(name):
            row[name] = value
        elif value and row[name] != value:
            target = next(t for t, field_name in _PERSON.items() if field_name == name)
            label = column_label(content.raw, content.mapping, target) or "contact"
            warn(content, line, label, "", "coordonnées sans nom de personne : non reprises.")
    if person.role:
        label = column_label(content.raw, content.mapping, "contact.fonction")
        warn(content, line, label, person.role, "fonction sans nom de personne : non reprise.")
