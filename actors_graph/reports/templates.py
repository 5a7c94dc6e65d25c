"""The workbook to fill in: a sheet for each useful file, drop-down lists, a page that explains.

The titles of its columns are those that the readers of files know: what people fill in is
imported as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.changes.templates import takes, write_templates
from actors_graph.model import TABLES
from actors_graph.model.titles import column_title, in_words
from actors_graph.reports.workbook import Choice, Column, Sheet, workbook
from actors_graph.sources import kind_of

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.access import Session
    from actors_graph.model import Field, Table

FILE: Final = "gabarit.xlsx"
README: Final = "LISEZ-MOI"
_BLANK: Final = 1_000
# A list longer than this is not read; its values may still be typed.
_LONGEST_LIST: Final = 5_000

# What a person fills in by hand, the most useful columns first; the CSV templates have them all.
# The source is the workbook itself.
_FIELDS: Final = {
    "actors": "name kind acronym commune postal_code address themes acts_in phone email website "
    "description part_of siret rna checked_on",
    "contacts": "actor last_name first_name role phone email told_on",
    "collaborations": "a b level nature starts_on ends_on declared_by evidence theme checked_on",
    "committees": "name level territory starts_on ends_on",
    "participations": "actor target role college seat starts_on ends_on",
    "projects": "name kind committee territory themes state starts_on ends_on budget summary "
    "audience",
    "meetings": "title kind held_on place committee project territory agenda decisions",
    "attendances": "actor meeting state people",
    "fundings": "funder beneficiary amount year object scheme",
    "memberships": "actor organisation starts_on ends_on",
}
# What a reference is called on its own sheet.
_NAMES: Final = {
    "actors": "name",
    "committees": "name",
    "projects": "name",
    "meetings": "title",
}
_REFERENCES: Final = {
    "actors": "Le nom de la structure, écrit comme sur la feuille « acteurs ».",
    "committees": "Le nom du comité ou du projet, écrit comme sur sa feuille.",
    "projects": "Le nom du projet, écrit comme sur sa feuille.",
    "meetings": "Le titre de la séance, écrit comme sur sa feuille.",
    "themes": "Le nom du thème ; plusieurs se séparent par |.",
}
_PURPOSES: Final = {
    "actors": "Une ligne par structure ou par élu. C’est la feuille à remplir d’abord.",
    "contacts": "Une ligne par personne à joindre. Ces lignes restent internes.",
    "collaborations": "Une ligne par paire de structures qui travaillent ensemble.",
    "committees": "Une ligne par comité.",
    "participations": "Une ligne par acteur et par comité, ou par projet, où il prend part.",
    "projects": "Une ligne par projet.",
    "meetings": "Une ligne par réunion.",
    "attendances": "Une ligne par acteur et par réunion.",
    "fundings": "Une ligne par subvention.",
    "memberships": "Une ligne par structure membre d’une autre.",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """What the drop-down lists propose from the data: names by table of the model."""

    names: dict[str, tuple[str, ...]]


def offered_by(session: Session) -> Offered:
    """Return what the lists propose on a store: themes, territories, actors, committees by name.

    What the session may not see is not proposed.
    """
    columns = {"themes": "label", "territories": "id"} | _NAMES
    tables = session.tables(list(columns))
    names: dict[str, tuple[str, ...]] = {}
    for table, column in columns.items():
        found = sorted({name for name in tables[table][column].to_pylist() if name})
        if 0 < len(found) <= _LONGEST_LIST:
            names[table] = tuple(found)
    return Offered(names)


def template_workbook(offered: Offered | None = None) -> bytes:
    """Return the workbook to fill in as an XLSX file.

    Args:
        offered: what the lists propose beside the closed values of the model; without it they
            propose what is written on the other sheets.
    """
    known = offered.names if offered else {}
    sheets = [_sheet(TABLES[name], known) for name in _FIELDS]
    return workbook([_readme(), *sheets])


def write_all_templates(folder: Path, *, offered: Offered | None = None) -> list[Path]:
    """Write the workbook to fill in, and beside it a CSV file for each file of the model.

    A workbook that is there already is left alone: somebody may have filled it.

    Raises:
        OSError: the folder cannot be written.
    """
    written = write_templates(folder)
    path = folder / FILE
    if path.exists():
        return written
    path.write_bytes(template_workbook(offered))
    return [path, *written]


def _fields(table: Table) -> list[Field]:
    return [table.by_name[name] for name in _FIELDS[table.name].split()]


def _sheet(table: Table, known: dict[str, tuple[str, ...]]) -> Sheet:
    columns = tuple(
        Column(column_title(field), help=_help(field), choice=_choice(field, known))
        for field in _fields(table)
    )
    return Sheet(kind_of(table), columns, blank=_BLANK)


def _help(field: Field) -> str:
    named = _REFERENCES.get(field.refers_to[0], "") if field.refers_to else ""
    parts = (f"{takes(field)}.", named or field.help)
    return " ".join(part for part in parts if part)


def _choice(field: Field, known: dict[str, tuple[str, ...]]) -> Choice | None:
    if field.values is not None:
        return Choice(tuple(in_words(member.value) for member in field.values))
    if field.name == "level" and field.limits is not None:
        low, high = field.limits
        return Choice(tuple(str(level) for level in range(low, high + 1)))
    if not field.refers_to:
        return None
    values = tuple(name for table in field.refers_to for name in known.get(table, ()))
    if values:
        return Choice(values, closed=False)
    table = next((name for name in field.refers_to if name in _NAMES), "")
    if not table:
        return None
    title = column_title(TABLES[table].by_name[_NAMES[table]])
    return Choice(closed=False, sheet=kind_of(TABLES[table]), column=title)


def _readme() -> Sheet:
    rows = [
        (kind_of(table), _PURPOSES[table.name], column_title(field), _help(field))
        for table in map(TABLES.__getitem__, _FIELDS)
        for field in _fields(table)
    ]
    return Sheet(
        README,
        (
            Column("Feuille"),
            Column("À quoi elle sert"),
            Column("Colonne"),
            Column("Ce qu’on y met"),
        ),
        rows,
        title="Gabarit à remplir",
        scope="Remplissez les feuilles utiles, laissez les autres vides.",
        notes=(
            "Une cellule vide veut dire : inconnu. Les colonnes marquées * sont à remplir.",
            "Une structure se désigne par son nom, écrit comme sur la feuille « acteurs ».",
            "Enregistrez le classeur, puis déposez-le sur la page « Mes fichiers ».",
        ),
    )
