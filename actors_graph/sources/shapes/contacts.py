"""The persons of a list of structures: who they are, and whose coordinates are whose.

Persons are read from cells that name them (« Mme Claire DUPONT, présidente ») and from columns
that hold their parts; a phone or an e-mail is that of the person named before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from actors_graph.sources.shapes.people import Person, name_parts, people
from actors_graph.sources.shapes.rows import Rows, column_label
from actors_graph.sources.shapes.say import warn
from actors_graph.text import fold

if TYPE_CHECKING:
    from actors_graph.sources.extracts import TableContent

# Targets of a person, in the order of the fields of a contact.
PERSON: Final = {
    "contact.nom": "last_name",
    "contact.prenom": "first_name",
    "contact.fonction": "role",
    "contact.telephone": "phone",
    "contact.courriel": "email",
}
_WHOLE: Final = "contact"
_MOBILE: Final = re.compile(r"(?:(?:\+33|0033)\s*|0)[67]", re.ASCII)


@dataclass(slots=True)
class _Group:
    """Columns that speak of one person, or of those of one cell, by position."""

    whole: int = -1
    parts: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Contacts:
    """The contacts of a table; a person named twice for one structure is one."""

    content: TableContent
    rows: Rows = field(default_factory=lambda: Rows("contacts"))
    moved: int = 0
    _groups: list[_Group] = field(default_factory=list)
    _known: dict[tuple[str, str, str], dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Group the columns, and label the fields by them."""
        raw, mapping = self.content.raw, self.content.mapping
        self._groups = _groups(self.content)
        self.rows.labels = {
            name: column_label(raw, mapping, target) or column_label(raw, mapping, _WHOLE)
            for target, name in PERSON.items()
        } | {"actor": column_label(raw, mapping, "nom")}

    def of_row(self, row: int) -> list[Person]:
        """Return the persons of a row, in the order of its columns."""
        columns = self.content.raw.columns
        found: list[Person] = []
        for group in self._groups:
            named = people(columns[group.whole][row]) if group.whole >= 0 else []
            values = {name: columns[at][row].strip() for name, at in group.parts.items()}
            if not any(values.values()):
                found.extend(named)
            elif named:
                found.extend([_completed(named[0], values), *named[1:]])
            else:
                found.append(_person(values))
        return found

    def move(self, cells: dict[str, str], persons: list[Person]) -> None:
        """Give the only person of a row the coordinates that are clearly hers, and count them.

        A mobile phone, and an e-mail that bears her name: they are personal, and internal.
        """
        if len(persons) != 1 or not persons[0].last_name:
            return
        person = persons[0]
        email, phone = cells.get("email", ""), cells.get("phone", "")
        name = fold(person.last_name).replace(" ", "")
        if email and not person.email and name in fold(email.split("@")[0]).replace(" ", ""):
            person = replace(person, email=cells.pop("email"))
        if _MOBILE.match(phone) and not person.phone:
            person = replace(person, phone=cells.pop("phone"))
        self.moved += (person.email != persons[0].email) + (person.phone != persons[0].phone)
        persons[0] = person

    def add(self, persons: list[Person], *, row: int, handle: str, cells: dict[str, str]) -> None:
        """Add the persons of a row to a structure, whose cells take coordinates without a name."""
        raw = self.content.raw
        line = raw.lines[row]
        for person in persons:
            if not handle:
                self._say_alone(line)
            elif person.last_name:
                self._add(line, _contact(person, handle, raw.file))
            else:
                self._give_to_structure(line, person, cells)
        for group in self._groups:
            cell = raw.columns[group.whole][row].strip() if group.whole >= 0 else ""
            if cell and not people(cell):
                label = raw.header[group.whole]
                warn(self.content, line, label, cell, "aucun nom de personne n’y est lu.")

    def _add(self, line: int, cells: dict[str, str]) -> None:
        key = (cells["actor"], fold(cells["last_name"]), fold(cells.get("first_name", "")))
        before = self._known.get(key)
        if before is None:
            self._known[key] = self.rows.add(line, cells)
            return
        for name, value in cells.items():
            known = before.setdefault(name, value)
            if name in {"role", "phone"} and fold(value) not in fold(known):
                before[name] = f"{known} ; {value}"

    def _say_alone(self, line: int) -> None:
        # The value is a person: the report keeps none of it (MODEL rule 9).
        choices = self.content.mapping.columns
        label = next(choice.header for choice in choices if choice.target.startswith(_WHOLE))
        message = "la ligne n’a pas de structure : ce contact n’est pas repris."
        warn(self.content, line, label, "", message)

    def _give_to_structure(self, line: int, person: Person, cells: dict[str, str]) -> None:
        """Keep a phone or an e-mail without a name as those of the structure, if it has none."""
        raw, mapping = self.content.raw, self.content.mapping
        for name, value in (("phone", person.phone), ("email", person.email)):
            if value and cells.setdefault(name, value) != value:
                target = next(t for t, part in PERSON.items() if part == name)
                label = column_label(raw, mapping, target) or _WHOLE
                message = "coordonnées sans nom de personne : non reprises."
                warn(self.content, line, label, "", message)
        if person.role:
            label = column_label(raw, mapping, "contact.fonction")
            message = "fonction sans nom de personne : non reprise."
            warn(self.content, line, label, person.role, message)


def _groups(content: TableContent) -> list[_Group]:
    """Group the columns of persons: each name begins a person, unless one waits for its name."""
    groups: list[_Group] = []
    for choice in content.mapping.columns:
        part = PERSON.get(choice.target, "")
        if choice.target != _WHOLE and not part:
            continue
        last = groups[-1] if groups else None
        named = last and (last.whole >= 0 or "last_name" in last.parts)
        if last is None or part in last.parts or (choice.target == _WHOLE and named):
            last = _Group()
            groups.append(last)
        if part:
            last.parts[part] = choice.position
        else:
            last.whole = choice.position
    return groups


def _completed(person: Person, values: dict[str, str]) -> Person:
    """Complete the person of a cell by the columns beside it; what both say, the column says."""
    return Person(
        values.get("last_name") or person.last_name,
        values.get("first_name") or person.first_name,
        _both(person.role, values.get("role", "")),
        _both(values.get("phone", ""), person.phone),
        _both(values.get("email", ""), person.email),
    )


def _both(*parts: str) -> str:
    return " ; ".join(dict.fromkeys(filter(None, parts)))


def _person(values: dict[str, str]) -> Person:
    last, first = values.get("last_name", ""), values.get("first_name", "")
    if last and not first and len(last.split()) > 1:
        parsed = people(last)
        if len(parsed) == 1:
            last, first = parsed[0].last_name, parsed[0].first_name
    elif first and not last:
        last, first = name_parts(first)
    parts = (values.get(name, "") for name in ("role", "phone", "email"))
    return Person(last, first, *parts)


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
