"""Ties written in a list of structures: cells of partners, crosses, years, grids, memberships."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.model.kinds import (
    AttendanceState,
    CommitteeLevel,
    MeetingKind,
    ParticipationRole,
    ProjectKind,
    Seat,
)
from actors_graph.sources.mapping.content import is_blank_mark, is_cross
from actors_graph.sources.mapping.ties import header_date, is_project
from actors_graph.sources.shapes.levels import level_of, note_of_header
from actors_graph.sources.shapes.rows import Rows, column_label, year_of_title
from actors_graph.sources.shapes.say import warn
from actors_graph.text import fold, slug
from actors_graph.words import capital, count, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.sources.extracts import Extract, TableContent
    from actors_graph.sources.shapes.directory import Directory

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN: Final = re.compile(r"((?:19|20)\d\d)\s*(?:-|–|à|/|au)\s*((?:19|20)\d\d)", re.ASCII)
_SINCE: Final = re.compile(
    r"(?:depuis|à partir de|dès)\s+(?:le\s+|l’|l')?\D*((?:19|20)\d\d)", re.IGNORECASE
)
# « Membre du comité local (oui/non) » names the committee.
_LEAD: Final = re.compile(
    r"^(?:est )?(?:membre|participe|participation|présence|adhésion|inscrit)e?s?"
    r"(?: à la| à l’| à l'| au| aux| à| de la| de l’| de l'| du| des| de)\s*",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(r"\(\s*(?:oui|x|o/n|0/1)[^()]*\)", re.IGNORECASE)
_EDGES: Final = " -–—:,;()/'’«»"
_ROLES: Final = {fold(role.value).replace("_", " "): str(role) for role in ParticipationRole} | {
    "porteuse": str(ParticipationRole.CARRIER),
    "p": str(ParticipationRole.MEMBER),
    "m": str(ParticipationRole.MEMBER),
    "membre actif": str(ParticipationRole.MEMBER),
    "animateur": str(ParticipationRole.PILOT),
    "copilote": str(ParticipationRole.PILOT),
    "invite": str(ParticipationRole.INFORMED),
    "associe": str(ParticipationRole.PARTNER),
}
_SEATS: Final = {"titulaire": str(Seat.HOLDER), "suppleant": str(Seat.SUBSTITUTE)} | {
    "t": str(Seat.HOLDER),
    "s": str(Seat.SUBSTITUTE),
    "suppleante": str(Seat.SUBSTITUTE),
}
_STATES: Final = {
    "p": AttendanceState.PRESENT,
    "present": AttendanceState.PRESENT,
    "presente": AttendanceState.PRESENT,
    "e": AttendanceState.EXCUSED,
    "exc": AttendanceState.EXCUSED,
    "excuse": AttendanceState.EXCUSED,
    "excusee": AttendanceState.EXCUSED,
    "a": AttendanceState.ABSENT,
    "abs": AttendanceState.ABSENT,
    "absent": AttendanceState.ABSENT,
    "absente": AttendanceState.ABSENT,
    "i": AttendanceState.INVITED,
    "invite": AttendanceState.INVITED,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list as its ties see it: where it is, its structure, and where that is."""

    place: int
    line: int
    handle: str
    commune: str


@dataclass(slots=True)
class TieRows:
    """The ties of one table, by table of the model; a tie said twice by the table is one."""

    content: TableContent
    directory: Directory
    collaborations: Rows = field(default_factory=lambda: Rows("collaborations"))
    memberships: Rows = field(default_factory=lambda: Rows("memberships"))
    committees: Rows = field(default_factory=lambda: Rows("committees"))
    projects: Rows = field(default_factory=lambda: Rows("projects"))
    meetings: Rows = field(default_factory=lambda: Rows("meetings"))
    participations: Rows = field(default_factory=lambda: Rows("participations"))
    attendances: Rows = field(default_factory=lambda: Rows("attendances"))
    has_levels: bool = False
    _pairs: dict[frozenset[str], dict[str, str]] = field(default_factory=dict)
    _made: set[str] = field(default_factory=set)

    def extracts(self) -> Iterator[Extract]:
        """Give the extracts that hold rows, those that others refer to first."""
        for rows in (
            self.committees,
            self.projects,
            self.meetings,
            self.collaborations,
            self.memberships,
            self.participations,
            self.attendances,
        ):
            if rows.rows:
                yield rows.extract()

    def add_pair(self, line: int, a: str, b: str, *, level: str = "", wording: str = "") -> None:
        """Add a collaboration; of two statements of one pair the highest level stands."""
        pair = frozenset([fold(a) or a, fold(b) or b])
        cells = {"a": a, "b": b, "source": self.content.raw.file}
        if level:
            cells["level"] = level
        if wording:
            cells["level_wording"] = wording
        before = self._pairs.get(pair)
        if before is None:
            self._pairs[pair] = self.collaborations.add(line, cells)
            return
        for name in ("level", "level_wording"):
            known, said = before.get(name, ""), cells.get(name, "")
            if said and known and said != known:
                kept = max(known, said) if name == "level" else known
                message = f"ce lien est dit deux fois autrement : {quoted(kept)} est gardé."
                warn(self.content, line, "", f"{known} / {said}", message)
                before[name] = kept
            elif said:
                before[name] = said

    def partners(self, row: Row, position: int) -> None:
        """Read a cell that lists partners."""
        content, label = self.content, self.content.raw.header[position]
        self.directory.where = (row.line, label)
        cell = content.raw.columns[position][row.place]
        cut = self.directory.cutter.cut(cell)
        self.collaborations.labels["b"] = label
        if cut.nobody:
            self._note_nobody(row, label, cell.strip())
        for text in cut.vague:
            message = "ne nomme pas une structure : aucun lien n’en est tiré."
            warn(content, row.line, label, text, message)
        for name in cut.names:
            if not row.handle:
                warn(content, row.line, label, name.text, "la ligne n’a pas de structure.")
                continue
            other = self.directory.refer(name.text, commune=row.commune)
            if other == row.handle:
                message = "est la structure de la ligne : aucun lien avec elle-même."
                warn(content, row.line, label, name.text, message)
                continue
            wording = name.note or note_of_header(label)
            self.add_pair(row.line, row.handle, other, wording=wording)

    def _note_nobody(self, row: Row, label: str, cell: str) -> None:
        """Note that somebody answered « personne », where the file says when."""
        cells = self.directory.cells.get(row.handle, {})
        day = cells.get("checked_on") or year_of_title(self.content)
        if not (day and row.handle):
            message = "personne à sa connaissance ; sans date, cette réponse n’est pas reprise."
            remedy = "Ajoutez une colonne « vérifié le »."
            warn(self.content, row.line, label, cell, message, remedy)
            return
        cells.setdefault("partners_asked_on", day)
        message = f"personne à sa connaissance : réponse notée, partenaires demandés le {day}."
        warn(self.content, row.line, label, cell, message)

    def grid(self, row: Row, position: int) -> None:
        """Read a cell whose row and whose header each name an actor."""
        content, label = self.content, self.content.raw.header[position]
        self.directory.where = (row.line, label)
        cell = content.raw.columns[position][row.place].strip()
        if is_blank_mark(cell):
            return
        self.collaborations.labels.setdefault("b", "en-têtes")
        if not row.handle:
            warn(content, row.line, label, cell, "la ligne n’a pas de structure.")
            return
        other = self.directory.refer(label, commune=row.commune, own=True)
        if other == row.handle and (is_cross(cell) or level_of(cell)):
            return  # the diagonal, which many fill with crosses
        if other in {row.handle, ""}:
            warn(content, row.line, label, cell, "ne relie pas deux structures : non repris.")
            return
        # « 1 » is a level where others are, a cross elsewhere.
        level = level_of(cell) if self.has_levels or not is_cross(cell) else ""
        wording = "" if level or is_cross(cell) else cell
        if wording and len(wording) > 60:
            warn(content, row.line, label, cell, "n’est ni une croix ni un niveau de 1 à 4.")
            return
        self.add_pair(row.line, row.handle, other, level=level, wording=wording)

    def members(self, row: Row, position: int) -> None:
        """Read a cell that lists the federations or networks of a structure."""
        content, label = self.content, self.content.raw.header[position]
        self.directory.where = (row.line, label)
        cell = content.raw.columns[position][row.place]
        cut = self.directory.cutter.cut(cell)
        self.memberships.labels["organisation"] = label
        for text in cut.vague:
            warn(content, row.line, label, text, "ne nomme pas un organisme.")
        if cut.nobody:
            warn(content, row.line, label, cell.strip(), "aucune adhésion n’est notée.")
        for name in cut.names:
            if not row.handle or is_cross(name.text):
                warn(content, row.line, label, name.text, "ne relie pas deux structures.")
                continue
            organisation = self.directory.refer(name.text, commune=row.commune)
            if organisation != row.handle:
                cells = {"actor": row.handle, "organisation": organisation}
                self.memberships.add(row.line, cells | {"source": content.raw.file})

    def takes_part(self, row: Row, position: int) -> None:
        """Read a mark, a year or a role under the name of a committee or a project."""
        content, label = self.content, self.content.raw.header[position]
        cell = content.raw.columns[position][row.place].strip()
        if is_blank_mark(cell):
            return
        title = _title(content, position)
        spans = list(_spans(cell)) or list(_spans(title))
        said = _said(cell)
        known = said is not None or bool(list(_spans(cell)))
        if not row.handle or not known:
            message = "n’est ni une croix, ni une année, ni un rôle : non repris."
            warn(content, row.line, label, cell, message if row.handle else "ligne sans structure.")
            return
        target, is_made_project = self._body(row.line, title)
        cells = {"actor": row.handle, "target": target, "source": content.raw.file}
        default = ParticipationRole.PARTNER if is_made_project else ParticipationRole.MEMBER
        cells["role"] = str(default)
        cells |= said or {}
        if not list(_spans(cell)) and not is_made_project and self._is_latest(title):
            # The last list of a committee says who sits there; nothing says that it is over.
            spans = [(start, "") for start, _ in spans]
        for start, end in spans or [("", "")]:
            dated = {name: day for name, day in (("starts_on", start), ("ends_on", end)) if day}
            self.participations.add(row.line, cells | dated)
        self.participations.labels |= {"target": label, "role": label, "starts_on": label}

    def _is_latest(self, title: str) -> bool:
        """Whether no other column is about the same body in a later year."""
        name, years = _body_name(title), _YEAR.findall(title)
        titles = (_title(self.content, at) for at in self.content.mapping.positions("participe"))
        others = [year for one in titles if _body_name(one) == name for year in _YEAR.findall(one)]
        return max(years, default="") >= max(others, default="")

    def _body(self, line: int, title: str) -> tuple[str, bool]:
        """Id of the committee or project that a header names, made where it is first met."""
        name = _body_name(title)
        made = f"loc:{slug(name)}" if slug(name) else f"loc:{slug(title) or 'comite'}"
        project = is_project(name)
        if made in self._made:
            return made, project
        self._made.add(made)
        if project:
            words = set(fold(name).split())
            event = words & {"fete", "festival", "forum", "village", "journee", "salon", "nuit"}
            kind = ProjectKind.EVENT if event else ProjectKind.INITIATIVE
            cells = {"id": made, "name": name, "kind": str(kind), "source": self.content.raw.file}
            self.projects.add(line, cells)
            what = f"le projet {quoted(name)}"
        else:
            level = committee_level(name)
            self.committees.add(line, {"id": made, "name": name, "level": str(level)})
            what = f"le comité {quoted(name)} (niveau : {level})"
        message = f"{what} est noté d’après l’en-tête ; son territoire reste à préciser."
        warn(self.content, self.content.raw.header_row, title, "", message)
        return made, project

    def attends(self, row: Row, position: int) -> None:
        """Read a mark under the date of a meeting."""
        content, label = self.content, self.content.raw.header[position]
        cell = content.raw.columns[position][row.place].strip()
        state = AttendanceState.PRESENT if is_cross(cell) else _STATES.get(fold(cell))
        if is_blank_mark(cell):
            return
        if state is None or not row.handle:
            warn(content, row.line, label, cell, "n’est pas une présence : non repris.")
            return
        meeting = f"loc:{slug(label)}"
        if meeting not in self._made:
            self._made.add(meeting)
            cells = {"id": meeting, "kind": str(MeetingKind.OTHER), "title": label}
            cells |= {"held_on": header_date(label), "source": content.raw.file}
            self.meetings.add(row.line, cells)
            self.meetings.labels["held_on"] = label
        cells = {"actor": row.handle, "meeting": meeting, "state": str(state)}
        self.attendances.add(row.line, cells)
        self.attendances.labels["meeting"] = label


def committee_level(name: str) -> CommitteeLevel:
    """Return the level that the name of a committee says; local where it says none."""
    words = set(fold(name).split())
    if words & {"departemental", "departementale", "departement"}:
        return CommitteeLevel.DEPARTEMENTAL
    if words & {"thematique", "commission", "groupe", "gt", "atelier"}:
        return CommitteeLevel.THEMATIC
    return CommitteeLevel.LOCAL


def read_ties(ties: TieRows, rows: list[Row]) -> None:
    """Read all the columns of ties of a list."""
    readers = {
        "partenaires": ties.partners,
        "relie": ties.grid,
        "adhere": ties.members,
        "participe": ties.takes_part,
        "presence": ties.attends,
    }
    mapping = ties.content.mapping
    name = column_label(ties.content.raw, mapping, "nom")
    for rows_of in (ties.collaborations, ties.memberships, ties.participations, ties.attendances):
        rows_of.labels |= {"a": name, "actor": name}
    ties.has_levels = any(
        level_of(cell) > "1"
        for position in mapping.positions("relie")
        for cell in ties.content.raw.columns[position]
    )
    for target, read in readers.items():
        for position in mapping.positions(target):
            for row in rows:
                read(row, position)
    if ties.collaborations.rows and not any("level" in r for r in ties.collaborations.rows):
        n = len(ties.collaborations.rows)
        message = f"{count(n, 'lien')} sans niveau dit : « non précisé »."
        warn(ties.content, None, ties.collaborations.labels.get("b", ""), "", message)


def _title(content: TableContent, position: int) -> str:
    """Header of a column, with the heading above it where that says what the column counts."""
    header = content.raw.header[position]
    groups = content.raw.groups
    above = groups[position].strip() if position < len(groups) else ""
    return f"{above} {header}" if above and not _YEAR.sub("", header).strip(_EDGES) else header


def _body_name(title: str) -> str:
    """Name of the committee or project of a header, its year and its question left out."""
    name = _LEAD.sub("", _ANSWER.sub("", _YEAR.sub(" ", title)).strip())
    return capital(" ".join(name.split()).strip(_EDGES)) or title.strip()


def _spans(text: str) -> Iterator[tuple[str, str]]:
    """Give the years that a text says, as starts and ends."""
    for found in _SPAN.finditer(text):
        yield found.group(1), found.group(2)
    rest = _SPAN.sub(" ", text)
    for found in _SINCE.finditer(rest):
        yield found.group(1), ""
    for year in _YEAR.findall(_SINCE.sub(" ", rest)):
        yield year, year


def _said(cell: str) -> dict[str, str] | None:
    """Return the role and seat that a mark says; None when it says nothing known."""
    key = " ".join(_YEAR.sub(" ", fold(cell)).split())
    if is_cross(cell):
        return {}
    if key in _SEATS:
        return {"seat": _SEATS[key]}
    if key in _ROLES:
        return {"role": _ROLES[key]}
    return None
