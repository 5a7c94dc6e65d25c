"""Finds the rows that a row names, and makes the ones that may be made.

An unknown actor becomes a stub (« inconnu »), an unknown theme a theme of that label, a territory
of the reference geography is added with all that holds it; each is said once. Another unknown id
is refused: nothing could be put there without inventing it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from actors_graph.changes.cells.listed import known_items
from actors_graph.changes.cells.readings import Reading, refused, warned
from actors_graph.changes.planning.reference_rows import territory_rows
from actors_graph.changes.same_actor.names import looks_like_id, to_identify
from actors_graph.model import TABLES, FieldType
from actors_graph.model.geography import geography
from actors_graph.model.ids import territory_ref
from actors_graph.model.kinds import ActorKind, ActorStatus
from actors_graph.sources import Problem, Severity
from actors_graph.text import fold, slug
from actors_graph.words import agreed, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.changes.known import Known
    from actors_graph.changes.planning.checks import CheckedFile, CheckedPart, CheckedRow
    from actors_graph.changes.same_actor.names import Names
    from actors_graph.model import Field, Value

# What a stub most likely is, by the end of the tie that names it.
_STUB_KINDS: Final = {
    ("mandates", "elu"): ActorKind.ELU,
    ("mandates", "organ"): ActorKind.LOCAL_AUTHORITY,
}
_NOUNS: Final = {
    "territories": "ce territoire n’existe ni dans vos données, ni dans les fichiers importés",
    "committees": "ce comité n’existe ni dans vos données, ni dans les fichiers importés",
    "projects": "ce projet n’existe ni dans vos données, ni dans les fichiers importés",
    "meetings": "cette séance n’existe ni dans vos données, ni dans les fichiers importés",
    "applications": "cette demande n’existe ni dans vos données, ni dans les fichiers importés",
}
# What people call a committee, a project, a meeting, in place of its id.
_TITLED: Final = ("name", "title")
_BOTH: Final = "ce n’est ni un comité ni un projet de vos données ou des fichiers importés"


@dataclass(frozen=True, slots=True)
class Added:
    """A row that no file holds but that a row names: its values and where it was named.

    `file` is the place of the file among those of the import.
    """

    table: str
    values: dict[str, Value]
    origin: str
    file: int


@dataclass(slots=True)
class References:
    """The rows named by files, found or made."""

    known: Known
    names: Names
    added: list[Added] = field(default_factory=list)
    _themes: dict[str, str] | None = None
    _file: int = 0
    _communes: int = 0
    _known_themes: frozenset[str] = frozenset()
    _files: Sequence[CheckedFile] = ()
    _titles: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def resolve(self, files: Sequence[CheckedFile]) -> None:
        """Replace what the rows name by ids that exist once the plan is applied."""
        self._files = files
        self._index_themes(files)
        for self._file, file in enumerate(files):
            for part in file.parts:
                for target in part.table.fields:
                    if target.refers_to and target.name in part.columns:
                        self._resolve_column(file, part, target)
            self._say_communes(file)

    def _index_themes(self, files: Sequence[CheckedFile]) -> None:
        """Index the labels of the store and of the files; the first of two equal ones wins."""
        index: dict[str, str] = {}
        for word, theme in self.known.labels() if self.known.holds("themes") else ():
            index.setdefault(word, theme)
        for file in files:
            for part in file.parts:
                if part.table.name == "themes":
                    for row in part.rows:
                        synonyms = row.values.get("synonyms")
                        words = synonyms if isinstance(synonyms, list) else []
                        for word in (str(row.values["label"]), *words):
                            index.setdefault(fold(word), str(row.values["id"]))
        self._themes = index
        # Themes made on the way do not count: the order of the lines says nothing.
        self._known_themes = frozenset(index)

    def _resolve_column(self, file: CheckedFile, part: CheckedPart, target: Field) -> None:
        present = [self.known.ids(name) for name in target.refers_to]
        same_everywhere = target.refers_to[0] == "themes"
        is_list_of_themes = same_everywhere and target.type is FieldType.LIST
        # What a text means on every row, so that each distinct text is looked up once.
        settled: dict[str, str] = {}
        cut = cache(partial(known_items, known=self._known_themes))
        for row in part.rows:
            value = row.values.get(target.name)
            if value is None:
                continue
            items = value if isinstance(value, list) else [str(value)]
            written = items
            if is_list_of_themes:
                items = cut(tuple(items))
            found = []
            for text in items:
                item = settled.get(text, "")
                if not item:
                    item = self._named(text)
                    wanted = territory_ref(part.table, target.name, item)
                    is_known = any(wanted in ids for ids in present)
                    if not is_known:
                        item = self._missing(file, part, row=row, target=target, value=item)
                    if is_known or same_everywhere:
                        settled[text] = item
                found.append(item)
            if found != written:
                kept = [item for item in dict.fromkeys(found) if item]
                if isinstance(value, list):
                    row.values[target.name] = kept or None
                else:
                    row.values[target.name] = kept[0] if kept else None

    def _named(self, item: str) -> str:
        """Id that stands for a handle, or for the id of a row that is another actor's."""
        return self.names.sameness.final(self.names.handles.get(item, item))

    def _missing(
        self, file: CheckedFile, part: CheckedPart, *, row: CheckedRow, target: Field, value: str
    ) -> str:
        """Id to put in place of an unknown one; empty when the row is refused."""
        origin = f"{file.name}:{row.line}"
        kind = target.refers_to[0]
        if value in file.handles:
            reading = refused("nomme une ligne qui est refusée.", "Corrigez cette autre ligne.")
        elif kind == "actors":
            reading = self._actor(file, part, row=row, target=target, value=value)
        elif kind == "themes":
            reading = self._theme(value, origin=origin)
        elif kind == "territories":
            reading = self._territory(part, target, value=value, origin=origin)
        elif by_title := self._by_title(target, value):
            return by_title
        else:
            message = _BOTH if len(target.refers_to) > 1 else _NOUNS[kind]
            reading = refused(f"{message}.", "Corrigez l’identifiant, ou importez-le d’abord.")
        if reading.severity is Severity.REFUSED:
            file.refused.add(row.line)
        if reading.severity:
            column = part.columns[target.name]
            file.problems.append(
                Problem(row.line, column, value, reading.message, reading.severity, reading.remedy)
            )
        row.repaired |= reading.severity is Severity.REPAIRED
        return str(reading.value or "")

    def _actor(
        self, file: CheckedFile, part: CheckedPart, *, row: CheckedRow, target: Field, value: str
    ) -> Reading:
        """Read the name or the id of an actor; of nobody known a stub is made."""
        meant = self.names.meaning(file, part, value, line=row.line)
        if meant:
            return Reading(meant)
        is_id = looks_like_id(value, by_name=part.by_name)
        mention = None if is_id else self.names.mention(file, value, line=row.line)
        key = mention.key if mention else value
        if key == "loc:":
            return refused("n’est pas le nom d’un acteur.", "Écrivez son nom.")
        if key not in self.known.ids("actors"):
            stub: dict[str, Value] = {
                **(mention.values if mention else {"name": value}),
                "id": key,
                "kind": str(_STUB_KINDS.get((part.table.name, target.name), ActorKind.OTHER)),
                "status": str(ActorStatus.TO_IDENTIFY if mention else ActorStatus.STUB),
                "source": str(row.values.get("source") or file.name),
            }
            self._add("actors", stub, origin=f"{file.name}:{row.line}")
            if mention:
                column = part.columns[target.name]
                file.problems.append(to_identify(value, mention.lines, column=column))
        if not is_id:
            return Reading(key)
        return warned(
            value,
            "n’est pas encore un acteur de vos données : une fiche « inconnu » est créée.",
            "Complétez-la, ou corrigez l’identifiant.",
        )

    def _by_title(self, target: Field, value: str) -> str:
        """Id of the only committee, project… of that name; empty when none or several have it."""
        word = fold(value)
        found = {row for name in target.refers_to for row in self._titled(name).get(word, ())}
        return found.pop() if len(found) == 1 else ""

    def _titled(self, name: str) -> dict[str, set[str]]:
        """Ids of the rows of a table by folded name, those of the store and those of the files."""
        if name not in self._titles:
            title = next((one for one in _TITLED if one in TABLES[name].by_name), "")
            index: dict[str, set[str]] = {}
            if title:
                stored = zip(
                    self.known.column(name, title), self.known.column(name, "id"), strict=True
                )
                written = (
                    (str(row.values.get(title) or ""), str(row.values["id"]))
                    for file in self._files
                    for part in file.parts
                    if part.table.name == name
                    for row in part.rows
                )
                for text, row_id in (*stored, *written):
                    if text:
                        index.setdefault(fold(text), set()).add(row_id)
            self._titles[name] = index
        return self._titles[name]

    def _theme(self, value: str, *, origin: str) -> Reading:
        themes = self._themes if self._themes is not None else {}
        found = themes.get(fold(value))
        if found:
            return Reading(found)
        # What already looks like an id stays one, so that themes.csv may describe it later.
        theme = (
            value
            if ":" in value or slug(value) == value.replace("_", "-")
            else f"loc:{slug(value)}"
        )
        if theme == "loc:":
            return refused("n’est pas un thème.", "Écrivez son nom ou son identifiant.")
        self._add("themes", {"id": theme, "label": value}, origin=origin)
        themes[fold(value)] = theme
        return warned(theme, "n’est pas encore un thème de vos données : il est créé.")

    def _territory(self, part: CheckedPart, target: Field, *, value: str, origin: str) -> Reading:
        is_code = territory_ref(part.table, target.name, value) != value
        wanted, code = value, ""
        if is_code:
            code = geography().current_code(value)
            if not code:
                return refused(
                    "n’est pas le code d’une commune connue.",
                    "Vérifiez le code INSEE, ou importez ce territoire d’abord.",
                )
            wanted = f"com:{code}"
        if not self._add_territory(wanted, origin=origin):
            return refused(
                f"{_NOUNS['territories']}.", "Corrigez l’identifiant, ou importez-le d’abord."
            )
        if is_code:
            self._communes += 1
            return Reading(code)
        return warned(
            value,
            "n’était pas dans vos données : ce territoire est ajouté depuis la géographie fournie, "
            "avec ce qui le contient.",
        )

    def _say_communes(self, file: CheckedFile) -> None:
        """Say once how many communes a file brings."""
        if self._communes:
            added = agreed("ajouté", n=self._communes, noun="commune")
            message = (
                f"{count(self._communes, 'commune')} {added} depuis la géographie fournie, avec ce "
                "qui les contient."
            )
            file.problems.append(Problem(None, "", "", message, Severity.WARNING))
            self._communes = 0

    def _add_territory(self, territory: str, *, origin: str) -> bool:
        """Add a reference territory and all that holds it; False when the reference has none."""
        rows = territory_rows(territory, present=self.known.ids("territories"))
        for row in rows or ():
            self._add("territories", row, origin=origin)
        return rows is not None

    def _add(self, table: str, values: dict[str, Value], *, origin: str) -> None:
        self.known.add(table, [str(values["id"])])
        filled: dict[str, Value] = {
            name: value for name, value in values.items() if value is not None
        }
        self.added.append(Added(table, filled, origin, self._file))


def check_ends(file: CheckedFile, part: CheckedPart) -> None:
    """Refuse the ties of an actor with itself, and what is its own parent.

    Where a file names others as people do, two names may be one actor: the tie is then left out,
    and said.
    """
    kept: list[CheckedRow] = []
    for row in part.rows:
        own = [pair for pair in _pairs(part) if _is_own(row, *pair)]
        if not own:
            kept.append(row)
            continue
        second = own[0][1]
        column, value = part.columns.get(second, second), str(row.values[own[0][0]])
        if part.by_name and part.table.is_tie:
            message = "les deux noms sont le même acteur : aucun lien n’en est tiré."
            file.warn(row, column=column, value="", message=message)
        elif part.by_name:
            row.values[second] = None
            kept.append(row)
            file.warn(row, column=column, value="", message="nomme l’acteur de la ligne lui-même.")
        else:
            kept.append(row)
            file.refuse(
                row,
                column=column,
                value=value,
                message="relie cette ligne à elle-même.",
                remedy="Corrigez l’un des deux identifiants.",
            )
    part.rows = kept


def _is_own(row: CheckedRow, first: str, second: str) -> bool:
    value, other = row.values.get(first), row.values.get(second)
    return value is not None and (value == other or (isinstance(other, list) and value in other))


def _pairs(part: CheckedPart) -> list[tuple[str, str]]:
    table = part.table
    if table.is_tie:
        return [(table.source, table.target)]
    return [("id", target.name) for target in table.fields if table.name in target.refers_to]
