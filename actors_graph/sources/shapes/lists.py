"""Lists of contacts, projects, committees, meetings, applications… kept in people's own words.

What a row names and the file does not describe (a committee, a project) is made from its name,
once, and said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from actors_graph.model.kinds import ParticipationRole, ProjectKind, Seat
from actors_graph.sources.mapping.ties import is_project
from actors_graph.sources.shapes.people import people
from actors_graph.sources.shapes.plain import place_territories, plain_extract
from actors_graph.sources.shapes.rows import Rows, column_label, handle_of, year_of_title
from actors_graph.sources.shapes.say import warn
from actors_graph.sources.shapes.ties import committee_level
from actors_graph.text import fold, slug
from actors_graph.words import count, quoted

if TYPE_CHECKING:
    from actors_graph.model import Table
    from actors_graph.sources.extracts import Extract, TableContent
    from actors_graph.sources.shapes.directory import Directory

_ID: Final = re.compile(r"[a-z_]+:\S+")
# Who takes part in the project of a row, by target.
_PARTS: Final = {"porteur": ParticipationRole.CARRIER, "partenaires": ParticipationRole.PARTNER}
_ROLES: Final = {fold(role.value).replace("_", " "): str(role) for role in ParticipationRole}
_SEATS: Final = {str(seat.value): str(seat) for seat in Seat}


def list_extracts(content: TableContent, table: Table, directory: Directory) -> list[Extract]:
    """Return the rows of a list, with the committees, projects and roles that it names."""
    extract = plain_extract(content, table, directory)
    found = [extract]
    if table.name == "contacts":
        _read_persons(content, extract)
    elif table.name == "applications":
        _fill_year(content, extract)
    place_territories(content, extract)
    if table.name == "participations":
        found[:0] = _bodies(content, extract, "target")
        _read_roles(content, extract)
        return found
    made = [part for name in ("committee", "project") for part in _bodies(content, extract, name)]
    if table.name == "projects":
        extract.handles = [handle_of(content.raw, line) for line in extract.lines]
        found.extend(_project_roles(content, extract, directory))
    return [*found, *made]


def _read_persons(content: TableContent, extract: Extract) -> None:
    """Part the full names of « contact » columns; several persons of a cell are several rows."""
    positions = content.mapping.positions("contact")
    if not positions:
        return
    raw = content.raw
    rows = Rows("contacts", dict(extract.labels))
    label = column_label(raw, content.mapping, "contact")
    rows.labels |= {"last_name": label, "first_name": label}
    for row, line in enumerate(extract.lines):
        cells = {name: column[row] for name, column in extract.cells.items() if column[row]}
        persons = [p for position in positions for p in people(raw.columns[position][row])]
        for position in positions:
            cell = raw.columns[position][row].strip()
            if cell and not people(cell):
                warn(content, line, raw.header[position], cell, "aucun nom de personne n’y est lu.")
        if not persons:
            rows.add(line, cells)
        for person in persons:
            said = {
                "last_name": person.last_name or cells.get("last_name", ""),
                "first_name": person.first_name or cells.get("first_name", ""),
                "role": cells.get("role") or person.role,
                "phone": cells.get("phone") or person.phone,
                "email": cells.get("email") or person.email,
            }
            rows.add(line, cells | {name: value for name, value in said.items() if value})
    whole = rows.extract()
    extract.lines, extract.cells, extract.labels = whole.lines, whole.cells, whole.labels


def _fill_year(content: TableContent, extract: Extract) -> None:
    """Take the year of applications from the name of the file, where no column says it."""
    year = year_of_title(content)
    if "year" in extract.cells or not year:
        return
    extract.cells["year"] = [year] * len(extract.lines)
    extract.labels["year"] = ""
    warn(content, None, "exercice", "", f"l’exercice {year} est lu dans le nom du fichier.")


def _bodies(content: TableContent, extract: Extract, field: str) -> list[Extract]:
    """Make the committees and projects that cells name by their names."""
    cells = extract.cells.get(field)
    if cells is None:
        return []
    raw = content.raw
    label = extract.labels[field]
    rows = {"committees": Rows("committees"), "projects": Rows("projects")}
    made: dict[str, str] = {}
    named = []
    for line, cell in zip(extract.lines, cells, strict=True):
        text = cell.strip()
        if not text or _ID.fullmatch(text):
            named.append(text)
            continue
        body = f"loc:{slug(text) or 'sans-nom'}"
        named.append(body)
        if body in made:
            continue
        made[body] = text
        as_project = field == "project" or (field == "target" and is_project(f"{label} {text}"))
        if as_project:
            kind = str(ProjectKind.INITIATIVE)
            cells_of = {"id": body, "name": text, "kind": kind, "source": raw.file}
            rows["projects"].add(line, cells_of)
        else:
            level = str(committee_level(text))
            rows["committees"].add(line, {"id": body, "name": text, "level": level})
    extract.cells[field] = named
    found = [part.extract() for part in rows.values() if part.rows]
    for part in found:
        part.labels["name"] = label
        noun = "projet" if part.table == "projects" else "comité"
        message = f"{count(len(part.lines), noun)} d’après la colonne {quoted(label)}."
        warn(content, None, label, "", message)
    return found


def _read_roles(content: TableContent, extract: Extract) -> None:
    """Put the roles of participations into the words of the model; others say the college."""
    cells = extract.cells.get("role")
    if cells is None:
        return
    seats = extract.cells.setdefault("seat", [""] * len(cells))
    extract.labels.setdefault("seat", extract.labels["role"])
    for row, cell in enumerate(cells):
        key = fold(cell)
        if key in _SEATS:
            seats[row], cells[row] = _SEATS[key], str(ParticipationRole.MEMBER)
        elif key in _ROLES:
            cells[row] = _ROLES[key]
        else:
            cells[row] = str(ParticipationRole.MEMBER)
            if key:
                message = "n’est pas un rôle connu : « membre » est noté."
                warn(content, extract.lines[row], extract.labels["role"], cell, message)


def _project_roles(content: TableContent, extract: Extract, directory: Directory) -> list[Extract]:
    """Return who carries each project and who is a partner of it."""
    raw = content.raw
    rows = Rows("participations")
    for target, role in _PARTS.items():
        for position in content.mapping.positions(target):
            rows.labels |= {"actor": raw.header[position], "target": extract.labels.get("name", "")}
            for row, line in enumerate(extract.lines):
                directory.where = (line, raw.header[position])
                cut = directory.cutter.cut(raw.columns[position][row])
                for text in cut.vague:
                    warn(content, line, raw.header[position], text, "ne nomme pas une structure.")
                for name in cut.names:
                    cells = {"actor": directory.refer(name.text), "target": extract.handles[row]}
                    rows.add(line, cells | {"role": str(role), "source": raw.file})
    return [rows.extract()] if rows.rows else []
